import Model
import Stores

/// Asks for the accounts that fit a filter, in an order.
package struct AccountListing: Question {
    private let selection: AccountRows.Selection

    /// - Parameters:
    ///   - isReversed: turns the order round.
    ///   - limit: accounts at most; nil for all.
    package init(_ filter: AccountFilter, order: AccountOrder, isReversed: Bool, limit: Int?) {
        selection = AccountRows.Selection(filter, order: order, isReversed: isReversed, limit: limit)
    }

    package func answer(at site: Site<ReadOnly>) -> AccountRows { AccountRows(selection, at: site) }
}
