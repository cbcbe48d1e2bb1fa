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
    package init(url: String, address: String, user: String?, password: String?, caFile: String?, socket: String? = nil)
    {
        self.address = address
        var settings = HTTPClient.Settings()
        settings.totalTimeout = .seconds(10)
        settings.caFile = caFile
        settings.socket = socket
        client = HTTPClient(settings)
        var request = HTTPRequest("GET", url + "/")
        if let user {
            request.headers["Authorization"] = "Basic \(Base64.text(Array("\(user):\(password ?? "")".utf8)))"
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

    /// What it answers at a path; nil for an answer that is an error or no JSON.
    ///
    /// - Throws: `HTTPError`.
    package func json(_ path: String) async throws -> JSONValue? {
        var request = request
        request.url += path.dropFirst()
        let response = try await client.send(request)
        guard response.status == 200 else { return nil }
        return JSONValue(parsing: String(decoding: response.body, as: UTF8.self))
    }

    package func close() { client.close() }
}
