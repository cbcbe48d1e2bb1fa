import ArgumentParser
import Model
import Operations

extension TrendsCommand.Statuses {
    /// `mastoctl trends statuses list`: what trends.
    struct List: RecordListCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the posts that trend, the highest first.",
            discussion: """
                Also those that nobody sees, since nobody approved them.

                Examples:
                  mastoctl trends statuses list
                  mastoctl trends statuses list --undecided --format ids
                """)

        @Flag(help: "Only those nobody has decided about.")
        var undecided = false

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question() throws -> RecordQuestion<TrendingPosts> {
            RecordQuestion(TrendingPosts(isUndecided: undecided))
        }
    }
}
