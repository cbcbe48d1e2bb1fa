import Faults
import Model
import Stores

/// Whether anything is changed.
package enum RunMode: Sendable { case dryRun, apply }

/// Asks the person in charge, once, before the first change.
package protocol Consenting: Sendable {
    /// Whether somebody can be asked at all.
    var canAsk: Bool { get }

    /// - Throws: `Fault(.usage)` when nobody can be asked, `Fault(.interrupted)` when the answer is no.
    func consent(to operation: String, _ survey: Survey, _ risk: Risk) async throws
}

/// Runs operations: the one place that opens a site for writing, asks for consent, keeps the pace, retries, stops.
package struct Runner: Sendable {
    let opening: any SiteOpening
    let mode: RunMode
    let pace: Pace
    let consent: any Consenting
    let stopping: Stopping
    let tell: @Sendable (Event) -> Void

    package init(
        opening: any SiteOpening, mode: RunMode, pace: Pace, consent: any Consenting, stopping: Stopping,
        tell: @escaping @Sendable (Event) -> Void
    ) {
        self.opening = opening
        self.mode = mode
        self.pace = pace
        self.consent = consent
        self.stopping = stopping
        self.tell = tell
    }

    /// Surveys, asks, does, reports. Trouble with single items is in the report; a throw means the run could not go on.
    package func run<Work: Operation>(_ operation: Work) async throws -> Report {
        // A wait of minutes for the server's limits ends when the run is asked to end.
        try await AdminExchange.$rest.withValue(.init { [stopping] in try await stopping.wait($0) }) {
            try await surveyAndRun(operation)
        }
    }

    private func surveyAndRun<Work: Operation>(_ operation: Work) async throws -> Report {
        let clock = ContinuousClock()
        let start = clock.now
        let reading = try await opening.forReading()
        let survey = try await operation.survey(at: reading)
        tell(.surveyed(survey))
        survey.warnings.forEach { tell(.warning($0)) }
        var report = Report(
            operation: operation.name, dryRun: mode == .dryRun, lane: operation.lane, noun: survey.noun)
        report.deed = operation.deed
        report.idle = operation.idle
        report.warnings = survey.warnings
        report.details = survey.details
        switch mode {
        case .dryRun:
            try await preview(operation, at: reading, survey, start, &report)
        case .apply:
            try await apply(operation, reading, survey, start, &report)
        }
        report.warnings += reading.warnings.told
        report.seconds = (clock.now - start).inSeconds
        return report
    }

    /// - Parameter look: is shown every step.
    func preview<Work: Operation>(
        _ operation: Work, at site: Site<ReadOnly>, _ survey: Survey, _ start: ContinuousClock.Instant,
        _ report: inout Report, _ look: (Work.Step) throws -> Void = { _ in }
    ) async throws {
        let steps = try await operation.steps(at: site).makeAsyncIterator()
        var source = StepSource(steps, pace(of: operation), stopping, start)
        while let step = try await source.next() {
            try look(step)
            report.look(at: step)
            report.add(Outcome(changed: step.count, bytes: step.bytes))
            step.labels.forEach { tell(.item($0)) }
            report.next = step.cursor
            tell(.progress(done: report.visited, total: survey.count, bytes: report.bytes))
        }
        report.stopped = source.stopped
        if report.stopped == nil { report.next = nil }
    }

    private func apply<Work: Operation>(
        _ operation: Work, _ reading: Site<ReadOnly>, _ survey: Survey, _ start: ContinuousClock.Instant,
        _ report: inout Report
    ) async throws {
        if survey.count != 0, consent.canAsk || !operation.runsUnattended {
            try await consent.consent(to: operation.name, survey, operation.risk)
        }
        let site = try await opening.forWriting(tables: operation.tables, files: operation.touchesFiles)
        let lock = try await takeLock(operation)
        do {
            report.recovered = try await recover(operation, site)
            let steps = try await operation.steps(at: reading).makeAsyncIterator()
            var source = StepSource(steps, pace(of: operation), stopping, start)
            try await perform(operation, at: site, survey, &source, &report)
            report.stopped = source.stopped ?? (report.isCutShort ? stopping.asked : nil)
            try await operation.finish(&report, at: site)
        } catch {
            await operation.release(site)
            await site.journal.close()
            await lock?.release()
            if report.changed == 0 { throw error }
            throw Interruption(cause: error, changed: report.changed, noun: report.noun, deed: report.deed)
        }
        await operation.release(site)
        await site.journal.close()
        await lock?.release()
        if report.stopped == nil { report.next = nil }
    }

    /// Finishes what killed runs have left. Work that needs no files is not kept from being done by a storage that is down.
    private func recover<Work: Operation>(_ operation: Work, _ site: Site<ReadWrite>) async throws -> Int {
        do {
            return try await Recovery(site: site, tell: tell).run()
        } catch  where !operation.touchesFiles {
            tell(.note("files that an earlier run had begun to delete are left for a later run"))
            return 0
        }
    }

    private func pace<Work: Operation>(of operation: Work) -> Pace {
        var pace = pace
        if operation.keepsRate { pace.rate = nil }
        return pace
    }

    private func takeLock<Work: Operation>(_ operation: Work) async throws -> RunLock? {
        guard let name = operation.lock else { return nil }
        do {
            return try await opening.lock(name, waiting: pace.lockWait) { [stopping] in stopping.asked != nil }
        } catch let fault as Fault where fault.kind == .busy {
            guard let asked = stopping.asked else { throw fault }
            throw Fault(
                asked == .terminated ? .terminated : .interrupted, "stopped while waiting for another run",
                notes: fault.notes)
        }
    }

    private func perform<Work: Operation>(
        _ operation: Work, at site: Site<ReadWrite>, _ survey: Survey, _ source: inout StepSource<Work.Step>,
        _ report: inout Report
    ) async throws {
        var order = Completion()
        try await withThrowingTaskGroup(of: (Int, Work.Step, Outcome).self) { group in
            var running = 0
            var number = 0
            /// A step that waits for the others to be done.
            var lonely: Work.Step?
            var isLonelyAtWork = false
            while true {
                while running < pace.concurrency, !isLonelyAtWork {
                    let next: Work.Step? = if let waiting = lonely { waiting } else { try await source.next() }
                    guard let step = next else { break }
                    lonely = step.isAlone && running > 0 ? step : nil
                    if lonely != nil { break }
                    isLonelyAtWork = step.isAlone
                    let mine = number
                    number += 1
                    running += 1
                    order.start(mine, cursor: step.cursor)
                    group.addTask { (mine, step, try await patiently(operation, step, site)) }
                }
                guard running > 0, let (mine, step, outcome) = try await group.next() else { break }
                running -= 1
                isLonelyAtWork = false
                report.look(at: step)
                report.add(outcome)
                if operation.namesItems { record(operation, step.labels, outcome, at: site) }
                if let cursor = order.finish(mine) {
                    report.next = cursor
                    await operation.reached(cursor, at: site)
                }
                outcome.failures.forEach { tell(.failed($0)) }
                step.labels.forEach { tell(.item($0)) }
                tell(.progress(done: report.visited, total: survey.count, bytes: report.bytes))
            }
        }
    }

    /// Keeps the record of changes. What is changed is changed: a record that cannot be kept is a warning.
    private func record<Work: Operation>(
        _ operation: Work, _ items: [String], _ outcome: Outcome, at site: Site<ReadWrite>
    ) {
        guard outcome.changed > 0 || !outcome.failures.isEmpty else { return }
        let entry = TrailEntry(
            time: .now, operation: operation.name, lane: operation.lane.rawValue, user: TrailEntry.runner,
            moderator: operation.moderator, items: items, changed: outcome.changed, failed: outcome.failures.count)
        do {
            try site.trail.append(entry)
        } catch {
            site.warnings.warn((error as? Fault)?.message ?? "the record of changes cannot be kept")
        }
    }

    /// Tries a step again while its trouble may pass.
    private func patiently<Work: Operation>(
        _ operation: Work, _ step: Work.Step, _ site: Site<ReadWrite>
    ) async throws -> Outcome {
        var attempt = 1
        while true {
            do {
                return try await Stopping.$current.withValue(stopping) {
                    try await operation.perform(step, at: site)
                }
            } catch let error as any Transient where error.isTransient && attempt < pace.attempts {
                attempt += 1
                let pause = pace.pause(before: attempt)
                tell(.retrying(reason: "\(type(of: error))", attempt: attempt, seconds: pause))
                try await Task.sleep(for: .seconds(pause))
            }
        }
    }
}

/// A run that could not go on after it had changed something.
package struct Interruption: Wrapping {
    package let cause: any Error
    let changed: Int
    let noun: String
    let deed: String

    package var note: String { "before that, \(changed) \(noun) were \(deed)" }
}

/// Which steps are done without a gap, so that a later run can go on after them.
private struct Completion {
    private var cursors: [Int: String?] = [:]
    private var done: Set<Int> = []
    private var next = 0

    mutating func start(_ number: Int, cursor: String?) {
        cursors[number] = cursor
    }

    /// - Returns: the cursor behind all steps done without a gap, when it moved.
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
