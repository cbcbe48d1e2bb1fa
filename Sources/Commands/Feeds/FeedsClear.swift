import ArgumentParser
import Configuration
import Operations

extension FeedsCommand {
    /// `mastoctl feeds clear`: delete all feeds from Redis.
    struct Clear: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Delete all home and list feeds from Redis.",
            discussion: """
                Everybody's home is empty afterwards until it is built again: by `mastoctl feeds build --all`, or by the \
                server for somebody who comes back after a while.

                The keys are found by a walk and unlinked a thousand at a time, so that Redis goes on answering.

                Lanes: direct.

                Examples:
                  mastoctl feeds clear && mastoctl feeds build --all
                """)

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) -> FeedClearing { FeedClearing(.everybody) }
    }
}
