import Model
import Stores

/// Asks for the server's blocks in the order they were made.
package struct DomainBlockExport: Question {
    fileprivate let filter: DomainBlockFilter
    fileprivate let tellsPrivateComments: Bool

    /// - Parameters:
    ///   - includesIdle: whether blocks that reject nothing are among them.
    ///   - tellsPrivateComments: whether what only moderators see is told.
    package init(includesIdle: Bool, tellsPrivateComments: Bool) {
        self.tellsPrivateComments = tellsPrivateComments
        filter = DomainBlockFilter(skipsIdle: !includesIdle)
    }

    package func answer(at site: Site<ReadOnly>) -> ExportedBlocks { ExportedBlocks(export: self, site: site) }
}

/// Blocks, a page at a time, so that a long list needs no memory.
package struct ExportedBlocks: AsyncSequence, Sendable {
    package typealias Element = [BlockEntry]

    fileprivate let export: DomainBlockExport
    fileprivate let site: Site<ReadOnly>

    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(blocks: self) }

    package struct AsyncIterator: AsyncIteratorProtocol {
        private let blocks: ExportedBlocks
        /// Nil at the end.
        private var last: Int64? = 0

        fileprivate init(blocks: ExportedBlocks) {
            self.blocks = blocks
        }

        private static let size = 5_000

        package mutating func next() async throws -> [BlockEntry]? {
            guard let after = last else { return nil }
            let page = try await blocks.site.database.read { [export = blocks.export] in
                try await $0.domainBlocks.page(export.filter, after: after, size: Self.size)
            }
            last = page.count == Self.size ? page.last?.id : nil
            if page.isEmpty { return nil }
            return page.map { row in
                var entry = BlockEntry(row.domain, row.rule)
                if !blocks.export.tellsPrivateComments { entry.rule.privateComment = nil }
                return entry
            }
        }
    }
}
