import Model
import Postgres

/// The rows that own stored files, asked by id.
package struct FileOwners: Sendable {
    let schema: LiveSchema

    package init(schema: LiveSchema) {
        self.schema = schema
    }

    /// The file each row of a kind owns now; rows without a file, or gone, are missing from the answer.
    package func files(
        of kind: AttachmentKind, ids: [Int64], over connection: Transaction<some Access>
    ) async throws -> [Int64: StoredFile] {
        let files = try await connection.rows(statement(kind, ids)) { try Self.decode($0, kind) }
        return Dictionary(files.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Every row of a kind that has a file, in order of id after `after`.
    package func page(
        of kind: AttachmentKind, after id: Int64, size: Int, remoteOnly: Bool = false,
        over connection: Transaction<some Access>
    ) async throws -> [StoredFile] {
        let remote: Statement = remoteOnly ? "and not (\(fragment: isLocal(kind)))" : ""
        return try await connection.rows(
            """
            \(fragment: selection(kind))
            where id > \(id)
                and \(identifier: kind.column("file_name")) <> ''
                \(fragment: remote)
            order by id
            limit \(size)
            """
        ) { try Self.decode($0, kind) }
    }

    /// The keys of these files that no row uses any more.
    package func unused(
        _ files: [StoredFile], over connection: Transaction<some Access>
    ) async throws -> [StoredFile] {
        var unused: [StoredFile] = []
        for (kind, group) in Dictionary(grouping: files, by: \.kind) {
            let current = try await self.files(of: kind, ids: group.map(\.id), over: connection)
            unused += group.filter { file in current[file.id].map { !$0.owns(fileNamed: file.fileName) } ?? true }
        }
        return unused
    }

    /// One probe of the primary key a row.
    private func statement(_ kind: AttachmentKind, _ ids: [Int64]) -> Statement {
        """
        \(fragment: selection(kind))
        where id = any(\(ids))
            and \(identifier: kind.column("file_name")) <> ''
        """
    }

    /// - Parameter hasSize: whether a column with the file's size comes last.
    func selection(_ kind: AttachmentKind, hasSize: Bool = false) -> Statement {
        let version = kind.column("storage_schema_version")
        let size: Statement =
            hasSize ? ", coalesce(\(identifier: kind.column("file_size")), 0)::bigint" : ""
        return """
            select
                id,
                \(identifier: kind.column("file_name")),
                \(identifier: kind.column("content_type")),
                \(fragment: schema.has(column: version, in: kind.table) ? "\(identifier: version)::bigint" : "null::bigint"),
                \(fragment: isLocal(kind)),
                \(fragment: kind == .siteUpload ? "var" : "null::text")
                \(fragment: size)
            from \(identifier: kind.table)
            """
    }

    func isLocal(_ kind: AttachmentKind) -> Statement {
        switch kind {
        case .avatar, .header, .emoji: "domain is null"
        case .mediaFile, .mediaThumbnail: "remote_url = ''"
        case .previewCard: "false"
        case .siteUpload, .backup: "true"
        }
    }

    static func decode(_ row: borrowing Row, _ kind: AttachmentKind) throws -> StoredFile {
        StoredFile(
            kind: kind, id: try row[0], fileName: try row[1], contentType: try row[2],
            schemaVersion: try row.value(3, as: Int?.self) ?? 0, isLocal: try row[4], uploadName: try row[5])
    }
}
