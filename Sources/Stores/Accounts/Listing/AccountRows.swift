import Model
import Postgres

/// The rows of a list of accounts, page by page as they are asked for: constant memory, no statement open between two
/// pages, whatever the number of accounts.
///
/// Pages follow one another by the sort key and the id, so that rows that come and go meanwhile neither hide others nor
/// show them twice. A row whose key changes meanwhile, its followers for instance, may be shown twice or not at all.
package struct AccountRows: AsyncSequence, Sendable {
    package typealias Element = [AccountRow]

    package struct Selection: Sendable {
        package var filter: AccountFilter
        package var order: AccountOrder
        /// Turns the order round.
        package var isReversed: Bool
        /// Rows at most.
        package var limit: Int?

        package init(
            _ filter: AccountFilter, order: AccountOrder = .id, isReversed: Bool = false, limit: Int? = nil
        ) {
            self.filter = filter
            self.order = order
            self.isReversed = isReversed
            self.limit = limit
        }

        /// Media are only summed where somebody asks for them: it costs a look into an index for each account.
        var measuresMedia: Bool {
            order == .storage
                || filter.terms.contains { if case .number(.storage, _) = $0.condition { true } else { false } }
        }
    }

    private let database: Database<ReadOnly>
    private let listing: FilteredAccounts
    private let selection: Selection

    package init(_ selection: Selection, at site: Site<ReadOnly>) {
        database = site.database
        listing = FilteredAccounts(selection.filter, at: site.instance)
        self.selection = selection
    }

    package func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(
            database: database, page: AccountPage(listing: listing, selection: selection), left: selection.limit,
            // Without an index on the key each page reads all rows anew: better few pages.
            mostRows: selection.order == .id ? 4_000 : 64_000)
    }

    package struct AsyncIterator: AsyncIteratorProtocol {
        let database: Database<ReadOnly>
        let page: AccountPage
        /// Rows still wanted; nil for all.
        var left: Int?
        let mostRows: Int
        /// The first answer comes soon, the others are worth the question.
        private var size = 1_000
        private var place: AccountPage.Place?
        private var isOver = false

        init(database: Database<ReadOnly>, page: AccountPage, left: Int?, mostRows: Int) {
            self.database = database
            self.page = page
            self.left = left
            self.mostRows = mostRows
        }

        package mutating func next() async throws -> [AccountRow]? {
            let count = Swift.min(size, left ?? size)
            guard !isOver, count > 0 else { return nil }
            let (page, place) = (page, place)
            let found = try await database.read { try await page.rows(after: place, count, over: $0) }
            self.place = found.last ?? place
            left = left.map { $0 - found.rows.count }
            isOver = found.rows.count < count
            size = Swift.min(size * 2, mostRows)
            return found.rows.isEmpty ? nil : found.rows
        }
    }
}
