import ArgumentParser
import Configuration
import Model
import Operations
import Stores

extension AccountsCommand {
    /// `mastoctl accounts strikes`: what moderators noted against accounts.
    struct Strikes: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the strikes against accounts.",
            discussion: """
                What moderators did to the accounts, in which words, in answer to which report, and what became of an \
                appeal; the newest first.

                Examples:
                  mastoctl accounts strikes alice
                  mastoctl accounts strikes bob@example.org --format json
                  mastoctl accounts strikes --where 'status:silenced domain:example.org'
                """)

        @OptionGroup(title: "Accounts")
        var targets: AccountTargets

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func answer(from site: Site<ReadOnly>, _ configuration: Configuration) async throws -> AccountStrikes {
            let accounts = try await targets.chosen().all(at: site)
            return AccountStrikes(
                accounts: accounts.map(\.handle),
                strikes: try await site.database.read { try await StrikeList.of(accounts.map(\.id), over: $0) })
        }
    }
}
