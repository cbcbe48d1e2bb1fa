import Model
import Redis

/// The server's background jobs: Sidekiq's queues and processes in Redis.
package struct JobStore<Mode: Access>: Sendable {
    fileprivate let redis: LazyRedis
    fileprivate let release: MastodonRelease?
    fileprivate let namespace: RedisNamespace
    /// Names of keys; the same in every version.
    let names: SidekiqDialect

    /// - Parameters:
    ///   - redis: the one the server's `SIDEKIQ_` settings name.
    ///   - release: of the schema, which tells the Sidekiq when no process does.
    package init(_ redis: LazyRedis, release: MastodonRelease?, namespace: RedisNamespace) {
        self.redis = redis
        self.release = release
        self.namespace = namespace
        names = SidekiqDialect(version: nil, release: release, namespace: namespace)
    }

    /// The same, for reading alone.
    init(reading other: JobStore<some Access>) {
        redis = other.redis
        release = other.release
        namespace = other.namespace
        names = other.names
    }

    /// The processes that were alive within the last minute: each heartbeat lets what it tells expire a minute later. What
    /// never expires was written by something else, and takes no jobs.
    package func processes() async throws -> [SidekiqProcess] {
        let redis = try await connection()
        let identities = (try await redis.command(["SMEMBERS", RedisArgument(names.processes)]).texts ?? []).sorted()
        let answers = try await redis.pipeline(
            identities.flatMap { identity -> [[RedisArgument]] in
                let key = RedisArgument(names.process(identity))
                return [["HMGET", key, "info", "beat", "quiet"], ["PTTL", key]]
            })
        return identities.enumerated().compactMap { index, identity in
            guard answers.count > index * 2 + 1, let fields = answers[index * 2].array, fields.count == 3,
                let left = answers[index * 2 + 1].integer, left > 0
            else { return nil }
            return SidekiqProcess(
                identity: identity, info: fields[0].text, beat: fields[1].text, quiet: fields[2].text)
        }
    }

    /// Jobs that wait in a queue.
    package func waiting(in queue: String) async throws -> Int {
        let answer = try await connection().command(["LLEN", RedisArgument(names.queue(queue))])
        return Int(answer.integer ?? 0)
    }

    func connection() async throws -> RedisConnection {
        try await redis.connection()
    }

    /// How the Sidekiq that will take the jobs writes them.
    func dialect(_ processes: [SidekiqProcess]) -> SidekiqDialect {
        SidekiqDialect(version: processes.lazy.compactMap(\.version).first, release: release, namespace: namespace)
    }
}
