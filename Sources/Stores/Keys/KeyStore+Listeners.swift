import Redis

extension KeyStore {
    /// Whether a client listens to each of the channels of the streaming server.
    ///
    /// Source: Mastodon 4.6.5 `app/models/account_conversation.rb` (`subscribed_to_timeline?`).
    ///
    /// - Throws: `RedisError`.
    package func listeners(_ channels: [String]) async throws -> [Bool] {
        try await connection().pipeline(channels.map { ["EXISTS", RedisArgument("\(prefix)subscribed:\($0)")] })
            .map { ($0.integer ?? 0) > 0 }
    }
}
