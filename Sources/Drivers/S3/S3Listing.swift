/// A listing of one bucket, page by page: ListObjectsV2, and V1 where the provider does not know it.
///
/// A page that says it is not the last but not how to go on must never end the listing in silence: it goes on by V1
/// behind the last key, and a page that brings nothing new is an error. One task at a time.
package final class S3Listing: @unchecked Sendable {
    private enum Position {
        case start
        case token(String)
        case marker(String)
        case end
    }

    private let client: S3Client
    private let prefix: String
    private let after: String
    private let pageSize: Int
    private var position = Position.start
    private var isFirstVersion = false
    private var last: String

    /// - Parameters:
    ///   - prefix: bytes with which the keys begin.
    ///   - after: the key behind which the listing begins, itself not included.
    package init(_ client: S3Client, prefix: String, after: String? = nil, pageSize: Int = 1000) {
        self.client = client
        self.prefix = prefix
        self.after = after ?? ""
        self.pageSize = pageSize
        last = after ?? ""
    }

    /// The next page, nil behind the last one. A page may be empty.
    ///
    /// - Throws: what `S3Client` throws; `S3Error` with `EndlessListing` when the server's pages lead nowhere.
    package func next() async throws -> [S3Object]? {
        let page: S3Page
        switch position {
        case .end: return nil
        case .start where !isFirstVersion:
            do {
                page = try await second(after.isEmpty ? [] : [("start-after", after)])
            } catch let error as S3Error where Self.isUnknownVersion(error) {
                isFirstVersion = true
                return try await next()
            }
            if !after.isEmpty, let key = page.objects.first?.key, !Self.precedes(after, key) {
                // The provider took the request for V1, which knows no `start-after`.
                isFirstVersion = true
                return try await next()
            }
        case .start: page = try await first(after)
        case .token(let token): page = try await second([("continuation-token", token)])
        case .marker(let marker): page = try await first(marker)
        }
        try advance(page)
        return page.objects
    }

    private func advance(_ page: S3Page) throws {
        let newest = page.objects.last?.key
        defer { last = newest ?? last }
        guard page.isTruncated else {
            position = .end
            return
        }
        if let next = page.next, !isFirstVersion {
            if case .token(next) = position { throw endless() }
            position = .token(next)
            return
        }
        guard let marker = page.next ?? newest, marker != last, last.isEmpty || Self.precedes(last, marker) else {
            throw endless()
        }
        isFirstVersion = true
        // By the last key even where there is a next marker: those of V1 may be encoded or not, as the provider likes.
        position = .marker(newest ?? marker)
    }

    private func endless() -> S3Error {
        S3Error(
            status: 200, code: "EndlessListing", message: "a page says that more follows and leads nowhere new")
    }

    private func second(_ extra: [(String, String)]) async throws -> S3Page {
        try await ask([("list-type", "2")] + extra)
    }

    private func first(_ marker: String) async throws -> S3Page {
        try await ask(marker.isEmpty ? [] : [("marker", marker)])
    }

    private func ask(_ extra: [(String, String)]) async throws -> S3Page {
        var query = [("encoding-type", "url"), ("max-keys", "\(pageSize)")] + extra
        if !prefix.isEmpty { query.append(("prefix", prefix)) }
        return try await client.perform("GET", query: query) { try S3Answer.page($0) }
    }

    private static func isUnknownVersion(_ error: S3Error) -> Bool {
        error.status == 501 || error.status == 405
            || ["NotImplemented", "MethodNotAllowed", "InvalidArgument", "InvalidRequest"].contains(error.code)
    }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
