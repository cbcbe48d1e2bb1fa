import Model
import Postgres

/// What lets users in: sessions, and the tokens and grants of apps.
///
/// Source: Mastodon 4.6.5 `app/models/user.rb` (`change_password!`, `revoke_access!`), `session_activation.rb` and
/// `app/lib/access_token_extension.rb`; the same since 4.2.
package struct UserAccess {
    let transaction: Transaction<ReadWrite>

    /// Deletes the sessions with their tokens and push subscriptions, revokes every other token and grant, and lets the
    /// streaming server drop who is connected.
    ///
    /// - Returns: how many sessions and how many tokens, and what follows the commit.
    package func end(ofUsers users: [Int64]) async throws -> (sessions: Int, tokens: Int, aftermath: Aftermath) {
        let sessions = try await transaction.rows(
            """
            delete from session_activations
            where user_id = any(\(users))
            returning access_token_id, web_push_subscription_id
            """
        ) { (try $0.value(0, as: Int64?.self), try $0.value(1, as: Int64?.self)) }
        try await transaction.execute(
            "delete from web_push_subscriptions where id = any(\(sessions.compactMap(\.1)))")
        let gone = try await transaction.rows(
            """
            delete from oauth_access_tokens
            where id = any(\(sessions.compactMap(\.0)))
            returning id
            """
        ) { try $0.value(0, as: Int64.self) }
        try await transaction.execute(
            """
            update oauth_access_grants
            set revoked_at = now() at time zone 'utc'
            where resource_owner_id = any(\(users))
            """)
        let revoked = try await transaction.rows(
            """
            update oauth_access_tokens
            set revoked_at = now() at time zone 'utc'
            where resource_owner_id = any(\(users))
            returning id
            """
        ) { try $0.value(0, as: Int64.self) }
        try await transaction.execute("delete from web_push_subscriptions where access_token_id = any(\(revoked))")
        var aftermath = Aftermath()
        for id in (gone + revoked).sorted() {
            aftermath.change(.publish("timeline:access_token:\(id)", #"{"event":"kill"}"#))
        }
        return (sessions.count, gone.count + revoked.count, aftermath)
    }
}

extension Transaction where Mode == ReadWrite {
    package var userAccess: UserAccess { UserAccess(transaction: self) }
}
