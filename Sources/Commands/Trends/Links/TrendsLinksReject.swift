import ArgumentParser
import Model
import Operations

extension TrendsCommand.Links {
    /// `mastoctl trends links reject`: a moderator's decision.
    struct Reject: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keep links from trending.",
            discussion: """
                What trends is shown otherwise when the server next works it out, within five minutes. The \
                server's pages keep no log of this; the local record does.

                Lanes: api, direct.

                Examples:
                  mastoctl trends links reject 17
                """)

        @Argument(help: ArgumentHelp("As `trends links list` tells them.", valueName: "id"))
        var ids: [Int64]

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func change() throws -> RecordChange { RecordChange(TrendDeed(.links, false, ids.map(String.init))) }
    }
}
