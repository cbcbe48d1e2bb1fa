import Model
import Postgres

/// What is counted of a database when it is saved and when it is put back.
package struct DatabaseFacts: Sendable {
    /// By table.
    package var rows: [String: Int64]
    package var migrations: [String]

    package var migrationsHash: String { Hashed.lines(migrations) }

    /// Counts every table; in a dump's snapshot that costs no more than the dump's own reading of them.
    static func read(over transaction: Transaction<some Access>) async throws -> DatabaseFacts {
        let tables = try await tables(over: transaction)
        var rows: [String: Int64] = [:]
        for table in tables {
            rows[table] =
                try await transaction.first("select count(*) from public.\(identifier: table)") {
                    try $0.value(0, as: Int64.self)
                } ?? 0
        }
        let migrations = try await transaction.rows(
            """
            select version
            from schema_migrations
            order by version
            """
        ) { try $0.value(0, as: String.self) }
        return DatabaseFacts(rows: rows, migrations: migrations)
    }

    static func filled(over transaction: Transaction<some Access>) async throws -> Set<String> {
        var filled: Set<String> = []
        for table in try await tables(over: transaction) {
            let hasRow = try await transaction.first("select exists (select from public.\(identifier: table))") {
                try $0.value(0, as: Bool.self)
            }
            if hasRow == true { filled.insert(table) }
        }
        return filled
    }

    static func tables(over transaction: Transaction<some Access>) async throws -> [String] {
        try await transaction.rows(
            """
            select relation.relname::text
            from pg_catalog.pg_class as relation
            join pg_catalog.pg_namespace as space on space.oid = relation.relnamespace
            where relation.relkind = 'r'
                and space.nspname = 'public'
            order by relation.relname
            """
        ) { try $0.value(0, as: String.self) }
    }
}
