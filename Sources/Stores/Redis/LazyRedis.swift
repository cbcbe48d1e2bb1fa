import Redis

/// One of an instance's Redis servers, connected when it is first asked something.
///
/// Most commands never need it, so a Redis that is down must not keep them from running.
package actor LazyRedis {
    package nonisolated let settings: RedisSettings
    private var opening: Task<RedisConnection, any Error>?

    package init(_ settings: RedisSettings) {
        self.settings = settings
    }

    /// The connection, made now if there is none. A failed attempt is not remembered.
    ///
    /// - Throws: `RedisError`.
    package func connection() async throws -> RedisConnection {
        if let opening { return try await opening.value }
        let task = Task { [settings] in try await RedisConnection.connect(settings) }
        opening = task
        do {
            return try await task.value
        } catch {
            opening = nil
            throw error
        }
    }

    package func close() async {
        if let connection = try? await opening?.value { await connection.close() }
        opening = nil
    }
}
