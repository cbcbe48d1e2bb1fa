import Model
import Redis

extension CacheStore {
    /// The names of everything the server keeps in its cache, with the prefix. What else is in the same Redis has other
    /// names and is not among them.
    package var everything: KeyPages { KeyPages(redis, matching: RedisPattern.literal(keys.prefix) + "*") }
}

extension CacheStore where Mode == ReadWrite {
    /// Deletes keys of the cache by their whole names.
    ///
    /// - Returns: how many were there.
    /// - Throws: `RedisError`.
    package func clear(_ names: [[UInt8]]) async throws -> Int { try await redis.unlink(names) }
}

/// Patterns of keys.
enum RedisPattern {
    /// A text that stands for itself, whatever signs it has.
    static func literal(_ text: String) -> String {
        text.reduce(into: "") { pattern, letter in
            if "*?[]\\".contains(letter) { pattern.append("\\") }
            pattern.append(letter)
        }
    }
}
