import ArgumentParser
import Configuration
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts unfollow`: make everybody here unfollow one account.
    struct Unfollow: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make everybody here unfollow one account.",
            discussion: """
                The account may be of this server or of another; its own server is told, by jobs of this one. With \
                each follow go its notification, the endorsement, the entries in lists, and the posts in feeds.

                Lanes: direct.

                Examples:
                  mastoctl accounts unfollow spam@example.org --dry-run
                  mastoctl accounts unfollow news
                """)

        @Argument(help: ArgumentHelp("The account to be unfollowed.", valueName: "acct"))
        var account: AccountName

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) -> FollowRemoval {
            FollowRemoval(name: "accounts unfollow", of: account, .everybodyHere)
        }
    }
}
