import Model
import Postgres

extension AccountChange {
    /// The columns that make an account what the action says.
    ///
    /// Source: Mastodon 4.6.5 `app/models/concerns/account/{suspensions,silences,sensitizes}.rb`, `app/models/user.rb`.
    /// A row that is so already keeps its `updated_at` where the server writes no column.
    func changeRows(_ standings: [AccountStanding], over connection: Transaction<ReadWrite>) async throws {
        let ids = standings.map(\.account.id)
        switch action {
        case .suspend: try await suspend(standings, over: connection)
        case .unsuspend: try await unsuspend(ids, over: connection)
        case .silence: try await set("silenced_at", of: ids, over: connection)
        case .unsilence: try await clear("silenced_at", of: ids, over: connection)
        case .sensitize: try await set("sensitized_at", of: ids, over: connection)
        case .desensitize: try await clear("sensitized_at", of: ids, over: connection)
        case .disable: try await disable(standings.compactMap(\.user?.id), true, over: connection)
        case .enable: try await disable(standings.compactMap(\.user?.id), false, over: connection)
        case .role: try await assign(standings.compactMap(\.user?.id), over: connection)
        case .memorialize: try await memorialize(ids, over: connection)
        case .reject, .revokeSessions, .warn: break
        }
    }

    private func assign(_ users: [Int64], over connection: Transaction<ReadWrite>) async throws {
        var id: Int64?
        if case .named(let name) = role {
            id = try await UserStore(instance).existingRole(name, over: connection).assigned
        }
        try await connection.execute(
            """
            update users
            set role_id = \(id), updated_at = now() at time zone 'utc'
            where id = any(\(users))
                and role_id is distinct from \(id)
            """)
    }

    private func memorialize(_ ids: [Int64], over connection: Transaction<ReadWrite>) async throws {
        try await connection.execute(
            """
            update accounts
            set memorial = true, updated_at = now() at time zone 'utc'
            where id = any(\(ids))
                and not memorial
            """)
    }

    private func set(_ column: String, of ids: [Int64], over connection: Transaction<ReadWrite>) async throws {
        try await connection.execute(
            """
            update accounts
            set \(identifier: column) = now() at time zone 'utc', updated_at = now() at time zone 'utc'
            where id = any(\(ids))
            """)
    }

    private func clear(_ column: String, of ids: [Int64], over connection: Transaction<ReadWrite>) async throws {
        try await connection.execute(
            """
            update accounts
            set \(identifier: column) = null, updated_at = now() at time zone 'utc'
            where id = any(\(ids))
                and \(identifier: column) is not null
            """)
    }

    private func disable(
        _ users: [Int64], _ isDisabled: Bool, over connection: Transaction<ReadWrite>
    ) async throws {
        try await connection.execute(
            """
            update users
            set disabled = \(isDisabled), updated_at = now() at time zone 'utc'
            where id = any(\(users))
                and disabled <> \(isDisabled)
            """)
    }

    /// A request to delete the data, which is due in thirty days, takes the place of one there is; the e-mail addresses
    /// are blocked in their canonical form.
    private func suspend(
        _ standings: [AccountStanding], over connection: Transaction<ReadWrite>
    ) async throws {
        let ids = standings.map(\.account.id)
        try await connection.execute("delete from account_deletion_requests where account_id = any(\(ids))")
        try await connection.execute(
            """
            insert into account_deletion_requests (account_id, created_at, updated_at)
            select id, now() at time zone 'utc', now() at time zone 'utc'
            from unnest(\(ids)) as id
            """)
        try await connection.execute(
            """
            update accounts
            set suspended_at = now() at time zone 'utc', suspension_origin = 0, updated_at = now() at time zone 'utc'
            where id = any(\(ids))
            """)
        let owners = standings.filter { $0.account.isLocal && $0.user?.email.isEmpty == false }
        let hashes = owners.map { CanonicalEmail(of: $0.user?.email ?? "").hash }
        try await connection.execute(
            """
            insert into canonical_email_blocks (canonical_email_hash, reference_account_id, created_at, updated_at)
            select hash, account_id, now() at time zone 'utc', now() at time zone 'utc'
            from unnest(\(hashes), \(owners.map(\.account.id))) as owner (hash, account_id)
            on conflict (canonical_email_hash) do nothing
            """)
    }

    private func unsuspend(_ ids: [Int64], over connection: Transaction<ReadWrite>) async throws {
        try await connection.execute("delete from account_deletion_requests where account_id = any(\(ids))")
        try await connection.execute(
            """
            update accounts
            set suspended_at = null, suspension_origin = null, updated_at = now() at time zone 'utc'
            where id = any(\(ids))
            """)
        try await connection.execute(
            """
            delete from canonical_email_blocks
            where reference_account_id in (select id from accounts where id = any(\(ids)) and domain is null)
            """)
    }
}
