import Model
import Redis

/// A claim on some work that needs no session of the database: a key in the instance's Redis with a term, renewed.
///
/// For runs behind a pooler, where a held transaction takes one of a few server connections from the work itself. A run
/// that was killed is forgotten after the term.
package struct RunLease: Sendable {
    /// Seconds a claim holds without being renewed.
    static let term = 30

    private let redis: LazyRedis
    private let key: RedisArgument

    /// - Parameter prefix: what stands before the instance's keys.
    package init(_ redis: LazyRedis, prefix: String, work: String) {
        self.redis = redis
        key = RedisArgument("\(prefix)mastoctl:run:\(work)")
    }

    /// - Parameter token: as `token(of:)` makes it, the same in all calls of one run.
    /// - Returns: who holds it, nil when it is ours now.
    /// - Throws: `RedisError`.
    func take(as token: String) async throws -> RunLock.Holder? {
        let answer = try await redis.connection().command(
            ["SET", key, RedisArgument(token), "NX", "EX", RedisArgument(Self.term)])
        if case .null = answer { return try await self.holder() ?? RunLock.Holder(name: "", isOfLease: true) }
        return nil
    }

    /// - Throws: `RedisError`.
    func holder() async throws -> RunLock.Holder? {
        guard let text = try await redis.connection().command(["GET", key]).text else { return nil }
        let parts = text.split(separator: "|", maxSplits: 1)
        guard parts.count == 2 else { return RunLock.Holder(name: text, isOfLease: true) }
        return RunLock.Holder(name: String(parts[1]), since: Double(parts[0]), isOfLease: true)
    }

    /// Renews until cancelled. A Redis that does not answer for a while is asked again: what the lock keeps apart are
    /// whole runs, and each change is safe beside others without it.
    func keep(as token: String) async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(Self.term / 4))
            if Task.isCancelled { return }
            await ifOurs(token, "EXPIRE", Self.term)
        }
    }

    /// Lets go of it.
    func release(as token: String) async {
        await ifOurs(token, "PEXPIRE", 0)
    }

    private func ifOurs(_ token: String, _ command: RedisArgument, _ term: Int) async {
        let script: RedisArgument =
            "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call(ARGV[2], KEYS[1], ARGV[3]) end return 0"
        _ = try? await redis.connection().command(
            ["EVAL", script, 1, key, RedisArgument(token), command, RedisArgument(term)])
    }

    /// Who, since when.
    static func token(of holder: String) -> String { "\(Int64(UTCTime.now.seconds))|\(holder)" }
}
