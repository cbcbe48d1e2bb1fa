import ArgumentParser
import Model

extension ReportsCommand {
    /// `mastoctl reports resolve`: mark reports as resolved.
    struct Resolve: ReportActionCommand {
        static let configuration = CommandConfiguration(
            abstract: "Mark reports as resolved.",
            discussion: """
                Nothing else is done to the account; see `accounts suspend --report-id` and its siblings for that.
                The server's log and its webhooks tell of it.

                Lanes: api, direct.

                Examples:
                  mastoctl reports resolve 27
                  mastoctl reports resolve 25 27 --as moddy
                  mastoctl reports resolve --from ids.txt --plan-out plan.json
                """)

        static let verb = ReportVerb.resolve

        @OptionGroup
        var acting: ReportActionOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions
    }
}
