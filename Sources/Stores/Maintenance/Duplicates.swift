import Model
import Postgres

/// Rows of a table that a unique index should have kept from being there more than once.
package struct DuplicateGroup: Sendable, Equatable {
    package var table: String
    /// The columns or expressions that are equal.
    package var keys: [String]
    /// What they are, for people.
    package var value: String
    /// From the newest to the oldest.
    package var ids: [Int64]
}

/// Looks for rows that are there more than once, without trusting any index.
package struct DuplicateSearch: Sendable {
    private let catalog: SchemaCatalog
    private let schema: LiveSchema

    package init(_ release: MastodonRelease, schema: LiveSchema) {
        catalog = SchemaCatalog.of(release: release)
        self.schema = schema
    }

    /// A unique index of the release's.
    package struct Place: Sendable {
        package var table: String
        package var index: SchemaCatalog.Index
        fileprivate var keys: [Statement]
    }

    /// What the catalog's expressions are in a statement.
    private static let expressions: [String: Statement] = [
        "lower(username::text)": "lower(username)", "lower(name::text)": "lower(name)",
        "COALESCE(lower(domain::text), ''::text)": "coalesce(lower(domain), '')",
    ]

    /// Those that others hang on come first, so that what hangs on them is compared when they are one.
    private static let first = ["accounts", "users", "conversations", "statuses", "tags", "custom_emojis"]

    /// The unique indexes, in the order in which they are gone through.
    package var places: [Place] {
        let all = catalog.tables.filter { schema.has(column: "id", in: $0.name) }.flatMap { table in
            table.indexes.filter { $0.kind == .unique }.compactMap { index -> Place? in
                let keys = index.keys.map { key -> Statement? in
                    // Emoji of this server have no domain, and are one by name all the same.
                    if table.name == "custom_emojis", key.expression == "domain" { return "coalesce(domain, '')" }
                    if let known = Self.expressions[key.expression] { return known }
                    return schema.has(column: key.expression, in: table.name) ? "\(identifier: key.expression)" : nil
                }
                return keys.contains { $0 == nil }
                    ? nil : Place(table: table.name, index: index, keys: keys.compactMap { $0 })
            }
        }
        return Self.first.flatMap { name in all.filter { $0.table == name } }
            + all.filter { !Self.first.contains($0.table) }
    }

    /// Reads the whole table.
    package func groups(at place: Place, over connection: Transaction<some Access>) async throws -> [DuplicateGroup] {
        _ = try await connection.first(
            """
            select
                set_config('enable_indexscan', 'off', true),
                set_config('enable_indexonlyscan', 'off', true),
                set_config('enable_bitmapscan', 'off', true),
                set_config('statement_timeout', '0', true)
            """
        ) { _ in true }
        let isTold = place.keys.map { key -> Statement in "\(fragment: key) is not null" }
        let texts = place.keys.map { key -> Statement in "left((\(fragment: key))::text, 200)" }
        return try await connection.rows(
            """
            select array_agg(id order by id desc), concat_ws(' ', \(fragment: .joined(texts)))
            from \(identifier: place.table)
            where \(fragment: .joined(isTold, separator: " and "))
            group by \(fragment: .joined(place.keys))
            having count(*) > 1
            """
        ) { row in
            DuplicateGroup(
                table: place.table, keys: place.index.keys.map(\.expression), value: try row[1],
                ids: try row.value(0, as: [Int64].self))
        }
    }

    /// What is to be done about the index once its rows are alone: made when there is none, built anew otherwise.
    package func flaw(at place: Place, among flaws: [FlawedIndex]) -> FlawedIndex {
        flaws.first { $0.index.name == place.index.name }
            ?? FlawedIndex(table: place.table, index: place.index, flaw: .damaged)
    }
}
