import Model
import Postgres

extension AccountDossiers {
    /// The user of an account; nil for a remote account and for what is left of a deleted one.
    func user(of account: Int64, over connection: Transaction<some Access>) async throws -> AccountUser? {
        let found = try await connection.first(
            """
            select
                users.id,
                users.email,
                users.unconfirmed_email,
                users.confirmed_at,
                users.approved,
                users.disabled,
                user_roles.name,
                users.locale,
                users.created_at,
                users.sign_up_ip,
                inviter.username,
                users.sign_in_count::bigint,
                users.current_sign_in_at,
                users.last_sign_in_at,
                users.otp_required_for_login,
                (select count(*) from webauthn_credentials where user_id = users.id),
                (select count(*) from oauth_access_tokens
                    where resource_owner_id = users.id and revoked_at is null),
                (select count(*) from session_activations where user_id = users.id)
            from users
            left join user_roles on user_roles.id = users.role_id and user_roles.id <> -99
            left join invites on invites.id = users.invite_id
            left join users as host on host.id = invites.user_id
            left join accounts as inviter on inviter.id = host.account_id
            where users.account_id = \(account)
            order by users.id
            limit 1
            """
        ) { row in
            (
                id: try row.value(0, as: Int64.self),
                user: AccountUser(
                    id: try row[0], email: try row[1], unconfirmedEmail: try row[2], confirmedAt: try row.moment(3),
                    approved: try row[4], disabled: try row[5], role: try row[6], locale: try row[7],
                    createdAt: try row.moment(8) ?? UTCTime(0), signUpIp: try row[9], invitedBy: try row[10],
                    signInCount: try row[11], currentSignInAt: try row.moment(12), lastSignInAt: try row.moment(13),
                    otp: try row[14], securityKeys: try row[15], accessTokens: try row[16], sessionCount: try row[17])
            )
        }
        guard let found else { return nil }
        var user = found.user
        user.sessions = try await sessions(of: found.id, over: connection)
        user.ips = try await addresses(of: found.id, over: connection)
        return user
    }

    private func sessions(
        of user: Int64, over connection: Transaction<some Access>
    ) async throws -> [AccountUser.Session] {
        try await connection.rows(
            """
            select id, ip, user_agent, updated_at
            from session_activations
            where user_id = \(user)
            order by updated_at desc, id desc
            limit 10
            """
        ) { row in
            AccountUser.Session(
                id: try row[0], ip: try row[1], userAgent: try row[2], lastUsedAt: try row.moment(3) ?? UTCTime(0))
        }
    }

    /// As the server's own pages have them. Source: the view `user_ips`, the same since 4.2.
    private func addresses(
        of user: Int64, over connection: Transaction<some Access>
    ) async throws -> [AccountUser.Address] {
        try await connection.rows(
            """
            select ip, used_at
            from user_ips
            where user_id = \(user) and ip is not null
            order by used_at desc, ip
            limit 10
            """
        ) { row in
            AccountUser.Address(ip: try row[0], lastUsedAt: try row.moment(1) ?? UTCTime(0))
        }
    }
}
