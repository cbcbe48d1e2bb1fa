import ArgumentParser
import Configuration
import Operations
import Presentation

extension ReportsCommand {
    /// `mastoctl reports show`: everything about one report.
    struct Show: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell everything about a report.",
            discussion: """
                Who reports whom and why, the rules and posts it names, the moderators' notes, the strikes that answer \
                it, what was done about the account before, and other open reports about it.

                Examples:
                  mastoctl reports show 27
                  mastoctl reports show 27 --format json
                """)

        @Argument(help: ArgumentHelp("Id of the report.", valueName: "id"))
        var report: Int64

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) -> ReportInquiry { ReportInquiry(report) }
    }
}
