import Model
import Postgres

/// A question of a check-up to the database. Its statement selects a `name` and a `value` for each thing that is wrong,
/// and no row when all is well; the columns are known by their names.
package struct HealthQuestion: Sendable {
    /// What it reads beyond PostgreSQL's own catalogs: `reports`, `users.otp_required_for_login`.
    let relations: [String]
    /// From a threshold.
    let statement: @Sendable (Double) -> Statement

    init(_ relations: String..., statement: @escaping @Sendable (Double) -> Statement) {
        self.relations = relations
        self.statement = statement
    }

    /// Holds for an account in use. Written so that it can be asked of a release without the newer column.
    static let available: Statement =
        "(accounts.suspended_at is null and to_jsonb(accounts) ->> 'requested_deletion_at' is null)"

    /// Whether the schema has what it reads.
    package func fits(_ schema: LiveSchema) -> Bool {
        relations.allSatisfy { relation in
            let parts = relation.split(separator: ".").map(String.init)
            return parts.count == 2 ? schema.has(column: parts[1], in: parts[0]) : schema.has(table: relation)
        }
    }
}

/// What is wrong, the worst first.
package struct Measures: Sendable {
    package struct Row: Sendable {
        package var name: String
        package var value: Double?
    }

    /// Twenty at most.
    package var rows: [Row]
    /// All of them.
    package var total: Int
}

extension DatabaseServer {
    /// Asks one question in a transaction that reads.
    ///
    /// - Parameter patience: how long the statement may take.
    /// - Throws: `PostgresError`.
    package func measures(_ question: HealthQuestion, limit: Double, patience: Duration) async throws -> Measures {
        try await reading(patience: patience) { connection in
            var total = 0
            let rows = try await connection.rows(
                """
                select left(found.name::text, 200), found.value::float8, count(*) over ()
                from (\(fragment: question.statement(limit))) as found
                order by found.value desc nulls last, found.name
                limit 20
                """
            ) { row in
                (
                    try row.value(0, as: String.self), try row.value(1, as: Double?.self),
                    try row.value(2, as: Int64.self)
                )
            }
            if let last = rows.last { total = Int(last.2) }
            return Measures(rows: rows.map { Measures.Row(name: $0.0, value: $0.1) }, total: total)
        }
    }

    /// The server's settings as they hold for this role, without what this program sets, each with its unit: `16384 8kB`.
    package func settings() async throws -> [String: String] {
        try await reading(patience: .seconds(5)) { connection in
            let pairs = try await connection.rows(
                "select name, coalesce(reset_val, setting) || coalesce(' ' || unit, '') from pg_catalog.pg_settings"
            ) { row in (try row.value(0, as: String.self), try row.value(1, as: String?.self) ?? "") }
            return Dictionary(pairs) { first, _ in first }
        }
    }
}
