import Console
import Model

extension ReportDossier: Presentable {
    package var table: Table {
        var table = Table([.init("what"), .init("value", canShrink: true)])
        for row in facts + details { table.add(row) }
        return table
    }

    private var facts: [[String]] {
        var rows = [
            ["report", "\(report.id)"], ["state", report.state], ["created", "\(report.created)"],
            ["category", report.category], ["target", report.target], ["by", report.by],
        ]
        if let resolved = report.resolved {
            rows.append(["resolved", "\(resolved)" + (report.resolvedBy.map { " by \($0)" } ?? "")])
        }
        if let assigned = report.assigned { rows.append(["assigned", assigned]) }
        if report.forwarded { rows.append(["forwarded", "yes"]) }
        if !report.comment.isEmpty { rows.append(["comment", report.comment]) }
        return rows
    }

    private var details: [[String]] {
        rules.map { ["rule", $0] }
            + posts.map { post in
                let marks = [
                    post.isDeleted ? "deleted" : nil, post.attachments > 0 ? "\(post.attachments) media" : nil,
                ]
                let words = marks.compactMap { $0 }.joined(separator: ", ")
                return [
                    "post \(post.id)", [post.url, words, post.text].filter { !$0.isEmpty }.joined(separator: "  "),
                ]
            }
            + notes.map { ["note", "\($0.time) \($0.by): \($0.text)"] }
            + strikes.map { ["strike \($0.id)", "\($0.time) \($0.action) by \($0.by ?? "?"): \($0.text)"] }
            + history.map { ["history", "\($0.time) \($0.by): \($0.action) \($0.targets.joined(separator: ", "))"] }
            + (openSiblings.isEmpty ? [] : [["also open", openSiblings.joined(separator: ", ")]])
    }

    package var ids: [String] { ["\(report.id)"] }
}
