import Model
import Postgres

/// Blocks of domains as they apply to others.
package enum DomainRules {
    /// The block of a domain, or of the nearest one above it.
    package static func rule(
        for domain: String, over connection: isolated PostgresConnection
    ) async throws -> DomainRule? {
        try await connection.first(
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
