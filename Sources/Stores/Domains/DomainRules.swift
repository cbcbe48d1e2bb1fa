import Model
import Postgres

/// Blocks of domains as they apply to others.
package struct DomainRules<Mode: Access> {
    let transaction: Transaction<Mode>

    /// The block of a domain, or of the nearest one above it.
    package func rule(for domain: String) async throws -> DomainRule? {
        try await transaction.first(
            """
            select domain, severity::bigint, reject_media, reject_reports, public_comment, private_comment
            from domain_blocks
            where domain = any(\(DomainName.suffixes(of: domain)))
            order by char_length(domain) desc
            limit 1
            """
        ) { row in
            DomainRule(
                domain: try row[0], severity: try row.value(1, as: Int64?.self) ?? 0, rejectMedia: try row[2],
                rejectReports: try row[3], publicComment: try row[4], privateComment: try row[5])
        }
    }
}

extension Transaction {
    package var domainRules: DomainRules<Mode> { DomainRules(transaction: self) }
}
