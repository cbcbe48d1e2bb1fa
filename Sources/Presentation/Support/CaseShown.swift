import Console
import Faults
import Model
import Operations

/// What a bundle tells.
package struct CaseShown: Presentable {
    package enum Forms: String, OwnForms {
        case html

        package static var usual: Forms? { nil }
    }

    private let shown: SupportCase

    package init(_ shown: SupportCase) {
        self.shown = shown
    }

    package var table: Table { shown.diagnosis.table }

    package func text(for terminal: Terminal) -> String {
        var text = "\(terminal.paint(Sanitized.text(shown.domain ?? "a server"), .bold)) at \(shown.diagnosis.time)"
        text += [shown.release, shown.madeBy].compactMap(\.self).map { ", " + Sanitized.text($0) }.joined() + "\n\n"
        text += shown.diagnosis.text(for: terminal)
        func add(_ title: String, _ rows: [[String]]) {
            if rows.isEmpty { return }
            var table = Table([.init(title), .init("", .right)])
            for row in rows { table.add(row) }
            text += "\n" + table.text(for: terminal)
        }
        add("stored attachments", shown.storage.map { [$0.name, "\(ByteCount($0.value.clamped))"] })
        add(
            "queue",
            zip(shown.waiting, shown.latencies).map { queue, latency in
                [
                    queue.name,
                    "\(Int(queue.value.clamped).grouped), next waits \(Duration.seconds(latency.value).brief)",
                ]
            })
        add("table", shown.tables.prefix(10).map { [$0.name, "\(ByteCount($0.value.clamped))"] })
        add("could not be had", shown.gaps.map { [$0.part, $0.reason] })
        return text
    }

    package func text(as form: Forms) -> String { CasePage(shown: shown).text }
    package var lines: [any Encodable & Sendable] { shown.diagnosis.checks }
    package var ids: [String] { shown.diagnosis.ids }

    private enum CodingKeys: String, CodingKey {
        case schema, domain, release, madeBy, madeAt, counts, checks, storage, latencies, waiting, tables, gaps, parts
    }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode("support.show/1", forKey: .schema)
        try members.encodeIfPresent(shown.domain, forKey: .domain)
        try members.encodeIfPresent(shown.release, forKey: .release)
        try members.encode(shown.madeBy, forKey: .madeBy)
        try members.encode(shown.diagnosis.time, forKey: .madeAt)
        try members.encode(shown.diagnosis.counts, forKey: .counts)
        try members.encode(shown.diagnosis.checks, forKey: .checks)
        try members.encode(shown.storage, forKey: .storage)
        try members.encode(shown.latencies, forKey: .latencies)
        try members.encode(shown.waiting, forKey: .waiting)
        try members.encode(shown.tables, forKey: .tables)
        try members.encode(shown.gaps, forKey: .gaps)
        try members.encode(shown.parts, forKey: .parts)
    }
}

extension SupportComparison: Presentable {
    package var table: Table {
        var table = Table([
            .init("change"), .init("what"), .init("before", canShrink: true), .init("after", canShrink: true),
        ])
        for finding in findings {
            table.add([finding.change.rawValue, finding.id, finding.before, "\(finding.after): \(finding.detail)"])
        }
        for figure in figures { table.add(["moved", figure.name, figure.before ?? "", figure.after ?? ""]) }
        return table
    }

    package func text(for terminal: Terminal) -> String {
        let (one, other) = (Sanitized.text(first ?? "a server"), Sanitized.text(second ?? "a server"))
        let head = "\(one) at \(firstAt), and \(other) at \(secondAt)\n\n"
        return head + (findings.isEmpty && figures.isEmpty ? "no difference\n" : table.text(for: terminal))
    }

    package var lines: [any Encodable & Sendable] { findings }
    package var ids: [String] { findings.map(\.id) }
    package var status: ExitStatus { isWorse ? .problems : .done }
}
