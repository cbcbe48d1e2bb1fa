import HTTP
import Model

extension SearchCluster where Mode == ReadWrite {
    /// Sends lines of a bulk request to an index, given its whole name.
    ///
    /// Compressed where that is wished. A cluster, or a proxy before it, that will not have it so gets the same request
    /// plain, and all that come later: it answers 415, or 400 to a request that it takes when it is plain.
    /// - Throws: `SearchError`, `HTTPError`.
    package func bulk(_ lines: [UInt8], to index: String, parameters: String = "") async throws -> JSONValue {
        func send(_ body: [UInt8], _ encoding: String? = nil) async throws -> JSONValue {
            try await link.call(
                "POST", "/\(index)/_bulk\(parameters)", bytes: body, type: "application/x-ndjson", encoding: encoding)
                ?? .null
        }
        guard link.compresses, lines.count >= Self.worthCompressing, let packed = Gzip.compressed(lines) else {
            return try await send(lines)
        }
        do {
            return try await send(packed, "gzip")
        } catch let error as SearchError where error.status == 415 || error.status == 400 {
            let answer = try await send(lines)
            link.stopCompressing()
            return answer
        }
    }

    /// Bytes; less fits into a packet or two.
    private static let worthCompressing = 2_048
}
