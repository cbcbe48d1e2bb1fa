import ArgumentParser
import Configuration
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts reset-relationships`: end the follows of one account of this server.
    struct ResetRelationships: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "End all follows of one account of this server.",
            discussion: """
                --follows ends what the account follows, and then the server does for it what it does for a new \
                account; --followers sends its followers away. Other servers are told, by jobs of this one. Requests \
                that wait for an answer stay.

                Lanes: direct.

                Examples:
                  mastoctl accounts reset-relationships alice --follows --dry-run
                  mastoctl accounts reset-relationships alice --follows --followers
                """)

        @Argument(help: ArgumentHelp("An account of this server.", valueName: "username"))
        var account: AccountName

        @Flag(help: "End the follows of those the account follows.")
        var follows = false

        @Flag(help: "End the follows of those who follow the account.")
        var followers = false

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            guard follows || followers else { throw ValidationError("give --follows, --followers or both") }
        }

        func operation(_ configuration: Configuration) -> FollowRemoval {
            FollowRemoval(
                name: "accounts reset-relationships", of: account, .own(follows: follows, followers: followers))
        }
    }
}
