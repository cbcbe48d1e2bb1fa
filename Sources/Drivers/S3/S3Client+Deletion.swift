import Crypto
import HTTP
import Synchronization

/// A key that could not be deleted.
package struct S3KeyFailure: Sendable, Equatable {
    package var key: String
    /// The server's code, or the kind of the `HTTPError`.
    package var code: String
    package var isTransient: Bool
    package var attempts: Int
}

extension S3Client {
    /// Deletes the keys by DeleteObjects, several requests in flight; one by one where the provider has no such thing.
    ///
    /// A key that was not there counts as deleted. What concerns all keys (wrong credentials, no such bucket) is thrown.
    package func delete(_ keys: [String]) async throws -> [S3KeyFailure] {
        let limit = max(1, min(1000, settings.batchDeleteLimit))
        // A control character cannot be written in XML 1.0 at all.
        let (single, batched) = keys.reduce(into: ([String](), [String]())) { parts, key in
            if key.utf8.contains(where: { $0 < 32 }) { parts.0.append(key) } else { parts.1.append(key) }
        }
        let batches = stride(from: 0, to: batched.count, by: limit).map { start in
            Array(batched[start..<min(start + limit, batched.count)])
        }
        return try await withThrowingTaskGroup(of: [S3KeyFailure].self) { group in
            var failures: [S3KeyFailure] = []
            if !single.isEmpty { group.addTask { try await self.deleteEach(single) } }
            for (index, batch) in batches.enumerated() {
                // No more tasks than requests may run: the bodies of a million keys need not exist at once.
                if index >= settings.concurrency { failures += try await group.next() ?? [] }
                group.addTask { try await self.deleteBatch(batch) }
            }
            for try await more in group { failures += more }
            return failures
        }
    }

    /// One DeleteObjects; keys whose trouble may pass are asked for again in a smaller one.
    private func deleteBatch(_ keys: [String]) async throws -> [S3KeyFailure] {
        var (left, failures, attempt) = (keys, [S3KeyFailure](), 1)
        while !left.isEmpty {
            if lacksBatchDelete.load(ordering: .relaxed) { return failures + (try await deleteEach(left)) }
            let refused: [(key: String, code: String)]
            do {
                refused = try await requestDeletion(left)
            } catch let error as S3Error where Self.isUnknownRequest(error) {
                lacksBatchDelete.store(true, ordering: .relaxed)
                continue
            } catch let error as S3Error where error.code == S3Error.malformed {
                // Nobody can tell what became of these; deleting again is harmless.
                return failures + (try await deleteEach(left))
            } catch let error as S3Error where error.isTransient {
                return failures
                    + left.map {
                        S3KeyFailure(key: $0, code: error.code, isTransient: true, attempts: error.attempts)
                    }
            } catch let error as HTTPError where error.isTransient {
                return failures + left.map { failure($0, error) }
            }
            let isLast = attempt >= settings.retry.attempts
            left = []
            for (key, code) in refused where code != "NoSuchKey" {
                let isTransient = S3Error(status: 200, code: code).isTransient
                if isTransient, !isLast {
                    left.append(key)
                } else {
                    failures.append(
                        S3KeyFailure(key: key, code: code, isTransient: isTransient, attempts: attempt))
                }
            }
            attempt += 1
            if !left.isEmpty { try await Task.sleep(for: settings.retry.delay(before: attempt, asked: nil)) }
        }
        return failures
    }

    private func requestDeletion(_ keys: [String]) async throws -> [(key: String, code: String)] {
        var body = Array("<Delete><Quiet>true</Quiet>".utf8)
        for key in keys {
            body += Array("<Object><Key>".utf8)
            for byte in key.utf8 {
                switch byte {
                case UInt8(ascii: "&"): body += Array("&amp;".utf8)
                case UInt8(ascii: "<"): body += Array("&lt;".utf8)
                case UInt8(ascii: ">"): body += Array("&gt;".utf8)
                default: body.append(byte)
                }
            }
            body += Array("</Key></Object>".utf8)
        }
        body += Array("</Delete>".utf8)
        let headers: HTTPHeaders = [
            "Content-MD5": Digest.base64(Digest.md5(body)), "Content-Type": "application/xml",
        ]
        let failures = try await perform("POST", query: [("delete", "")], headers: headers, body: body) { response in
            try S3Answer.deletion(response).map {
                S3KeyFailure(key: $0.key, code: $0.code, isTransient: false, attempts: 1)
            }
        }
        return failures.map { ($0.key, $0.code) }
    }

    /// Single deletions, as many at once as requests may run.
    private func deleteEach(_ keys: [String]) async throws -> [S3KeyFailure] {
        try await withThrowingTaskGroup(of: S3KeyFailure?.self) { group in
            var failures: [S3KeyFailure] = []
            for (index, key) in keys.enumerated() {
                if index >= settings.concurrency, let failure = try await group.next() ?? nil {
                    failures.append(failure)
                }
                group.addTask { try await self.deleteOne(key) }
            }
            for try await failure in group { if let failure { failures.append(failure) } }
            return failures
        }
    }

    private func deleteOne(_ key: String) async throws -> S3KeyFailure? {
        do {
            return try await perform("DELETE", key: key, accepting: [404]) { response in
                guard response.status == 404 else { return nil }
                let error = S3Error(response)
                if error.code == "NoSuchBucket" { throw error }
                return nil
            }
        } catch let error as S3Error where !error.isAboutAll {
            return S3KeyFailure(
                key: key, code: error.code, isTransient: error.isTransient, attempts: error.attempts)
        } catch let error as HTTPError where error.isTransient {
            return failure(key, error)
        }
    }

    private func failure(_ key: String, _ error: HTTPError) -> S3KeyFailure {
        S3KeyFailure(key: key, code: error.kind.rawValue, isTransient: true, attempts: settings.retry.attempts)
    }

    private static func isUnknownRequest(_ error: S3Error) -> Bool {
        error.status == 501 || error.status == 405
            || ["NotImplemented", "MethodNotAllowed", "MalformedXML"].contains(error.code)
    }
}

extension S3Error {
    /// True when no other key would fare better: credentials, clock, bucket.
    package var isAboutAll: Bool {
        [
            "NoSuchBucket", "SignatureDoesNotMatch", "InvalidAccessKeyId", "RequestTimeTooSkewed", "ExpiredToken",
            "AccountProblem", "PermanentRedirect", "AuthorizationHeaderMalformed",
        ].contains(code)
    }
}
