import Model
import Postgres

/// One row of `domain_allows`.
package struct DomainAllowRow: Sendable, Equatable {
    package var id: Int64
    package var domain: String
    package var created: UTCTime
}

/// The domains a server in limited federation mode speaks with.
package enum DomainAllows {
    /// Allowances in the order they were made, after that id.
    package static func page(
        after id: Int64, size: Int, match: String?, over connection: PostgresConnection
    ) async throws -> [DomainAllowRow] {
        try await connection.rows(
            """
            select id, domain, extract(epoch from created_at)::float8
            from domain_allows
            where id > \(id)
                and (\(match)::text is null or position(\(match ?? "") in domain) > 0)
            order by id
            limit \(size)
            """, row)
    }

    package static func find(
        _ domains: [String], over connection: PostgresConnection
    ) async throws -> [String: DomainAllowRow] {
        let found = try await connection.rows(
            """
            select id, domain, extract(epoch from created_at)::float8
            from domain_allows
            where domain = any(\(domains))
            """, row)
        return Dictionary(found.map { ($0.domain, $0) }) { first, _ in first }
    }

    private static func row(_ row: borrowing Row) throws -> DomainAllowRow {
        DomainAllowRow(id: try row[0], domain: try row[1], created: UTCTime(try row.value(2, as: Double.self)))
    }

    /// Adds one; nil when it is there already.
    package static func insert(_ domain: String, over connection: isolated PostgresConnection) async throws -> Int64? {
        try await connection.first(
            """
            insert into domain_allows (domain, created_at, updated_at)
            values (\(domain), now() at time zone 'utc', now() at time zone 'utc')
            on conflict (domain) do nothing
            returning id
            """
        ) { try $0.value(0, as: Int64.self) }
    }

    package static func delete(_ id: Int64, over connection: isolated PostgresConnection) async throws -> Bool {
        try await connection.execute("delete from domain_allows where id = \(id)") > 0
    }

    /// The database's clock, in seconds since 1970.
    package static func moment(over connection: PostgresConnection) async throws -> Double {
        try await connection.first("select extract(epoch from clock_timestamp())::float8") {
            try $0.value(0, as: Double.self)
        } ?? 0
    }

    /// Suspends the domain's accounts, up to `limit` of those that are not yet since then, and tells how many.
    ///
    /// Source: Mastodon 4.6.5 `app/services/unallow_domain_service.rb`, which touches `updated_at` as well from 4.4 on.
    package static func suspendAccounts(
        of domain: String, limit: Int, touching: Bool, since start: Double, over connection: isolated PostgresConnection
    ) async throws -> Int {
        let touched: Statement = touching ? ", updated_at = now() at time zone 'utc'" : ""
        return try await connection.execute(
            """
            update accounts
            set suspended_at = now() at time zone 'utc'\(fragment: touched)
            where id in (
                select id
                from accounts
                where domain = \(domain)
                    and (suspended_at is null or suspended_at < to_timestamp(\(start)) at time zone 'utc')
                limit \(limit)
                for update
            )
            """)
    }
}
