import ArgumentParser
import Configuration
import Model
import Operations

extension StatusesCommand {
    /// `mastoctl statuses similar`: posts like one that was reported.
    struct Similar: RecordListCommand {
        static let configuration = CommandConfiguration(
            abstract: "List posts like another one, the newest first.",
            discussion: """
                Of the same words, with a link to the same host, or with a picture that looks the same: --by says which of \
                these count. Words are compared without markup, addresses, names, digits and case; texts of fewer than \
                12 letters are like no other. The hosts of people who are mentioned do not count as links.

                Examples:
                  mastoctl statuses similar https://example.org/@spammer/116000000000000001
                  mastoctl statuses similar 116000000000000001 --within 2h --by text --by link
                  mastoctl statuses similar 116000000000000001 --format ids | mastoctl statuses delete --from -
                """)

        @Argument(help: "Its id or address.")
        var post: String

        @Option(help: ArgumentHelp("Look at posts that are no older than this.", valueName: "duration"))
        var within = Duration.seconds(86_400)

        @Option(help: ArgumentHelp("What counts: text, link or picture; all when not given.", valueName: "kind"))
        var by: [PostLikeness] = []

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question() throws -> RecordQuestion<SimilarPostList> {
            RecordQuestion(
                SimilarPostList(
                    to: post,
                    since: UTCTime(UTCTime.present.seconds - within.inSeconds),
                    by: Set(by.isEmpty ? PostLikeness.allCases : by)))
        }
    }
}

extension PostLikeness: ExpressibleByArgument {}
