import Console
import Faults
import Operations

extension Diagnosis: Presentable {
    package var table: Table {
        var table = Table([.init("state"), .init("area"), .init("check"), .init("detail"), .init("help")])
        for check in checks {
            table.add([check.state.rawValue, check.area, check.name, check.detail, check.help ?? ""])
        }
        return table
    }

    /// A line a check, its help below, a summary at the end.
    package func text(for terminal: Terminal) -> String {
        let styles: [Check.State: Terminal.Style] = [.ok: .green, .warning: .yellow, .problem: .red, .skipped: .dim]
        let width = checks.map { $0.area.count + $0.name.count + 1 }.max() ?? 0
        var text = ""
        for check in checks {
            let word = check.state.rawValue
            let padding = String(repeating: " ", count: 7 - word.count)
            let subject = Sanitized.text("\(check.area) \(check.name)")
            let gap = String(repeating: " ", count: max(width - subject.count, 0))
            text += "\(terminal.paint(word, styles[check.state] ?? .dim))\(padding)  \(subject)\(gap)  "
            text += Sanitized.text(check.detail) + "\n"
            if let help = check.help {
                text +=
                    String(repeating: " ", count: 9) + "\(terminal.paint("help:", .green)) \(Sanitized.text(help))\n"
            }
        }
        return text + "\n\(count(problems, "problem")), \(count(warnings, "warning"))\n"
    }

    private func count(_ number: Int, _ noun: String) -> String {
        number == 0 ? "no \(noun)s" : number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }

    package var lines: [any Encodable & Sendable] { checks }
    package var ids: [String] { checks.filter { $0.state == .problem }.map { "\($0.area)/\($0.name)" } }
    package var status: ExitStatus { problems > 0 ? .problems : .done }
    package var isOnlySuccess: Bool { problems == 0 && warnings == 0 }
}
