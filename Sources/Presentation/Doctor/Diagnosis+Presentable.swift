import Console
import Faults
import Model
import Operations

extension Diagnosis: Presentable {
    /// As other programs read it.
    package enum Forms: String, OwnForms {
        case html, prometheus, junit, nagios

        package static var usual: Forms? { nil }
    }

    package var table: Table {
        var table = Table([.init("state"), .init("check"), .init("detail"), .init("fix")])
        for check in checks { table.add([check.word, check.id, check.detail, check.fix ?? ""]) }
        return table
    }

    /// What was found, the worst first, each with what mends it; then what could not be looked at; then how many there
    /// were of each.
    package func text(for terminal: Terminal) -> String {
        var text = ""
        for state in CheckResult.State.worstFirst {
            for check in checks where check.state == state && check.accepted == nil {
                text += line(check, terminal)
            }
        }
        for check in checks where check.accepted != nil && check.state.severity != nil {
            text += "\(terminal.paint(pad("accepted", 9), .dim))  \(Sanitized.text(check.id)): "
            text += "\(Sanitized.text(check.accepted ?? ""))\n"
        }
        if let new { text += told("new", new) }
        if let gone { text += told("gone", gone) }
        return text + (text.isEmpty ? "" : "\n") + summary + "\n"
    }

    /// `2 problems, 1 warning; 130 looked at, 12 skipped, 1 could not be looked at`.
    package var summary: String {
        let found = [CheckResult.State.critical, .problem, .warning, .notice].compactMap { state -> String? in
            let number = count(state)
            guard number > 0 else { return nil }
            return state == .critical ? "\(number) critical" : number.counted(state.rawValue + "s")
        }
        let looked = checks.count { $0.state != .skipped && $0.state != .unseen }
        var rest = ["\(looked) checks looked"]
        if count(.skipped) > 0 { rest.append("\(count(.skipped)) had nothing to look at") }
        if count(.unseen) > 0 { rest.append("\(count(.unseen)) could not look") }
        if let accepted = counts["accepted"] { rest.append("\(accepted) accepted") }
        return "\(found.isEmpty ? "nothing found" : found.joined(separator: ", ")); \(rest.joined(separator: ", "))"
    }

    private func told(_ word: String, _ ids: [String]) -> String {
        "\(word) since last time: \(ids.isEmpty ? "nothing" : ids.joined(separator: ", "))\n"
    }

    private func line(_ check: CheckResult, _ terminal: Terminal) -> String {
        let styles: [CheckResult.State: Terminal.Style] = [
            .notice: .dim, .warning: .yellow, .problem: .red, .critical: .red, .unseen: .yellow,
        ]
        var text = "\(terminal.paint(pad(check.word, 9), styles[check.state] ?? .dim))  \(Sanitized.text(check.id)): "
        text += Sanitized.text(check.detail) + "\n"
        if let fix = check.fix {
            text += String(repeating: " ", count: 11) + "\(terminal.paint("fix:", .green)) \(Sanitized.text(fix))\n"
        }
        return text
    }

    private func pad(_ word: String, _ width: Int) -> String {
        word + String(repeating: " ", count: max(width - word.count, 0))
    }

    package var lines: [any Encodable & Sendable] { checks }
    package var ids: [String] { checks.filter(\.isFound).map(\.id) }
    package var status: ExitStatus { isFailed ? .problems : .done }
    package var isOnlySuccess: Bool { !checks.contains { $0.isFound || $0.state == .unseen } }

    package func text(as form: Forms) -> String {
        switch form {
        case .html: DiagnosisPage(self).text
        case .prometheus: prometheus
        case .junit: junit
        case .nagios: nagios
        }
    }
}

extension CheckResult {
    /// `unseen` for what could not be looked at.
    package var word: String { state == .unseen ? "unseen" : state.rawValue }
}

extension CheckResult.State {
    static let worstFirst: [CheckResult.State] = [.critical, .problem, .warning, .unseen, .notice]
}
