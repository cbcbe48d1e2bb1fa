import Model
import Stores

/// Asks for the domains allowed.
package struct DomainAllowListing: Question {
    private let match: String?

    /// - Parameter match: what their names hold; nil for all.
    package init(match: String?) {
        self.match = match
    }

    package func answer(at site: Site<ReadOnly>) async throws -> DomainAllowList {
        var all: [DomainAllowRow] = []
        while true {
            let after = all.last?.id ?? 0
            let page = try await site.database.read {
                try await $0.domainAllows.page(after: after, size: 5_000, match: match)
            }
            all += page
            if page.count < 5_000 { break }
        }
        return DomainAllowList(
            domainAllows: all.sorted { $0.domain < $1.domain }.map {
                .init(id: "\($0.id)", domain: $0.domain, createdAt: $0.created)
            })
    }
}

/// The domains allowed.
package struct DomainAllowList: Sendable, Encodable {
    package let schema = "domain-allows.list/1"
    package var domainAllows: [Allowed]

    package struct Allowed: Sendable, Encodable, Equatable {
        package var id: String
        package var domain: String
        package var createdAt: UTCTime
    }
}
