import Model
import Postgres

/// Cached files that were missing, as their rows were cleared.
package struct ClearedFiles: Sendable {
    package var files: [StoredFile] = []
    /// The posts whose rendered copies the server keeps in its cache.
    package var statusIDs: [Int64] = []
}

extension FileOwners {
    /// Rows of a kind that name a file, in order of id. Walks the primary key.
    package func page(
        of kind: AttachmentKind, after id: Int64, size: Int, in scope: RowScope,
        over connection: Transaction<some Access>
    ) async throws -> [StoredFile] {
        try await connection.rows(
            """
            \(fragment: selection(kind))
            where id > \(id)
                and \(identifier: kind.column("file_name")) <> ''
                and \(fragment: condition(scope, kind))
            order by id
            limit \(size)
            """
        ) { try Self.decode($0, kind) }
    }

    /// The domain's index is of no use beside the order of ids; one probe of the accounts' primary key a row is.
    private func condition(_ scope: RowScope, _ kind: AttachmentKind) -> Statement {
        if scope.domains.isEmpty { return "true" }
        let below = scope.domains.map { ".\($0)" }
        let isBelow: Statement = """
            (domain = any(\(scope.domains))
                or exists (select from unnest(\(below)) as suffix where right(domain, length(suffix)) = suffix))
            """
        return switch kind {
        case .avatar, .header, .emoji: isBelow
        case .mediaFile, .mediaThumbnail:
            """
            exists (
                select from accounts
                where accounts.id = media_attachments.account_id
                    and \(fragment: isBelow))
            """
        case .previewCard, .siteUpload, .backup: "false"
        }
    }

    /// Makes rows of cached remote files point at no file, where they still name the same one and it is still missing.
    ///
    /// In a transaction of the caller's. The storage is asked under the rows' locks: a file that the server is just
    /// fetching again is there before its row is written. What is left of the other styles is told.
    package func clearMissing(
        _ files: [StoredFile], of kind: AttachmentKind, in objects: Objects<some Access>,
        over connection: Transaction<ReadWrite>
    ) async throws -> ClearedFiles {
        guard kind.isFetchedAgain else { return ClearedFiles() }
        let named = Dictionary(files.map { ($0.id, $0.fileName) }, uniquingKeysWith: { first, _ in first })
        let locked = try await lock(files.map(\.id), of: kind, over: connection).filter { file in
            file.hasSafeNames && named[file.id].map { $0.utf8.elementsEqual(file.fileName.utf8) } ?? false
        }
        let existing = try await objects.existing(of: locked.map(\.originalKey))
        let missing = locked.filter { !existing.contains($0.originalKey) }
        guard !missing.isEmpty else { return ClearedFiles() }
        return ClearedFiles(
            files: missing, statusIDs: try await clear(missing.map(\.id), of: kind, over: connection))
    }

    /// Rows of remote files that nobody else holds.
    private func lock(
        _ ids: [Int64], of kind: AttachmentKind, over connection: Transaction<ReadWrite>
    ) async throws -> [StoredFile] {
        try await connection.rows(
            """
            \(fragment: selection(kind))
            where id = any(\(ids))
                and \(identifier: kind.column("file_name")) <> ''
                and not (\(fragment: isLocal(kind)))
            order by id
            for update skip locked
            """
        ) { try Self.decode($0, kind) }
    }

    /// The columns that the server's own `destroy` of an attachment sets.
    private func clear(
        _ ids: [Int64], of kind: AttachmentKind, over connection: Transaction<ReadWrite>
    ) async throws -> [Int64] {
        let assignments = ["file_name", "content_type", "file_size", "updated_at"].map { name -> Statement in
            "\(identifier: kind.column(name)) = null"
        }
        let status: Statement = kind.table == "media_attachments" ? "status_id" : "null::bigint"
        return try await connection.rows(
            """
            update \(identifier: kind.table)
            set
                \(fragment: .joined(assignments, separator: ",\n    ")),
                updated_at = now() at time zone 'utc'
            where id = any(\(ids))
            returning \(fragment: status)
            """
        ) { try $0.value(0, as: Int64?.self) }
        .compactMap { $0 }
    }
}
