import ArgumentParser
import Model
import Operations

extension TrendsCommand.Links {
    /// `mastoctl trends links approve`: a moderator's decision.
    struct Approve: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let links trend.",
            discussion: """
                What trends is shown otherwise when the server next works it out, within five minutes. The \
                server's pages keep no log of this; the local record does.

                Lanes: api, direct.

                Examples:
                  mastoctl trends links approve 17
                """)

        @Argument(help: ArgumentHelp("As `trends links list` tells them.", valueName: "id"))
        var ids: [Int64]

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func change() throws -> RecordChange { RecordChange(TrendDeed(.links, true, ids.map(String.init))) }
    }
}
