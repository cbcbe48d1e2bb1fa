import Console
import Faults
import Operations

extension UpgradeReport: Presentable {
    private enum CodingKeys: CodingKey { case schema, from, to, problems, warnings, findings }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(schema, forKey: .schema)
        try container.encodeIfPresent(from, forKey: .from)
        try container.encode(to, forKey: .to)
        try container.encode(problems, forKey: .problems)
        try container.encode(warnings, forKey: .warnings)
        try container.encode(findings, forKey: .findings)
    }

    package var table: Table {
        var table = Table([
            .init("state"), .init("check"), .init("rows", .right), .init("detail", canShrink: true), .init("mend"),
        ])
        for finding in findings {
            let examples = finding.examples.isEmpty ? "" : " (\(finding.examples.joined(separator: "; ")))"
            table.add([
                finding.state.rawValue, finding.name.rawValue.replacing("_", with: " "),
                finding.rows.map { Int($0).grouped } ?? "", finding.inWords + examples, finding.mend ?? "",
            ])
        }
        return table
    }

    /// A line a check, what mends it below, a summary at the end.
    package func text(for terminal: Terminal) -> String {
        let styles: [UpgradeFinding.State: Terminal.Style] = [
            .ok: .green, .warning: .yellow, .problem: .red, .skipped: .dim,
        ]
        let width = findings.map { $0.name.rawValue.count }.max() ?? 0
        var text = "Mastodon \(from ?? "unknown") to \(to)\n\n"
        for finding in findings {
            let word = finding.state.rawValue
            let padding = String(repeating: " ", count: 7 - word.count)
            let name = finding.name.rawValue.replacing("_", with: " ")
            let gap = String(repeating: " ", count: max(width - name.count, 0))
            let count = finding.rows.map { $0 == 0 ? "" : "\(Int($0).grouped): " } ?? ""
            text += "\(terminal.paint(word, styles[finding.state] ?? .dim))\(padding)  \(name)\(gap)  "
            text += Sanitized.text(count + finding.inWords) + "\n"
            let indent = String(repeating: " ", count: 9)
            if !finding.examples.isEmpty {
                text += "\(indent)\(Sanitized.text(finding.examples.joined(separator: "; ")))\n"
            }
            if let mend = finding.mend {
                text += "\(indent)\(terminal.paint("mend:", .green)) \(Sanitized.text(mend))\n"
            }
        }
        func counted(_ number: Int, _ noun: String) -> String { number == 0 ? "no \(noun)" : number.counted(noun) }
        return text + "\n\(counted(problems, "problems")), \(counted(warnings, "warnings"))\n"
    }

    package var lines: [any Encodable & Sendable] { findings }
    package var ids: [String] {
        findings.filter { $0.state == .problem || $0.state == .warning }.map(\.name.rawValue)
    }
    package var status: ExitStatus { problems + warnings > 0 ? .problems : .done }
    package var isOnlySuccess: Bool { problems + warnings == 0 }
}
