import Faults
import Model

/// What would stop or hurt an upgrade: what `mastoctl upgrade check` found.
package struct UpgradeReport: Sendable {
    package var schema = "upgrade.check/1"
    /// The release the database is of; absent when it is of none that is known.
    package var from: String?
    package var to: String
    package var problems: Int
    package var warnings: Int
    package var findings: [UpgradeFinding]

    init(from: MastodonRelease?, to: MastodonRelease, _ findings: [UpgradeFinding]) {
        self.from = from?.rawValue
        self.to = to.rawValue
        problems = findings.count { $0.state == .problem }
        warnings = findings.count { $0.state == .warning }
        self.findings = findings
    }
}

/// What one check found. Words for people are Presentation's.
package struct UpgradeFinding: Sendable {
    package enum Name: String, Sendable, Encodable, CaseIterable {
        case migrations, nameless, clashes, encryption, keyless, postgres, redis, disk
        case sharedActors = "shared_actors"
        case sharedNames = "shared_names"
        case uniqueRows = "unique_rows"
        case emptyValues = "empty_values"
        case invalidIndexes = "invalid_indexes"
        case damagedIndexes = "damaged_indexes"
    }

    package enum State: String, Sendable, Encodable { case ok, warning, problem, skipped }

    package var name: Name
    package var state: State
    /// How many rows, indexes or migrations it is about; absent where nothing is counted.
    package var rows: Int64?
    /// The first of them.
    package var examples: [String] = []
    package var detail: Detail

    init(_ name: Name, _ state: State, _ detail: Detail = .plain, rows: Int64? = nil, examples: [String] = []) {
        self.name = name
        self.state = state
        self.detail = detail
        self.rows = rows
        self.examples = examples
    }

    /// What there is to tell beside the name of the check, its state and its rows.
    package enum Detail: Sendable {
        case plain
        /// Migrations of the release the database is of have not run, by these signs.
        case unfinished(MastodonRelease, signs: [String])
        /// The schema is of a release that is not known yet.
        case later(schema: String)
        /// Migrations to run before and after the restart; the schema where it is between two releases.
        case pending(before: Int, after: Int, schema: String?)
        /// Tables and columns that are not Mastodon's, in words.
        case extras(String)
        /// Why amcheck could not look.
        case noAmcheck
        /// The keys that seal others are not configured.
        case noKeys
        /// Why those that are configured are of no use.
        case uselessKeys(Fault)
        /// What runs, and the oldest that is enough for the release.
        case version(String, needed: String, by: MastodonRelease)
        /// Bytes that are free, nil where the disk is not seen from here, and those wanted for a while.
        case room(free: Int64?, wanted: Int64)
    }
}
