import ArgumentParser
import Configuration
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts follow`: make everybody here follow one account of this server.
    struct Follow: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make everybody here follow one account of this server.",
            discussion: """
                Everybody means every account of this server that is not suspended, including those that are not \
                confirmed or approved yet. Whoever follows it already is left alone, and so is whoever blocks it or is \
                blocked by it. Where the account approves its followers itself, or the follower is silenced, a request \
                is made instead. The server's own jobs notify the account and fill the home feeds.

                Lanes: direct.

                Examples:
                  mastoctl accounts follow news --dry-run
                  mastoctl accounts follow news
                """)

        @Argument(help: ArgumentHelp("The account to be followed, one of this server.", valueName: "username"))
        var account: AccountName

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) -> MassFollow { MassFollow(account) }
    }
}
