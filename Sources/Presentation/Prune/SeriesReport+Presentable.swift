import Console
import Faults
import Model
import Operations

extension SeriesReport: Presentable {
    package var table: Table {
        var table = Table([
            .init("part"), .init(dryRun ? "would go" : "gone", .right), .init("size", .right), .init("files", .right),
            .init("left", .right), .init("failed", .right), .init("took", .right), .init("outcome"),
        ])
        for part in parts {
            guard let report = part.report else {
                table.add([part.part, "", "", "", "", "", "", part.error?.message ?? "not run"])
                continue
            }
            table.add([
                part.part, report.changed.grouped, "\(ByteCount(report.bytes))", report.objects.grouped,
                report.skipped.grouped, report.failed.grouped, Duration.seconds(report.seconds).brief,
                Self.word(for: report),
            ])
        }
        table.add([
            "all", changed.grouped, "\(ByteCount(bytes))", objects.grouped, skipped.grouped, failed.grouped,
            Duration.seconds(seconds).brief, stopped.map { "stopped early: \($0.rawValue)" } ?? "",
        ])
        return table
    }

    private static func word(for report: Report) -> String {
        if let stopped = report.stopped { return "stopped early: \(stopped.rawValue)" }
        return report.failed > 0 ? "some failed" : "done"
    }

    package func text(for terminal: Terminal) -> String {
        var lines: [String] = []
        for part in parts {
            guard let report = part.report else { continue }
            lines += report.failures.prefix(20).map { "\(part.part): \($0.item): \($0.reason)" }
            if report.failed > 20 {
                lines.append(
                    "\(part.part): and \((report.failed - 20).grouped) more; --format json lists the first 1,000")
            }
        }
        if recovered > 0 { lines.append("finished \(recovered.counted("deletions")) of an earlier run") }
        lines += dryRun ? ["nothing was changed: this was a dry run"] : []
        return table.text(for: terminal) + lines.map { Sanitized.text($0) + "\n" }.joined()
    }

    package var lines: [any Encodable & Sendable] { parts }

    package var ids: [String] { parts.compactMap(\.report).flatMap(\.ids) }

    /// A run in which nothing but one kind of fault happened ends as that fault would; one with some trouble with 1.
    package var status: ExitStatus {
        switch stopped {
        case .interrupted: return .interrupted
        case .terminated: return .terminated
        case .limit, .deadline, nil: break
        }
        let kinds = Set(parts.compactMap(\.error?.fault.kind))
        if kinds.isEmpty { return failed > 0 ? .problems : .done }
        let isOnlyFaults = !parts.contains { $0.report != nil }
        return isOnlyFaults && kinds.count == 1 ? kinds.first?.status ?? .problems : .problems
    }

    package var isOnlySuccess: Bool { status == .done }
}
