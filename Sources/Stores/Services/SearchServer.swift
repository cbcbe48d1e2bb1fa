import FoundationEssentials
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
            let text = Data("\(user):\(password ?? "")".utf8).base64EncodedString()
            request.headers["Authorization"] = "Basic \(text)"
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
        let greeting = try? JSONDecoder().decode(Greeting.self, from: Data(response.body))
        return State(
            version: greeting?.version.number ?? "", status: response.status,
            latency: (clock.now - start).inSeconds)
    }

    package func close() { client.close() }
}

private struct Greeting: Decodable {
    struct Version: Decodable {
        var number: String
    }

    var version: Version
}
