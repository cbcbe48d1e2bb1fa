import Faults
import Model

/// What a series of operations did, part by part and in all.
package struct SeriesReport: Sendable, Encodable {
    package var schema: String
    package var dryRun: Bool
    package private(set) var changed = 0
    package private(set) var skipped = 0
    /// Items that failed; a part that could not run at all has its `error`.
    package private(set) var failed = 0
    package private(set) var objects = 0
    package private(set) var bytes: Int64 = 0
    package private(set) var recovered = 0
    package var seconds = 0.0
    /// Why the run ended before the series did; nil when every part had its turn.
    package var stopped: Stop?
    package private(set) var parts: [Part] = []

    package init(_ name: String, dryRun: Bool) {
        schema = "\(name)/1"
        self.dryRun = dryRun
    }

    package mutating func add(_ part: Part) {
        parts.append(part)
        guard let report = part.report else { return }
        changed += report.changed
        skipped += report.skipped
        failed += report.failed
        objects += report.objects
        bytes = bytes.adding(report.bytes)
        recovered += report.recovered
    }

    /// Items that count against the limit.
    var handled: Int { changed + skipped }

    /// One operation of the series.
    package struct Part: Sendable, Encodable {
        package enum Outcome: String, Sendable, Encodable {
            case done, failed
            case notRun = "not_run"
        }

        /// Its word: `preview_cards`.
        package var part: String
        package var outcome: Outcome
        package var report: Report?
        package var error: Trouble?

        /// One that had no turn.
        package init(_ part: String) {
            self.part = part
            outcome = .notRun
        }

        package init(_ part: String, _ report: Report) {
            self.part = part
            self.report = report
            outcome = report.failed > 0 ? .failed : .done
        }

        package init(_ part: String, _ fault: Fault) {
            self.part = part
            outcome = .failed
            error = Trouble(fault)
        }
    }

    /// The fault that ended a part.
    package struct Trouble: Sendable, Encodable {
        package var kind: String
        package var message: String
        package var notes: [String]
        package var help: String?
        package let fault: Fault

        enum CodingKeys: CodingKey { case kind, message, notes, help }

        init(_ fault: Fault) {
            self.fault = fault
            kind = fault.kind.rawValue
            message = fault.message
            notes = fault.notes
            help = fault.help
        }
    }
}
