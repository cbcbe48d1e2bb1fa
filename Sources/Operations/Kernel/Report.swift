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
    package var failures: [ItemFailure] = []
    /// The first items left as they were, with the reason where it is known; `skipped` counts all of them.
    package var skips: [ItemFailure] = []
    /// The file into which a plan was written, when nothing else was done.
    package var plan: String?
    /// More figures of the single command: kinds of unknown objects, files moved.
    @FigureNames package var details: [String: Int64] = [:]
    /// A few names for some of those figures.
    @FigureNames package var examples: [String: [String]] = [:]
    /// What was made, by name: an id, an address; nil when nothing of the kind is to be told.
    package var facts: [String: String]?
    /// Stored objects whose deletion an earlier run had left unfinished and this one did.
    package var recovered = 0
    /// What a check found wrong and what is still so. Nothing went wrong with the run itself.
    package var problems = 0
    /// Some of it, one by one.
    package var findings: [Finding] = []

    /// How many failures a report lists in full.
    package static let failuresListed = 1_000

    /// Whether a step ended early because the run was asked to end.
    var isCutShort = false

    /// What was done to the items, for people: `removed`.
    package var deed = "removed"
    /// What is said where nothing had to be done; nil where a figure of zero says it.
    package var idle: String?

    enum CodingKeys: CodingKey {
        case schema, operation, dryRun, lane, noun, changed, skipped, failed, visited, objects, bytes, recovered,
            seconds, stopped, next, warnings, details, examples, facts, failures, skips, plan, problems, findings
    }

    package init(operation: String, dryRun: Bool, lane: Lane, noun: String) {
        schema = operation.replacing(" ", with: ".") + "/1"
        self.operation = operation
        self.dryRun = dryRun
        self.lane = lane
        self.noun = noun
    }

    /// Adds what finding a step's items told.
    package mutating func look(at step: some OperationStep) {
        visited += step.visited
        details.merge(step.details, uniquingKeysWith: +)
        examples.merge(step.examples) { Array(($0 + $1).prefix(3)) }
        problems += step.problems
        findings += step.findings
    }

    /// Adds the outcome of a step.
    package mutating func add(_ outcome: Outcome) {
        changed += outcome.changed
        skipped += outcome.skipped
        bytes += outcome.bytes
        objects += outcome.objects
        isCutShort = isCutShort || outcome.isCutShort
        details.merge(outcome.details, uniquingKeysWith: +)
        if !outcome.facts.isEmpty { facts = (facts ?? [:]).merging(outcome.facts) { $1 } }
        problems -= outcome.solved
        skips += outcome.skips.prefix(max(0, Self.failuresListed - skips.count))
        add(outcome.failures)
    }

    /// Adds failed items.
    package mutating func add(_ more: [ItemFailure]) {
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
    /// One item, for `--verbose`.
    case item(String)
    case failed(ItemFailure)
    case warning(String)
    case note(String)
    /// A step failed for a passing reason and is tried again.
    case retrying(reason: String, attempt: Int, seconds: Double)
}
