import Faults
import Model

/// Figures of past reports of a fleet, a line for each server and month, so that the next report can tell how they went.
/// A report adds to them; nothing else of the fleet's folder can be written through this.
package struct FleetMemory: Sendable {
    private static let name = "figures.jsonl"
    /// Lines that are kept: a hundred servers for sixteen years.
    private static let longest = 20_000

    private let folder: StateFolder<ReadWrite>

    /// - Parameter path: the fleet's folder.
    package init(in path: String) {
        folder = StateFolder<ReadWrite>(path: path)
    }

    /// In the order of the months.
    ///
    /// - Throws: `Fault(.inputOutput)`, `Fault(.denied)`.
    package func read() throws -> [FleetMonth] {
        try (folder.lines(of: Self.name) ?? []).compactMap { line in
            guard let value = JSONValue(parsing: line), let server = value["server"]?.string,
                let month = value["month"]?.string
            else { return nil }
            let figures = FleetFigure.allCases.compactMap { figure in
                value[figure.rawValue]?.double.map { (figure, $0) }
            }
            return FleetMonth(server: server, month: month, figures: Dictionary(figures) { $1 })
        }.sorted { ($0.month, $0.server) < ($1.month, $1.server) }
    }

    /// Adds entries; one of the same server and month takes the place of what was known.
    ///
    /// - Returns: all that is known then.
    /// - Throws: `Fault(.inputOutput)`, `Fault(.denied)`.
    package func add(_ entries: [FleetMonth]) throws -> [FleetMonth] {
        let known = try read().filter { old in
            !entries.contains { $0.server == old.server && $0.month == old.month }
        }
        let all = (known + entries).sorted { ($0.month, $0.server) < ($1.month, $1.server) }.suffix(Self.longest)
        try folder.write(Self.name, lines: all.map(Self.line))
        return Array(all)
    }

    private static func line(_ entry: FleetMonth) -> String {
        let figures = FleetFigure.columns.compactMap { figure in
            entry.figures[figure].map { JSONValue.Member(figure.rawValue, .number($0)) }
        }
        return JSONValue.object(
            [.init("server", .string(entry.server)), .init("month", .string(entry.month))] + figures
        ).text
    }
}
