import Model
import Redis

extension Stage {
    /// Lends a connection to the server's own Redis.
    package func withRedis<Value: Sendable>(
        _ body: (RedisConnection) async throws -> Value
    ) async throws -> Value {
        let connection = try await RedisConnection.connect(instance.redis)
        do {
            let value = try await body(connection)
            await connection.close()
            return value
        } catch {
            await connection.close()
            throw error
        }
    }

    /// What waits in the queues whose jobs our commands push, each with its queue.
    package func allWaitingJobs() async throws -> [(queue: String, job: JSONValue)] {
        try await withRedis { redis in
            var jobs: [(String, JSONValue)] = []
            for queue in ["default", "pull", "push", "ingress", "low", "mailers"] {
                let texts = try await redis.command(["LRANGE", RedisArgument("queue:\(queue)"), 0, -1]).texts ?? []
                jobs += texts.map { (queue, JSONValue(parsing: $0) ?? .null) }
            }
            return jobs
        }
    }
}
