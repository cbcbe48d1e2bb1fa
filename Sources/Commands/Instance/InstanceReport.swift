import ArgumentParser
import Assembly
import Configuration
import Faults
import Operations
import Presentation

extension InstanceCommand {
    /// `mastoctl instance report`: a month, for the customer.
    struct Report: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Report a month to whom the instance belongs.",
            discussion: """
                Users, active users (who were here since the month began), sign-ups and posts; what is kept by kind, with \
                its cost at the prices of the profile; how many servers and accounts are known; reports, strikes and \
                appeals; backups with the longest time that none would have brought back and the time the last rehearsal \
                took; what `doctor --since-last` found, and what ended. Growth is told against the sizes that an earlier \
                report kept in the state folder: make one a month.

                Prices are for 10^9 bytes and a month, by kind as `media usage` names them; `storage` holds for those \
                without one of their own:

                  [report.price]
                  storage = 0.012
                  database = 0.10

                Examples:
                  mastoctl instance report --month 2026-10
                  mastoctl instance report --month 2026-10 --format html > october.html
                  mastoctl instance report --month 2026-10 --format csv
                """)

        @OptionGroup
        var period: MonthOption

        @OptionGroup(title: "Global options")
        var global: SharedOptions<InstanceReport.Forms>

        func run(in session: Session) async throws -> ExitStatus {
            let configuration = try session.configure(global.overrides)
            let making = BackupMaking(
                configuration, environment: session.environment, purpose: "mastoctl instance report")
            let archive = configuration.backup.repository == nil ? nil : try making.archive()
            let inquiry = InstanceReportInquiry(
                of: period.month, prices: configuration.prices, state: StatePlace(configuration).folder,
                archive: archive)
            let warn = session.warn
            let opening = InstanceOpening(configuration, purpose: "mastoctl instance report") { warn($0) }
            do {
                let report = try await inquiry.answer(at: opening.forReading())
                await opening.close()
                return try tell(report, in: session)
            } catch {
                await opening.close()
                throw error
            }
        }
    }
}
