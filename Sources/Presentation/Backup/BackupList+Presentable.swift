import Console
import Model
import Operations

extension BackupList: Presentable {
    package enum CodingKeys: CodingKey {
        case schema, backups
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode("backup.list/1", forKey: .schema)
        try container.encode(backups, forKey: .backups)
    }

    package var table: Table {
        var table = Table([
            .init("id"), .init("time"), .init("state"), .init("release"), .init("size", .right), .init("parts"),
            .init("rehearsed"), .init("restore", .right),
        ])
        for backup in backups {
            let rehearsed = backup.rehearsed.map { "\(backup.passed == true ? "passed" : "FAILED") \($0)" }
            table.add([
                backup.id, "\(backup.time)", backup.state.rawValue, backup.release ?? "", "\(ByteCount(backup.bytes))",
                backup.parts.joined(separator: " "), rehearsed ?? "never",
                backup.restoreSeconds.map { "\(Int($0.rounded())) s" } ?? "",
            ])
        }
        return table
    }

    package func text(for terminal: Terminal) -> String {
        backups.isEmpty ? "no backups\n" : table.text(for: terminal)
    }

    package var lines: [any Encodable & Sendable] { backups }
    package var ids: [String] { backups.map(\.id) }
}

extension BackupDossier: Presentable {
    package enum CodingKeys: CodingKey {
        case schema, state, rehearsed, passed, restoreSeconds, manifest
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode("backup.show/1", forKey: .schema)
        try container.encode(entry.state, forKey: .state)
        try container.encode(entry.rehearsed, forKey: .rehearsed)
        try container.encode(entry.passed, forKey: .passed)
        try container.encode(entry.restoreSeconds, forKey: .restoreSeconds)
        try container.encode(manifest.json, forKey: .manifest)
    }

    package var table: Table {
        var table = Table([.init("what"), .init("value")])
        for (name, value) in facts { table.add([name, value]) }
        return table
    }

    private var facts: [(String, String)] {
        var all = [
            ("id", manifest.id), ("domain", manifest.domain), ("time", "\(manifest.time)"),
            ("state", entry.state.rawValue),
            ("rehearsed", entry.rehearsed.map { "\(entry.passed == true ? "passed" : "FAILED") \($0)" } ?? "never"),
            ("release", manifest.release ?? "unknown"), ("schema version", manifest.schemaVersion),
            ("made by", "mastoctl \(manifest.program), \(manifest.engine)"),
        ]
        if let database = manifest.database {
            let way =
                database.cluster.map { "saved by \($0.engine) as \($0.label)" }
                ?? "dumped by pg_dump \(database.client)"
            all += [
                ("database", "PostgreSQL \(database.server), \(way)"),
                ("collation", "\(database.collation) \(database.collationVersion ?? "")"),
                ("write-ahead log", database.lsn + (database.isReplica ? ", of a replica" : "")),
                ("rows", "\(database.rowCount) in \(database.rows.count) tables"),
            ]
            if let cluster = database.cluster {
                all.append(("stanza", "\(cluster.stanza), repository \(cluster.repository)"))
                all.append(("server's files", "\(ByteCount(cluster.bytes)), \(cluster.type)"))
            } else {
                let bytes = database.files.values.reduce(0) { $0 + $1.bytes }
                all.append(("dump", "\(ByteCount(bytes)) in \(database.files.count) files"))
            }
        }
        for (kind, files) in (manifest.media?.classes ?? [:]).sorted(by: { $0.key < $1.key }) where files.files > 0 {
            all.append(("media, \(kind)", "\(files.files) files, \(ByteCount(files.bytes))"))
        }
        if let media = manifest.media { all.append(("media from", media.place)) }
        if let redis = manifest.redis { all.append(("redis", "\(redis.extent.rawValue), \(redis.keys) keys")) }
        if let secrets = manifest.secrets {
            all.append(("secrets", secrets.fingerprints.keys.sorted().joined(separator: " ")))
            if let recipient = secrets.recipient { all.append(("opened by", recipient)) }
        }
        all += manifest.leftOut.map { ("left out", $0) }
        all += manifest.durations.sorted { $0.key < $1.key }.map {
            ("seconds, \($0.key)", "\(Int($0.value.rounded(.up)))")
        }
        return all
    }

    package var ids: [String] { [manifest.id] }
}

extension BackupDifference: Presentable {
    package enum CodingKeys: CodingKey {
        case schema, first, second, differences
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode("backup.diff/1", forKey: .schema)
        try container.encode(first, forKey: .first)
        try container.encode(second, forKey: .second)
        try container.encode(differences, forKey: .differences)
    }

    package var table: Table {
        var table = Table([.init("kind"), .init("name"), .init("before", .right), .init("after", .right)])
        for line in differences { table.add([line.kind, line.name, line.before, line.after]) }
        return table
    }

    package func text(for terminal: Terminal) -> String {
        differences.isEmpty ? "no difference in rows, media or versions\n" : table.text(for: terminal)
    }

    package var lines: [any Encodable & Sendable] { differences }
}
