import HTTP
import Model

/// The search cluster of an instance, asked only whether it is there.
package struct SearchServer: Sendable {
    package let address: String
    private let client: HTTPClient
    private let request: HTTPRequest

    package struct State: Sendable {
        /// `7.17.9`; empty when it does not say.
        package var version: String
        /// HTTP status; 200 unless something is wrong.
        package var status: Int
        /// Seconds.
        package var latency: Double
    }

    /// - Parameters:
    ///   - url: without a path; never shown, since it may hold a password.
    ///   - address: the same without.
    package init(url: String, address: String, user: String?, password: String?, caFile: String?) {
        self.address = address
        var settings = HTTPClient.Settings()
        settings.totalTimeout = .seconds(10)
        settings.caFile = caFile
        client = HTTPClient(settings)
        var request = HTTPRequest("GET", url + "/")
        if let user {
            request.headers["Authorization"] = "Basic \(Self.base64(Array("\(user):\(password ?? "")".utf8)))"
        }
        self.request = request
    }

    /// Its greeting.
    ///
    /// - Throws: `HTTPError`.
    package func state() async throws -> State {
        let clock = ContinuousClock()
        let start = clock.now
        let response = try await client.send(request)
        let greeting = JSONValue(parsing: String(decoding: response.body, as: UTF8.self))
        return State(
            version: greeting?["version"]?["number"]?.string ?? "", status: response.status,
            latency: (clock.now - start).inSeconds)
    }

    package func close() { client.close() }

    private static func base64(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for index in 0...group.count { text.append(letters[bits >> (18 - 6 * index) & 63]) }
            text += String(repeating: "=", count: 3 - group.count)
        }
        return text
    }
}
