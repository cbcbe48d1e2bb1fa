import Model
import Redis

/// The server's rendered copies in Redis.
package struct CacheStore<Mode: Access>: Sendable {
    let keys: CacheKeys
    let breaker: CacheBreaker

    /// - Parameters:
    ///   - redis: the one the server's `CACHE_` settings name.
    ///   - warnings: where it is told that copies could not be deleted.
    package init(_ redis: LazyRedis, keys: CacheKeys, warnings: SiteWarnings) {
        self.keys = keys
        breaker = CacheBreaker(redis, warnings: warnings)
    }
}

extension CacheStore where Mode == ReadWrite {
    /// Deletes the rendered copies of these posts, so that the next reader sees what has changed; one round trip.
    ///
    /// Never fails: a copy that stays expires by itself after ten minutes. Trouble is a warning, once for the site.
    package func forget(statuses: [Int64]) async {
        guard !statuses.isEmpty else { return }
        await breaker.unlink(Set(statuses).sorted().map { RedisArgument(keys.status($0)) })
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

    func unlink(_ keys: [RedisArgument]) async {
        if let resting, ContinuousClock.now < resting { return }
        do {
            try await redis.connection().command(["UNLINK"] + keys)
            resting = nil
        } catch {
            resting = ContinuousClock.now + Self.pause
            if hasWarned { return }
            hasWarned = true
            let reason = (error as? RedisError)?.message ?? "it was interrupted"
            warnings.warn(
                "rendered copies of posts stay in the cache until they expire, at most 10 minutes: \(reason)")
        }
    }
}
