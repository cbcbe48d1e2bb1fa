import ArgumentParser
import Model
import Operations

extension TrendsCommand.Statuses {
    /// `mastoctl trends statuses reject`: a moderator's decision.
    struct Reject: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keep posts from trending.",
            discussion: """
                What trends is shown otherwise when the server next works it out, within five minutes. The \
                server's pages keep no log of this; the local record does.

                Lanes: api, direct.

                Examples:
                  mastoctl trends statuses reject 116000000000000001
                """)

        @Argument(help: ArgumentHelp("As `trends statuses list` tells them.", valueName: "id"))
        var ids: [Int64]

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func change() throws -> RecordChange { RecordChange(TrendDeed(.statuses, false, ids.map(String.init))) }
    }
}
