import HTTP
import Model

extension SearchCluster {
    /// Sends lines of a bulk request to an index, given its whole name.
    ///
    /// Compressed where that is wished. A cluster, or a proxy before it, that will not have it so gets the same request
    /// plain, and all that come later: it answers 415, or 400 to a request that it takes when it is plain.
    /// - Throws: `SearchError`, `HTTPError`.
    package func bulk(_ lines: [UInt8], to index: String, parameters: String = "") async throws -> JSONValue {
        let path = "/\(index)/_bulk\(parameters)"
        if compresses, lines.count >= Self.worthCompressing, let body = Gzip.compressed(lines) {
            do {
                return try await call("POST", path, bytes: body, type: Self.linesType, encoding: "gzip") ?? .null
            } catch let error as SearchError where error.status == 415 || error.status == 400 {
                let answer = try await call("POST", path, bytes: lines, type: Self.linesType)
                stopCompressing()
                return answer ?? .null
            }
        }
        return try await call("POST", path, bytes: lines, type: Self.linesType) ?? .null
    }

    private static let linesType = "application/x-ndjson"

    /// Bytes; less fits into a packet or two.
    private static let worthCompressing = 2_048
}
