import Model
import Stores

/// A month of each server of a fleet, with the months before that earlier reports have seen.
package struct FleetReport: Sendable {
    package struct Server: Sendable {
        package var name: String
        /// Nil when it did not report.
        package var domain: String?
        package var release: String?
        /// Why it did not.
        package var reason: String?
        /// The month's own entry is the last one; the oldest comes first.
        package var history: [FleetMonth]
        package var figures: [FleetFigure: Double]
    }

    package let month: ReportMonth
    /// By name.
    package let servers: [Server]

    /// Takes what each server answered to `instance report`, and keeps its figures.
    ///
    /// - Parameter folder: the fleet's.
    /// - Throws: `Fault(.inputOutput)`, `Fault(.denied)` for the file of figures.
    package init(of month: ReportMonth, _ results: [FleetResult], keptIn folder: String) throws {
        let answers = results.map { ($0, $0.state == .done ? $0.json(of: "instance.report/1") : nil) }
        let entries = answers.compactMap { result, answer in
            answer.map { report in
                let figures = FleetFigure.columns.compactMap { figure in figure.value(in: report).map { (figure, $0) } }
                return FleetMonth(
                    server: result.server, month: month.text, figures: Dictionary(figures) { $1 })
            }
        }
        let known = try FleetMemory(in: folder).add(entries).filter { $0.month <= month.text }
        self.month = month
        servers = answers.map { result, answer in
            Server(
                name: result.server, domain: answer?["domain"]?.string, release: answer?["release"]?.string,
                reason: answer == nil ? result.line : nil, history: known.filter { $0.server == result.server },
                figures: entries.first { $0.server == result.server }?.figures ?? [:])
        }.sorted { $0.name < $1.name }
    }
}
