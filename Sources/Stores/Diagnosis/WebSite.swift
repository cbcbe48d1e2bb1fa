import HTTP
import Model

/// The server's own site, asked as a stranger would: without a token, following nothing.
package struct WebSite: Sendable {
    package struct Answer: Sendable {
        package var status: Int
        package var body: String
        /// Seconds until it was there.
        package var time: Double
        private let headers: HTTPHeaders

        init(_ response: HTTPResponse, time: Double) {
            status = response.status
            body = String(decoding: response.body, as: UTF8.self)
            headers = response.headers
            self.time = time
        }

        package subscript(header: String) -> String? { headers[header] }
        package var json: JSONValue? { JSONValue(parsing: body) }
    }

    package let localDomain: String
    package let webDomain: String
    private let client: HTTPClient

    package init(localDomain: String, webDomain: String, _ settings: HTTPClient.Settings) {
        self.localDomain = localDomain
        self.webDomain = webDomain
        var settings = settings
        settings.connectTimeout = .seconds(4)
        settings.stallTimeout = .seconds(5)
        settings.totalTimeout = .seconds(5)
        settings.maximumResponseSize = 4 << 20
        settings.userAgent = "mastoctl doctor (+https://\(localDomain)/)"
        client = HTTPClient(settings)
    }

    /// - Parameter path: from the slash on; on the web domain unless `host` says otherwise.
    /// - Throws: `HTTPError`.
    package func get(
        _ path: String, host: String? = nil, accept: String = "application/json", origin: String? = nil
    ) async throws -> Answer {
        var headers: HTTPHeaders = ["Accept": accept]
        if let origin { headers["Origin"] = origin }
        return try await send(HTTPRequest("GET", "https://\(host ?? webDomain)\(path)", headers: headers))
    }

    /// - Parameter url: whole, such as that of a media file.
    package func fetch(_ url: String, origin: String? = nil) async throws -> Answer {
        var headers: HTTPHeaders = [:]
        if let origin { headers["Origin"] = origin }
        return try await send(HTTPRequest("GET", url, headers: headers))
    }

    /// Sends an activity nobody signed, which every server refuses.
    package func postUnsigned(_ path: String) async throws -> Answer {
        let headers: HTTPHeaders = ["Content-Type": "application/activity+json"]
        return try await send(
            HTTPRequest("POST", "https://\(webDomain)\(path)", headers: headers, body: Array("{}".utf8)))
    }

    private func send(_ request: HTTPRequest) async throws -> Answer {
        let clock = ContinuousClock()
        let start = clock.now
        let response = try await client.send(request)
        return Answer(response, time: (clock.now - start).inSeconds)
    }

    package func close() { client.close() }
}
