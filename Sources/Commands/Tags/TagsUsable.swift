import ArgumentParser
import Model
import Operations

extension TagsCommand {
    /// `mastoctl tags usable`: a moderator's decision.
    struct Usable: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say whether hashtags may be used.",
            discussion: """
                One that is not usable is no link in new posts; posts that have it stay as they are. The hashtag \
                counts as reviewed. The server's pages keep no log of this; the local record does.

                Lanes: api, direct.

                Examples:
                  mastoctl tags usable spamword --off
                  mastoctl tags usable Caturday
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

        func change() throws -> RecordChange { RecordChange(TagDeed(.usable, !off, names)) }
    }
}
