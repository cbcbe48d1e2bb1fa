import Model
import Postgres

/// One row of `domain_allows`.
package struct DomainAllowRow: Sendable, Equatable {
    package var id: Int64
    package var domain: String
    package var created: UTCTime
}

/// The domains a server in limited federation mode speaks with.
package struct DomainAllows<Mode: Access> {
    let transaction: Transaction<Mode>

    /// Allowances in the order they were made, after that id.
    package func page(after id: Int64, size: Int, match: String?) async throws -> [DomainAllowRow] {
        try await transaction.rows(
            """
            select id, domain, extract(epoch from created_at)::float8
            from domain_allows
            where id > \(id)
                and (\(match)::text is null or position(\(match ?? "") in domain) > 0)
            order by id
            limit \(size)
            """, Self.row)
    }

    package func find(_ domains: [String]) async throws -> [String: DomainAllowRow] {
        let found = try await transaction.rows(
            """
            select id, domain, extract(epoch from created_at)::float8
            from domain_allows
            where domain = any(\(domains))
            """, Self.row)
        return Dictionary(found.map { ($0.domain, $0) }) { first, _ in first }
    }

    private static func row(_ row: borrowing Row) throws -> DomainAllowRow {
        DomainAllowRow(id: try row[0], domain: try row[1], created: UTCTime(try row.value(2, as: Double.self)))
    }

    /// Adds one; nil when it is there already.
    package func insert(_ domain: String) async throws -> Int64? where Mode == ReadWrite {
        try await transaction.first(
            """
            insert into domain_allows (domain, created_at, updated_at)
            values (\(domain), now() at time zone 'utc', now() at time zone 'utc')
            on conflict (domain) do nothing
            returning id
            """
        ) { try $0.value(0, as: Int64.self) }
    }

    package func delete(_ id: Int64) async throws -> Bool where Mode == ReadWrite {
        try await transaction.execute("delete from domain_allows where id = \(id)") > 0
    }

    /// The database's clock, in seconds since 1970.
    package func moment() async throws -> Double {
        try await transaction.first("select extract(epoch from clock_timestamp())::float8") {
            try $0.value(0, as: Double.self)
        } ?? 0
    }

    /// Suspends the domain's accounts, up to `limit` of those that are not yet since then, and tells how many.
    ///
    /// Source: Mastodon 4.6.5 `app/services/unallow_domain_service.rb`, which touches `updated_at` as well from 4.4 on.
    package func suspendAccounts(
        of domain: String, limit: Int, touching: Bool, since start: Double
    ) async throws -> Int where Mode == ReadWrite {
        let touched: Statement = touching ? ", updated_at = now() at time zone 'utc'" : ""
        return try await transaction.execute(
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

extension Transaction {
    package var domainAllows: DomainAllows<Mode> { DomainAllows(transaction: self) }
}
