import Model
import Stores

/// Asks what applies to a domain, and what blocking it does or would do.
package struct DomainBlockInquiry: Question {
    private let domain: String

    /// - Throws: `Fault(.badData)` for what is no domain.
    package init(_ name: String) throws {
        domain = try NamedBlocks.domains([name])[0]
    }

    package func answer(at site: Site<ReadOnly>) async throws -> DomainBlockDossier {
        let domain = domain
        return try await site.database.read { connection in
            let applying = try await connection.domainBlocks.applying(to: domain)
            let below = try await connection.domainBlocks.all(.init(match: ".\(domain)"))
            return DomainBlockDossier(
                domain: domain, block: applying.map { ListedBlock($0) },
                below: below.filter { $0.domain.hasSuffix(".\(domain)") }.map { ListedBlock($0) },
                effect: try await connection.domainBlocks.effect(of: domain, listed: 50))
        }
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
}
