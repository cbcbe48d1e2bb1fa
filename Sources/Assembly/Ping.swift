import Configuration
import HTTP

/// Tells an uptime monitor of a run's start, success and failure, as healthchecks.io and its likes expect: the address
/// itself for success, `/start` and `/fail` behind it for the others.
///
/// The address is a secret, since whoever knows it can report in our name; no answer of these methods holds it.
package struct Ping: Sendable {
    private let url: String
    private let client: HTTPClient

    /// Characters of a failure's text that are sent.
    static let bodyLimit = 2_000

    package init(_ url: Secret) {
        self.url = url.reveal()
        var settings = HTTPClient.Settings()
        settings.connectTimeout = .seconds(5)
        settings.totalTimeout = .seconds(10)
        settings.concurrency = 1
        settings.maximumResponseSize = 1 << 16
        client = HTTPClient(settings)
    }

    /// - Returns: why the monitor could not be told, or nil.
    package func start() async -> String? { await send("GET", "/start") }

    /// - Returns: why the monitor could not be told, or nil.
    package func success() async -> String? { await send("GET", "") }

    /// - Returns: why the monitor could not be told, or nil.
    package func failure(_ text: String) async -> String? {
        await send("POST", "/fail", body: String(text.prefix(Self.bodyLimit)))
    }

    private func send(_ method: String, _ suffix: String, body: String? = nil) async -> String? {
        var request = HTTPRequest(method, Self.address(url, suffix), body: body.map { Array($0.utf8) })
        if body != nil { request.headers["Content-Type"] = "text/plain; charset=utf-8" }
        do {
            let response = try await client.send(request)
            return (200..<300).contains(response.status) ? nil : "it answered with status \(response.status)"
        } catch let error as HTTPError {
            return error.reason
        } catch {
            return "\(type(of: error))"
        }
    }

    /// The address with a word behind its path, before a query.
    static func address(_ url: String, _ suffix: String) -> String {
        let end = url.firstIndex { $0 == "?" || $0 == "#" } ?? url.endIndex
        var path = url[..<end]
        if !suffix.isEmpty, path.hasSuffix("/") { path.removeLast() }
        return path + suffix + url[end...]
    }
}
