import ArgumentParser
import Configuration
import Operations

extension FeedsCommand {
    /// `mastoctl feeds vacuum`: delete feeds of people who are not here any more.
    struct Vacuum: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Delete feeds of people who are not here any more.",
            discussion: """
                Feeds of accounts and lists that are gone, and of users who are not confirmed or were not here within \
                USER_ACTIVE_DAYS. The server does this every day for users it still has; this also finds what belongs to \
                nobody.

                Lanes: direct.

                Examples:
                  mastoctl feeds vacuum --dry-run
                  mastoctl feeds vacuum --quiet
                """)

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) -> FeedClearing { FeedClearing(.abandoned) }
    }
}
