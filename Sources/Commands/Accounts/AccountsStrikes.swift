import ArgumentParser
import Configuration
import Model
import Stores

extension AccountsCommand {
    /// `mastoctl accounts strikes`: what moderators noted against an account.
    struct Strikes: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the strikes against an account.",
            discussion: """
                What moderators did to the account, in which words, in answer to which report, and what became of an \
                appeal; the newest first.

                Examples:
                  mastoctl accounts strikes alice
                  mastoctl accounts strikes bob@example.org --format json
                """)

        @Argument(help: ArgumentHelp("The account: alice, bob@example.org, id:123.", valueName: "account"))
        var account: String

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws { try AccountTargets.require(account) }

        func answer(from site: Site<ReadOnly>, _ configuration: Configuration) async throws -> AccountStrikes {
            let directory = AccountDirectory(site.instance)
            guard let name = AccountName(account) else { throw AccountTargets.unknown(account) }
            return try await site.database.read { connection in
                let found = try await directory.account(name, over: connection)
                return AccountStrikes(
                    account: found.handle, strikes: try await StrikeList.of(found.id, over: connection))
            }
        }
    }
}
