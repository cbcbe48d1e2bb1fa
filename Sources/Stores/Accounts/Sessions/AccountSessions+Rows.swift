import Model
import Postgres

extension AccountSessions {
    /// Those of local accounts. Leans on the indexes of sessions and tokens on their users.
    package static func of(
        _ accounts: [AccountReference], over connection: Transaction<some Access>
    ) async throws -> AccountSessions {
        let ids = accounts.map(\.id)
        return AccountSessions(
            accounts: accounts.map(\.handle), sessions: try await sessions(ids, connection),
            tokens: try await tokens(ids, connection), addresses: try await addresses(ids, connection))
    }

    private static func sessions(_ accounts: [Int64], _ connection: Transaction<some Access>) async throws -> [Session]
    {
        try await connection.rows(
            """
            select session.id::text, session.created_at, session.updated_at, host(session.ip), session.user_agent,
                session.web_push_subscription_id is not null, accounts.username
            from session_activations as session
            join users on users.id = session.user_id
            join accounts on accounts.id = users.account_id
            where users.account_id = any(\(accounts))
            order by session.updated_at desc, session.id desc
            """
        ) { row in
            Session(
                account: try row[6], id: try row[0], created: time(try row[1]), used: time(try row[2]),
                ip: try row[3], agent: try row[4], hasPush: try row[5])
        }
    }

    private static func tokens(_ accounts: [Int64], _ connection: Transaction<some Access>) async throws -> [Token] {
        try await connection.rows(
            """
            select token.id::text, app.name, coalesce(token.scopes, ''), token.created_at, token.last_used_at,
                host(token.last_used_ip), token.revoked_at,
                exists (select from web_push_subscriptions where access_token_id = token.id), accounts.username
            from oauth_access_tokens as token
            join users on users.id = token.resource_owner_id
            join accounts on accounts.id = users.account_id
            left join oauth_applications as app on app.id = token.application_id
            where users.account_id = any(\(accounts))
            order by coalesce(token.last_used_at, token.created_at) desc, token.id desc
            """
        ) { row in
            let (used, revoked): (Timestamp?, Timestamp?) = (try row[4], try row[6])
            return Token(
                account: try row[8], id: try row[0], app: try row[1], scopes: try row[2], created: time(try row[3]),
                used: used.map(time), ip: try row[5], revoked: revoked.map(time), hasPush: try row[7])
        }
    }

    /// From the view that gathers sign-ups, sessions and sign-ins; at most a hundred of each account.
    private static func addresses(_ accounts: [Int64], _ connection: Transaction<some Access>) async throws -> [Address]
    {
        try await connection.rows(
            """
            select ip, used, username
            from (
                select host(ips.ip) as ip, max(ips.used_at) as used, accounts.username,
                    row_number() over (partition by accounts.id order by max(ips.used_at) desc) as place
                from user_ips as ips
                join users on users.id = ips.user_id
                join accounts on accounts.id = users.account_id
                where users.account_id = any(\(accounts)) and ips.ip is not null and ips.used_at is not null
                group by accounts.id, ips.ip
            ) as address
            where place <= 100
            order by used desc
            """
        ) { Address(account: try $0[2], ip: try $0[0], used: time(try $0[1])) }
    }

    private static func time(_ stamp: Timestamp) -> UTCTime { UTCTime(stamp.seconds) }
}
