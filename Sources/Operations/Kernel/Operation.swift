import Faults
import Stores

/// A change to an instance, told in three parts: what is there, in which bounded steps, and how one step is done.
///
/// Nothing here knows whether it is a dry run: the `Runner` alone decides whether `perform` is ever called, and only it
/// opens a `Site<ReadWrite>`.
package protocol Operation: Sendable {
    associatedtype Step: OperationStep

    /// The command's words: `media remove`. Names the lock, the report's schema and the journal.
    var name: String { get }
    var risk: Risk { get }
    /// Whether it goes on without a question where nobody can be asked. So do the commands that tootctl has: scripts
    /// written for it know no `--yes`.
    var runsUnattended: Bool { get }
    /// The lane changes go through, for the report.
    var lane: Lane { get }
    /// What is done to the items, for people: `removed`.
    var deed: String { get }
    /// What is said, for people, where all that was looked at is as it should be: `nothing to repair`. Nil where a figure
    /// of zero says it.
    var idle: String? { get }
    /// Two runs with the same lock keep each other out; nil lets them overlap (shards of one job differ here).
    var lock: String? { get }

    /// Whether it keeps to the rate by itself, since its steps do not tell how much they will do.
    var keepsRate: Bool { get }

    /// Whether the record of changes names the items, or only tells how many there were.
    var namesItems: Bool { get }
    /// On whose behalf moderation is done, for the record.
    var moderator: String? { get }

    /// Whether it deletes or moves stored files: then the storage must let it, which is found out first.
    var touchesFiles: Bool { get }
    /// The tables it reads and writes; they must be those of a known release before anything is written.
    var tables: Set<String> { get }

    /// Counts, bytes and warnings; cheap, read-only.
    func survey(at site: Site<ReadOnly>) async throws -> Survey
    /// The plan, pulled one step at a time so that any number of rows fits in constant memory.
    func steps(at site: Site<ReadOnly>) async throws -> Steps<Step>
    /// Does one step: set-based, idempotent, its conditions checked again under the lock. Trouble with single items is
    /// in the outcome; a throw ends the run unless it is transient.
    func perform(_ step: Step, at site: Site<ReadWrite>) async throws -> Outcome
    /// Called when all steps up to one are done without a gap, so that a killed run can go on behind it.
    func reached(_ cursor: String, at site: Site<ReadWrite>) async
    /// Called once after the last step, also after an early end; for what is only worth doing once.
    func finish(_ report: inout Report, at site: Site<ReadWrite>) async throws
    /// Called last of all, also when the run could not go on: puts back what held only for the time of the run.
    func release(_ site: Site<ReadWrite>) async
}

extension Operation {
    package var runsUnattended: Bool { false }
    package var lane: Lane { .direct }
    package var deed: String { "removed" }
    package var idle: String? { nil }
    package var lock: String? { name }
    package var keepsRate: Bool { false }
    package var namesItems: Bool { risk != .mild }
    package var moderator: String? { nil }
    package var touchesFiles: Bool { false }
    package func reached(_ cursor: String, at site: Site<ReadWrite>) async {}
    package func finish(_ report: inout Report, at site: Site<ReadWrite>) async throws {}
    package func release(_ site: Site<ReadWrite>) async {}
}

/// One bounded unit of work: a batch of at most 1,000 rows, a domain, an account.
package protocol OperationStep: Sendable {
    /// How many items the step holds.
    var count: Int { get }
    /// The bytes it is expected to free; 0 when unknown.
    var bytes: Int64 { get }
    /// Whether it begins only when all steps before it are done, and ends before the next begins.
    var isAlone: Bool { get }
    /// Where a later run can go on after this step is done, as the command's `--start-after` takes it.
    var cursor: String? { get }
    /// What the items are called, for `--verbose` and for previews: handles, keys, ids. May be empty.
    var labels: [String] { get }
    /// Things looked at to find the items; what progress counts.
    var visited: Int { get }
    /// Further figures, added up in the report: unknown objects by kind.
    var details: [String: Int64] { get }
    /// A few names for some of those figures.
    var examples: [String: [String]] { get }
    /// What a check found wrong; the step's own items are those of them that can be put right.
    var problems: Int { get }
    /// Some of that, one by one.
    var findings: [Finding] { get }
    /// The same step with its first items only; how `--limit` and `--rate` are kept exactly.
    func prefix(_ count: Int) -> Self
    /// The same step without its first items. What finding them told belongs to the prefix.
    func dropFirst(_ count: Int) -> Self
}

extension OperationStep {
    package var bytes: Int64 { 0 }
    package var isAlone: Bool { false }
    package var cursor: String? { nil }
    package var labels: [String] { [] }
    package var visited: Int { count }
    package var details: [String: Int64] { [:] }
    package var examples: [String: [String]] { [:] }
    package var problems: Int { 0 }
    package var findings: [Finding] { [] }
}

/// Steps pulled on demand.
package struct Steps<Step: Sendable>: AsyncSequence, Sendable {
    package typealias Element = Step
    private let start: @Sendable () -> AsyncIterator

    /// - Parameter start: makes a fresh source; each call of what it returns gives the next step, nil at the end.
    package init(_ start: @escaping @Sendable () -> (() async throws -> Step?)) {
        self.start = { AsyncIterator(next: start()) }
    }

    /// The steps of a list already at hand.
    package init(_ list: [Step]) {
        self.init {
            var rest = list[...]
            return { rest.popFirst() }
        }
    }

    package func makeAsyncIterator() -> AsyncIterator { start() }

    package struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let next: () async throws -> Step?

        package mutating func next() async throws -> Step? { try await next() }
    }
}

/// How much a mistake would hurt; decides what consent is asked.
package enum Risk: Sendable, Equatable {
    /// Runs without asking: what is removed can be fetched again.
    case mild
    /// Asks yes or no on a terminal; needs `--yes` elsewhere.
    case moderate
    /// Asks for this name to be typed; needs `--yes` elsewhere.
    case severe(name: String)
}

/// The way an application change takes.
package enum Lane: String, Sendable, Codable, CaseIterable {
    /// The Admin API: side effects by the server.
    case api
    /// Rows and the server's own Sidekiq worker.
    case jobs
    /// Rows, files and Redis keys, where the whole effect is ours to reproduce.
    case direct
}

/// What there is to do, before anything is done.
package struct Survey: Sendable {
    /// Items found; nil when counting would cost as much as the work.
    package var count: Int?
    /// Bytes expected to be freed; nil when unknown.
    package var bytes: Int64?
    /// Lines worth reading before consent is given.
    package var warnings: [String]
    /// What the items are called: `media attachments`.
    package var noun: String
    /// Further figures for the report.
    package var details: [String: Int64] = [:]

    package init(count: Int?, bytes: Int64? = nil, warnings: [String] = [], noun: String) {
        self.count = count
        self.bytes = bytes
        self.warnings = warnings
        self.noun = noun
    }
}

/// What became of one step.
package struct Outcome: Sendable {
    /// Items changed.
    package var changed: Int
    /// Items left as they were because they no longer fit the conditions or another worker held them.
    package var skipped: Int
    /// Bytes freed.
    package var bytes: Int64
    /// Stored objects deleted or moved.
    package var objects: Int
    /// Items that failed, each with its reason.
    package var failures: [ItemFailure]
    /// Items left as they were whose reason is worth telling one by one; counted in `skipped` too.
    package var skips: [ItemFailure] = []
    /// Problems that a check had found and that are gone now.
    package var solved = 0
    /// Further figures, added up in the report.
    package var details: [String: Int64] = [:]
    /// What was made, by name: an id, an address. A secret only when somebody asked to be shown it.
    package var facts: [String: String] = [:]
    /// Whether the step ended before its work did because the run was asked to end.
    package var isCutShort = false

    package init(changed: Int = 0, skipped: Int = 0, bytes: Int64 = 0, objects: Int = 0, failures: [ItemFailure] = []) {
        self.changed = changed
        self.skipped = skipped
        self.bytes = bytes
        self.objects = objects
        self.failures = failures
    }
}

/// Something a check found wrong.
package struct Finding: Sendable, Equatable, Encodable {
    /// What it is about: `attachment`, `avatar`.
    package var kind: String
    /// The row's id. A string, since it may be too large for a reader that takes every number for a float.
    package var id: String
    /// What is wrong, for people: the key of a missing file.
    package var item: String
    package var isLocal: Bool

    package init(kind: String, id: String, item: String, isLocal: Bool) {
        self.kind = kind
        self.id = id
        self.item = item
        self.isLocal = isLocal
    }
}

/// One item that failed.
package struct ItemFailure: Sendable, Equatable, Encodable {
    /// A key, a handle, an id. May hold text from the fediverse; cleaned before it reaches a terminal.
    package var item: String
    package var reason: String

    package init(item: String, reason: String) {
        self.item = item
        self.reason = reason
    }
}
