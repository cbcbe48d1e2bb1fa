import Model
import Stores

/// The server's blocks in the order they were made, a page at a time, so that a long list needs no memory.
package struct DomainBlockExport: AsyncSequence, Sendable {
    package typealias Element = [BlockEntry]

    private let site: Site<ReadOnly>
    private let filter: DomainBlockFilter
    private let tellsPrivateComments: Bool

    /// - Parameters:
    ///   - includesIdle: whether blocks that reject nothing are among them.
    ///   - tellsPrivateComments: whether what only moderators see is told.
    package init(includesIdle: Bool, tellsPrivateComments: Bool, at site: Site<ReadOnly>) {
        self.site = site
        self.tellsPrivateComments = tellsPrivateComments
        filter = DomainBlockFilter(skipsIdle: !includesIdle)
    }

    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(export: self) }

    package struct AsyncIterator: AsyncIteratorProtocol {
        private let export: DomainBlockExport
        /// Nil at the end.
        private var last: Int64? = 0

        fileprivate init(export: DomainBlockExport) {
            self.export = export
        }

        private static let size = 5_000

        package mutating func next() async throws -> [BlockEntry]? {
            guard let after = last else { return nil }
            let page = try await export.site.database.read { [export] in
                try await DomainBlocks.page(export.filter, after: after, size: Self.size, over: $0)
            }
            last = page.count == Self.size ? page.last?.id : nil
            if page.isEmpty { return nil }
            return page.map { row in
                var entry = BlockEntry(row.domain, row.rule)
                if !export.tellsPrivateComments { entry.rule.privateComment = nil }
                return entry
            }
        }
    }
}
