import Redis

/// One Redis of an instance's, connected when it is first asked for something.
package actor RedisSource {
    private let settings: RedisSettings
    private var opening: Task<RedisConnection, any Error>?

    package init(_ settings: RedisSettings) {
        self.settings = settings
    }

    /// The session; it connects again by itself when it breaks later.
    ///
    /// - Throws: `RedisError`. The next call tries again.
    package func connection() async throws -> RedisConnection {
        if let opening { return try await opening.value }
        let task = Task { [settings] in try await RedisConnection.connect(settings) }
        opening = task
        do {
            return try await task.value
        } catch {
            if opening == task { opening = nil }
            throw error
        }
    }

    /// Ends the session, if one was ever opened.
    package func close() async {
        guard let task = opening else { return }
        opening = nil
        if let connection = try? await task.value { await connection.close() }
    }
}
