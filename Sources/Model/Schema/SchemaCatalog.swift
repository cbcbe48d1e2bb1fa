/// What a freshly created database of one Mastodon release holds: relations, columns, indexes, foreign keys.
///
/// A migrated server may order columns otherwise and may keep left-overs, so compare by name. The facts come from
/// PostgreSQL's own catalogs; `scripts/schema-catalog` merges them into one text of a line each:
///
///     r 4.7 20260812154114                   a release and its newest migration
///     t media_attachments                    a table (v a view, m a materialised view); the following belong to it
///     c status_id bigint! = 0                a column: type, `!` for not null, `=` and the default
///     i index_x unique | a ; b :desc | where an index: primary, unique, plain or its method; its keys; its predicate
///     f fk_x account_id accounts id cascade  a foreign key: column, table, column, what a deletion does
///
/// A line may begin with the releases it holds for: `4.4+`, `-4.3` (up to and with) or `4.3-4.4`.
package struct SchemaCatalog: Sendable {
    package struct Column: Hashable, Sendable {
        package var name: String
        /// As `format_type` spells it: `bigint`, `character varying`, `timestamp without time zone`, `text[]`.
        package var type: String
        package var isNullable: Bool
        /// An SQL expression as PostgreSQL prints it, or nil.
        package var defaultValue: String?
    }

    package struct Index: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            case primary, unique, plain
        }

        package struct Key: Hashable, Sendable {
            /// A column or an expression as PostgreSQL prints it.
            package var expression: String
            package var operatorClass: String?
            package var isDescending: Bool
        }

        package var name: String
        package var kind: Kind
        /// `btree` or `gin`.
        package var method: String
        package var keys: [Key]
        /// The condition of a partial index as PostgreSQL prints it, or nil.
        package var predicate: String?
    }

    package struct ForeignKey: Hashable, Sendable {
        package var name: String
        package var column: String
        package var table: String
        package var target: String
        /// `cascade`, `set null` or `no action`.
        package var onDelete: String
    }

    package struct Relation: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            case table, view, materialisedView
        }

        package var name: String
        package var kind: Kind
        package var columns: [Column] = []
        package var indexes: [Index] = []
        package var foreignKeys: [ForeignKey] = []

        package func column(_ name: String) -> Column? {
            columns.first { $0.name == name }
        }

        /// The sequence behind a column, mostly `id`, where the table has one, and the column it belongs to; nil when
        /// a function asks it.
        package var sequence: (name: String, owner: String?)? {
            guard kind == .table else { return nil }
            for column in columns {
                guard let made = column.defaultValue else { continue }
                if made.hasPrefix("timestamp_id") { return ("\(name)_id_seq", nil) }
                if made.hasPrefix("nextval("), let quoted = made.split(separator: "'").dropFirst().first {
                    return (String(quoted), column.name)
                }
            }
            return nil
        }
    }

    package var release: MastodonRelease
    /// In the order of their names.
    package var relations: [Relation]

    package var tables: [Relation] { relations.filter { $0.kind == .table } }

    /// The relation of that name, or nil.
    package func relation(_ name: String) -> Relation? {
        relations.first { $0.name == name }
    }

    /// The catalog of a release. Parsed at the first call, then kept.
    package static func of(release: MastodonRelease) -> SchemaCatalog {
        switch release {
        case .v4_2: catalog4_2
        case .v4_3: catalog4_3
        case .v4_4: catalog4_4
        case .v4_5: catalog4_5
        case .v4_6: catalog4_6
        case .v4_7: catalog4_7
        }
    }

    /// The release whose newest migration this is, or nil for a half-migrated or unknown database.
    package static func release(forSchemaVersion version: String) -> MastodonRelease? {
        MastodonRelease(schemaVersion: version)
    }

    // A static constant is made once, when it is first asked for: nothing is parsed at start.
    private static let catalog4_2 = SchemaCatalog(parsing: .v4_2)
    private static let catalog4_3 = SchemaCatalog(parsing: .v4_3)
    private static let catalog4_4 = SchemaCatalog(parsing: .v4_4)
    private static let catalog4_5 = SchemaCatalog(parsing: .v4_5)
    private static let catalog4_6 = SchemaCatalog(parsing: .v4_6)
    private static let catalog4_7 = SchemaCatalog(parsing: .v4_7)
}
