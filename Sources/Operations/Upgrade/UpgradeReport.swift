import Model

/// What would stop or hurt an upgrade: what `mastoctl upgrade check` found.
package struct UpgradeReport: Sendable, Encodable {
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

/// What one check found.
package struct UpgradeFinding: Sendable, Encodable {
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
    package var detail: String
    /// The command that mends it.
    package var mend: String?

    init(
        _ name: Name, _ state: State, _ detail: String, rows: Int64? = nil, examples: [String] = [],
        mend: String? = nil
    ) {
        self.name = name
        self.state = state
        self.rows = rows
        self.examples = examples
        self.detail = detail
        self.mend = mend
    }
}
