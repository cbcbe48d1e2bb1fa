import Model
import Stores

/// Asks for the other servers known here, with their figures.
package struct DomainListing: Question {
    fileprivate let isBlocked: Bool
    fileprivate let isUnavailable: Bool
    fileprivate let order: DomainOrder
    fileprivate let limit: Int?

    /// - Parameters:
    ///   - isBlocked: only those a block applies to.
    ///   - isUnavailable: only those nothing is delivered to.
    ///   - limit: domains at most; nil for all.
    package init(isBlocked: Bool, isUnavailable: Bool, order: DomainOrder, limit: Int?) {
        self.isBlocked = isBlocked
        self.isUnavailable = isUnavailable
        self.order = order
        self.limit = limit
    }

    package func answer(at site: Site<ReadOnly>) -> KnownDomainRows { KnownDomainRows(self, at: site) }
}

/// Other servers with their figures, some at a time: no statement sums more than a hundred of them.
package struct KnownDomainRows: AsyncSequence, Sendable {
    package typealias Element = [KnownDomain]

    private let site: Site<ReadOnly>
    private let selection: DomainListing

    fileprivate init(_ selection: DomainListing, at site: Site<ReadOnly>) {
        self.site = site
        self.selection = selection
    }

    package func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(site: site, selection: selection)
    }

    package struct AsyncIterator: AsyncIteratorProtocol {
        private static let atOnce = 100

        fileprivate let site: Site<ReadOnly>
        fileprivate let selection: DomainListing
        private var rest: ArraySlice<KnownDomain>?
        private var isRedisDown = false

        fileprivate init(site: Site<ReadOnly>, selection: DomainListing) {
            self.site = site
            self.selection = selection
        }

        package mutating func next() async throws -> [KnownDomain]? {
            var left: ArraySlice<KnownDomain>
            if let rest { left = rest } else { left = try await names()[...] }
            if left.isEmpty { return nil }
            var page = Array(left.prefix(Self.atOnce))
            rest = left.dropFirst(Self.atOnce)
            // Those in another order were measured before they could be sorted.
            if selection.order == .accounts { page = try await measured(page) }
            await addFailures(to: &page)
            return page
        }

        /// All that are wanted, in their order.
        private func names() async throws -> [KnownDomain] {
            let (selection, site) = (selection, site)
            var all = try await site.database.read { try await $0.knownDomains.all() }.filter { row in
                (!selection.isBlocked || row.block != nil)
                    && (!selection.isUnavailable || row.unavailableSince != nil)
            }
            if selection.order != .accounts {
                for start in stride(from: 0, to: all.count, by: Self.atOnce) {
                    let range = start..<Swift.min(start + Self.atOnce, all.count)
                    all.replaceSubrange(range, with: try await measured(Array(all[range])))
                }
            }
            all.sort(by: selection.order.precedes)
            return selection.limit.map { Array(all.prefix($0)) } ?? all
        }

        private func measured(_ domains: [KnownDomain]) async throws -> [KnownDomain] {
            try await site.database.read { connection in
                var domains = domains
                try await connection.knownDomains.measure(&domains)
                return domains
            }
        }

        private mutating func addFailures(to page: inout [KnownDomain]) async {
            if isRedisDown { return }
            do {
                let days = try await site.keys.failureDays(of: page.map(\.domain))
                for (index, count) in days.enumerated() { page[index].failureDays = count }
            } catch {
                isRedisDown = true
                site.warnings.warn("failures of delivery are not known: Redis does not answer")
            }
        }
    }
}
