import Faults
import Model
import Stores

/// Operations one after the other, under one lock, one limit, one deadline and one report: a retention policy.
package struct Series: Sendable {
    /// One of them, and how fast and how far it goes by itself.
    package struct Part: Sendable {
        /// Its word: `preview_cards`.
        package var word: String
        package var operation: any Operation
        /// Items at most, of this part alone.
        package var limit: Int?
        /// Items a second.
        package var rate: Double?
        package var concurrency: Int

        package init(_ word: String, _ operation: any Operation, limit: Int?, rate: Double?, concurrency: Int) {
            self.word = word
            self.operation = operation
            self.limit = limit
            self.rate = rate
            self.concurrency = concurrency
        }
    }

    /// Names the lock and the report's schema.
    package var name: String
    package var parts: [Part]

    package init(_ name: String, _ parts: [Part]) {
        self.name = name
        self.parts = parts
    }
}

extension Runner {
    /// Runs a series. The pace's limit and deadline span all of it; rate and concurrency are the parts' own. A part that
    /// fails does not keep the others from their work, unless the instance cannot be reached any more.
    ///
    /// - Parameters:
    ///   - explain: what an error means to the person in charge.
    ///   - telling: who hears of a part's events, by its word.
    /// - Throws: what keeps the whole run from starting, `Fault(.busy)` when another one is under way. Faults of parts
    ///   are in the report.
    package func run(
        _ series: Series, explain: @Sendable (any Error) -> Fault,
        telling: (String) -> @Sendable (Event) -> Void
    ) async throws -> SeriesReport {
        let start = ContinuousClock.now
        let held = mode == .apply ? try await lock(series.name) : nil
        var report = SeriesReport(series.name, dryRun: mode == .dryRun)
        var isLost = false
        for part in series.parts {
            let left = pace.left(after: report.handled, (ContinuousClock.now - start).inSeconds)
            if report.stopped == nil { report.stopped = stopping.asked ?? left.exhausted }
            if isLost || report.stopped != nil {
                report.add(.init(part.word))
                continue
            }
            do {
                let answer = try await runner(for: part, within: left, telling(part.word)).run(part.operation)
                report.add(.init(part.word, answer))
                if let reason = answer.stopped, reason != .limit { report.stopped = reason }
            } catch {
                let fault = explain(error)
                report.add(.init(part.word, fault))
                isLost = [.unreachable, .interrupted, .terminated].contains(fault.kind)
            }
        }
        if report.stopped == nil, report.parts.last?.report?.stopped == .limit,
            pace.left(after: report.handled, 0).exhausted == .limit
        {
            report.stopped = .limit
        }
        await held?.release()
        report.seconds = (ContinuousClock.now - start).inSeconds
        return report
    }

    private func runner(
        for part: Series.Part, within left: Pace, _ tell: @escaping @Sendable (Event) -> Void
    ) -> Runner {
        var pace = left
        pace.limit = [part.limit, left.limit].compactMap(\.self).min()
        pace.rate = part.rate
        pace.concurrency = part.concurrency
        return Runner(
            opening: opening, mode: mode, pace: pace, consent: consent, stopping: stopping,
            trustsStorage: trustsStorage, words: words, tell: tell)
    }
}

extension Pace {
    /// What is left of limit and deadline.
    fileprivate func left(after items: Int, _ seconds: Double) -> Pace {
        var rest = self
        rest.limit = limit.map { $0 - items }
        rest.deadline = deadline.map { $0 - seconds }
        return rest
    }

    /// Why nothing more may begin, nil while something may.
    fileprivate var exhausted: Stop? {
        if let limit, limit <= 0 { return .limit }
        if let deadline, deadline <= 0 { return .deadline }
        return nil
    }
}
