import Model
import Postgres

extension IPBlocks {
    package func dangers(
        of requests: [IPBlockRequest], over connection: Transaction<some Access>
    ) async throws -> [String] {
        let lockout = LockoutGuard(host: HostAddresses.all(), staff: try await Self.signIns(over: connection))
        return IPBlock.Severity.allCases.flatMap { severity in
            lockout.dangers(of: requests.filter { $0.severity == severity }.map(\.ip), severity: severity).map(\.words)
        }
    }

    /// Where users with a role signed in from or hold sessions, lately. Leans on the indexes over the user of both tables.
    ///
    /// Source: Mastodon 4.2 to 4.6 `app/models/user.rb` and `user_role.rb`: most users have no role.
    private static func signIns(over connection: Transaction<some Access>) async throws -> [LockoutGuard.SignIn] {
        try await connection.rows(
            """
            with staff as materialized (
                select users.id, accounts.username
                from users
                join accounts on accounts.id = users.account_id
                where coalesce(users.role_id, -99) <> -99
            )
            select staff.username, host(ip)
            from staff
            join login_activities on login_activities.user_id = staff.id
            where success
                and ip is not null
                and created_at > now() at time zone 'utc' - make_interval(days => \(LockoutGuard.days)::int)
            union
            select staff.username, host(ip)
            from staff
            join session_activations on session_activations.user_id = staff.id
            where ip is not null
                and updated_at > now() at time zone 'utc' - make_interval(days => \(LockoutGuard.days)::int)
            order by 1, 2
            """
        ) { row in
            let name = try row.value(0, as: String.self)
            return IPNetwork(try row.value(1, as: String.self)).map { LockoutGuard.SignIn(name: name, address: $0) }
        }.compactMap { $0 }
    }
}
