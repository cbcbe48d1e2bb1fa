import ArgumentParser
import Model
import Operations

extension TagsCommand {
    /// `mastoctl tags trendable`: a moderator's decision.
    struct Trendable: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say whether hashtags may trend.",
            discussion: """
                What trends is shown otherwise when the server next works it out, within five minutes. The \
                hashtag counts as reviewed. The server's pages keep no log of this; the local record does.

                Lanes: api, direct.

                Examples:
                  mastoctl tags trendable spamword --off
                  mastoctl tags trendable Caturday
                """)

        @Argument(help: ArgumentHelp("Names, with or without the sign before them.", valueName: "hashtag"))
        var names: [String]

        @Flag(help: "They may not.")
        var off = false

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func change() throws -> RecordChange { RecordChange(TagDeed(.trendable, !off, names)) }
    }
}
