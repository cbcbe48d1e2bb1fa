import Console
import Faults
import Model
import Operations

extension FleetReport: Presentable {
    package enum Forms: String, OwnForms {
        case html, csv

        package static var usual: Forms? { nil }
    }

    /// Months a line of blocks goes back.
    private static let span = 12

    private struct Row: Encodable, Sendable {
        var server: String
        var domain: String?
        var release: String?
        var reason: String?
        var figures: [String: Double]
        /// By month, this one included.
        var history: [String: [String: Double]]
    }

    private enum CodingKeys: CodingKey {
        case schema, month, servers
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode("fleet.report/1", forKey: .schema)
        try container.encode(month.text, forKey: .month)
        try container.encode(rows, forKey: .servers)
    }

    private var rows: [Row] {
        servers.map { server in
            Row(
                server: server.name, domain: server.domain, release: server.release, reason: server.reason,
                figures: Self.members(server.figures),
                history: Dictionary(server.history.map { ($0.month, Self.members($0.figures)) }) { $1 })
        }
    }

    private static func members(_ figures: [FleetFigure: Double]) -> [String: Double] {
        Dictionary(uniqueKeysWithValues: figures.map { ($0.rawValue, $1) })
    }

    package var table: Table {
        var table = Table(
            [.init("server"), .init("release")] + FleetFigure.columns.map { .init($0.title, .right) })
        for server in servers {
            guard server.reason == nil else {
                table.add([server.name, "no report"] + FleetFigure.columns.map { _ in "" })
                continue
            }
            table.add(
                [server.name, server.release ?? ""]
                    + FleetFigure.columns.map { cell($0, of: server) })
        }
        return table
    }

    /// The figure behind its line of blocks, once there is more than one month.
    private func cell(_ figure: FleetFigure, of server: Server) -> String {
        guard let value = server.figures[figure] else { return "" }
        return [line(of: figure, server), figure.words(value)].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func line(of figure: FleetFigure, _ server: Server) -> String {
        let values = server.history.suffix(Self.span).map { $0.figures[figure] }
        return values.count > 1 ? Sparkline.text(values) : ""
    }

    package func text(for terminal: Terminal) -> String {
        let failed = servers.filter { $0.reason != nil }
        return "\(month.text)\n\n" + table.text(for: terminal)
            + failed.map { Sanitized.text("no report: \($0.name): \($0.reason ?? "")") + "\n" }.joined()
    }

    package func text(as form: Forms) -> String {
        switch form {
        case .csv: csv
        case .html: page
        }
    }

    private var csv: String {
        let head = ["server", "domain", "release", "month"] + FleetFigure.columns.map(\.rawValue) + ["reason"]
        let lines = servers.map { server in
            [server.name, server.domain ?? "", server.release ?? "", month.text]
                + FleetFigure.columns.map { server.figures[$0].map(Self.number) ?? "" } + [server.reason ?? ""]
        }
        return CSVText.head(head) + lines.map(CSVText.line).joined()
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() ? "\(value.clamped)" : "\(value)"
    }

    private var page: String {
        let title = "\(servers.count) servers in \(month.text)"
        var body = "<header><h1>\(title.marked)</h1></header>\n<main>\n"
        body +=
            PageTable(
                head: ["server", "release"] + FleetFigure.columns.map(\.title),
                rows: servers.filter { $0.reason == nil }.map { server in
                    [server.domain ?? server.name, server.release ?? ""]
                        + FleetFigure.columns.map { cell($0, of: server) }
                }
            ).markup
        let failed = servers.filter { $0.reason != nil }
        if !failed.isEmpty {
            body += "<h2>No report</h2>\n"
            body += PageTable(head: ["server", "reason"], rows: failed.map { [$0.name, $0.reason ?? ""] }).markup
        }
        return HTMLPage(title: title, body: body + "</main>\n").text
    }

    package var lines: [any Encodable & Sendable] { rows }
    /// Those without a report, for the next command.
    package var ids: [String] { servers.filter { $0.reason != nil }.map(\.name) }
    package var status: ExitStatus { ids.isEmpty ? .done : .problems }
}

extension FleetFigure {
    fileprivate var title: String {
        switch self {
        case .users, .posts, .storage, .database, .cost, .backups, .findings: rawValue
        case .activeUsers: "active"
        case .signUps: "sign-ups"
        case .recoveryPoint: "recovery point"
        case .recoveryTime: "recovery time"
        }
    }

    fileprivate func words(_ value: Double) -> String {
        switch self {
        case .users, .activeUsers, .signUps, .posts, .backups, .findings: Int(value.clamped).grouped
        case .storage, .database: "\(ByteCount(value.clamped))"
        case .cost: InstanceReport.price(value)
        case .recoveryPoint, .recoveryTime: Duration.seconds(value).brief
        }
    }
}
