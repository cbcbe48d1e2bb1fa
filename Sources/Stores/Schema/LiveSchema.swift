import Faults
import Model
import Postgres

/// The tables and columns a database has now, and its newest migration.
package struct LiveSchema: Sendable, Equatable {
    /// The newest row of `schema_migrations`.
    package var version: String
    package var columns: [String: Set<String>]

    package init(version: String, columns: [String: Set<String>]) {
        self.version = version
        self.columns = columns
    }

    /// The release this database belongs to, when its newest migration is one of a release.
    package var release: MastodonRelease? { MastodonRelease(schemaVersion: version) }

    package func has(table: String) -> Bool { columns[table] != nil }

    package func has(column: String, in table: String) -> Bool { columns[table]?.contains(column) ?? false }

    /// Reads what is there.
    ///
    /// - Throws: `Fault(.configuration)` when the database is not a Mastodon server's.
    package static func read(over connection: PostgresConnection) async throws -> LiveSchema {
        let pairs = try await connection.rows(columnsStatement) { row in
            (try row.value(0, as: String.self), try row.value(1, as: String.self))
        }
        var columns: [String: Set<String>] = [:]
        for (table, column) in pairs { columns[table, default: []].insert(column) }
        guard columns["schema_migrations"] != nil, columns["accounts"] != nil, columns["statuses"] != nil else {
            throw Fault(
                .configuration, "this database is not a Mastodon server's",
                notes: ["the tables schema_migrations, accounts and statuses are expected in the search path"],
                help: "check DB_NAME, or run `mastoctl config show`")
        }
        let version = try await connection.first("select max(version) from schema_migrations") {
            try $0.value(0, as: String?.self)
        }
        return LiveSchema(version: (version ?? nil) ?? "", columns: columns)
    }

    private static let columnsStatement: Statement = """
        select relation.relname::text, attribute.attname::text
        from pg_catalog.pg_class as relation
        join pg_catalog.pg_attribute as attribute on attribute.attrelid = relation.oid
        where relation.relkind in ('r', 'p', 'v', 'm')
            and pg_catalog.pg_table_is_visible(relation.oid)
            and relation.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
            and attribute.attnum > 0
            and not attribute.attisdropped
        """
}
