import Faults
import HTTP
import Model
import Synchronization

/// The search cluster of a site: Elasticsearch 7 and 8 or OpenSearch 1 and 2, as far as a Mastodon server's indexes need
/// one. Only a writing site can change it.
///
/// Every call is one request. Names of indexes are given without the server's prefix.
package struct SearchCluster<Mode: Access>: Sendable {
    let link: SearchLink

    package init(_ link: SearchLink) {
        self.link = link
    }

    /// Where it is, without credentials.
    package var address: String { link.address }
    /// How large it is meant to be.
    package var preset: SearchPreset { link.preset }

    /// The whole name of an index.
    package func name(_ index: String) -> String { link.name(index) }

    /// Sends a request, and reads the JSON of the answer.
    ///
    /// - Parameter missing: whether 404 is an answer, nil, and no error.
    /// - Throws: `SearchError`, `HTTPError`.
    @discardableResult
    func call(
        _ method: String, _ path: String, _ body: JSONValue? = nil, missing: Bool = false
    ) async throws -> JSONValue? {
        try await link.call(
            method, path, bytes: body.map { Array($0.text.utf8) }, type: "application/json", missing: missing)
    }
}

/// A client of a search cluster, shared by those who read and those who write.
package final class SearchLink: Sendable {
    /// Where it is, without credentials.
    package let address: String
    /// How large it is meant to be.
    package let preset: SearchPreset
    private let base: String
    private let prefix: String
    private let authorization: String?
    private let client: HTTPClient
    private let compressing: Mutex<Bool>

    /// Whether bodies of bulk requests are compressed, as long as the cluster takes them.
    var compresses: Bool { compressing.withLock { $0 } }

    func stopCompressing() { compressing.withLock { $0 = false } }

    /// - Parameters:
    ///   - url: scheme, host and port; may hold user and password, and so is never shown.
    ///   - prefix: `ES_PREFIX`, before each name with a `_`.
    ///   - preset: `ES_PRESET`.
    ///   - compresses: whether bodies of bulk requests are compressed.
    ///   - concurrency: requests at once.
    ///   - socket: of this machine, at which it is asked instead.
    package init(
        url: String, address: String, prefix: String?, preset: SearchPreset, user: String?, password: String?,
        caFile: String?, compresses: Bool, concurrency: Int = 8, socket: String? = nil
    ) {
        self.address = address
        self.preset = preset
        base = url
        self.prefix = prefix.map { $0.isEmpty ? "" : "\($0)_" } ?? ""
        authorization = user.map { "Basic \(Base64.text(Array("\($0):\(password ?? "")".utf8)))" }
        compressing = Mutex(compresses)
        var settings = HTTPClient.Settings()
        settings.caFile = caFile
        settings.socket = socket
        settings.concurrency = concurrency
        settings.stallTimeout = .seconds(120)
        client = HTTPClient(settings)
    }

    package func close() { client.close() }

    func name(_ index: String) -> String { prefix + index }

    /// Sends a request, and reads the JSON of the answer.
    ///
    /// - Parameters:
    ///   - bytes: the body as it is sent, and `encoding` what was done to it.
    ///   - missing: whether 404 is an answer, nil, and no error.
    /// - Throws: `SearchError`, `HTTPError`.
    func call(
        _ method: String, _ path: String, bytes: [UInt8]?, type: String, encoding: String? = nil, missing: Bool = false
    ) async throws -> JSONValue? {
        var request = HTTPRequest(method, base + path, body: bytes)
        request.headers["Accept"] = "application/json"
        if bytes != nil { request.headers["Content-Type"] = type }
        if let encoding { request.headers["Content-Encoding"] = encoding }
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
