import Faults
import Model
import Operations
import Presentation

/// What those who were not there want to know of a run's answer.
protocol RunAnswer: Presentable where Forms == NoForms {
    /// One entry a command, for a run of several parts one more for each.
    func figures(of operation: String) -> [RunFigures]
}

/// The figures of a run or of a part of one.
struct RunFigures: Sendable {
    var operation: String
    var status: ExitStatus
    var seconds: Double
    var items = 0
    var bytes: Int64 = 0
    var failures = 0
    var skipped = 0

    /// `1,234 items, 2.1 GB, 3 failures in 4 min 5 s`.
    var line: String {
        var parts = [Noun.counted(items, "items")]
        if bytes > 0 { parts.append("\(ByteCount(bytes))") }
        if skipped > 0 { parts.append("\(skipped) skipped") }
        if failures > 0 { parts.append(Noun.counted(failures, "failures")) }
        return parts.joined(separator: ", ") + " in \(Duration.seconds(seconds).brief)"
    }
}

extension Report: RunAnswer {
    func figures(of operation: String) -> [RunFigures] {
        [
            RunFigures(
                operation: operation, status: status, seconds: seconds, items: changed, bytes: bytes, failures: failed,
                skipped: skipped)
        ]
    }
}

extension SeriesReport: RunAnswer {
    func figures(of operation: String) -> [RunFigures] {
        let whole = RunFigures(
            operation: operation, status: status, seconds: seconds, items: changed, bytes: bytes,
            failures: failed + parts.count { $0.error != nil }, skipped: skipped)
        return [whole]
            + parts.compactMap { part in
                let name = "\(operation) \(part.part)"
                if let report = part.report { return report.figures(of: name)[0] }
                return part.error.map {
                    RunFigures(operation: name, status: $0.fault.kind.status, seconds: 0, failures: 1)
                }
            }
    }
}
