import HTTP
import Model

/// The other servers of the network, asked politely: bounded answers, bounded times, no redirects, no private addresses.
package struct RemoteServers: Sendable {
    /// An answer of any status.
    package struct Answer: Sendable {
        package var status: Int
        /// Empty for HEAD.
        package var body: [UInt8]

        /// The body as JSON; nil when it is none.
        package var json: JSONValue? { JSONValue(parsing: String(decoding: body, as: UTF8.self)) }
    }

    private let client: HTTPClient

    /// - Parameters:
    ///   - settings: where connections go, how many at once; what is polite is set here.
    ///   - instance: whose admin asks; it is named in the requests.
    ///   - timeout: for one request, from its start to the last byte.
    package init(_ settings: HTTPClient.Settings, for instance: String, timeout: Duration = .seconds(10)) {
        var settings = settings
        settings.connectTimeout = min(timeout, .seconds(5))
        settings.stallTimeout = timeout
        settings.totalTimeout = timeout
        settings.isPublicOnly = true
        settings.maximumResponseSize = 8 << 20
        settings.userAgent = "mastoctl (+https://\(instance)/)"
        client = HTTPClient(settings)
    }

    /// - Throws: `HTTPError` when there is no answer at all, `CancellationError`.
    package func get(_ url: String, accept: String = "application/json") async throws -> Answer {
        let response = try await client.send(HTTPRequest("GET", url, headers: ["Accept": accept]))
        return Answer(status: response.status, body: response.body)
    }

    /// - Throws: as `get`.
    package func head(_ url: String, accept: String) async throws -> Answer {
        let response = try await client.send(HTTPRequest("HEAD", url, headers: ["Accept": accept]))
        return Answer(status: response.status, body: [])
    }

    package func close() { client.close() }
}
