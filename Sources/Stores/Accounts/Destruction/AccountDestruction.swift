import Faults
import Model
import Postgres

/// Removes remote accounts with everything that hangs on them: rows, counts elsewhere, notifications, files.
///
/// What the server does when a row of `accounts` is destroyed, for many rows at once: the rest goes by the foreign keys.
/// No other server is told, as there. Other than there, follow recommendations of another service do not hold an
/// account back. Source: Mastodon 4.6.5 `app/models/account.rb` and `app/models/concerns/account/associations.rb`.
package struct AccountDestruction: Sendable {
    let instance: Instance

    package init(_ instance: Instance) {
        self.instance = instance
    }

    /// What one transaction has removed.
    package struct Removed: Sendable {
        package var ids: [Int64] = []
        /// Those whose stored file names could lead out of their folders; left as they are.
        package var refused: [Int64] = []
        package var files = PendingFiles(files: [], entry: nil)

        package init() {}
    }

    /// Removes accounts that the caller has locked, their files in the journal before the caller's transaction commits.
    package func remove(
        _ ids: [Int64], journal: Journal, over connection: isolated PostgresConnection
    ) async throws -> (Removed, Aftermath) {
        var removed = Removed()
        let media = try await connection.rows(
            "select id, account_id from media_attachments where account_id = any(\(ids)) order by id"
        ) { (id: try $0.value(0, as: Int64.self), account: try $0.value(1, as: Int64.self)) }
        let files = try await self.files(of: ids, media.map(\.id), over: connection)
        let accountOf = Dictionary(media.map { ($0.id, $0.account) }, uniquingKeysWith: { first, _ in first })
        let refused = Set(
            files.filter { !$0.hasSafeNames }.map { $0.kind.table == "accounts" ? $0.id : accountOf[$0.id] ?? 0 })
        removed.refused = ids.filter(refused.contains)
        removed.ids = ids.filter { !refused.contains($0) }
        guard !removed.ids.isEmpty else { return (removed, Aftermath()) }
        let gone = files.filter { file in
            !refused.contains(file.kind.table == "accounts" ? file.id : accountOf[file.id] ?? 0)
        }
        let entry = gone.isEmpty ? nil : try await journal.begin(gone)
        removed.files = PendingFiles(files: gone, entry: entry)
        do {
            let aftermath = try await deleteRows(
                of: removed.ids, media.filter { !refused.contains($0.account) }.map(\.id), over: connection)
            return (removed, aftermath)
        } catch {
            // Nothing was committed, so nothing is to be finished. After a commit that failed nobody can know.
            if let entry { try await journal.finish(entry) }
            throw error
        }
    }

    private func files(
        of ids: [Int64], _ media: [Int64], over connection: isolated PostgresConnection
    ) async throws -> [StoredFile] {
        let owners = FileOwners(schema: instance.schema)
        var files = try await AccountPictures(instance.schema).files(of: ids, over: connection)
        guard !media.isEmpty else { return files }
        for kind in [AttachmentKind.mediaFile, .mediaThumbnail] {
            files += try await owners.files(of: kind, ids: media, over: connection)
                .sorted { $0.key < $1.key }.map(\.value)
        }
        return files
    }

    private func deleteRows(
        of ids: [Int64], _ media: [Int64], over connection: isolated PostgresConnection
    ) async throws -> Aftermath {
        var aftermath = Aftermath()
        try await endFollows(of: ids, &aftermath, over: connection)
        try await takeBackFavourites(of: ids, &aftermath, over: connection)
        try await leaveCollections(ids, over: connection)
        try await dropReports(of: ids, over: connection)
        try await forgetBlocks(of: ids, &aftermath, over: connection)
        for (table, columns) in Self.unbound where instance.schema.has(table: table) {
            for column in columns {
                _ = try await connection.execute(
                    "delete from \(identifier: table) where \(identifier: column) = any(\(ids))")
            }
        }
        if !media.isEmpty {
            _ = try await connection.execute("delete from media_attachments where id = any(\(media))")
        }
        _ = try await connection.execute("delete from accounts where id = any(\(ids))")
        aftermath.change(.unlink(ids.flatMap { ["feed:home:\($0)", "feed:home:\($0):reblogs"] }))
        return aftermath
    }

    /// Rows that no foreign key takes along, or whose key would hold the account back or only lose its reference.
    private static let unbound: [(String, [String])] = [
        ("account_moderation_notes", ["account_id", "target_account_id"]),
        ("account_warnings", ["account_id", "target_account_id"]),
        ("accounts_tags", ["account_id"]),
        ("fasp_follow_recommendations", ["requesting_account_id", "recommended_account_id"]),
        ("generated_annual_reports", ["account_id"]),
    ]
}
