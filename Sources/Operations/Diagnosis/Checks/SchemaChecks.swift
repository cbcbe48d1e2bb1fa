import Model
import Stores

// Whether the tables are what the release says.

extension Check {
    static let schemaShape: [Check] = [
        Check(
            "schema.release", .problem, needs: [.database], "the newest migration is one of a known release",
            why: "between two releases the server and this program disagree about the tables",
            fix: "finish the server's migrations; commands that write are refused until then",
            source: "schema_migrations"
        ) { inspection, _ in
            let schema = try await inspection.schema()
            if let release = schema.release {
                guard !schema.unfinished.isEmpty else { return .fine("\(schema.releaseInWords) (\(schema.version))") }
                return .found(
                    "the migrations to Mastodon \(release.rawValue) are not finished: "
                        + schema.unfinished.joined(separator: "; "),
                    schema.unfinished.map { Evidence($0) },
                    fix: "\(schema.wayOut); commands that write are refused until then")
            }
            let words = "schema version \(schema.version) is \(schema.releaseInWords), which mastoctl does not know"
            return schema.isLater
                ? .found(
                    words, as: .warning, fix: "\(schema.wayOut), or --allow-schema \(schema.version) at your own risk")
                : .found(words, fix: "\(schema.wayOut); commands that write are refused until then")
        },
        Check(
            "schema.complete", .critical, needs: [.database], "tables and columns of the release are there",
            why: "pages that read them end with an error, and jobs fail for good",
            fix: "finish the server's migrations: RAILS_ENV=production bin/rails db:migrate",
            source: "catalogs of freshly created databases"
        ) { inspection, _ in
            let schema = try await inspection.schema()
            guard let release = schema.release else { return .skipped("the release is not known") }
            let tables = Set(SchemaCatalog.of(release: release).relations.map(\.name))
            let missing = schema.missing(tables, of: release)
            if missing.isEmpty { return .fine("\(tables.count) tables, complete") }
            return found("missing", missing)
        },
    ]

    static let schemaObjects: [Check] = [
        comparing(
            "schema.index-missing", .problem, "indexes of the release are there",
            why: "what they would find is searched for in the whole table; unique ones keep twins out",
            fix: "create them as db/schema.rb of the release has them, with `concurrently`"
        ) { catalog, objects in
            let live = Set(objects.indexes.map(\.name))
            let shapes = Set(objects.indexes.map(\.shape))
            return catalog.relations.flatMap { relation in
                relation.indexes.filter { index in
                    !live.contains(index.name) && !shapes.contains(index.shape(on: relation.name))
                }.map { "\($0.name) on \(relation.name)" }
            }
        },
        comparing(
            "schema.index-not-unique", .critical, "unique indexes of the release are unique",
            why: "twins come in, and the next migration stops at them",
            fix: "remove the twins, then create the index anew as db/schema.rb has it"
        ) { catalog, objects in
            let live = Dictionary(objects.indexes.map { ($0.name, $0) }) { first, _ in first }
            return catalog.relations.flatMap(\.indexes).filter { index in
                index.kind != .plain && live[index.name].map { !$0.isUnique } == true
            }.map(\.name)
        },
        comparing(
            "schema.index-extra", .notice, "indexes that the release does not have",
            why: "each costs time and room with every change; a fork or a migration that was taken back may want it",
            fix: "look who uses it (pg_stat_user_indexes), then drop index concurrently NAME"
        ) { catalog, objects in
            let known = Set(catalog.relations.flatMap(\.indexes).map(\.name))
            let shapes = Set(catalog.relations.flatMap { one in one.indexes.map { $0.shape(on: one.name) } })
            let tables = Set(catalog.relations.map(\.name))
            return objects.indexes.filter { index in
                tables.contains(index.table) && !known.contains(index.name) && !shapes.contains(index.shape)
            }.map { "\($0.name) on \($0.table)" }
        },
        comparing(
            "schema.foreign-key-missing", .problem, "foreign keys of the release are there",
            why: "rows without their parent stay, and pages that follow them end with an error",
            fix: "remove the orphans, then add the key as db/schema.rb has it"
        ) { catalog, objects in
            catalog.relations.flatMap { relation in
                relation.foreignKeys.filter { key in
                    // The catalog's `table` is the one that is pointed at.
                    !objects.foreignKeys.contains(.init(table: relation.name, column: key.column, target: key.table))
                }.map { "\(relation.name).\($0.column) to \($0.table)" }
            }
        },
        comparing(
            "schema.column-type", .problem, "columns have the types of the release",
            why: "a migration ended half way, or a fork changed them",
            fix: "finish the server's migrations; for a fork, see its own notes"
        ) { catalog, objects in
            let live = Dictionary(objects.columns.map { ("\($0.table).\($0.name)", $0) }) { first, _ in first }
            return catalog.tables.flatMap { table in
                table.columns.compactMap { column -> String? in
                    let name = "\(table.name).\(column.name)"
                    guard let found = live[name], found.type != column.type else { return nil }
                    return "\(name) is \(found.type), not \(column.type)"
                }
            }
        },
        comparing(
            "schema.sequence-missing", .critical, "sequences of the release are there",
            why: "rows cannot be inserted; a restore that left them out does this",
            fix: "create sequence NAME, and set it beyond the largest id"
        ) { catalog, objects in
            catalog.tables.compactMap(\.sequence?.name).filter { !objects.sequences.contains($0) }
        },
        Check(
            "schema.extras", .notice, needs: [.database],
            "tables and columns are the release's own, or a known fork's",
            why: "somebody's own programs need them; a move to another host has to know of them",
            fix: "nothing, when you know what they are", source: "catalogs of freshly created databases and of forks"
        ) { inspection, _ in
            let extras = try await inspection.schema().extras
            guard let words = extras.inWords else { return .fine("the release's own alone") }
            let named = extras.tables + extras.columns
            return extras.isKnown || named.isEmpty ? .fine(words) : found(words, named)
        },
        Check(
            "schema.extras-compulsory", .warning, needs: [.database],
            "no column of somebody's own has to be given a value", why: "commands that add rows there fail",
            fix: "give these columns a default", source: "columns that no release has"
        ) { inspection, _ in
            let names = try await inspection.schema().extras.compulsory
            return names.isEmpty ? .fine("none") : found("compulsory", names)
        },
        Check(
            "schema.extras-holding", .warning, needs: [.database],
            "no table of somebody's own holds rows of the server's", why: "commands that delete leave what is held",
            fix: "--with-unknown-tables deletes those rows, too", source: "foreign keys that no release has"
        ) { inspection, _ in
            let holding = Set(try await inspection.schema().foreignKeys.filter { !$0.yields }.map(\.table)).sorted()
            return holding.isEmpty ? .fine("none") : found("holding", holding)
        },
    ]

    /// A check that compares what is there with the catalog of the release.
    private static func comparing(
        _ id: String, _ severity: Severity, _ title: String, why: String, fix: String,
        _ missing: @escaping @Sendable (SchemaCatalog, SchemaObjects) -> [String]
    ) -> Check {
        Check(
            id, severity, cost: .normal, needs: [.database], title, why: why, fix: fix,
            source: "catalogs of freshly created databases"
        ) { inspection, _ in
            guard let release = try await inspection.schema().release else {
                return .skipped("the release is not known")
            }
            let names = missing(SchemaCatalog.of(release: release), try await inspection.objects())
            return names.isEmpty ? .fine("as Mastodon \(release.rawValue) has it") : found(title, names)
        }
    }

    private static func found(_ words: String, _ names: [String]) -> Verdict {
        let rest = names.count > 5 ? ", …" : ""
        return .found(
            "\(names.count): \(names.prefix(5).joined(separator: ", "))\(rest)", names.prefix(50).map { Evidence($0) })
    }
}

extension SchemaObjects.Index {
    /// What it is, whatever it is called.
    fileprivate var shape: String { "\(table) \(isUnique) \(keys.map(\.bare)) \(predicate?.bare ?? "")" }
}

extension SchemaCatalog.Index {
    fileprivate func shape(on table: String) -> String {
        "\(table) \(kind != .plain) \(keys.map(\.expression.bare)) \(predicate?.bare ?? "")"
    }
}

extension String {
    /// Without what PostgreSQL's versions write otherwise: blanks, brackets and quotes.
    fileprivate var bare: String { filter { !" ()\"".contains($0) } }
}
