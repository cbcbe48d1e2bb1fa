import Faults
import HTTP
import Model

/// A client of Elasticsearch 7 and 8 and of OpenSearch 1 and 2, as far as a Mastodon server's indexes need one.
///
/// Every call is one request. Names of indexes are given without the server's prefix.
package final class SearchCluster: Sendable {
    /// Where it is, without credentials.
    package let address: String
    /// How large it is meant to be.
    package let preset: SearchPreset
    private let base: String
    private let prefix: String
    private let authorization: String?
    private let client: HTTPClient

    /// - Parameters:
    ///   - url: scheme, host and port; may hold user and password, and so is never shown.
    ///   - prefix: `ES_PREFIX`, before each name with a `_`.
    ///   - preset: `ES_PRESET`.
    ///   - concurrency: requests at once.
    package init(
        url: String, address: String, prefix: String?, preset: SearchPreset, user: String?, password: String?,
        caFile: String?, concurrency: Int = 8
    ) {
        self.address = address
        self.preset = preset
        base = url
        self.prefix = prefix.map { $0.isEmpty ? "" : "\($0)_" } ?? ""
        authorization = user.map { "Basic \(Base64.text(Array("\($0):\(password ?? "")".utf8)))" }
        var settings = HTTPClient.Settings()
        settings.caFile = caFile
        settings.concurrency = concurrency
        settings.stallTimeout = .seconds(120)
        client = HTTPClient(settings)
    }

    package func close() { client.close() }

    /// The whole name of an index.
    package func name(_ index: String) -> String { prefix + index }

    /// Sends a request, and reads the JSON of the answer.
    ///
    /// - Parameter missing: whether 404 is an answer, nil, and no error.
    /// - Throws: `SearchError`, `HTTPError`.
    @discardableResult
    package func call(
        _ method: String, _ path: String, _ body: JSONValue? = nil, missing: Bool = false
    ) async throws -> JSONValue? {
        try await call(method, path, bytes: body.map { Array($0.text.utf8) }, type: "application/json", missing)
    }

    /// Sends lines of a bulk request to an index, given its whole name.
    ///
    /// - Throws: `SearchError`, `HTTPError`.
    package func bulk(_ lines: [UInt8], to index: String, parameters: String = "") async throws -> JSONValue {
        let path = "/\(index)/_bulk\(parameters)"
        return try await call("POST", path, bytes: lines, type: "application/x-ndjson", false) ?? .null
    }

    private func call(
        _ method: String, _ path: String, bytes: [UInt8]?, type: String, _ missing: Bool
    ) async throws -> JSONValue? {
        var request = HTTPRequest(method, base + path, body: bytes)
        request.headers["Accept"] = "application/json"
        if bytes != nil { request.headers["Content-Type"] = type }
        if let authorization { request.headers["Authorization"] = authorization }
        let response = try await client.send(request)
        let answer = JSONValue(parsing: String(decoding: response.body, as: UTF8.self))
        if missing, response.status == 404 { return nil }
        guard (200..<300).contains(response.status) else { throw Self.error(response.status, answer) }
        return answer ?? .null
    }

    private static func error(_ status: Int, _ answer: JSONValue?) -> SearchError {
        let error = answer?["error"]
        return SearchError(
            status: status, type: error?["type"]?.string ?? "", reason: error?["reason"]?.string ?? error?.string ?? "")
    }
}
