/// A backup as the repository's list tells it.
package struct BackupEntry: Sendable, Equatable, Encodable {
    package enum State: String, Sendable, Encodable {
        /// Its manifest is there.
        case whole
        /// Some parts are there, and no manifest: under way, or given up.
        case unfinished
        /// Its manifest is there, and pgBackRest has dropped its database.
        case incomplete
    }

    package var id: String
    package var time: UTCTime
    package var state: State
    package var domain: String
    /// The release of the schema, where it is known.
    package var release: String?
    /// Bytes of the parts before they are packed.
    package var bytes: Int64
    package var parts: [String]
    /// When the last rehearsal was done.
    package var rehearsed: UTCTime?
    /// Whether it passed.
    package var passed: Bool?
    /// Seconds it took to restore: what an outage would last at least.
    package var restoreSeconds: Double?
    /// What pgBackRest calls the database of this one; nil for a dump.
    package var clusterLabel: String?
    /// Of local media, when it was made; nil for a backup without them.
    package var mediaBytes: Int64?
    /// The repository's snapshots by part, the manifest's among them.
    package var snapshots: [String: String]
    /// Those of attempts that failed and of rehearsals.
    package var others: [String]

    package init(id: String, time: UTCTime, state: State, domain: String) {
        self.id = id
        self.time = time
        self.state = state
        self.domain = domain
        bytes = 0
        parts = []
        snapshots = [:]
        others = []
    }

    package var isWhole: Bool { state == .whole }
    /// Whether it was whole once, whatever became of it.
    package var isFinished: Bool { state != .unfinished }

    package var candidate: BackupRetention.Candidate {
        .init(id: id, made: time, isRehearsed: passed == true)
    }
}
