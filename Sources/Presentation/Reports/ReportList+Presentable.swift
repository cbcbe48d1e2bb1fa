import Console
import Model

extension ReportList: Presentable {
    package var table: Table {
        var table = Table([
            .init("id", .right), .init("created"), .init("category"), .init("target"), .init("by"), .init("state"),
            .init("assigned"), .init("posts", .right), .init("comment", canShrink: true),
        ])
        for report in reports {
            table.add([
                "\(report.id)", "\(report.created)", report.category, report.target, report.by, report.state,
                report.assigned ?? "", "\(report.statuses)", report.comment,
            ])
        }
        return table
    }

    package var lines: [any Encodable & Sendable] { reports }
    package var ids: [String] { reports.map { "\($0.id)" } }
}

extension ReportSummary {
    var state: String { resolved == nil ? "open" : "resolved" }
}
