import Faults
import Model
import Stores

/// Some of the server's blocks.
package struct DomainBlockListing: Sendable, Encodable {
    package let schema = "domain-blocks.list/1"
    package var domainBlocks: [ListedBlock]

    /// - Parameter limit: blocks at most; nil for all.
    package static func reading(
        _ filter: DomainBlockFilter, limit: Int?, at site: Site<ReadOnly>
    ) async throws -> DomainBlockListing {
        let rows = try await site.database.read { try await DomainBlocks.all(filter, over: $0) }
        let sorted = rows.sorted { $0.domain < $1.domain }
        return DomainBlockListing(domainBlocks: sorted.prefix(limit ?? .max).map { ListedBlock($0) })
    }
}

/// One block as it is told.
package struct ListedBlock: Sendable, Encodable, Equatable {
    package var id: String
    package var domain: String
    package var severity: BlockSeverity
    package var rejectMedia: Bool
    package var rejectReports: Bool
    package var obfuscate: Bool
    package var publicComment: String?
    package var privateComment: String?
    package var createdAt: UTCTime
    package var updatedAt: UTCTime

    package init(_ row: DomainBlockRow) {
        id = "\(row.id)"
        domain = row.domain
        severity = row.rule.severity
        rejectMedia = row.rule.rejectMedia
        rejectReports = row.rule.rejectReports
        obfuscate = row.rule.obfuscate
        publicComment = row.rule.publicComment
        privateComment = row.rule.privateComment
        createdAt = row.created
        updatedAt = row.updated
    }
}

/// What applies to one domain, and what a suspension takes or would take away.
package struct DomainBlockDossier: Sendable, Encodable {
    package let schema = "domain-blocks.show/1"
    package var domain: String
    /// The block that applies: the domain's own or the nearest parent's.
    package var block: ListedBlock?
    /// Blocks of domains below it.
    package var below: [ListedBlock]
    package var effect: BlockEffect

    package static func reading(_ name: String, at site: Site<ReadOnly>) async throws -> DomainBlockDossier {
        let domain = try NamedBlocks.domains([name])[0]
        return try await site.database.read { connection in
            let applying = try await DomainBlocks.applying(to: domain, over: connection)
            let below = try await DomainBlocks.all(.init(match: ".\(domain)"), over: connection)
            return DomainBlockDossier(
                domain: domain, block: applying.map { ListedBlock($0) },
                below: below.filter { $0.domain.hasSuffix(".\(domain)") }.map { ListedBlock($0) },
                effect: try await DomainBlocks.effect(of: domain, listed: 50, over: connection))
        }
    }
}
