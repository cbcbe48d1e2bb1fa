import Faults
import Model
import Stores

/// Asks where local users are signed in.
package struct SessionInquiry: Question {
    private let accounts: ChosenAccounts

    package init(_ accounts: ChosenAccounts) {
        self.accounts = accounts
    }

    /// - Throws: `Fault(.badData)` for a remote account; as `ChosenAccounts.all`.
    package func answer(at site: Site<ReadOnly>) async throws -> AccountSessions {
        let accounts = try await accounts.all(at: site)
        if let stranger = accounts.first(where: { !$0.isLocal }) {
            throw Fault(
                .badData, "\(stranger.handle) is remote, and only local users sign in here",
                help: "ask the people of \(stranger.domain ?? "its server"); with --where, add origin:local")
        }
        return try await site.database.read { try await AccountSessions.of(accounts, over: $0) }
    }
}
