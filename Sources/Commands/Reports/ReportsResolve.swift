import ArgumentParser
import Stores

extension ReportsCommand {
    /// `mastoctl reports resolve`: mark reports as resolved.
    struct Resolve: ReportActionCommand {
        static let configuration = CommandConfiguration(
            abstract: "Mark reports as resolved.",
            discussion: """
                Nothing else is done to the account; see `accounts suspend --report-id` and its siblings for that.
                The server's log and its webhooks tell of it.

                Lanes: direct.

                Examples:
                  mastoctl reports resolve 27
                  mastoctl reports resolve 25 27 --as moddy
                """)

        static let verb = ReportChange.Verb.resolve

        @Argument(help: ArgumentHelp("Ids of reports.", valueName: "id"))
        var reports: [Int64]

        @OptionGroup(title: "Moderation")
        var moderating: ModeratorOptions

        @OptionGroup(title: "Lanes")
        var lanes: LaneOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions
    }
}
