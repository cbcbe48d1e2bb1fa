import Model
import Redis

extension KeyStore {
    /// The names of everything that is a feed or belongs to one.
    package var feeds: KeyPages { pages(matching: "feed:*") }

    /// The same of one kind.
    package func feeds(of kind: FeedKind) -> KeyPages { pages(matching: "feed:\(kind.rawValue):*") }

    /// Whose feed a key belongs to: of a home the account's id, of a list its own. Nil where there is no number.
    package func owner(ofFeed name: [UInt8]) -> Int64? {
        let parts = String(decoding: name.dropFirst(prefix.utf8.count), as: UTF8.self).split(
            separator: ":", omittingEmptySubsequences: false)
        return parts.count > 2 ? Int64(parts[2]) : nil
    }
}

extension KeyStore where Mode == ReadWrite {
    /// Deletes keys by their whole names.
    ///
    /// - Returns: how many were there.
    /// - Throws: `RedisError`.
    package func clear(_ names: [[UInt8]]) async throws -> Int { try await unlink(names) }
}

extension Site {
    /// Those of some keys of feeds that belong to nobody who is here lately.
    ///
    /// - Throws: what the database throws.
    package func abandoned(_ kind: FeedKind, _ names: [[UInt8]]) async throws -> [[UInt8]] {
        let owners = names.map { keys.owner(ofFeed: $0) }
        let ids = Set(owners.compactMap { $0 }).sorted()
        let feeds = FeedOwners(instance)
        let abandoned = try await database.read { try await feeds.abandoned(kind, ids, over: $0) }
        return zip(names, owners).filter { $1.map(abandoned.contains) ?? true }.map(\.0)
    }
}
