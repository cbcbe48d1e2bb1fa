import Model
import Postgres

/// Ends every access to a user's account: sessions, grants and tokens of applications, push subscriptions, and the
/// connections that the streaming server holds open for them.
///
/// Source: Mastodon 4.6.5 `app/models/user.rb` (`change_password!`, `revoke_access!`), `session_activation.rb`,
/// `app/lib/access_token_extension.rb`.
package enum AccessRevocation {
    /// - Returns: how many sessions and tokens there were.
    @discardableResult
    package static func revokeAll(
        of user: Int64, _ aftermath: inout Aftermath, over connection: Transaction<ReadWrite>
    ) async throws -> Int {
        let own = try await sessions(of: user, over: connection)
        aftermath.endStreams(own.tokens)
        _ = try await connection.execute(
            "update oauth_access_grants set revoked_at = now() at time zone 'utc' where resource_owner_id = \(user)")
        let tokens = try await connection.rows(
            """
            update oauth_access_tokens
            set revoked_at = now() at time zone 'utc'
            where resource_owner_id = \(user)
            returning id
            """
        ) { try $0.value(0, as: Int64.self) }
        _ = try await connection.execute(
            "delete from web_push_subscriptions where access_token_id = any(\(tokens))")
        aftermath.endStreams(tokens.sorted())
        return own.count + tokens.count
    }

    /// Ends the sessions of the web site, whose tokens and push subscriptions are nobody else's and go with them.
    package static func sessions(
        of user: Int64, over connection: Transaction<ReadWrite>
    ) async throws -> (count: Int, tokens: [Int64]) {
        let sessions = try await connection.rows(
            """
            delete from session_activations
            where user_id = \(user)
            returning access_token_id, web_push_subscription_id
            """
        ) { (try $0.value(0, as: Int64?.self), try $0.value(1, as: Int64?.self)) }
        let tokens = sessions.compactMap(\.0)
        let subscriptions = sessions.compactMap(\.1)
        _ = try await connection.execute("delete from web_push_subscriptions where id = any(\(subscriptions))")
        let deleted = try await connection.rows(
            "delete from oauth_access_tokens where id = any(\(tokens)) returning id"
        ) { try $0.value(0, as: Int64.self) }
        return (sessions.count, deleted.sorted())
    }
}

extension Aftermath {
    /// Lets the streaming server end what it holds open for tokens.
    package mutating func endStreams(_ tokens: [Int64]) {
        for token in tokens { change(.publish("timeline:access_token:\(token)", #"{"event":"kill"}"#)) }
    }
}
