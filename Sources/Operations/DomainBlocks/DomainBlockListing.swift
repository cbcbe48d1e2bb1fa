import Model
import Stores

/// Asks for the server's blocks that fit, by their names.
package struct DomainBlockListing: Question {
    private let filter: DomainBlockFilter
    private let limit: Int?

    /// - Parameters:
    ///   - severities: empty for all.
    ///   - match: what the names hold; nil for anything.
    ///   - limit: blocks at most; nil for all.
    package init(severities: [BlockSeverity], match: String?, query: DomainBlockQuery, limit: Int?) {
        filter = DomainBlockFilter(severities: severities, match: match, query: query)
        self.limit = limit
    }

    package func answer(at site: Site<ReadOnly>) async throws -> DomainBlockList {
        let rows = try await site.database.read { try await $0.domainBlocks.all(filter) }
        let sorted = rows.sorted { $0.domain < $1.domain }
        return DomainBlockList(domainBlocks: sorted.prefix(limit ?? .max).map { ListedBlock($0) })
    }
}

/// Some of the server's blocks.
package struct DomainBlockList: Sendable, Encodable {
    package let schema = "domain-blocks.list/1"
    package var domainBlocks: [ListedBlock]
}
