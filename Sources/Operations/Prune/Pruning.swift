import Faults
import Model
import Stores

/// One run of a retention policy: its stages one after the other, under one limit, one deadline and one report.
///
/// A stage that fails does not keep the others from their work, unless the instance cannot be reached any more.
package struct Pruning: Sendable {
    /// Names the lock, the report's schema and the metrics.
    package static let name = "prune"

    let stages: [PruneStage]
    let opening: any SiteOpening
    let mode: RunMode
    let pace: Pace
    let consent: any Consenting
    let stopping: Stopping
    let explain: @Sendable (any Error) -> Fault
    let tell: @Sendable (String) -> @Sendable (Event) -> Void

    /// - Parameters:
    ///   - pace: its limit and deadline span all stages; rate and concurrency are the stages' own.
    ///   - explain: what an error means to the person in charge.
    ///   - tell: who hears of a stage's events, by the part's name.
    package init(
        _ stages: [PruneStage], opening: any SiteOpening, mode: RunMode, pace: Pace, consent: any Consenting,
        stopping: Stopping, explain: @escaping @Sendable (any Error) -> Fault,
        tell: @escaping @Sendable (String) -> @Sendable (Event) -> Void
    ) {
        self.stages = stages
        self.opening = opening
        self.mode = mode
        self.pace = pace
        self.consent = consent
        self.stopping = stopping
        self.explain = explain
        self.tell = tell
    }

    /// - Throws: what keeps the whole run from starting, `Fault(.busy)` when another one is under way. Faults of stages
    ///   are in the report.
    package func run() async throws -> PruneReport {
        let clock = ContinuousClock()
        let start = clock.now
        let lock = mode == .apply ? try await takeLock() : nil
        var report = PruneReport(dryRun: mode == .dryRun)
        var isLost = false
        for stage in stages {
            let elapsed = (clock.now - start).inSeconds
            if report.stopped == nil { report.stopped = reasonToStop(after: report, elapsed) }
            if isLost || report.stopped != nil {
                report.add(.init(stage.part))
                continue
            }
            do {
                let answer = try await run(stage, within: pace(for: stage, after: report, elapsed))
                report.add(.init(stage.part, answer))
                if let reason = answer.stopped, reason != .limit { report.stopped = reason }
            } catch {
                let fault = explain(error)
                report.add(.init(stage.part, fault))
                isLost = fault.kind == .unreachable || fault.kind == .interrupted || fault.kind == .terminated
            }
        }
        if report.stopped == nil, let limit = pace.limit, report.handled >= limit,
            report.parts.last?.report?.stopped == .limit
        {
            report.stopped = .limit
        }
        await lock?.release()
        report.seconds = (clock.now - start).inSeconds
        return report
    }

    private func takeLock() async throws -> RunLock {
        try await opening.lock(Self.name, waiting: pace.lockWait) { [stopping] in stopping.asked != nil }
    }

    private func reasonToStop(after report: PruneReport, _ elapsed: Double) -> Stop? {
        if let asked = stopping.asked { return asked }
        if let limit = pace.limit, report.handled >= limit { return .limit }
        if let deadline = pace.deadline, elapsed >= deadline { return .deadline }
        return nil
    }

    private func pace(for stage: PruneStage, after report: PruneReport, _ elapsed: Double) -> Pace {
        var mine = pace
        mine.limit = [stage.limit, pace.limit.map { $0 - report.handled }].compactMap { $0 }.min()
        mine.deadline = pace.deadline.map { $0 - elapsed }
        mine.rate = stage.rate
        mine.concurrency = stage.concurrency
        return mine
    }

    private func run(_ stage: PruneStage, within pace: Pace) async throws -> Report {
        let runner = Runner(
            opening: opening, mode: mode, pace: pace, consent: consent, stopping: stopping, tell: tell(stage.part))
        return switch stage.work {
        case .files(let removal): try await runner.run(removal)
        case .orphans(let removal): try await runner.run(removal)
        }
    }
}
