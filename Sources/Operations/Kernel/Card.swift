/// What an operation is, whatever it will find: how it is called, what it touches, what is asked before it.
package struct Card: Sendable {
    /// The command's words: `media remove`. Names the lock, the report's schema and the journal.
    package var name: String
    /// What the items are called: `media attachments`.
    package var noun: String
    /// What is done to the items, for people: `removed`.
    package var deed = "removed"
    package var risk = Risk.mild
    /// Whether it goes on without a question where nobody can be asked. So do the commands that tootctl has: scripts
    /// written for it know no `--yes`.
    package var runsUnattended = false
    /// The lane changes go through, for the report.
    package var lane = Lane.direct
    /// Two runs with the same lock keep each other out; nil lets them overlap (shards of one job differ here).
    package var lock: String?
    /// The tables it reads and writes; they must be those of a known release before anything is written.
    package var tables: Set<String>
    /// Whether it deletes or moves stored files: then the storage must let it, which is found out first.
    package var touchesFiles = false
    /// Whether it goes by what the storage holds: then some of that must have rows in this database.
    package var goesByListing = false
    /// Whether the record of changes names the items, or only tells how many there were.
    package var namesItems: Bool
    /// Whether it keeps to the rate by itself, since its items do not tell how much they will do.
    package var keepsRate = false
    /// Whether accounts go, which rows of tables that no release has may hold.
    package var meetsUnknownTables = false
    /// Whether looking for the items is a check: then a look tells what is wrong, and not what would be done about it.
    package var isCheck = false

    /// - Parameter namesItems: nil names them when a mistake would hurt.
    package init(
        _ name: String, of noun: String, _ deed: String = "removed", risk: Risk = .mild, runsUnattended: Bool = false,
        lane: Lane = .direct, lock: Lock = .own, tables: Set<String>, touchesFiles: Bool = false,
        goesByListing: Bool = false, namesItems: Bool? = nil, keepsRate: Bool = false, isCheck: Bool = false,
        meetsUnknownTables: Bool = false
    ) {
        self.name = name
        self.noun = noun
        self.deed = deed
        self.risk = risk
        self.runsUnattended = runsUnattended
        self.lane = lane
        self.lock =
            switch lock {
            case .own: name
            case .shared(let other): other
            case .none: nil
            }
        self.tables = tables
        self.touchesFiles = touchesFiles
        self.goesByListing = goesByListing
        self.namesItems = namesItems ?? (risk != .mild)
        self.keepsRate = keepsRate
        self.isCheck = isCheck
        self.meetsUnknownTables = meetsUnknownTables
    }

    /// Which runs keep each other out.
    package enum Lock: Sendable {
        /// Those of the same command.
        case own
        /// All that name this one.
        case shared(String)
        /// None.
        case none
    }
}

/// How much a mistake would hurt; decides what consent is asked.
package enum Risk: Sendable, Equatable {
    /// Runs without asking: what is removed can be fetched again.
    case mild
    /// Asks yes or no on a terminal; needs `--yes` elsewhere.
    case moderate
    /// Asks for this name to be typed; needs `--yes` elsewhere.
    case severe(name: String)
}

/// The way an application change takes.
package enum Lane: String, Sendable, Codable, CaseIterable {
    /// The Admin API: side effects by the server.
    case api
    /// Rows and the server's own Sidekiq worker.
    case jobs
    /// Rows, files and Redis keys, where the whole effect is ours to reproduce.
    case direct
}
