import Model
import Stores

/// What a run did, or in a dry run would do. The JSON answer of every operation.
package struct Report: Sendable, Encodable {
    package var schema: String
    package var operation: String
    package var dryRun: Bool
    package var lane: Lane
    /// Items changed; in a dry run, items that would be.
    package var changed = 0
    /// Things looked at to find the items.
    package var visited = 0
    package var skipped = 0
    package var failed = 0
    package var objects = 0
    package var bytes: Int64 = 0
    /// Seconds from the survey to the end.
    package var seconds = 0.0
    /// Why the run ended before the work did; nil when it is all done.
    package var stopped: Stop?
    /// Where to go on, as `--start-after` takes it; nil when nothing is left or a rerun goes on by itself.
    package var next: String?
    /// What the items are called.
    package var noun: String
    package var warnings: [String] = []
    /// The first failures; `failed` counts all of them.
    package var failures: [ItemNote] = []
    /// The first items left as they were, with the reason where it is known; `skipped` counts all of them.
    package var skips: [ItemNote] = []
    /// The file into which a plan was written, when nothing else was done.
    package var plan: String?
    /// More figures of the single command: kinds of unknown objects, files moved.
    package var details: [Figure: Int64] = [:]
    /// A few names for some of those figures.
    package var examples: [Figure: [String]] = [:]
    /// What was made, by name: an id, an address; nil when nothing of the kind is to be told.
    package var facts: [Fact: String]?
    /// What is left to the person, in the order in which it is to be done; nil when nothing is.
    package var remains: [String]?
    /// Stored objects whose deletion an earlier run had left unfinished and this one did.
    package var recovered = 0
    /// What a check found wrong and what is still so. Nothing went wrong with the run itself.
    package var problems = 0
    /// Some of it, one by one.
    package var findings: [Finding] = []

    /// How many failures a report lists in full.
    package static let failuresListed = 1_000

    /// How many of the skipped items are told with a reason, those beyond the first included.
    package private(set) var explained = 0

    /// Whether a batch ended early because the run was asked to end.
    var isCutShort = false

    /// What was done to the items, for people: `removed`.
    package var deed: String
    /// Whether the items are what a check found wrong.
    package var isCheck: Bool

    enum CodingKeys: CodingKey {
        case schema, operation, dryRun, lane, noun, changed, skipped, failed, visited, objects, bytes, recovered,
            seconds, stopped, next, warnings, details, examples, facts, remains, failures, skips, plan, problems,
            findings
    }

    /// - Parameter isRehearsal: whether nothing is changed.
    package init(_ card: Card, isRehearsal: Bool) {
        schema = card.name.replacing(" ", with: ".") + "/1"
        operation = card.name
        dryRun = isRehearsal
        lane = card.lane
        noun = card.noun
        deed = card.deed
        isCheck = card.isCheck
    }

    /// Takes over what a plan tells before its first batch.
    mutating func begin(_ survey: Survey, deed: String?) {
        warnings = survey.warnings
        details = survey.figures
        if let deed { self.deed = deed }
    }

    /// Adds what finding a batch's items told.
    mutating func look(at tally: Tally, _ words: (Foreseen) -> [String]) {
        visited += tally.visited
        details.merge(tally.figures, uniquingKeysWith: +)
        examples.merge(tally.examples) { Array(($0 + $1).prefix(Tally.examplesKept)) }
        problems += tally.problems
        findings += tally.findings
        findings += tally.remarks.map {
            Finding(kind: $0.kind, id: $0.id, item: words($0.what).joined(separator: "; "), isLocal: false)
        }
    }

    /// Adds the outcome of a batch.
    package mutating func add(_ outcome: Outcome) {
        changed += outcome.changed
        skipped += outcome.skipped
        bytes = bytes.adding(outcome.bytes)
        objects += outcome.objects
        isCutShort = isCutShort || outcome.isCutShort
        details.merge(outcome.figures, uniquingKeysWith: +)
        if !outcome.facts.isEmpty { facts = (facts ?? [:]).merging(outcome.facts) { $1 } }
        problems -= outcome.solved
        explained += outcome.skips.count
        skips += outcome.skips.prefix(max(0, Self.failuresListed - skips.count))
        add(outcome.failures)
    }

    /// Adds failed items.
    package mutating func add(_ more: [ItemNote]) {
        failed += more.count
        failures += more.prefix(max(0, Self.failuresListed - failures.count))
    }
}

/// Why a run ended early.
package enum Stop: String, Sendable, Encodable {
    case limit, deadline, interrupted, terminated
}

/// What a run tells while it goes on.
package enum Event: Sendable {
    case surveyed(Survey)
    /// Done so far, of how many expected.
    case progress(done: Int, total: Int?, bytes: Int64)
    /// How far one long step is, in bytes.
    case stage(String, done: Int64, total: Int64)
    /// One item, for `--verbose`.
    case item(String)
    case failed(ItemNote)
    case warning(String)
    case note(String)
    /// A batch failed for a passing reason and is tried again.
    case retrying(reason: String, attempt: Int, seconds: Double)
}
