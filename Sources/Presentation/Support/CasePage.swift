import Console
import Model
import Operations

/// A bundle as one page that needs nothing else.
struct CasePage {
    let shown: SupportCase

    var text: String {
        let title = "\(shown.domain ?? "A server") at \(shown.diagnosis.time)"
        return HTMLPage(title: Sanitized.text(title), body: body(Sanitized.text(title))).text
    }

    private func body(_ title: String) -> String {
        var text = "<header><h1>\(title.marked)</h1>\n<p>"
        text += [shown.release, shown.madeBy].compactMap(\.self).map { Sanitized.text($0).marked }.joined(
            separator: " · ")
        text += "</p>\n<p class=\"sum\">\(shown.diagnosis.summary.marked)</p></header>\n<main>\n"
        text += services
        text += chart("storage", "Stored attachments by kind and age", shown.storage) { "\(ByteCount($0.clamped))" }
        text += chart("latency", "How long the next job of a queue waits", shown.latencies) {
            Duration.seconds($0).brief
        }
        text += chart("waiting", "Jobs that wait", shown.waiting) { Int($0.clamped).grouped }
        text += chart("tables", "The biggest tables", Array(shown.tables.prefix(15))) { "\(ByteCount($0.clamped))" }
        return text + gaps + DiagnosisPage(shown.diagnosis).sections + "</main>\n"
    }

    private func section(_ id: String, _ title: String, _ body: String) -> String {
        "<section aria-labelledby=\"\(id)\"><h2 id=\"\(id)\">\(title)</h2>\n\(body)</section>\n"
    }

    private func chart(
        _ id: String, _ title: String, _ measures: [SupportCase.Measure], _ words: (Double) -> String
    ) -> String {
        if measures.isEmpty { return "" }
        let bars = measures.map { BarChart.Bar(label: $0.name, value: $0.value, text: words($0.value)) }
        return section(id, title, BarChart(title: title, bars: bars).markup)
    }

    private var services: String {
        if shown.services.isEmpty { return "" }
        let rows = shown.services.map { service in
            [service.name, service.state, service.detail]
        }
        return section("services", "Services", PageTable(head: ["service", "state", "detail"], rows: rows).markup)
    }

    private var gaps: String {
        if shown.gaps.isEmpty { return "" }
        let rows = shown.gaps.map { [$0.part, $0.reason] }
        return section("gaps", "What could not be had", PageTable(head: ["part", "reason"], rows: rows).markup)
    }
}

/// Rows with a head, as a page has them.
struct PageTable {
    var head: [String]
    var rows: [[String]]

    var markup: String {
        var text = "<table><thead><tr>"
        text += head.map { "<th scope=\"col\">\(Sanitized.text($0).marked)</th>" }.joined() + "</tr></thead><tbody>\n"
        for row in rows {
            text += "<tr>"
            for (index, cell) in row.enumerated() {
                let cell = Sanitized.text(cell).marked
                text += index == 0 ? "<th scope=\"row\">\(cell)</th>" : "<td>\(cell)</td>"
            }
            text += "</tr>\n"
        }
        return text + "</tbody></table>\n"
    }
}

extension Double {
    /// The nearest whole number there is.
    var clamped: Int64 { isNaN ? 0 : self >= 9e18 ? .max : self <= -9e18 ? .min : Int64(self) }
}
