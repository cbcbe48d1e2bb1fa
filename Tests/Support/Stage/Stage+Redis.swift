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

    /// The jobs that wait in a queue, oldest first.
    package func jobs(in queue: String) async throws -> [JSONValue] {
        let texts = try await withRedis {
            try await $0.command(["LRANGE", RedisArgument("queue:\(queue)"), 0, -1]).texts ?? []
        }
        return texts.reversed().compactMap { JSONValue(parsing: $0) }
    }

    /// The arguments of the waiting jobs of one class, as JSON.
    package func arguments(of worker: String, in queue: String) async throws -> [String] {
        try await jobs(in: queue).filter { $0["class"]?.string == worker }.compactMap { $0["args"]?.text }
    }
}
