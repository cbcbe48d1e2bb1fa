import ArgumentParser
import Model
import Operations

extension TrendsCommand.Links {
    /// `mastoctl trends links list`: what trends.
    struct List: RecordListCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the links that trend, the highest first.",
            discussion: """
                Also those that nobody sees, since nobody approved them.

                Examples:
                  mastoctl trends links list
                  mastoctl trends links list --undecided --format ids
                """)

        @Flag(help: "Only those nobody has decided about.")
        var undecided = false

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question() throws -> RecordQuestion<TrendingLinks> {
            RecordQuestion(TrendingLinks(isUndecided: undecided))
        }
    }
}
