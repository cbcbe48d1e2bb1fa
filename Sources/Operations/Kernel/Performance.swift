import Faults
import Model
import Stores

/// The performing part of a run: some batches at a time, each tried again while its trouble may pass.
struct Performance<Item: WorkItem>: Sendable {
    private let card: Card
    private let prepared: Prepared<Item>
    private let pace: Pace
    private let ending: Ending
    private let site: Site<ReadWrite>
    private let words: @Sendable (Foreseen) -> [String]
    private let tell: @Sendable (Event) -> Void

    init(
        _ card: Card, _ prepared: Prepared<Item>, _ pace: Pace, _ ending: Ending, _ site: Site<ReadWrite>,
        _ words: @escaping @Sendable (Foreseen) -> [String], _ tell: @escaping @Sendable (Event) -> Void
    ) {
        self.card = card
        self.prepared = prepared
        self.pace = pace
        self.ending = ending
        self.site = site
        self.words = words
        self.tell = tell
    }

    func run(_ source: inout BatchSource<Item>, _ report: inout Report) async throws {
        var order = Completion()
        try await withThrowingTaskGroup(of: (Int, Batch<Item>, Outcome).self) { group in
            var running = 0
            var number = 0
            /// A batch that waits for the others to be done.
            var lonely: Batch<Item>?
            var isLonelyAtWork = false
            var fruitless = 0
            while true {
                while running < pace.concurrency, !isLonelyAtWork {
                    let next: Batch<Item>? = if let waiting = lonely { waiting } else { try await source.next() }
                    guard let batch = next else { break }
                    lonely = batch.isAlone && running > 0 ? batch : nil
                    if lonely != nil { break }
                    isLonelyAtWork = batch.isAlone
                    let mine = number
                    number += 1
                    running += 1
                    order.start(mine, cursor: batch.cursor)
                    group.addTask { (mine, batch, try await within(batch)) }
                }
                guard running > 0, let (mine, batch, outcome) = try await group.next() else { break }
                running -= 1
                isLonelyAtWork = false
                report.look(at: batch.tally, words)
                report.add(outcome)
                record(batch, outcome)
                fruitless = outcome.isFruitless ? fruitless + 1 : 0
                if fruitless > 1 { throw Self.everythingIsHeld }
                // Behind what was cut short nothing counts as reached.
                if !outcome.isCutShort, let cursor = order.finish(mine) {
                    report.next = cursor
                    await prepared.didReach(cursor, at: site)
                }
                outcome.failures.forEach { tell(.failed($0)) }
                batch.labels.forEach { tell(.item($0)) }
                tell(.progress(done: report.visited, total: prepared.survey.count, bytes: report.bytes))
            }
        }
    }

    /// Does a batch, unless it goes on for too long when the run is over: then it is cancelled at the server and rolled
    /// back, and what its rows owe already is in the journal.
    private func within(_ batch: Batch<Item>) async throws -> Outcome {
        try await withThrowingTaskGroup(of: Outcome?.self) { group in
            group.addTask { try await perform(batch) }
            group.addTask {
                await ending.stopping.end(after: ending.deadline, grace: Self.grace)
                return nil
            }
            defer { group.cancelAll() }
            var isOver = false
            do {
                while let outcome = try await group.next() {
                    if let outcome { return outcome }
                    isOver = !Task.isCancelled
                    group.cancelAll()
                }
            } catch  where isOver {
                // Whatever a cancelled piece of work throws.
                return .cutShort
            }
            return .cutShort
        }
    }

    /// Long enough for every batch that waits for nobody.
    private static var grace: Duration { .seconds(10) }

    /// Does what can be done of a batch; items that a rule of the database holds are its failures.
    private func perform(_ batch: Batch<Item>) async throws -> Outcome {
        let noun = card.noun
        let division = Division<Item>(
            named: { $0.label ?? $0.cursor.map { "\(noun): \($0)" } ?? noun }, findsLocks: true
        ) {
            // Once halves are tried, a lock has been waited for already.
            try await patiently($0, attempts: $1 ? pace.attempts : min(pace.attempts, $0.count == 1 ? 2 : 1))
        }
        var outcome = batch.items.isEmpty ? Outcome() : try await division.perform(batch.items)
        outcome.failures = batch.tally.refused + outcome.failures
        outcome.skip(batch.tally.passed)
        return outcome
    }

    /// Tries again while the trouble may pass.
    private func patiently(_ items: [Item], attempts: Int) async throws -> Outcome {
        var attempt = 1
        let start = ContinuousClock.now
        while true {
            do {
                return try await Telling.$current.withValue(Telling(tell)) {
                    try await Stopping.$current.withValue(ending.stopping) { try await prepared.perform(items, site) }
                }
            } catch  where ending.explains(error) && !Task.isCancelled {
                return .cutShort
            } catch let error as any Transient where error.isTransient && attempt < attempts && goesOn(since: start) {
                attempt += 1
                let pause = pace.pause(before: attempt)
                let reason = (error as? any Wrapping)?.note ?? "\(type(of: error))"
                tell(.retrying(reason: reason, attempt: attempt, seconds: pause))
                try await Task.sleep(for: .seconds(pause))
            }
        }
    }

    /// Whether there is time for one more try: not for ever against a service that hangs, and not when the run is to end.
    private func goesOn(since start: ContinuousClock.Instant) -> Bool {
        ending.reason == nil && ContinuousClock.now - start < Self.patience
    }

    /// A table that is locked whole would be asked in vain for batch after batch.
    private static var everythingIsHeld: Fault {
        Fault(
            .busy, "somebody else holds a lock in the database",
            notes: ["nothing of two batches in a row could be had"],
            help: "run the command again in a while, or wait longer with postgres.lock_timeout in the profile")
    }

    /// For all tries of a step together.
    private static var patience: Duration { .seconds(30) }

    /// Keeps the record of changes. What is changed is changed: a record that cannot be kept is a warning.
    private func record(_ batch: Batch<Item>, _ outcome: Outcome) {
        guard card.namesItems, outcome.changed > 0 || !outcome.failures.isEmpty else { return }
        let entry = TrailEntry(
            time: .now, operation: card.name, lane: card.lane.rawValue, user: TrailEntry.runner,
            moderator: prepared.moderator, items: batch.labels, changed: outcome.changed,
            failed: outcome.failures.count)
        do {
            try site.trail.append(entry)
        } catch {
            site.warnings.warn((error as? Fault)?.message ?? "the record of changes cannot be kept")
        }
    }
}

/// Which batches are done without a gap, so that a later run can go on after them.
private struct Completion {
    private var cursors: [Int: String?] = [:]
    private var done: Set<Int> = []
    private var next = 0

    mutating func start(_ number: Int, cursor: String?) {
        cursors[number] = cursor
    }

    /// - Returns: the cursor behind all batches done without a gap, when it moved.
    mutating func finish(_ number: Int) -> String? {
        done.insert(number)
        var reached: String?
        while done.remove(next) != nil {
            reached = cursors.removeValue(forKey: next) ?? nil
            next += 1
        }
        return reached
    }
}
