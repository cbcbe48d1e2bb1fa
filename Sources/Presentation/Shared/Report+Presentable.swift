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
        all += details.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }
        all += (facts ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        if let stopped { all.append(("stopped", stopped.rawValue)) }
        if let next { all.append(("next", next)) }
        if let plan { all.append(("plan", plan)) }
        return all
    }

    /// `removed 1,234 media attachments (2.1 GB, 2,468 files) in 3.4 s`, and what else is worth knowing.
    package func text(for terminal: Terminal) -> String {
        var size: [String] = []
        if bytes > 0 { size.append("\(ByteCount(bytes))") }
        if objects > 0 { size.append("\(objects.grouped) files") }
        let measure = size.isEmpty ? "" : " (\(size.joined(separator: ", ")))"
        let things = "\(changed.grouped) \(Noun.fitting(changed, noun))"
        if let plan {
            let lines = ["planned \(things)\(measure)", "carry it out with: mastoctl apply \(plan)"]
            return (lines + figuresInWords).map { Sanitized.text($0) + "\n" }.joined()
        }
        let verb = dryRun ? "would have \(deed)" : deed
        if let idle, changed == 0, problems == 0, failed == 0, stopped == nil {
            return Sanitized.text("\(idle): all \(visited.grouped) \(noun) looked at are as they should be") + "\n"
        }
        var lines = ["\(verb) \(things)\(measure)" + (dryRun ? "" : " in \(Self.short(seconds)) s")]
        if lane != .direct { lines.append("lane: \(lane.rawValue)") }
        if visited > changed { lines.append("looked at \(visited.grouped)") }
        if skipped > 0 { lines.append("left \(skipped.grouped) that changed meanwhile or that another run holds") }
        lines += skips.prefix(20).map { "  \($0.item): \($0.reason)" }
        if skips.count > 20 { lines.append("  and \(skips.count - 20) more; --format json lists the first 1,000") }
        if recovered > 0 { lines.append("finished \(recovered.grouped) deletions of an earlier run") }
        lines += figuresInWords
        if failed > 0 { lines.append(terminal.paint("\(failed.grouped) failed", .red)) }
        lines += failures.prefix(20).map { "  \($0.item): \($0.reason)" }
        if failed > 20 { lines.append("  and \((failed - 20).grouped) more; --format json lists the first 1,000") }
        if let stopped { lines.append("stopped early: \(stopped.rawValue)") }
        if let next { lines.append("go on with --start-after '\(next)'") }
        return lines.map { Sanitized.text($0) + "\n" }.joined()
    }

    private var figuresInWords: [String] {
        var lines = details.sorted { $0.key < $1.key }.map { name, value in
            let some = examples[name].map { " such as \($0.joined(separator: ", "))" } ?? ""
            return "\(Self.words(for: name)): \(Int(value).grouped)\(some)"
        }
        lines += (facts ?? [:]).sorted { $0.key < $1.key }.map { "\(Self.words(for: $0.key)): \($0.value)" }
        lines += findings.map { "  \($0.kind) \($0.id): \($0.item)" }
        if problems > findings.count, !findings.isEmpty {
            lines.append("  and \((problems - findings.count).grouped) more; --top lists them")
        }
        return lines
    }

    /// What a figure is called before people.
    private static func words(for figure: String) -> String {
        if let reason = StoredPath.Unrecognised.allCases.first(where: { $0.figure == figure }) {
            return "left alone, \(reason.explanation)"
        }
        return String(figure.map { $0 == "_" ? " " : $0 })
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
    package var isOnlySuccess: Bool { status == .done && facts?["password"] == nil }
}
