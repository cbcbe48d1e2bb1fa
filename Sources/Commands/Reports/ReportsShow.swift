import ArgumentParser
import Configuration
import Faults
import Model
import Stores

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

        func answer(from site: Site<ReadOnly>, _ configuration: Configuration) async throws -> ReportDossier {
            let report = report
            guard let dossier = try await site.database.read({ try await Reports.dossier(of: report, over: $0) }) else {
                throw Fault(.noSuch, "there is no report \(report)", help: "try `mastoctl reports list`")
            }
            return dossier
        }
    }
}
