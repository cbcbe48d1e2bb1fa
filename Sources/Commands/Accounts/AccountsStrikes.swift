import ArgumentParser
import Configuration
import Operations
import Presentation

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

        func question(_ configuration: Configuration) throws -> StrikeInquiry {
            StrikeInquiry(try targets.chosen())
        }
    }
}
