import Faults
import Model
import Postgres

/// The tables and columns a database has now, and the migrations it went through.
package struct LiveSchema: Sendable, Equatable {
    /// The newest row of `schema_migrations`.
    package let version: String
    /// All rows of `schema_migrations`.
    package let applied: Set<String>
    package let columns: [String: Set<String>]
    /// The release this database belongs to, when its migrations are those of one and perhaps a fork's beside them. Of
    /// one whose last migrations are not done, see `unfinished`.
    package let release: MastodonRelease?
    /// What of the release's migrations is not done, in words; empty when all is, or when the release is not known.
    package let unfinished: [String]
    /// What this database has beyond the release's, or beyond the newest release's when it is of none.
    package let extras: SchemaExtras
    /// Views that keep rows: `instances`.
    let materialised: Set<String>
    /// Foreign keys that are not the release's.
    package let foreignKeys: [UnknownKey]

    init(_ facts: Facts) {
        version = facts.applied.max() ?? ""
        applied = facts.applied
        columns = facts.columns
        materialised = Set(facts.kinds.filter { $0.value == .materialisedView }.keys)
        let release = Self.release(facts.applied)
        let extras = SchemaExtras(facts, against: .of(release: release ?? .newest))
        let isLater = release != nil && Self.later(facts.applied).contains { _ in !extras.isKnown }
        self.extras = extras
        self.release = isLater ? nil : release
        unfinished = isLater ? [] : release.map { Self.unfinished(facts, of: $0) } ?? []
        foreignKeys = facts.foreignKeys.filter { key in
            let known = SchemaCatalog.of(release: release ?? .newest).relation(key.table)
            return known?.column(key.column) == nil
        }
    }

    /// The newest release whose last migration has run; that a database is between two, or later than all, does not
    /// matter here.
    package var base: MastodonRelease? { MastodonRelease.allCases.last { applied.contains($0.schemaVersion) } }

    package func has(table: String) -> Bool { columns[table] != nil }

    package func has(column: String, in table: String) -> Bool { columns[table]?.contains(column) ?? false }

    /// The newest release whose last migration was run, unless some of the next release's were, too.
    private static func release(_ applied: Set<String>) -> MastodonRelease? {
        guard let release = MastodonRelease.allCases.last(where: { applied.contains($0.schemaVersion) }) else {
            return nil
        }
        let isBetween = ServerMigrations.all.contains { $0.release > release && applied.contains($0.version) }
        return isBetween ? nil : release
    }

    /// Migrations that are newer than every one that is known.
    private static func later(_ applied: Set<String>) -> [String] {
        applied.filter { $0 > MastodonRelease.newest.schemaVersion }
    }

    private static func unfinished(_ facts: Facts, of release: MastodonRelease) -> [String] {
        var found: [String] = []
        // A database made from a catalog has the newest number alone, and tells nothing by the others.
        if facts.applied.count > 20 {
            let pending = ServerMigrations.pending(facts.applied, until: release).filter { $0.release == release }
            if !pending.isEmpty {
                let post = pending.filter(\.isPost).count
                found.append(
                    "\(pending.count) of its migrations have not run, \(post) of them post-deployment: "
                        + pending.prefix(3).map(\.version).joined(separator: ", ")
                        + (pending.count > 3 ? " and others" : ""))
            }
        }
        for relation in SchemaCatalog.of(release: release).relations {
            guard let kind = facts.kinds[relation.name], kind != relation.kind else { continue }
            found.append("\(relation.name) is not the \(relation.kind.inWords) it is in \(release.rawValue)")
        }
        // Source: Mastodon 4.7 `db/post_migrate/20260720104058`.
        if release >= .v4_7, !facts.hasUniqueActors { found.append("the index on accounts.uri is not unique yet") }
        return found
    }
}

extension SchemaCatalog.Relation.Kind {
    fileprivate var inWords: String {
        switch self {
        case .table: "table"
        case .view: "view"
        case .materialisedView: "materialised view"
        }
    }
}

/// A foreign key of a table or a column that no release has: a fork's or a plug-in's.
package struct UnknownKey: Sendable, Equatable {
    package let name: String
    package let table: String
    package let column: String
    /// The table whose rows it holds, and the column it names there.
    package let target: String
    package let targetColumn: String
    /// Whether a row goes with what it refers to, or loses the reference; else it holds it.
    package let yields: Bool
}
