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

    /// Removes accounts that the caller has locked. In a transaction of the caller's.
    ///
    /// - Returns: the files that no row names any more then, and what comes after the commit.
    package func remove(
        _ ids: [Int64], over connection: Transaction<ReadWrite>
    ) async throws -> (files: [StoredFile], aftermath: Aftermath) {
        let media = try await connection.rows(
            "select id from media_attachments where account_id = any(\(ids)) order by id"
        ) { try $0.value(0, as: Int64.self) }
        let files = try await files(of: ids, media, over: connection)
        let findable = try await connection.rows(
            "select uri from accounts where id = any(\(ids)) and discoverable and uri is not null order by id"
        ) { ActorName(uri: try $0.value(0)) }
        var aftermath = try await deleteRows(of: ids, media, over: connection)
        aftermath.drop(cached: files, on: instance)
        aftermath.announce("delete", of: findable, on: instance)
        return (files, aftermath)
    }

    private func files(
        of ids: [Int64], _ media: [Int64], over connection: Transaction<some Access>
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
        of ids: [Int64], _ media: [Int64], over connection: Transaction<ReadWrite>
    ) async throws -> Aftermath {
        var aftermath = Aftermath()
        try await dropPosts(of: ids, &aftermath, over: connection)
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
        if instance.takesUnknownTables { try await UnknownHolds(instance.schema).release(ids, over: connection) }
        if !media.isEmpty {
            _ = try await connection.execute("delete from media_attachments where id = any(\(media))")
        }
        _ = try await connection.execute("delete from accounts where id = any(\(ids))")
        aftermath.change(.unlink(ids.flatMap { ["feed:home:\($0)", "feed:home:\($0):reblogs"] }))
        aftermath.reindex(accounts: ids, on: instance)
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
