import ArgumentParser
import Configuration
import Operations
import Presentation

extension AccountsCommand {
    /// `mastoctl accounts sessions`: where local users are signed in.
    struct Sessions: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell where local users are signed in.",
            discussion: """
                Browsers with their addresses, the tokens of apps with what they may do and when they were used, and \
                the addresses the users came from. No secret is told.

                Examples:
                  mastoctl accounts sessions alice
                  mastoctl accounts sessions alice@mail.example --format json
                  mastoctl accounts sessions --where 'origin:local ip:192.0.2.0/24'
                """)

        @OptionGroup(title: "Accounts")
        var targets: AccountTargets

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) throws -> SessionInquiry {
            SessionInquiry(try targets.chosen())
        }
    }
}
