import Model
import Postgres

/// Rows whose files lie where old releases put them: those of other servers outside the folder for what can be fetched
/// again.
///
/// Source: Mastodon 4.6.5 `lib/mastodon/cli/upgrade.rb` (`storage_schema`).
package struct OldPlaces: Sendable {
    /// The version of where files lie now.
    static let current = 1
    /// What has such a version, by table, in the order the server's own tool goes.
    package static let tables: [(table: String, kinds: [AttachmentKind])] = [
        ("accounts", [.avatar, .header]), ("custom_emojis", [.emoji]),
        ("media_attachments", [.mediaFile, .mediaThumbnail]), ("preview_cards", [.previewCard]),
    ]

    let table: String
    let kinds: [AttachmentKind]
    let schema: LiveSchema

    /// - Parameter number: of the table.
    package init(_ number: Int, schema: LiveSchema) {
        table = Self.tables[number].table
        self.schema = schema
        kinds = Self.tables[number].kinds.filter {
            schema.has(column: $0.column("storage_schema_version"), in: $0.table)
        }
    }

    /// A row, and its files that are to move.
    package struct Row: Sendable {
        package var table: String
        package var id: Int64
        package var files: [StoredFile]
    }

    package func count(over connection: Transaction<some Access>) async throws -> Int {
        if kinds.isEmpty { return 0 }
        return try await connection.first(
            "select count(*) from \(identifier: table) where \(fragment: isOld)"
        ) { try $0.value(0, as: Int.self) } ?? 0
    }

    /// The next rows after an id. Walks the primary key.
    package func page(
        after id: Int64, size: Int, over connection: Transaction<some Access>
    ) async throws -> [Row] {
        if kinds.isEmpty { return [] }
        let ids = try await connection.rows(
            """
            select id
            from \(identifier: table)
            where id > \(id)
                and (\(fragment: isOld))
            order by id
            limit \(size)
            """
        ) { try $0.value(0, as: Int64.self) }
        return try await rows(ids, over: connection)
    }

    private func rows(_ ids: [Int64], over connection: Transaction<some Access>) async throws -> [Row] {
        let owners = FileOwners(schema: schema)
        var files: [Int64: [StoredFile]] = [:]
        for kind in kinds {
            for (id, file) in try await owners.files(of: kind, ids: ids, over: connection)
            where file.schemaVersion < Self.current {
                files[id, default: []].append(file)
            }
        }
        return ids.compactMap { id in files[id].map { Row(table: table, id: id, files: $0) } }
    }

    /// Notes the new place in those of the rows that still have the files they had. In a transaction of the caller's.
    ///
    /// - Returns: those rows.
    func settle(_ rows: [Row], over connection: Transaction<ReadWrite>) async throws -> [Row] {
        _ = try await connection.rows(
            "select id from \(identifier: table) where id = any(\(rows.map(\.id))) order by id for update"
        ) { try $0.value(0, as: Int64.self) }
        let now = Dictionary(
            try await self.rows(rows.map(\.id), over: connection).map { ($0.id, $0.files) }
        ) { $1 }
        let same = rows.filter { now[$0.id] == $0.files }
        let assignments = kinds.map { kind -> Statement in
            let version = kind.column("storage_schema_version")
            return """
                \(identifier: version) = case
                    when coalesce(\(identifier: version), 0) < \(Self.current) and \(identifier: kind.column("file_name")) <> ''
                    then \(Self.current) else \(identifier: version) end
                """
        }
        try await connection.execute(
            """
            update \(identifier: table)
            set
                \(fragment: .joined(assignments, separator: ",\n    ")),
                updated_at = now() at time zone 'utc'
            where id = any(\(same.map(\.id)))
            """)
        return same
    }

    private var isOld: Statement {
        .joined(
            kinds.map { kind -> Statement in
                """
                (\(identifier: kind.column("file_name")) <> ''
                    and coalesce(\(identifier: kind.column("storage_schema_version")), 0) < \(Self.current))
                """
            }, separator: " or ")
    }
}

/// What became of rows whose files were to move.
package struct MovedFiles: Sendable {
    package var changed = 0
    package var skipped = 0
    /// Files that have moved.
    package var moved = 0
    package var failures: [ItemNote] = []
}

extension Site where Mode == ReadWrite {
    /// Copies at the same time.
    private static var width: Int { 8 }

    /// Gives files the places they have today: they are copied there, then the rows name the new places, then the old
    /// copies go. A run that is killed leaves every row with its files.
    ///
    /// - Throws: as `change`.
    package func moveToCurrentPlaces(_ rows: [OldPlaces.Row], of places: OldPlaces) async throws -> MovedFiles {
        var result = MovedFiles()
        var ready: [OldPlaces.Row] = []
        for some in stride(from: 0, to: rows.count, by: Self.width).map({ rows[$0..<min($0 + Self.width, rows.count)] })
        {
            let failures = try await withThrowingTaskGroup(of: (Int64, [ObjectFailure]).self) { group in
                for row in some { group.addTask { (row.id, try await copyFiles(of: row)) } }
                return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            for row in some {
                let mine = failures[row.id] ?? []
                if mine.isEmpty { ready.append(row) }
                result.failures += mine.map { ItemNote($0.key.text, $0.reason) }
            }
        }
        let settled = ready
        let (same, gone) = try await changeWithFiles { connection in
            let same = try await places.settle(settled, over: connection)
            var aftermath = Aftermath()
            let locals = same.filter { $0.files.contains(where: \.isLocal) }.map(\.id)
            if places.table == "accounts" {
                try await aftermath.saved(
                    same.map(\.id), locals: locals, reindexes: false, on: instance, over: connection)
            }
            return (same, same.flatMap(\.files).filter { $0.livesElsewhere }, aftermath)
        }
        result.changed = same.count
        result.skipped = ready.count - same.count
        result.moved = gone.objects
        result.failures += gone.failures
        return result
    }

    private func copyFiles(of row: OldPlaces.Row) async throws -> [ObjectFailure] {
        var failures: [ObjectFailure] = []
        for file in row.files where file.livesElsewhere {
            guard file.hasSafeNames else {
                failures.append(
                    ObjectFailure(key: file.originalKey, reason: "its stored file name is not safe", isTransient: false)
                )
                continue
            }
            var new = file
            new.schemaVersion = OldPlaces.current
            let there = try await objects.existing(of: file.keys)
            for (old, place) in zip(file.keys, new.keys) where there.contains(old) {
                failures += try await objects.copy(old, to: place).failures
            }
        }
        return failures
    }
}

extension StoredFile {
    /// Whether it lies somewhere else than a new one would.
    fileprivate var livesElsewhere: Bool {
        var new = self
        new.schemaVersion = OldPlaces.current
        return new.directory != directory
    }
}
