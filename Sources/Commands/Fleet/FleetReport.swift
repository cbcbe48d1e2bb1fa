import ArgumentParser
import Configuration
import Faults
import Model
import Operations
import Presentation

extension FleetCommand {
    /// `mastoctl fleet report`: a month, a row a customer.
    struct Report: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Report a month, a row for each server.",
            discussion: """
                Asks `mastoctl instance report` of each server and tells what it comes to. The figures are kept in the \
                fleet's folder; once there are two months of a server, a line of blocks before a figure shows the last \
                twelve, the lowest block the least of them. A server that does not report is named, and the status is 1.

                Examples:
                  mastoctl fleet report tag:hosted --month 2026-10
                  mastoctl fleet report all --month 2026-10 --format html > october.html
                  mastoctl fleet report all --month 2026-10 --format csv
                """)

        @OptionGroup
        var choice: FleetReach

        @OptionGroup
        var period: MonthOption

        @OptionGroup
        var options: FleetOptions

        @OptionGroup(title: "Global options")
        var global: SharedOptions<FleetReport.Forms>

        func run(in session: Session) async throws -> ExitStatus {
            let tour = try FleetTour(session, options, global)
            let words = ["instance", "report", "--month", period.month.text, "--format", "json"]
            let errands = try await tour.errands(words, for: tour.writing(choice.members(of: tour)))
            let results = try await tour.run(errands, in: try tour.folder(nil))
            return try tell(FleetReport(of: period.month, results, keptIn: tour.place.folder), in: session)
        }
    }
}
