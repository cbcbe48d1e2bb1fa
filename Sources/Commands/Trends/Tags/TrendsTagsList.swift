import ArgumentParser
import Model
import Operations

extension TrendsCommand.Tags {
    /// `mastoctl trends tags list`: what trends.
    struct List: RecordListCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the hashtags that trend, the highest first.",
            discussion: """
                Also those that nobody sees, since nobody approved them. Needs Mastodon 4.4 or newer: before \
                that hashtags trended in Redis alone.

                Examples:
                  mastoctl trends tags list
                  mastoctl trends tags list --undecided --format ids
                """)

        @Flag(help: "Only those nobody has decided about.")
        var undecided = false

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question() throws -> RecordQuestion<TrendingTags> { RecordQuestion(TrendingTags(isUndecided: undecided)) }
    }
}
