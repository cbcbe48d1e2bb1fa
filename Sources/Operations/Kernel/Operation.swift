import Stores

/// A change to an instance: what it is, and how it is prepared.
///
/// Nothing here knows whether it is a dry run: the `Runner` alone decides whether what was prepared is ever performed,
/// and only it opens a `Site<ReadWrite>`.
package protocol Operation: Sendable {
    associatedtype Item: WorkItem

    var card: Card { get }

    /// Finds out what there is to do, once. What it learns goes into the value it returns, and nowhere else.
    ///
    /// - Throws: `Fault` when nothing of it may be done; nothing was changed then.
    func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Item>
}

/// One thing an operation changes: an account, a row, a stored object.
package protocol WorkItem: Sendable {
    /// What it is called, for `--verbose`, previews and the record of changes; nil for what has no name.
    var label: String? { get }
    /// The bytes it is expected to free; 0 when unknown.
    var bytes: Int64 { get }
    /// How much of `--limit` and `--rate` it takes: 1, unless it stands for many or for none. It is never divided.
    var weight: Int { get }
    /// Where a later run can go on behind it, as the command's `--start-after` takes it.
    var cursor: String? { get }
}

extension WorkItem {
    package var bytes: Int64 { 0 }
    package var weight: Int { 1 }
    package var cursor: String? { nil }
}

/// A plan: what there is to do, in which batches, and how one batch of it is done.
package struct Prepared<Item: WorkItem>: Sendable {
    package var survey: Survey
    package var batches: Batches<Item>
    /// On whose behalf moderation is done, for the record.
    package var moderator: String?
    /// What is done to the items, where the card could not know it yet.
    package var deed: String?
    let perform: @Sendable ([Item], Site<ReadWrite>) async throws -> Outcome
    private var onReached: @Sendable (String, Site<ReadWrite>) async -> Void = { _, _ in }
    private var onFinish: @Sendable (inout Report, Site<ReadWrite>) async throws -> Void = { _, _ in }
    private var onRelease: @Sendable (Site<ReadWrite>) async -> Void = { _ in }

    /// - Parameter perform: does one batch: set-based, idempotent, its conditions checked again under the lock. Trouble
    ///   with single items is in the outcome; a throw ends the run unless it is transient.
    package init(
        _ survey: Survey, _ batches: Batches<Item>,
        perform: @escaping @Sendable ([Item], Site<ReadWrite>) async throws -> Outcome
    ) {
        self.survey = survey
        self.batches = batches
        self.perform = perform
    }

    /// The same, with what is done when all batches up to one are done without a gap: a killed run can go on behind it.
    package func reached(_ body: @escaping @Sendable (String, Site<ReadWrite>) async -> Void) -> Self {
        var mine = self
        mine.onReached = body
        return mine
    }

    /// The same, with what is done once after the last batch, also after an early end.
    package func finish(_ body: @escaping @Sendable (inout Report, Site<ReadWrite>) async throws -> Void) -> Self {
        var mine = self
        mine.onFinish = body
        return mine
    }

    /// The same, with what is done last of all, also when the run could not go on: puts back what held only for its time.
    package func release(_ body: @escaping @Sendable (Site<ReadWrite>) async -> Void) -> Self {
        var mine = self
        mine.onRelease = body
        return mine
    }

    /// The same, on behalf of somebody.
    package func acting(as moderator: String?) -> Self {
        var mine = self
        mine.moderator = moderator
        return mine
    }

    func didReach(_ cursor: String, at site: Site<ReadWrite>) async { await onReached(cursor, site) }
    func didEnd(_ report: inout Report, at site: Site<ReadWrite>) async throws { try await onFinish(&report, site) }
    func release(_ site: Site<ReadWrite>) async { await onRelease(site) }
}

/// What there is to do, before anything is done.
package struct Survey: Sendable {
    /// Items found; nil when counting would cost as much as the work.
    package var count: Int?
    /// Bytes expected to be freed; nil when unknown.
    package var bytes: Int64?
    /// What is worth knowing before consent is given.
    package var foreseen: [Foreseen]
    /// The same in words, as the run has put it.
    package internal(set) var warnings: [String] = []
    /// Further figures for the report.
    package var figures: [Figure: Int64]

    package init(
        count: Int?, bytes: Int64? = nil, foreseen: [Foreseen] = [], figures: [Figure: Int64] = [:]
    ) {
        self.count = count
        self.bytes = bytes
        self.foreseen = foreseen
        self.figures = figures
    }
}
