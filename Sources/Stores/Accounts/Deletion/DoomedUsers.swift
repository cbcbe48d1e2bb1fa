import Model
import Postgres

/// Source: Mastodon 4.6.5 `app/services/delete_account_service.rb` (`purge_user!`, `purge_profile!`, `purge_content!`),
/// `app/models/user.rb`, `app/models/session_activation.rb`, `app/lib/access_token_extension.rb`.
extension DoomedAccounts {
    private var users: [Int64] { local.compactMap(\.user).sorted() }

    /// Disables the users, or deletes them with their sessions, tokens and invitations.
    package func leaveUsers(over connection: Transaction<ReadWrite>) async throws -> Aftermath {
        guard !users.isEmpty else { return Aftermath() }
        return keepsUsers
            ? try await disableUsers(over: connection) : try await deleteUsers(over: connection)
    }

    private func disableUsers(over connection: Transaction<ReadWrite>) async throws -> Aftermath {
        try await connection.execute(
            """
            update users
            set
                disabled = true,
                updated_at = now() at time zone 'utc'
            where id = any(\(users))
                and not disabled
            """)
        try await connection.execute("delete from invites where user_id = any(\(users)) and uses = 0")
        var aftermath = Aftermath()
        for account in local where account.user != nil {
            aftermath.change(.publish("timeline:system:\(account.id)", #"{"event":"kill"}"#))
        }
        return aftermath
    }

    private func deleteUsers(over connection: Transaction<ReadWrite>) async throws -> Aftermath {
        let tokens = try await connection.rows(
            """
            select access_token_id
            from session_activations
            where user_id = any(\(users))
                and access_token_id is not null
            order by access_token_id
            """
        ) { try $0.value(0, as: Int64.self) }
        try await connection.execute("delete from webauthn_credentials where user_id = any(\(users))")
        try await connection.execute(
            """
            with gone as (
                select invite_id, count(*) as count
                from users
                where id = any(\(users))
                    and invite_id is not null
                group by invite_id
            )
            update invites
            set uses = uses - gone.count
            from gone
            where invites.id = gone.invite_id
            """)
        try await connection.execute("delete from users where id = any(\(users))")
        var aftermath = Aftermath()
        for token in tokens {
            aftermath.change(.publish("timeline:access_token:\(token)", #"{"event":"kill"}"#))
        }
        return aftermath
    }

    /// What says from now on that the accounts are out of use. Since 4.7 only a block of their server suspends them.
    private var outOfUse: Statement {
        let moment: Statement = """
            coalesce(to_timestamp(\(options.suspendedAt?.seconds)) at time zone 'utc', now() at time zone 'utc')
            """
        return schema.tellsDeleted && options.suspendedAt == nil
            ? "requested_deletion_at = coalesce(requested_deletion_at, \(fragment: moment))"
            : "suspended_at = \(fragment: moment), suspension_origin = 0"
    }

    /// Leaves a name and nothing else of the accounts, out of use.
    ///
    /// - Returns: what follows, and the pictures their rows name no more.
    package func blankProfiles(over connection: Transaction<ReadWrite>) async throws -> (Aftermath, [StoredFile]) {
        let owners = FileOwners(schema: schema)
        // Locked, so that the pictures are those that the update takes away.
        try await connection.execute("select id from accounts where id = any(\(ids)) order by id for update")
        var files: [StoredFile] = []
        for kind in [AttachmentKind.avatar, .header] {
            files += try await owners.files(of: kind, ids: ids, over: connection).values.sorted { $0.id < $1.id }
        }
        try await connection.execute(
            """
            update accounts
            set
                silenced_at = null,
                \(fragment: outOfUse),
                locked = false,
                memorial = false,
                discoverable = false,
                trendable = false,
                display_name = '',
                note = '',
                fields = '[]',
                moved_to_account_id = null,
                reviewed_at = null,
                requested_review_at = null,
                also_known_as = '{}',
                avatar_file_name = null,
                avatar_content_type = null,
                avatar_file_size = null,
                avatar_updated_at = null,
                header_file_name = null,
                header_content_type = null,
                header_file_size = null,
                header_updated_at = null,
                updated_at = now() at time zone 'utc'
            where id = any(\(ids))
            """)
        // The server's own save makes the row where there is none.
        try await connection.execute(
            """
            insert into account_stats (account_id, created_at, updated_at)
            select unnest(\(ids)), now() at time zone 'utc', now() at time zone 'utc'
            on conflict do nothing
            """)
        try await connection.execute(
            """
            update account_stats
            set
                statuses_count = 0,
                following_count = 0,
                followers_count = 0,
                updated_at = now() at time zone 'utc'
            where account_id = any(\(ids))
                and (statuses_count, following_count, followers_count) <> (0, 0, 0)
            """)
        var aftermath = Aftermath()
        for account in local {
            aftermath.push(.webhook, "account.updated", "Account", .integer(account.id))
        }
        aftermath.announce("update", of: accounts.filter(\.isDiscoverable).map(\.name), on: instance)
        aftermath.reindex(accounts: ids, on: instance)
        return (aftermath, files)
    }

    /// Deletes the rows of the accounts, and by the database's cascades what is left of them.
    package func deleteRows(over connection: Transaction<ReadWrite>) async throws -> (Aftermath, [StoredFile]) {
        let owners = FileOwners(schema: schema)
        try await connection.execute("select id from accounts where id = any(\(ids)) order by id for update")
        var files: [StoredFile] = []
        for kind in [AttachmentKind.avatar, .header] {
            files += try await owners.files(of: kind, ids: ids, over: connection).values.sorted { $0.id < $1.id }
        }
        try await deleteObstacles(over: connection)
        try await connection.execute("delete from accounts where id = any(\(ids))")
        var aftermath = Aftermath()
        aftermath.announce("delete", of: accounts.filter(\.isDiscoverable).map(\.name), on: instance)
        aftermath.reindex(accounts: ids, on: instance)
        return (aftermath, files)
    }

    /// A batch of attachments, whose rows go.
    ///
    /// - Returns: what follows, their files, and whether there may be more.
    package func deleteMedia(
        over connection: Transaction<ReadWrite>
    ) async throws -> (Aftermath, [StoredFile], hasMore: Bool) {
        let kept = options.keepsAccount ? reported : []
        let media = try await connection.rows(
            """
            select id
            from media_attachments
            where account_id = any(\(ids))
                and coalesce(status_id <> all(\(kept)), true)
            order by id
            limit \(Self.batch / 2)
            for update
            """
        ) { try $0.value(0, as: Int64.self) }
        guard !media.isEmpty else { return (Aftermath(), [], false) }
        let owners = FileOwners(schema: schema)
        var files: [StoredFile] = []
        for kind in [AttachmentKind.mediaFile, .mediaThumbnail] {
            files += try await owners.files(of: kind, ids: media, over: connection).values.sorted { $0.id < $1.id }
        }
        try await connection.execute("delete from media_attachments where id = any(\(media))")
        var aftermath = Aftermath()
        aftermath.drop(cached: files, on: instance)
        return (aftermath, files, media.count == Self.batch / 2)
    }
}
