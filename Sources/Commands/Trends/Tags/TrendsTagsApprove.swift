import ArgumentParser
import Model
import Operations

extension TrendsCommand.Tags {
    /// `mastoctl trends tags approve`: a moderator's decision.
    struct Approve: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let hashtags trend.",
            discussion: """
                What trends is shown otherwise when the server next works it out, within five minutes. The \
                server's pages keep no log of this; the local record does.

                Lanes: api, direct.

                Examples:
                  mastoctl trends tags approve caturday
                  mastoctl trends tags approve 17
                """)

        @Argument(help: ArgumentHelp("Ids, or names.", valueName: "hashtag"))
        var words: [String]

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func change() throws -> RecordChange { RecordChange(TrendDeed(.tags, true, words)) }
    }
}
