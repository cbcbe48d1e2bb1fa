import Console
import Faults
import Model
import Operations

extension Report: Presentable {
    package var table: Table {
        var table = Table([.init("figure"), .init("value", .right)])
        for (name, value) in figures { table.add([name, value]) }
        return table
    }

    private var figures: [(String, String)] {
        var all = [
            ("operation", operation), ("dry run", dryRun ? "yes" : "no"), ("lane", lane.rawValue),
            ("changed", "\(changed)"), ("skipped", "\(skipped)"), ("failed", "\(failed)"), ("visited", "\(visited)"),
            ("objects", "\(objects)"), ("bytes", "\(bytes)"), ("recovered", "\(recovered)"), ("seconds", "\(seconds)"),
        ]
        all += details.sorted { $0.key.code < $1.key.code }.map { ($0.key.code, "\($0.value)") }
        all += told.map { ($0.key.rawValue, $0.value) }
        if let stopped { all.append(("stopped", stopped.rawValue)) }
        if let next { all.append(("next", next)) }
        if let plan { all.append(("plan", plan)) }
        return all
    }

    /// `removed 1,234 media attachments (2.1 GB, 2,468 files) in 3.4 s`, and what else is worth knowing.
    package func text(for terminal: Terminal) -> String {
        if let plan {
            let lines = ["planned \(things)\(measure)", "carry it out with: mastoctl apply \(plan)"]
            return (lines + figuresInWords).map { Sanitized.text($0) + "\n" }.joined()
        }
        var lines = [isCheck ? found ?? done : done]
        if lane != .direct { lines.append("lane: \(lane.rawValue)") }
        if visited > changed, !isCheck || !dryRun { lines.append("looked at \(visited.grouped)") }
        lines += leftInWords
        if recovered > 0 { lines.append("finished \(recovered.counted("deletions")) of an earlier run") }
        lines += figuresInWords
        if failed > 0 { lines.append(terminal.paint("\(failed.grouped) failed", .red)) }
        lines += failures.prefix(20).map { "  \($0.item): \($0.reason)" }
        if failed > 20 { lines.append("  and \((failed - 20).grouped) more; --format json lists the first 1,000") }
        if let stopped { lines.append("stopped early: \(stopped.rawValue)") }
        lines += (remains ?? []).map { "to do: \($0)" }
        if let next { lines.append("go on with --start-after '\(next)'") }
        return lines.map { Sanitized.text($0) + "\n" }.joined()
    }

    /// What was left as it is: what has a reason is told with it, and only the rest may have changed meanwhile.
    private var leftInWords: [String] {
        var lines: [String] = []
        let others = skipped - explained
        if others > 0 {
            lines.append("left \(others.grouped) that changed meanwhile or that another run holds")
        }
        if explained > 0 { lines.append("left alone: \(explained.grouped)") }
        lines += skips.prefix(20).map { "  \($0.item): \($0.reason)" }
        if explained > 20 {
            lines.append("  and \((explained - 20).grouped) more; --format json lists the first 1,000")
        }
        return lines
    }

    /// `removed 1,234 media attachments (2.1 GB, 2,468 files) in 3.4 s`.
    private var done: String { "\(dryRun ? "would have " : "")\(deed) \(things)\(measure)\(time)" }

    private var things: String { changed.counted(noun) }

    private var measure: String {
        var size: [String] = []
        if bytes > 0 { size.append("\(ByteCount(bytes))") }
        if objects > 0 { size.append(objects.counted("files")) }
        return size.isEmpty ? "" : " (\(size.joined(separator: ", ")))"
    }

    /// What a check found, which never says what would be done about it; nil when something was done about it.
    private var found: String? {
        if changed == 0 || dryRun, max(problems, changed) == 0, failed == 0, stopped == nil {
            return visited == 0
                ? "nothing to repair"
                : "nothing to repair: all \(visited.grouped) looked at \(Noun.agreeing(visited, "are")) well"
        }
        guard dryRun else { return nil }
        let wrong = max(problems, changed)
        return "found \(wrong.counted(noun))"
            + (visited > wrong ? " among \(visited.grouped) looked at" : "")
    }

    private var time: String { dryRun ? "" : " in \(Self.short(seconds)) s" }

    private var told: [(key: Fact, value: String)] { (facts ?? [:]).sorted { $0.key.rawValue < $1.key.rawValue } }

    private var figuresInWords: [String] {
        var lines = details.sorted { $0.key.code < $1.key.code }.map { figure, value in
            let some = examples[figure].map { " such as \($0.joined(separator: ", "))" } ?? ""
            return "\(figure.inWords): \(Int(value).grouped)\(some)"
        }
        lines += told.map { "\($0.key.inWords): \($0.value)" }
        lines += findings.map { "  \($0.kind) \($0.id): \($0.item)" }
        if problems > findings.count, !findings.isEmpty {
            lines.append("  and \((problems - findings.count).grouped) more; --top lists them")
        }
        return lines
    }

    private static func short(_ seconds: Double) -> String {
        let tenths = Int((seconds * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    package var ids: [String] { findings.map(\.id) + failures.map(\.item) }

    package var status: ExitStatus {
        switch stopped {
        case .interrupted: .interrupted
        case .terminated: .terminated
        default: failed > 0 || problems > 0 ? .problems : .done
        }
    }

    /// A password is shown once, also to those who want to hear nothing else.
    package var isOnlySuccess: Bool {
        status == .done && facts?[.password] == nil && facts?[.secret] == nil && remains == nil
    }
}
