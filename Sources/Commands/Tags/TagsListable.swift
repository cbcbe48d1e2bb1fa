import ArgumentParser
import Model
import Operations

extension TagsCommand {
    /// `mastoctl tags listable`: a moderator's decision.
    struct Listable: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say whether hashtags are found.",
            discussion: """
                One that is not listable is in no search and is suggested to nobody. The hashtag counts as \
                reviewed. The server's pages keep no log of this; the local record does.

                Lanes: api, direct.

                Examples:
                  mastoctl tags listable spamword --off
                  mastoctl tags listable Caturday
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

        func change() throws -> RecordChange { RecordChange(TagDeed(.listable, !off, names)) }
    }
}
