import HTTP
import Model
import S3
import Synchronization

/// Media files in a bucket, below `S3_KEY_PREFIX`. Keys are shown without that prefix, and nothing outside it is seen.
///
/// An unsafe key is refused and reported as on a file system, although S3 could hold it: Mastodon writes none.
package final class BucketObjectStore: ObjectStore {
    let client: S3Client
    /// Empty, or with a slash at its end.
    let prefix: String
    /// Set once the service did not copy from another bucket.
    let refusesCopies = Atomic(false)

    /// - Parameter keyPrefix: `S3_KEY_PREFIX`, with or without slashes around.
    package init(_ settings: S3Settings, keyPrefix: String = "") {
        client = S3Client(settings)
        let parts = keyPrefix.split(separator: "/")
        prefix = parts.map { $0 + "/" }.joined()
    }

    package func list(prefix wanted: String, after start: ObjectKey?) -> ObjectPages {
        ObjectPages { [client, prefix] in
            let listing = S3Listing(client, prefix: prefix + wanted, after: start.map { prefix + $0.text })
            return {
                while let page = try await listing.next() {
                    if page.isEmpty { continue }
                    return try page.map { object in
                        StoredObject(
                            key: try Self.key(object, below: prefix, wanted: prefix + wanted), size: object.size,
                            modified: object.modified, tag: object.tag)
                    }
                }
                return nil
            }
        }
    }

    package func find(_ key: ObjectKey) async throws -> StoredObject? {
        guard let name = try name(key) else { return nil }
        return try await client.head(name).map {
            StoredObject(key: key, size: $0.size, modified: $0.modified, tag: $0.tag)
        }
    }

    package func existing(of keys: [ObjectKey]) async throws -> Set<ObjectKey> {
        try await existingByListing(of: keys)
    }

    package func read(_ key: ObjectKey) async throws -> [UInt8]? {
        guard let name = try name(key) else { return nil }
        return try await client.get(name)
    }

    package func write(_ bytes: [UInt8], to key: ObjectKey) async throws {
        guard let name = try name(key) else { return }
        try await client.put(name, bytes)
    }

    /// Source: Mastodon 4.6.5 `config/initializers/paperclip.rb` (`s3_headers`).
    package func upload(_ bytes: [UInt8], as type: String, to key: ObjectKey) async throws {
        guard let name = try name(key) else { return }
        try await client.put(name, bytes, contentType: type, cacheControl: FileServing.cacheControl)
    }

    package func delete(_ keys: [ObjectKey]) async throws -> ObjectOutcome {
        var failures = keys.filter { !$0.isSafe }.map(Self.refusal)
        let names = keys.filter(\.isSafe).map { prefix + $0.text }
        for failure in try await client.delete(names) {
            failures.append(
                ObjectFailure(
                    key: ObjectKey(String(failure.key.utf8.dropFirst(prefix.utf8.count)) ?? failure.key),
                    reason: Self.reason(failure.code, attempts: failure.attempts), isTransient: failure.isTransient))
        }
        return ObjectOutcome(failures: failures)
    }

    /// A copy and a deletion: S3 has no renaming.
    package func move(_ key: ObjectKey, to target: ObjectKey) async throws -> ObjectOutcome {
        guard target.isSafe else { return ObjectOutcome(failures: [Self.refusal(key)]) }
        let copied = try await change(key) { try await self.client.copy($0, to: self.prefix + target.text) }
        return copied.failures.isEmpty && key != target ? try await delete([key]) : copied
    }

    package func copy(_ key: ObjectKey, to target: ObjectKey) async throws -> ObjectOutcome {
        guard target.isSafe else { return ObjectOutcome(failures: [Self.refusal(key)]) }
        return try await change(key) { try await self.client.copy($0, to: self.prefix + target.text) }
    }

    package func publish(_ key: ObjectKey) async throws -> ObjectOutcome {
        try await change(key) { try await self.client.publish($0) }
    }

    package func freeSpace() async throws -> Int64? { nil }

    package func close() async { client.close() }

    func change(_ key: ObjectKey, _ body: (String) async throws -> Void) async throws -> ObjectOutcome {
        guard key.isSafe else { return ObjectOutcome(failures: [Self.refusal(key)]) }
        let failure: ObjectFailure
        do {
            try await body(prefix + key.text)
            return ObjectOutcome()
        } catch let error as S3Error where !error.isAboutAll {
            failure = ObjectFailure(
                key: key, reason: Self.reason(error.code, attempts: error.attempts), isTransient: error.isTransient)
        } catch let error as HTTPError where error.isTransient {
            failure = ObjectFailure(key: key, reason: error.reason, isTransient: true)
        }
        return ObjectOutcome(failures: [failure])
    }

    /// - Throws: `S3Error` for an unsafe key.
    func name(_ key: ObjectKey) throws -> String? {
        guard key.isSafe else { throw S3Error(status: 0, code: "RefusedName", message: key.text) }
        return prefix + key.text
    }

    /// - Throws: `S3Error` for a key that was not asked for: cutting its front would make the name of another object.
    private static func key(_ object: S3Object, below prefix: String, wanted: String) throws -> ObjectKey {
        let bytes = object.rawKey ?? Array(object.key.utf8)
        guard bytes.starts(with: wanted.utf8) else {
            throw S3Error(status: 200, code: "ForeignKey", message: "the listing holds a key without the prefix")
        }
        return bytes[prefix.utf8.count...].withUnsafeBufferPointer { ObjectKey(bytes: $0) }
    }

    private static func refusal(_ key: ObjectKey) -> ObjectFailure {
        ObjectFailure(key: key, reason: "refused name", isTransient: false)
    }

    private static func reason(_ code: String, attempts: Int) -> String {
        attempts > 1 ? "\(code) after \(attempts) attempts" : code
    }
}
