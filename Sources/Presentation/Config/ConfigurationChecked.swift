import Console
import Faults

/// `config check`: what is wrong or doubtful about a configuration.
package struct ConfigurationChecked: Presentable {
    package struct Finding: Encodable, Sendable {
        /// `problem`, `warning` or `note`.
        package var severity: String
        package var text: String
        package var help: String?

        package init(severity: String, text: String, help: String? = nil) {
            self.severity = severity
            self.text = text
            self.help = help
        }
    }

    package var schema = "config.check/1"
    package var problems: Int
    package var findings: [Finding]

    package init(_ findings: [Finding]) {
        self.findings = findings
        problems = findings.count { $0.severity == "problem" }
    }

    package var table: Table {
        var table = Table([.init("severity"), .init("finding"), .init("help")])
        for finding in findings { table.add([finding.severity, finding.text, finding.help ?? ""]) }
        return table
    }

    /// A line a finding, its help below.
    package func text(for terminal: Terminal) -> String {
        if findings.isEmpty { return "no problems\n" }
        let styles: [String: Terminal.Style] = ["problem": .red, "warning": .yellow, "note": .cyan]
        return findings.map { finding in
            let word = terminal.paint(finding.severity + ":", styles[finding.severity] ?? .dim)
            let help = finding.help.map { "  \(terminal.paint("help:", .green)) \(Sanitized.text($0))\n" } ?? ""
            return "\(word) \(Sanitized.text(finding.text))\n\(help)"
        }.joined()
    }

    package var lines: [any Encodable & Sendable] { findings }
    package var status: ExitStatus { problems > 0 ? .problems : .done }
    package var isOnlySuccess: Bool { problems == 0 }
}
