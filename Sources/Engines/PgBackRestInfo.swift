import Model

/// What pgBackRest's `info` tells of a server's backups.
package struct PgBackRestInfo: Sendable, Equatable {
    /// 0 for all is well, 2 for no backup yet, others for what is wrong.
    package var code: Int64
    package var message: String
    /// What its repositories say, where something is wrong.
    package var reasons: [String]
    /// Identifiers of the servers whose backups it has, the present one last.
    package var systems: [String]
    /// The oldest first.
    package var sets: [PgBackRestSet]

    /// The backup that has our id; the youngest, where an attempt was made twice.
    package func set(annotated id: String) -> PgBackRestSet? { sets.last { $0.id == id } }

    package func set(_ label: String, in repository: Int64) -> PgBackRestSet? {
        sets.first { $0.label == label && $0.repository == repository }
    }

    /// - Parameter value: of one stanza.
    init?(_ value: JSONValue) {
        guard let code = value["status"]?["code"]?.integer else { return nil }
        self.code = code
        message = value["status"]?["message"]?.string ?? ""
        reasons = (value["repo"]?.array ?? []).compactMap { repository in
            guard let status = repository["status"], status["code"]?.integer != 0 else { return nil }
            let message = status["message"]?.string ?? ""
            return "repository \(repository["key"]?.integer ?? 0): "
                + String(message.prefix { !$0.isNewline }.prefix(200))
        }
        systems = (value["db"]?.array ?? []).compactMap { $0["system-id"]?.integer }.map { "\($0)" }
        sets = (value["backup"]?.array ?? []).compactMap { PgBackRestSet($0, archives: value["archive"]?.array ?? []) }
    }
}

/// A backup of pgBackRest's: a set of files, and the pieces of log that make them consistent.
package struct PgBackRestSet: Sendable, Equatable {
    /// Its own name: `20261130-040828F`, of one that builds on it `20261130-040828F_20261201-030000I`.
    package var label: String
    /// `full`, `diff` or `incr`: what it is, whatever was asked for.
    package var type: String
    /// The number of the repository that has it.
    package var repository: Int64
    /// Our id, where one of ours has made it.
    package var id: String?
    package var start: UTCTime
    /// Since when the database can be had back from it.
    package var stop: UTCTime
    /// Where its log lies: `15-1`.
    package var archive: String
    /// The first and the last piece of log without which it is none.
    package var firstLog: String
    package var lastLog: String
    package var lsn: String
    /// Bytes of the server's files, and of them in the repository.
    package var bytes: Int64
    package var stored: Int64
    /// Whether pages had a wrong checksum.
    package var hasDamage: Bool

    init?(_ value: JSONValue, archives: [JSONValue]) {
        guard let label = value["label"]?.string, let start = value["timestamp"]?["start"]?.integer,
            let stop = value["timestamp"]?["stop"]?.integer
        else { return nil }
        let database = value["database"]
        self.label = label
        type = value["type"]?.string ?? ""
        repository = database?["repo-key"]?.integer ?? 1
        id = value["annotation"]?[PgBackRest.annotation]?.string
        self.start = UTCTime(Double(start))
        self.stop = UTCTime(Double(stop))
        archive =
            archives.first {
                $0["database"]?["id"]?.integer == database?["id"]?.integer
                    && $0["database"]?["repo-key"]?.integer == database?["repo-key"]?.integer
            }?["id"]?.string ?? ""
        firstLog = value["archive"]?["start"]?.string ?? ""
        lastLog = value["archive"]?["stop"]?.string ?? ""
        lsn = value["lsn"]?["stop"]?.string ?? ""
        bytes = value["info"]?["size"]?.integer ?? 0
        stored = value["info"]?["repository"]?["delta"]?.integer ?? 0
        // Absent: one whose pages have no checksums.
        hasDamage = value["error"] == .boolean(true)
    }
}
