import Console
import Model
import Operations

extension InstanceReport: Presentable {
    package enum Forms: String, OwnForms {
        case html, csv

        package static var usual: Forms? { nil }
    }

    /// Section, name, value as it is, and in words.
    private var rows: [(section: String, name: String, value: String, words: String)] {
        var rows = figures.map { ("figures", $0.name, "\($0.value)", Int($0.value).grouped) }
        for kind in storage {
            rows.append(("storage", kind.kind, "\(kind.bytes)", "\(ByteCount(kind.bytes))"))
            if let cost = kind.cost { rows.append(("cost", kind.kind, Self.price(cost), Self.price(cost))) }
        }
        for part in growth {
            let words = "\(ByteCount(part.before)) to \(ByteCount(part.now)) since \(part.since)"
            rows.append(("growth", part.what, "\(part.now - part.before)", words))
        }
        if let backups {
            rows.append(("backups", "backups", "\(backups.count)", "\(backups.count)"))
            func seconds(_ name: String, _ seconds: Double?) {
                if let seconds {
                    rows.append(("backups", name, "\(Int64(seconds))", Duration.seconds(seconds).brief))
                }
            }
            seconds("recovery_point", backups.recoveryPointSeconds)
            seconds("recovery_time", backups.recoveryTimeSeconds)
            if let time = backups.rehearsedAt {
                let words = "\(time)\(backups.passed == true ? "" : ", did not pass")"
                rows.append(("backups", "rehearsed", "\(time)", words))
            }
        }
        if let findings {
            rows += findings.open.map { ("findings", $0, "open", "open") }
            rows += findings.opened.map { ("findings", $0, "began", "began in this month") }
            rows += findings.closed.map { ("findings", $0, "ended", "ended in this month") }
        }
        rows += gaps.map { gap in
            let parts = gap.split(separator: ":", maxSplits: 1).map(String.init)
            return ("gaps", parts[0], "", parts.last.map { String($0.drop { $0 == " " }) } ?? "")
        }
        return rows
    }

    static func price(_ cost: Double) -> String {
        let hundredths = Int64((cost * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    package var table: Table {
        var table = Table([.init("section"), .init("what"), .init("value", canShrink: true)])
        for row in rows { table.add([row.section, row.name, row.words]) }
        return table
    }

    package func text(for terminal: Terminal) -> String {
        "\(Sanitized.text(domain)), \(month), \(release)\n\n" + table.text(for: terminal)
    }

    package func text(as form: Forms) -> String {
        switch form {
        case .csv: csv
        case .html: page
        }
    }

    private var csv: String {
        CSVText.head(["domain", "month", "section", "name", "value"])
            + rows.map { CSVText.line([domain, month, $0.section, $0.name, $0.value]) }.joined()
    }

    private var page: String {
        let title = "\(Sanitized.text(domain)) in \(month)"
        var body = "<header><h1>\(title.marked)</h1>\n<p>\(release.marked) · \(madeAt)</p></header>\n<main>\n"
        body += section(
            "figures", "People and posts", PageTable(head: ["figure", "number"], rows: words("figures")).markup)
        let bars = storage.map { BarChart.Bar(label: $0.kind, value: Double($0.bytes), text: "\(ByteCount($0.bytes))") }
        var kept = BarChart(title: "What is kept", bars: bars).markup
        if storage.contains(where: { $0.cost != nil }) {
            kept += PageTable(head: ["kind", "cost of a month"], rows: words("cost")).markup
        }
        body += section("storage", "What is kept", kept)
        for (id, title) in [
            ("growth", "Growth"), ("backups", "Backups"), ("findings", "Findings"), ("gaps", "What could not be had"),
        ] {
            let rows = words(id)
            if !rows.isEmpty { body += section(id, title, PageTable(head: ["what", "value"], rows: rows).markup) }
        }
        return HTMLPage(title: title, body: body + "</main>\n").text
    }

    private func words(_ section: String) -> [[String]] {
        rows.filter { $0.section == section }.map { [$0.name.replacing("_", with: " "), $0.words] }
    }

    private func section(_ id: String, _ title: String, _ body: String) -> String {
        "<section aria-labelledby=\"\(id)\"><h2 id=\"\(id)\">\(title)</h2>\n\(body)</section>\n"
    }

    package var lines: [any Encodable & Sendable] { [self] }
    package var ids: [String] { findings?.open ?? [] }
}
