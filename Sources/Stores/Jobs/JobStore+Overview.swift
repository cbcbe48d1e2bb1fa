import Model
import Redis

/// The server's background work at one moment.
package struct JobOverview: Sendable {
    package var processes: [SidekiqProcess]
    package var queues: [(name: String, waiting: Int)]
    package var scheduled: Int
    package var retries: Int
    package var dead: Int
}

extension JobStore {
    /// Processes, queues and what waits elsewhere.
    ///
    /// - Throws: `RedisError`.
    package func overview() async throws -> JobOverview {
        let redis = try await connection()
        let names = (try await redis.command(["SMEMBERS", RedisArgument(names.queues)]).texts ?? []).sorted()
        let sets = [self.names.schedule, self.names.retries, self.names.dead]
        let answers = try await redis.pipeline(
            names.map { ["LLEN", RedisArgument(self.names.queue($0))] } + sets.map { ["ZCARD", RedisArgument($0)] })
        let counts = try answers.map { answer in
            if case .error(let error) = answer { throw error }
            return Int(answer.integer ?? 0)
        }
        return JobOverview(
            processes: try await processes(), queues: zip(names, counts).map { ($0, $1) },
            scheduled: counts[names.count],
            retries: counts[names.count + 1], dead: counts[names.count + 2])
    }
}
