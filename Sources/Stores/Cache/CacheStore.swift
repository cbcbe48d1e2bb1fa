import Model
import Redis

/// The server's rendered copies and other answers it keeps for a while in Redis.
package struct CacheStore<Mode: Access>: Sendable {
    let redis: LazyRedis
    let keys: CacheKeys
    let breaker: CacheBreaker

    /// - Parameters:
    ///   - redis: the one the server's `CACHE_` settings name.
    ///   - warnings: where it is told that copies could not be deleted.
    package init(_ redis: LazyRedis, keys: CacheKeys, warnings: SiteWarnings) {
        self.redis = redis
        self.keys = keys
        breaker = CacheBreaker(redis, warnings: warnings)
    }
}

extension CacheStore where Mode == ReadWrite {
    /// Deletes the rendered copies of these posts, so that the next reader sees what has changed; one round trip.
    ///
    /// Never fails: a copy that stays expires by itself after ten minutes. Trouble is a warning, once for the site.
    package func forget(statuses: [Int64]) async {
        await breaker.unlink(Set(statuses).sorted().map(keys.status))
    }

    /// Deletes keys, named without the cache's prefix: `blocked_ips`. Never fails, as above.
    package func forget(_ names: [String]) async {
        await breaker.unlink(names.map { keys.prefix + $0 })
    }

    /// Deletes the keys that match a pattern, named without the cache's prefix: `rails_settings_cached/*`. Walks all
    /// keys a thousand at a time, as no index finds them. Never fails, as above.
    package func forget(matching pattern: String) async {
        await breaker.unlink(matching: keys.prefix + pattern)
    }
}

/// Deletes keys, and stops trying for a while when Redis does not answer, so that a run is not held up by each batch.
actor CacheBreaker {
    private static var pause: Duration { .seconds(30) }

    private let redis: LazyRedis
    private let warnings: SiteWarnings
    private var resting: ContinuousClock.Instant?
    private var hasWarned = false

    init(_ redis: LazyRedis, warnings: SiteWarnings) {
        self.redis = redis
        self.warnings = warnings
    }

    func unlink(_ keys: [String]) async {
        if keys.isEmpty { return }
        await trying { try await $0.command(["UNLINK"] + keys.map { RedisArgument($0) }) }
    }

    func unlink(matching pattern: String) async {
        await trying { connection in
            var cursor = "0"
            repeat {
                let answer = try await connection.command([
                    "SCAN", RedisArgument(cursor), "MATCH", RedisArgument(pattern), "COUNT", 1000,
                ])
                guard let parts = answer.array, parts.count == 2, let next = parts[0].text else { return }
                if let found = parts[1].texts, !found.isEmpty {
                    try await connection.command(["UNLINK"] + found.map { RedisArgument($0) })
                }
                cursor = next
            } while cursor != "0"
        }
    }

    private func trying(_ work: @Sendable (RedisConnection) async throws -> Void) async {
        if let resting, ContinuousClock.now < resting { return }
        do {
            try await work(redis.connection())
            resting = nil
        } catch {
            resting = ContinuousClock.now + Self.pause
            if hasWarned { return }
            hasWarned = true
            let reason = (error as? RedisError)?.message ?? "it was interrupted"
            warnings.warn(
                "what the server has cached stays until it expires, at most 10 minutes: \(reason)")
        }
    }
}
