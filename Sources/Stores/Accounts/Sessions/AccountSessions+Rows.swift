import Model
import Postgres

extension AccountSessions {
    /// Those of a local account. Leans on the indexes of sessions and tokens on their users.
    package static func of(
        _ account: AccountReference, over connection: PostgresConnection
    ) async throws -> AccountSessions {
        AccountSessions(
            account: account.handle, sessions: try await sessions(account.id, connection),
            tokens: try await tokens(account.id, connection), addresses: try await addresses(account.id, connection))
    }

    private static func sessions(_ account: Int64, _ connection: PostgresConnection) async throws -> [Session] {
        try await connection.rows(
            """
            select session.id::text, session.created_at, session.updated_at, host(session.ip), session.user_agent,
                session.web_push_subscription_id is not null
            from session_activations as session
            join users on users.id = session.user_id
            where users.account_id = \(account)
            order by session.updated_at desc, session.id desc
            """
        ) { row in
            Session(
                id: try row[0], created: time(try row[1]), used: time(try row[2]), ip: try row[3], agent: try row[4],
                hasPush: try row[5])
        }
    }

    private static func tokens(_ account: Int64, _ connection: PostgresConnection) async throws -> [Token] {
        try await connection.rows(
            """
            select token.id::text, app.name, coalesce(token.scopes, ''), token.created_at, token.last_used_at,
                host(token.last_used_ip), token.revoked_at,
                exists (select from web_push_subscriptions where access_token_id = token.id)
            from oauth_access_tokens as token
            join users on users.id = token.resource_owner_id
            left join oauth_applications as app on app.id = token.application_id
            where users.account_id = \(account)
            order by coalesce(token.last_used_at, token.created_at) desc, token.id desc
            """
        ) { row in
            let (used, revoked): (Timestamp?, Timestamp?) = (try row[4], try row[6])
            return Token(
                id: try row[0], app: try row[1], scopes: try row[2], created: time(try row[3]),
                used: used.map(time), ip: try row[5], revoked: revoked.map(time), hasPush: try row[7])
        }
    }

    /// From the view that gathers sign-ups, sessions and sign-ins.
    private static func addresses(_ account: Int64, _ connection: PostgresConnection) async throws -> [Address] {
        try await connection.rows(
            """
            select host(ips.ip), max(ips.used_at)
            from user_ips as ips
            join users on users.id = ips.user_id
            where users.account_id = \(account) and ips.ip is not null and ips.used_at is not null
            group by ips.ip
            order by max(ips.used_at) desc
            limit 100
            """
        ) { Address(ip: try $0[0], used: time(try $0[1])) }
    }

    private static func time(_ stamp: Timestamp) -> UTCTime { UTCTime(stamp.seconds) }
}
