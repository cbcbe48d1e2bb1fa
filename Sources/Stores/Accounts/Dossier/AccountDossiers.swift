import Faults
import Model
import Postgres

/// Gathers what the database knows of an account. Each question leans on an index that begins with the account's id.
package struct AccountDossiers: Sendable {
    private let instance: Instance

    package init(_ instance: Instance) {
        self.instance = instance
    }

    /// Everything but the jobs.
    ///
    /// - Throws: `Fault(.noSuch)` when there is no account of that id.
    package func dossier(
        of account: AccountReference, over connection: Transaction<some Access>
    ) async throws -> AccountDossier {
        let filter = AccountFilter([.init(.number(.id, [Bounds(lower: .init(account.id, isIncluded: true))]))])
        let page = AccountPage(
            listing: FilteredAccounts(filter, at: instance), selection: AccountRows.Selection(AccountFilter()))
        guard let row = try await page.rows(after: nil, 1, over: connection).rows.first, row.id == account.id else {
            throw Fault(
                .noSuch, "no account of a person has the id \(account.id)", help: "try `mastoctl accounts list`")
        }
        guard var dossier = try await profile(of: row, over: connection) else {
            throw Fault(.noSuch, "the account \(row.handle) has just gone")
        }
        try await states(of: account.id, into: &dossier, over: connection)
        dossier.strikes = try await strikes(of: account.id, over: connection)
        dossier.user = try await user(of: account.id, over: connection)
        dossier.blocks = try await blocks(of: dossier, over: connection)
        return dossier
    }

    private func profile(
        of row: AccountRow, over connection: Transaction<some Access>
    ) async throws -> AccountDossier? {
        let id = row.id
        return try await connection.first(
            """
            select
                accounts.note,
                accounts.url,
                coalesce(accounts.uri, ''),
                accounts.discoverable,
                accounts.indexable,
                coalesce(accounts.also_known_as, '{}'),
                (select count(*) from statuses
                    where account_id = \(id) and deleted_at is null and visibility <> 3),
                (select count(*) from follows where target_account_id = \(id)),
                (select count(*) from follows where account_id = \(id)),
                (select count(*) from media_attachments where account_id = \(id)),
                (select least(coalesce(sum(
                    coalesce(file_file_size, 0)::numeric + coalesce(thumbnail_file_size, 0)::numeric), 0), 9223372036854775807)::bigint from media_attachments where account_id = \(id)),
                coalesce(accounts.avatar_file_size, 0)::bigint,
                coalesce(accounts.header_file_size, 0)::bigint,
                (select count(*) from follow_requests where target_account_id = \(id)),
                (select count(*) from blocks where account_id = \(id)),
                (select count(*) from blocks where target_account_id = \(id)),
                (select count(*) from mutes where account_id = \(id)),
                (select count(*) from mutes where target_account_id = \(id)),
                (select count(*) from reports where target_account_id = \(id) and action_taken_at is null),
                (select count(*) from reports where target_account_id = \(id) and action_taken_at is not null),
                (select count(*) from reports where account_id = \(id)),
                (select count(*) from account_moderation_notes where target_account_id = \(id))
            from accounts
            where accounts.id = \(id)
            """
        ) { found in
            AccountDossier(
                row, note: try found[0], url: try found[1], uri: try found[2], discoverable: try found[3],
                indexable: try found[4], alsoKnownAs: try found[5],
                posts: .init(stored: row.posts, counted: try found[6]),
                followers: .init(stored: row.followers, counted: try found[7]),
                following: .init(stored: row.following, counted: try found[8]),
                media: .init(
                    attachments: try found[9], attachmentBytes: try found[10], avatarBytes: try found[11],
                    headerBytes: try found[12]),
                relations: .init(
                    followRequests: try found[13], blocks: try found[14], blockedBy: try found[15],
                    mutes: try found[16], mutedBy: try found[17]),
                reports: .init(open: try found[18], resolved: try found[19], made: try found[20]),
                moderationNotes: try found[21])
        }
    }

    private func states(
        of id: Int64, into dossier: inout AccountDossier, over connection: Transaction<some Access>
    ) async throws {
        let deleted: Statement =
            instance.schema.tellsDeleted ? "accounts.requested_deletion_at" : "null::timestamp"
        let found = try await connection.first(
            """
            select
                accounts.silenced_at,
                accounts.sensitized_at,
                accounts.suspended_at,
                accounts.suspension_origin::bigint,
                accounts.last_webfingered_at,
                moved.username || coalesce('@' || moved.domain, ''),
                (select max(created_at) from account_deletion_requests where account_id = \(id)),
                \(fragment: deleted)
            from accounts
            left join accounts as moved on moved.id = accounts.moved_to_account_id
            where accounts.id = \(id)
            """
        ) { row in
            (
                moments: try [0, 1, 2, 4, 6, 7].map { try row.moment($0) }, origin: try row.value(3, as: Int64?.self),
                moved: try row.value(5, as: String?.self)
            )
        }
        guard let found else { return }
        dossier.silencedAt = found.moments[0]
        dossier.sensitizedAt = found.moments[1]
        dossier.suspendedAt = found.moments[2]
        // Source: Mastodon 4.6.5 `app/models/account.rb` (`suspension_origin`).
        dossier.suspensionOrigin = found.origin.map { $0 == 0 ? "local" : "remote" }
        dossier.lastWebfingeredAt = found.moments[3]
        dossier.movedTo = found.moved
        dossier.requestedDeletionAt = found.moments[5]
        dossier.deletion = found.moments[4].map { .init(requestedAt: $0) }
    }

    /// The latest twenty.
    private func strikes(
        of id: Int64, over connection: Transaction<some Access>
    ) async throws -> [AccountDossier.Strike] {
        try await connection.rows(
            """
            select
                account_warnings.id,
                account_warnings.action::bigint,
                moderator.username,
                account_warnings.created_at,
                account_warnings.overruled_at,
                account_warnings.text
            from account_warnings
            left join accounts as moderator on moderator.id = account_warnings.account_id
            where account_warnings.target_account_id = \(id)
            order by account_warnings.id desc
            limit 20
            """
        ) { row in
            AccountDossier.Strike(
                id: try row[0], action: try row[1], by: try row[2], at: try row.moment(3) ?? UTCTime(0),
                overruledAt: try row.moment(4), text: try row[5])
        }
    }
}

extension Row {
    /// A moment, or null.
    func moment(_ column: Int) throws -> UTCTime? {
        try value(column, as: Timestamp?.self).map { UTCTime($0.seconds) }
    }
}
