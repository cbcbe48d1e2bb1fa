import Redis

/// The keys that match a pattern, a page of a walk over all keys at a time: no command holds up the server's Redis. A
/// key may come twice; one that is there all the time comes once at least.
package struct KeyPages: AsyncSequence, Sendable {
    package typealias Element = [[UInt8]]
    private let redis: LazyRedis
    private let pattern: String

    init(_ redis: LazyRedis, matching pattern: String) {
        self.redis = redis
        self.pattern = pattern
    }

    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(redis: redis, pattern: pattern) }

    package struct AsyncIterator: AsyncIteratorProtocol {
        let redis: LazyRedis
        let pattern: String
        private var scan: RedisScan.AsyncIterator?

        init(redis: LazyRedis, pattern: String) {
            self.redis = redis
            self.pattern = pattern
        }

        /// - Throws: `RedisError`.
        package mutating func next() async throws -> [[UInt8]]? {
            if scan == nil { scan = try await redis.connection().keys(matching: pattern).makeAsyncIterator() }
            return try await scan?.next()
        }
    }
}

extension LazyRedis {
    /// Deletes keys without holding Redis up for those that are large.
    ///
    /// - Returns: how many were there.
    /// - Throws: `RedisError`.
    func unlink(_ keys: [[UInt8]]) async throws -> Int {
        if keys.isEmpty { return 0 }
        let answer = try await connection().command(["UNLINK"] + keys.map { RedisArgument($0) })
        return Int(answer.integer ?? 0)
    }
}
