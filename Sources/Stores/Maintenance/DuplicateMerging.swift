import Faults
import Model
import Postgres

/// Makes one row of several: what hangs on the others hangs on the one that stays then, unless it has the same already.
///
/// Which stays, and what becomes of the others, is as with the server's own tool. Source: Mastodon 4.6.5
/// `lib/mastodon/cli/maintenance.rb`, which knows fewer tables.
struct DuplicateMerging: Sendable {
    let instance: Instance
    private let catalog: SchemaCatalog

    init(_ instance: Instance, _ release: MastodonRelease) {
        self.instance = instance
        catalog = SchemaCatalog.of(release: release)
    }

    /// Columns that name rows of a table without a foreign key.
    private static let unbound: [String: [(table: String, column: String)]] = [
        "conversations": [("statuses", "conversation_id")],
        "custom_emoji_categories": [("custom_emojis", "category_id")],
        "preview_cards": [("preview_cards_statuses", "preview_card_id")],
        "tags": [("accounts_tags", "tag_id"), ("statuses_tags", "tag_id")],
        "statuses": [("preview_cards_statuses", "status_id")],
    ]

    /// Which row of a table stays: the first in this order.
    private func order(_ table: String) -> Statement {
        switch table {
        case "statuses", "media_attachments": "id"
        case "domain_blocks": "case severity when 1 then 0 when 0 then 1 else 2 end, id desc"
        case "email_domain_blocks": "parent_id is not null, id desc"
        case "tags":
            "coalesce(usable, true)::int + coalesce(trendable, false)::int + coalesce(listable, true)::int desc, id desc"
        case "users", "accounts": "updated_at desc, id desc"
        default: "id desc"
        }
    }

    /// The rows that are there still, the one that stays first.
    func ranked(_ group: DuplicateGroup, over connection: Transaction<ReadWrite>) async throws -> [Int64] {
        try await connection.rows(
            """
            select id
            from \(identifier: group.table)
            where id = any(\(group.ids))
            order by \(fragment: order(group.table))
            for update
            """
        ) { try $0.value(0, as: Int64.self) }
    }

    /// - Returns: how many rows are gone or others now, and their files.
    func merge(
        _ group: DuplicateGroup, over connection: Transaction<ReadWrite>
    ) async throws -> (count: Int, files: [StoredFile]) {
        let rows = try await ranked(group, over: connection)
        guard let kept = rows.first, rows.count > 1 else { return (0, []) }
        let others = Array(rows.dropFirst())
        switch group.table {
        case "users": try await part(others, by: group.keys[0], over: connection)
        case "media_attachments":
            try await connection.execute(
                "update media_attachments set shortcode = null where id = any(\(others))")
        case "accounts": try await rename(others, over: connection)
        default: return (others.count, try await merge(others, into: kept, of: group.table, over: connection))
        }
        return (others.count, [])
    }

    /// Addresses are marked, tokens are forgotten.
    private func part(_ users: [Int64], by key: String, over connection: Transaction<ReadWrite>) async throws {
        for (number, id) in users.enumerated() {
            try await connection.execute(
                key == "email"
                    ? "update users set email = \("\(number) ") || email, updated_at = now() at time zone 'utc' where id = \(id)"
                    : "update users set \(identifier: key) = null, updated_at = now() at time zone 'utc' where id = \(id)"
            )
        }
    }

    /// Local accounts are different people; those that do not stay as they are get a name of their own.
    private func rename(_ accounts: [Int64], over connection: Transaction<ReadWrite>) async throws {
        for id in accounts {
            try await connection.execute(
                """
                update accounts
                set
                    username = (
                        select accounts.username || '_' || number
                        from generate_series(1, 1000) as number
                        where not exists (
                            select from accounts as other
                            where other.domain is null
                                and lower(other.username) = lower(accounts.username || '_' || number))
                        order by number
                        limit 1),
                    updated_at = now() at time zone 'utc'
                where id = \(id)
                    and domain is null
                """)
        }
    }

    private func merge(
        _ others: [Int64], into kept: Int64, of table: String, over connection: Transaction<ReadWrite>
    ) async throws -> [StoredFile] {
        if table == "domain_blocks" { try await join(others, into: kept, over: connection) }
        let isOne =
            table != "statuses"
            ? nil
            : Set(
                try await connection.rows(
                    """
                    select id from statuses
                    where id = any(\(others))
                        and account_id = (select account_id from statuses where id = \(kept))
                    """
                ) { try $0.value(0, as: Int64.self) })
        for other in others where isOne?.contains(other) ?? true {
            for reference in references(to: table) {
                try await move(reference, from: other, to: kept, over: connection)
            }
        }
        var files: [StoredFile] = []
        for kind in AttachmentKind.allCases where kind.table == table && kind != .siteUpload {
            files += try await FileOwners(schema: instance.schema).files(of: kind, ids: others, over: connection)
                .sorted { $0.key < $1.key }.map(\.value)
        }
        try await connection.execute("delete from \(identifier: table) where id = any(\(others))")
        return files
    }

    /// What either of the blocks refuses is refused, and no comment is lost.
    private func join(_ others: [Int64], into kept: Int64, over connection: Transaction<ReadWrite>) async throws {
        try await connection.execute(
            """
            update domain_blocks
            set
                reject_media = domain_blocks.reject_media or other.media,
                reject_reports = domain_blocks.reject_reports or other.reports,
                private_comment = coalesce(nullif(domain_blocks.private_comment, ''), other.private_comment),
                public_comment = coalesce(nullif(domain_blocks.public_comment, ''), other.public_comment)
            from (
                select
                    bool_or(reject_media) as media, bool_or(reject_reports) as reports,
                    max(nullif(private_comment, '')) as private_comment,
                    max(nullif(public_comment, '')) as public_comment
                from domain_blocks
                where id = any(\(others))) as other
            where domain_blocks.id = \(kept)
            """)
    }

    // MARK: - what hangs on a row

    private struct Reference {
        var table: String
        var column: String
        /// The other columns of each unique index that the column is part of.
        var unique: [[String]]
    }

    private func references(to table: String) -> [Reference] {
        let bound = catalog.tables.flatMap { owner in
            owner.foreignKeys.filter { $0.table == table && $0.target == "id" }.map { (owner.name, $0.column) }
        }
        let all =
            bound
            + (Self.unbound[table] ?? []).filter { one in
                !bound.contains { $0.0 == one.table && $0.1 == one.column }
            }.map { ($0.table, $0.column) }
        return all.filter { instance.schema.has(column: $0.1, in: $0.0) }.map { name, column in
            let indexes = catalog.relation(name)?.indexes.filter { $0.kind != .plain } ?? []
            let unique = indexes.map { $0.keys.map(\.expression) }.filter { keys in
                keys.contains(column) && keys.allSatisfy { instance.schema.has(column: $0, in: name) }
            }.map { keys in keys.filter { $0 != column } }
            return Reference(table: name, column: column, unique: unique)
        }
    }

    private func move(
        _ reference: Reference, from other: Int64, to kept: Int64, over connection: Transaction<ReadWrite>
    ) async throws {
        let (table, column) = (reference.table, reference.column)
        let twins = reference.unique.map { others -> Statement in
            let same = others.map { name -> Statement in "twin.\(identifier: name) = item.\(identifier: name)" }
            return """
                exists (
                    select from \(identifier: table) as twin
                    where \(fragment: .joined(["twin.\(identifier: column) = \(kept)"] + same, separator: " and ")))
                """
        }
        if !twins.isEmpty {
            try await connection.execute(
                """
                delete from \(identifier: table) as item
                where item.\(identifier: column) = \(other)
                    and (\(fragment: .joined(twins, separator: " or ")))
                """)
        }
        try await connection.execute(
            "update \(identifier: table) set \(identifier: column) = \(kept) where \(identifier: column) = \(other)")
    }
}

extension Site where Mode == ReadWrite {
    /// Makes one row of a group. Accounts of other servers with one key become one with all they have; those of another
    /// key go.
    ///
    /// - Returns: how many rows are gone or others now.
    /// - Throws: as `change`.
    package func merge(_ group: DuplicateGroup, release: MastodonRelease) async throws -> (Int, FilesGone) {
        if group.table == "accounts", try await isRemote(group) { return try await mergeAccounts(group, release) }
        let merging = DuplicateMerging(instance, release)
        return try await changeWithFiles { connection in
            let (count, files) = try await merging.merge(group, over: connection)
            return (count, files, Aftermath())
        }
    }

    private func isRemote(_ group: DuplicateGroup) async throws -> Bool {
        try await database.readPrimary { connection in
            try await connection.first("select domain is not null from accounts where id = any(\(group.ids)) limit 1") {
                try $0.value(0, as: Bool.self)
            } ?? false
        }
    }

    private func mergeAccounts(_ group: DuplicateGroup, _ release: MastodonRelease) async throws -> (Int, FilesGone) {
        let merging = DuplicateMerging(instance, release)
        let rows = try await database.write { connection in
            let ranked = try await merging.ranked(group, over: connection)
            let found = try await connection.rows(
                "select id, username, domain from accounts where id = any(\(ranked))"
            ) { AccountReference(id: try $0[0], username: try $0[1], domain: try $0[2]) }
            let byID = Dictionary(found.map { ($0.id, $0) }) { $1 }
            return ranked.compactMap { byID[$0] }
        }
        guard let kept = rows.first else { return (0, FilesGone()) }
        var files = FilesGone()
        for other in rows.dropFirst() {
            let merging = AccountMerging(other, into: kept, instance)
            if try await database.readPrimary({ try await merging.shareKey(over: $0) }) {
                files.add(try await merge(merging) { _ in true })
            } else {
                let (_, gone) = try await changeWithFiles { connection in
                    let removed = try await AccountDestruction(instance).remove([other.id], over: connection)
                    return ((), removed.files, removed.aftermath)
                }
                files.add(gone)
            }
        }
        return (rows.count - 1, files)
    }

    /// What is counted and remembered of rows is made anew.
    ///
    /// - Throws: what the database throws.
    package func settleAfterMerging() async throws {
        try await database.write { try await PurgeScope.refreshInstances(over: $0) }
        await cache.forget(matching: "*")
    }
}
