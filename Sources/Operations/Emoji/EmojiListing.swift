import Model
import Stores

/// Which custom emoji there are.
package struct EmojiInquiry: Question {
    private let selection: EmojiSelection
    private let limit: Int?

    /// - Parameter limit: nil for all.
    package init(_ selection: EmojiSelection, limit: Int?) {
        self.selection = selection
        self.limit = limit
    }

    package func answer(at site: Site<ReadOnly>) -> EmojiListing { EmojiListing(selection, limit: limit, at: site) }
}

/// Custom emoji by their id, a page at a time.
package struct EmojiListing: AsyncSequence, Sendable {
    package typealias Element = [EmojiRow]
    private let site: Site<ReadOnly>
    private let emoji: EmojiStore
    private let limit: Int

    fileprivate init(_ selection: EmojiSelection, limit: Int?, at site: Site<ReadOnly>) {
        self.site = site
        self.limit = limit ?? .max
        emoji = EmojiStore(selection, schema: site.instance.schema)
    }

    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(listing: self) }

    package struct AsyncIterator: AsyncIteratorProtocol {
        private static let size = 2_000
        private let listing: EmojiListing
        private var last: Int64? = .min
        private var told = 0

        fileprivate init(listing: EmojiListing) {
            self.listing = listing
        }

        package mutating func next() async throws -> [EmojiRow]? {
            guard let after = last, told < listing.limit else { return nil }
            let size = Swift.min(Self.size, listing.limit - told)
            let page = try await listing.site.database.read { [listing] in
                try await listing.emoji.page(after: after, size: size, over: $0)
            }
            last = page.count == size ? page.last?.id : nil
            told += page.count
            return page.isEmpty ? nil : page
        }
    }
}
