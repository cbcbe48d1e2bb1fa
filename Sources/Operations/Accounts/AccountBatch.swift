import Model

/// A step that is some accounts, one where nothing else is said.
package struct AccountBatch: OperationStep {
    package var accounts: [AccountReference]

    package init(_ accounts: [AccountReference]) {
        self.accounts = accounts
    }

    package var count: Int { accounts.count }
    package var labels: [String] { accounts.map(\.handle) }
    package func prefix(_ count: Int) -> Self { Self(Array(accounts.prefix(count))) }
    package func dropFirst(_ count: Int) -> Self { Self(Array(accounts.dropFirst(count))) }
}
