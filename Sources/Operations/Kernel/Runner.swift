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
    func consent(to card: Card, _ survey: Survey) async throws
}

/// Whatever opens an instance, by a name that those know who see no store.
package typealias AnyOpening = any SiteOpening

/// Runs operations: the one place that opens a site for writing, asks for consent, keeps the pace, retries, stops.
package struct Runner: Sendable {
    let opening: any SiteOpening
    let mode: RunMode
    let pace: Pace
    let consent: any Consenting
    let stopping: Stopping
    let trustsStorage: Bool
    let words: @Sendable (Foreseen) -> [String]
    let tell: @Sendable (Event) -> Void

    /// - Parameters:
    ///   - trustsStorage: whether files may be deleted without a look at whether the storage is the server's.
    ///   - words: for what a plan foresees and a check finds.
    package init(
        opening: any SiteOpening, mode: RunMode, pace: Pace, consent: any Consenting, stopping: Stopping,
        trustsStorage: Bool = false, words: @escaping @Sendable (Foreseen) -> [String],
        tell: @escaping @Sendable (Event) -> Void
    ) {
        self.opening = opening
        self.mode = mode
        self.pace = pace
        self.consent = consent
        self.stopping = stopping
        self.trustsStorage = trustsStorage
        self.words = words
        self.tell = tell
    }

    /// Prepares, asks, does, reports. Trouble with single items is in the report; a throw means the run could not go on.
    package func run<Work: Operation>(_ operation: Work) async throws -> Report {
        try await timed(Report(operation.card, isRehearsal: mode == .dryRun)) { report, start in
            switch mode {
            case .dryRun: try await rehearse(operation, start, &report)
            case .apply: try await apply(operation, start, &report)
            }
        }
    }

    /// Does the work and notes how long it took.
    func timed(
        _ report: Report, _ work: (inout Report, ContinuousClock.Instant) async throws -> Void
    ) async throws -> Report {
        var report = report
        let start = ContinuousClock.now
        // A wait of minutes for the server's limits ends when the run is asked to end.
        try await AdminExchange.$rest.withValue(.init { [stopping] in try await stopping.wait($0) }) {
            try await work(&report, start)
        }
        report.seconds = (ContinuousClock.now - start).inSeconds
        return report
    }

    /// Goes through the plan and changes nothing.
    ///
    /// - Parameters:
    ///   - open: is told of the plan before its first batch.
    ///   - look: is shown every batch.
    func rehearse<Work: Operation>(
        _ operation: Work, _ start: ContinuousClock.Instant, _ report: inout Report,
        _ open: (Prepared<Work.Item>, Site<ReadOnly>) throws -> Void = { _, _ in },
        _ look: (Batch<Work.Item>) throws -> Void = { _ in }
    ) async throws {
        let site = try await opening.forReading()
        let ending = Ending(stopping, pace, since: start)
        do {
            try await ending.watching(site, nil) {
                if operation.card.touchesFiles, let doubt = try await storageGuard.doubt(operation.card, at: site) {
                    site.warnings.warn(([doubt.message] + doubt.notes).joined(separator: ": "))
                }
                let prepared = try await prepare(operation, at: site, &report)
                try open(prepared, site)
                var source = BatchSource(prepared.batches, pace(of: operation.card), ending, start)
                while let batch = try await source.next() {
                    try look(batch)
                    report.look(at: batch.tally, words)
                    report.add(Outcome(changed: batch.count, bytes: batch.bytes))
                    report.next = batch.cursor
                    show(batch, report, prepared.survey)
                }
                report.stopped = source.stopped
            }
        } catch  where ending.explains(error) {
            report.stopped = ending.reason
        }
        if report.stopped == nil { report.next = nil }
        report.warnings += site.warnings.told
    }

    private func prepare<Work: Operation>(
        _ operation: Work, at site: Site<ReadOnly>, _ report: inout Report
    ) async throws -> Prepared<Work.Item> {
        var prepared = try await operation.prepare(at: site)
        if operation.card.meetsUnknownTables, operation.card.lane == .direct {
            let tables = UnknownHolds(site.instance.schema).tables
            if !tables.isEmpty {
                prepared.survey.foreseen.insert(
                    .unknownTables(tables, areTaken: site.instance.takesUnknownTables), at: 0)
            }
        }
        prepared.survey.warnings = prepared.survey.foreseen.flatMap(words)
        tell(.surveyed(prepared.survey))
        prepared.survey.warnings.forEach { tell(.warning($0)) }
        report.begin(prepared.survey, deed: prepared.deed)
        return prepared
    }

    /// What killed runs have left comes first: it is finished also when nothing of this one may be done.
    private func apply<Work: Operation>(
        _ operation: Work, _ start: ContinuousClock.Instant, _ report: inout Report
    ) async throws {
        let card = operation.card
        let site = try await opening.forWriting(tables: card.tables, files: card.touchesFiles)
        let held = try await takeLock(card)
        let ending = Ending(stopping, pace, since: start)
        do {
            let reading = try await opening.forReading()
            try await ending.watching(reading, site) {
                if card.touchesFiles, let doubt = try await storageGuard.doubt(card, at: site) { throw doubt }
                report.recovered = try await recover(card, site)
                try await perform(operation, from: reading, at: site, ending, start, &report)
            }
            if report.stopped == nil { report.next = nil }
            report.warnings += reading.warnings.told
        } catch  where ending.explains(error) {
            // Nothing was changed yet.
            report.stopped = ending.reason
        } catch {
            await leave(site, held)
            throw error
        }
        await leave(site, held)
    }

    private func perform<Work: Operation>(
        _ operation: Work, from reading: Site<ReadOnly>, at site: Site<ReadWrite>, _ ending: Ending,
        _ start: ContinuousClock.Instant, _ report: inout Report
    ) async throws {
        let card = operation.card
        let prepared = try await prepare(operation, at: reading, &report)
        if prepared.survey.count != 0, consent.canAsk || !card.runsUnattended {
            try await consent.consent(to: card, prepared.survey)
        }
        do {
            var source = BatchSource(prepared.batches, pace(of: card), ending, start)
            try await Performance(card, prepared, pace, ending, site, words, tell).run(&source, &report)
            report.stopped = source.stopped ?? (report.isCutShort ? ending.reason : nil)
            try await end(prepared, at: site, ending, &report)
        } catch {
            await prepared.release(site)
            if report.changed == 0 { throw error }
            throw Interruption(cause: error, changed: report.changed, noun: report.noun, deed: report.deed)
        }
        await prepared.release(site)
    }

    /// The last step, tried again while somebody else holds a lock: the server itself refreshes its views by the hour.
    /// A run that is to be over does not wait for it.
    private func end<Item>(
        _ prepared: Prepared<Item>, at site: Site<ReadWrite>, _ ending: Ending, _ report: inout Report
    ) async throws {
        var attempt = 1
        while true {
            var ended = report
            do {
                try await prepared.didEnd(&ended, at: site)
                report = ended
                return
            } catch  where ending.explains(error) {
                site.warnings.warn("the last step waits for somebody else in the database, and was left")
                return
            } catch let error as any Refusing where error.refusal?.mayPass == true && attempt < pace.attempts {
                attempt += 1
                try await Task.sleep(for: .seconds(pace.pause(before: attempt)))
            }
        }
    }

    private func leave(_ site: Site<ReadWrite>, _ held: RunLock?) async {
        await site.closeJournal()
        await held?.release()
    }

    /// Finishes what killed runs have left. Work that needs no files is not kept from being done by a storage that is down.
    private func recover(_ card: Card, _ site: Site<ReadWrite>) async throws -> Int {
        do {
            let recovered = try await site.recover {
                if card.touchesFiles { return true }
                guard let doubt = try await storageGuard.doubt(card, at: site) else { return true }
                site.warnings.warn(
                    "files that an earlier run was to delete are left alone: "
                        + ([doubt.message] + doubt.notes).joined(separator: ": "))
                return false
            }
            recovered.left.forEach { tell(.warning($0)) }
            if recovered.objects > 0 {
                tell(.note("finished \(recovered.objects) deletions that an earlier run had left"))
            }
            if recovered.jobs > 0 { tell(.note("queued \(recovered.jobs) jobs that an earlier run had left")) }
            return recovered.objects
        } catch  where !card.touchesFiles {
            tell(.note("what an earlier run had begun is left for a later run"))
            return 0
        }
    }

    private var storageGuard: StorageGuard { StorageGuard(doubts: opening.doubts, isTrusted: trustsStorage) }

    private func pace(of card: Card) -> Pace {
        var pace = pace
        if card.keepsRate { pace.rate = nil }
        return pace
    }

    private func takeLock(_ card: Card) async throws -> RunLock? {
        guard let name = card.lock else { return nil }
        return try await lock(name)
    }

    /// Keeps other runs of the same name out.
    ///
    /// - Throws: `Fault(.busy)` naming the holder; `.interrupted` or `.terminated` when asked to end while waiting.
    func lock(_ name: String) async throws -> RunLock {
        do {
            return try await opening.lock(name, waiting: pace.lockWait) { [stopping] in stopping.asked != nil }
        } catch let fault as Fault where fault.kind == .busy {
            guard let asked = stopping.asked else { throw fault }
            throw Fault(
                asked == .terminated ? .terminated : .interrupted, "stopped while waiting for another run",
                notes: fault.notes)
        }
    }

    private func show<Item>(_ batch: Batch<Item>, _ report: Report, _ survey: Survey) {
        batch.labels.forEach { tell(.item($0)) }
        tell(.progress(done: report.visited, total: survey.count, bytes: report.bytes))
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
