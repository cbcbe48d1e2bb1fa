import Model
import Redis

extension JobStore {
    /// The jobs about an account that wait in queues, for their time or for another try, and the dead.
    ///
    /// Reads at most 5,000 jobs of each place, those whose turn comes first.
    ///
    /// - Returns: tallies in the order of the places, and whether a place held more.
    /// - Throws: `RedisError`.
    package func concerning(account: Int64) async throws -> (tallies: [JobTally], isTruncated: Bool) {
        let most = 5_000
        let redis = try await connection()
        let queues = (try await redis.command(["SMEMBERS", RedisArgument(names.queues)]).texts ?? []).sorted()
        var tallies: [JobTally] = []
        var isTruncated = false
        let places =
            queues.map { ("queue:\($0)", names.queue($0), true) }
            + [
                ("schedule", names.schedule, false), ("retry", names.retries, false), ("dead", names.dead, false),
            ]
        for (place, key, isList) in places {
            // The next job of a queue stands at its end.
            let answer = try await redis.command(
                isList
                    ? ["LRANGE", RedisArgument(key), RedisArgument(-most), -1]
                    : ["ZRANGE", RedisArgument(key), 0, RedisArgument(most - 1)])
            let jobs = answer.texts ?? []
            isTruncated = isTruncated || jobs.count == most
            var counts: [String: Int] = [:]
            for worker in jobs.compactMap({ AccountJobs.worker(of: $0, concerning: account) }) {
                counts[worker, default: 0] += 1
            }
            tallies += counts.sorted { $0.key < $1.key }.map { JobTally(place: place, worker: $0.key, count: $0.value) }
        }
        return (tallies, isTruncated)
    }
}
