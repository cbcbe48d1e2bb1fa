import ArgumentParser
import Configuration
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts prune`: remove remote accounts that nobody here has anything to do with.
    struct Prune: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Remove remote accounts that never met anybody here.",
            discussion: """
                An account stays when it has a post here, follows or is followed, has asked to or was asked, was \
                mentioned, favourited, blocked or was blocked, or when somebody here mutes or has reported it. Bots, \
                groups, and accounts that are suspended or silenced stay too. Notes about an account, its bookmarks, \
                votes, places in lists and collections do not keep it, and go with it; --careful keeps those accounts.

                The table is walked by id in small pages, each statement bounded in time, and what is found is removed \
                in small transactions; so it may run beside a busy server, be stopped at any moment and started again. \
                The answer tells where to go on with --start-after.

                Lanes: direct.

                Examples:
                  mastoctl accounts prune --dry-run
                  mastoctl accounts prune --min-age 30 --careful
                  mastoctl accounts prune --deadline 2h --rate 200/s
                """)

        @Option(help: ArgumentHelp("Only accounts known here for longer than this many days.", valueName: "n"))
        var minAge = Days(0)

        @Flag(help: "Keep accounts that left any trace here, such as a note, a list entry or a notification.")
        var careful = false

        @Option(help: ArgumentHelp("Go on after the account with this id.", valueName: "id"))
        var startAfter: Int64?

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) -> AccountPruning {
            AccountPruning(PruningRule(minAge: minAge.days, isCareful: careful), startAfter: startAfter ?? .min)
        }
    }
}
