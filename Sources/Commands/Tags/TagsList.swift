import ArgumentParser
import Model
import Operations

extension TagsCommand {
    /// `mastoctl tags list`: hashtags and what may be done with them.
    struct List: RecordListCommand {
        static let configuration = CommandConfiguration(
            abstract: "List hashtags, and what was decided about them.",
            discussion: """
                All there are, by their ids. A hashtag about whose trending nobody decided follows the setting \
                `trendable_by_default`.

                Examples:
                  mastoctl tags list --review pending
                  mastoctl tags list --prefix spam
                  mastoctl tags list --limited --format ids
                """)

        @Option(help: ArgumentHelp("Only those that are reviewed, unreviewed or pending.", valueName: "state"))
        var review: TagReview?

        @Option(help: ArgumentHelp("Only names that begin so.", valueName: "text"))
        var prefix = ""

        @Flag(help: "Only those about which a moderator said no to something.")
        var limited = false

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question() throws -> RecordQuestion<TagList> {
            RecordQuestion(TagList(review, prefix: prefix, areLimited: limited))
        }
    }
}

extension TagReview: ExpressibleByArgument {}
