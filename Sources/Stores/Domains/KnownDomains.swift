import Model
import Postgres

/// The other servers this one knows: those with accounts here, blocked, allowed, or cut off.
package struct KnownDomains<Mode: Access> {
    let transaction: Transaction<Mode>

    /// All of them without their figures; a row of the view `instances` each, which the server renews every hour.
    package func all() async throws -> [KnownDomain] {
        let blocks = try await transaction.rows("select domain, severity::bigint from domain_blocks") { row in
            (try row.value(0, as: String.self), try row.value(1, as: Int64?.self) ?? 0)
        }
        let severities = Dictionary(blocks) { first, _ in first }
        return try await transaction.rows(
            """
            select
                coalesce(instances.domain, unavailable_domains.domain),
                coalesce(instances.accounts_count, 0)::bigint,
                unavailable_domains.created_at
            from instances
            full join unavailable_domains on unavailable_domains.domain = instances.domain
            """
        ) { row in
            let domain = try row.value(0, as: String.self)
            let rule = DomainName.suffixes(of: domain).first { severities[$0] != nil }
            return KnownDomain(
                domain: domain, accounts: try row[1],
                block: rule.map { KnownDomain.Block(domain: $0, severity: severities[$0] ?? 0) },
                unavailableSince: try row.moment(2))
        }
    }

    /// The domains of the view `instances`.
    package func names() async throws -> [String] {
        try await transaction.rows("select domain from instances order by accounts_count desc, domain") {
            try $0.value(0, as: String.self)
        }
    }

    /// The domains that are suspended by name.
    package func suspended() async throws -> [String] {
        try await transaction.rows("select domain from domain_blocks where severity = 1") {
            try $0.value(0, as: String.self)
        }
    }

    /// Adds posts, media and the last activity. Leans on `index_accounts_on_domain_and_id` and, once an account, on
    /// `index_statuses_20190820` and `index_media_attachments_on_account_id_and_status_id`.
    package func measure(_ domains: inout [KnownDomain]) async throws {
        let names = domains.map(\.domain)
        let rows = try await transaction.rows(
            """
            select
                accounts.domain,
                sum((select count(*) from statuses
                    where statuses.account_id = accounts.id and statuses.deleted_at is null))::bigint,
                least(coalesce(sum(\(fragment: AccountFigures.storage)), 0), 9223372036854775807)::bigint,
                max(account_stats.last_status_at)
            from accounts
            left join account_stats on account_stats.account_id = accounts.id
            where accounts.domain = any(\(names))
            group by accounts.domain
            """
        ) { row in
            (
                domain: try row.value(0, as: String.self), posts: try row.value(1, as: Int64.self),
                bytes: try row.value(2, as: Int64.self), last: try row.moment(3)
            )
        }
        let figures = Dictionary(rows.map { ($0.domain, $0) }) { first, _ in first }
        for index in domains.indices {
            guard let found = figures[domains[index].domain] else { continue }
            domains[index].posts = found.posts
            domains[index].mediaBytes = found.bytes
            domains[index].lastActivity = found.last
        }
    }
}

extension Transaction {
    package var knownDomains: KnownDomains<Mode> { KnownDomains(transaction: self) }
}
