import Model
import Stores

/// Asks for the strikes against accounts.
package struct StrikeInquiry: Question {
    private let accounts: ChosenAccounts

    package init(_ accounts: ChosenAccounts) {
        self.accounts = accounts
    }

    /// - Throws: as `ChosenAccounts.all`.
    package func answer(at site: Site<ReadOnly>) async throws -> AccountStrikes {
        let accounts = try await accounts.all(at: site)
        return AccountStrikes(
            accounts: accounts.map(\.handle),
            strikes: try await site.database.read { try await $0.strikes.of(accounts.map(\.id)) })
    }
}
