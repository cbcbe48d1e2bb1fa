/// The part `database`, where pgBackRest has it: all databases of a server, with the log of their changes.
package struct BackupCluster: Sendable, Equatable {
    /// `pgbackrest 2.45`.
    package var engine: String
    package var stanza: String
    /// The number of pgBackRest's repository.
    package var repository: Int64
    /// Its own name of the backup: `20261130-040828F`.
    package var label: String
    /// `full`, `diff` or `incr`.
    package var type: String
    /// The server's own identifier.
    package var system: String
    package var start: UTCTime
    /// Since when the database can be had back from it.
    package var stop: UTCTime
    /// Bytes of the server's files, and of them in the repository.
    package var bytes: Int64
    package var stored: Int64
    /// Tables that had rows when it was begun and when it was done: they are not empty in it.
    package var filled: [String]

    package init(
        engine: String, stanza: String, repository: Int64, label: String, type: String, system: String, start: UTCTime,
        stop: UTCTime, bytes: Int64, stored: Int64, filled: [String] = []
    ) {
        self.engine = engine
        self.stanza = stanza
        self.repository = repository
        self.label = label
        self.type = type
        self.system = system
        self.start = start
        self.stop = stop
        self.bytes = bytes
        self.stored = stored
        self.filled = filled
    }

    var json: JSONValue {
        .members([
            ("engine", .string(engine)), ("stanza", .string(stanza)), ("repository", .integer(repository)),
            ("label", .string(label)), ("type", .string(type)), ("system", .string(system)),
            ("start", .string("\(start)")), ("stop", .string("\(stop)")), ("bytes", .integer(bytes)),
            ("stored", .integer(stored)), ("filled", .array(filled.map { .string($0) })),
        ])
    }

    init?(_ value: JSONValue) {
        guard let label = value["label"]?.string,
            let stop = value["stop"]?.string.flatMap({ UTCTime(parsing: $0) })
        else { return nil }
        self.init(
            engine: value["engine"]?.string ?? "", stanza: value["stanza"]?.string ?? "",
            repository: value["repository"]?.integer ?? 1, label: label, type: value["type"]?.string ?? "",
            system: value["system"]?.string ?? "",
            start: value["start"]?.string.flatMap { UTCTime(parsing: $0) } ?? stop, stop: stop,
            bytes: value["bytes"]?.integer ?? 0, stored: value["stored"]?.integer ?? 0,
            filled: value["filled"]?.array?.compactMap(\.string) ?? [])
    }
}

/// What makes the part `database`.
package enum BackupEngine: String, Sendable, CaseIterable {
    /// A dump of the one database, at one instant.
    case dump = "pg_dump"
    /// The server's files and the log of their changes, by a pgBackRest that the admin has configured.
    case pgBackRest = "pgbackrest"
}

/// Who takes the log of changes, as the server's settings tell.
package struct LogArchiving: Sendable, Equatable {
    /// `on`, `off` or `always`.
    package var mode: String
    /// `archive_command`, or `archive_library` where that is set.
    package var command: String

    package init(mode: String, command: String) {
        self.mode = mode
        self.command = command
    }

    package enum Program: String, Sendable {
        case pgBackRest = "pgBackRest"
        case walG = "WAL-G"
        case walE = "WAL-E"
        case barman = "barman"
    }

    /// Nil for nobody, and for somebody who is not known.
    package var program: Program? {
        guard mode != "off" else { return nil }
        let signs: [(String, Program)] = [
            ("pgbackrest", .pgBackRest), ("wal-g", .walG), ("wal-e", .walE), ("barman", .barman),
        ]
        return signs.first { command.contains($0.0) }?.1
    }
}
