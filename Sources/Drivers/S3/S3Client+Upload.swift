import Crypto
import HTTP

extension S3Client {
    /// Ends uploads of a key that a killed run has begun: their parts take room until somebody does.
    package func endUploads(of key: String) async throws {
        for id in try await uploads(of: key) { try await drop(key, id) }
    }

    /// The uploads of a key that were begun and not ended.
    package func uploads(of key: String) async throws -> [String] {
        try await perform("GET", query: [("prefix", key), ("uploads", "")]) { try S3Answer.uploads($0, of: key) }
    }

    /// Stores an object in parts, so that one of any size takes the room of one part.
    ///
    /// - Parameter next: gives the parts, each but the last at least 5 MiB; nil behind the last one.
    /// - Throws: what `next` throws; then no object was made, and no part is left.
    package func upload(
        _ key: String, served: S3Served, acl: String? = nil, _ next: () async throws -> [UInt8]?
    ) async throws {
        try await endUploads(of: key)
        let headers = written(as: served, acl: acl)
        let id = try await perform("POST", key: key, query: [("uploads", "")], headers: headers) {
            try S3Answer.upload($0)
        }
        do {
            var tags: [String] = []
            while let part = try await next() {
                let query = [("partNumber", "\(tags.count + 1)"), ("uploadId", id)]
                tags.append(
                    try await perform("PUT", key: key, query: query, body: part) { response in
                        guard let tag = response.headers["ETag"] else {
                            throw S3Error(
                                status: response.status, code: S3Error.malformed, message: "no ETag of a part")
                        }
                        return tag
                    })
            }
            try await complete(key, id, tags)
        } catch {
            // In a task of its own: this one may have been cancelled.
            await Task.detached { [self] in try? await drop(key, id) }.value
            throw error
        }
    }

    private func complete(_ key: String, _ id: String, _ tags: [String]) async throws {
        let parts = tags.enumerated().map { number, tag in
            "<Part><PartNumber>\(number + 1)</PartNumber><ETag>\(tag.replacing("\"", with: "&quot;"))</ETag></Part>"
        }
        let body = Array(
            "<CompleteMultipartUpload>\(parts.joined())</CompleteMultipartUpload>".utf8)
        do {
            try await perform(
                "POST", key: key, query: [("uploadId", id)], headers: ["Content-Type": "application/xml"], body: body
            ) { try S3Answer.completion($0) }
        } catch let error as S3Error where error.code == "NoSuchUpload" && error.attempts > 1 {
            // The first try may have done it and lost its answer: whoever wants to be sure looks at the object.
        }
    }

    private func drop(_ key: String, _ id: String) async throws {
        try await perform("DELETE", key: key, query: [("uploadId", id)], accepting: [404]) { _ in }
    }
}
