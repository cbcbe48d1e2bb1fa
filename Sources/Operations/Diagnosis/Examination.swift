import Faults
import Model
import Stores

/// Carries out checks: those of one service side by side, each within its own time.
package struct Examination: Sendable {
    /// How long looking may take.
    package struct Patience: Sendable {
        /// For one check.
        package var each: Duration
        /// For all of them.
        package var all: Duration

        package init(each: Duration, all: Duration) {
            self.each = each
            self.all = all
        }

        /// What is promised for the costliest check that is wanted.
        package init(_ cost: Check.Cost) {
            switch cost {
            case .fast: self.init(each: .milliseconds(1_500), all: .seconds(2))
            case .normal: self.init(each: .seconds(5), all: .seconds(20))
            case .deep: self.init(each: .seconds(600), all: .seconds(3_600))
            }
        }
    }

    let inspection: Inspection
    let patience: Patience

    package init(_ inspection: Inspection, patience: Patience) {
        self.inspection = inspection
        self.patience = patience
    }

    /// The results, in the order of the checks.
    package func results(of checks: [Check]) async -> [CheckResult] {
        let deadline = ContinuousClock.now + patience.all
        let lanes = Dictionary(grouping: checks.enumerated().map { ($0.offset, $0.element) }) { lane(of: $0.1) }
        let found = await withTaskGroup(of: [(Int, CheckResult)].self) { group in
            for (lane, checks) in lanes {
                group.addTask { await run(checks, width: lane == "website" ? 8 : 4, until: deadline) }
            }
            var all: [(Int, CheckResult)] = []
            for await some in group { all += some }
            return all
        }
        await inspection.forget()
        return found.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// What a check waits for, so that a slow service holds up its own checks alone.
    private func lane(of check: Check) -> String {
        let isOutside =
            [.web, .search].contains(check.group) || check.group == .federation && check.needs == [.production]
        return
            isOutside
            ? "website"
            : check.needs.first { ![.production, .variables, .secrets].contains($0) }?.rawValue ?? "machine"
    }

    private func run(
        _ checks: [(Int, Check)], width: Int, until deadline: ContinuousClock.Instant
    ) async -> [(Int, CheckResult)] {
        await withTaskGroup(of: (Int, CheckResult).self) { group in
            var rest = checks[...]
            var all: [(Int, CheckResult)] = []
            for _ in 0..<width {
                guard let (index, check) = rest.popFirst() else { break }
                group.addTask { (index, await result(of: check, until: deadline)) }
            }
            for await one in group {
                all.append(one)
                guard let (index, check) = rest.popFirst() else { continue }
                group.addTask { (index, await result(of: check, until: deadline)) }
            }
            return all
        }
    }

    private func result(of check: Check, until deadline: ContinuousClock.Instant) async -> CheckResult {
        let left = deadline - ContinuousClock.now
        guard left > .zero, !Task.isCancelled else {
            return CheckResult(check, .unseen("the time for all checks, \(patience.all.brief), was over"))
        }
        let time = min(patience.each, left)
        return CheckResult(check, await Self.within(time) { await verdict(on: check) })
    }

    private func verdict(on check: Check) async -> Verdict {
        for need in check.needs {
            if let obstacle = await inspection.obstacle(need) { return obstacle }
        }
        if let since = check.since, let release = await inspection.release(), release < since {
            return .skipped("since Mastodon \(since.rawValue)")
        }
        do {
            return try await check.look(inspection, check)
        } catch is CancellationError {
            return .unseen("it was interrupted")
        } catch {
            let fault = inspection.services.explain(error, "")
            return .unseen(([fault.message] + fault.notes).joined(separator: ": "))
        }
    }

    /// The verdict, or that it took too long.
    private static func within(_ time: Duration, _ look: @escaping @Sendable () async -> Verdict) async -> Verdict {
        await withinTime(time, look)
            ?? .unseen(Task.isCancelled ? "it was interrupted" : "no answer within \(time.brief)")
    }
}

/// The value, or nil when it took too long or the task was cancelled. What hangs is left behind.
func withinTime<Value: Sendable>(
    _ time: Duration, _ work: @escaping @Sendable () async -> Value
) async -> Value? {
    let (values, told) = AsyncStream.makeStream(of: Value.self)
    let work = Task { _ = told.yield(await work()) }
    let clock = Task {
        try? await Task.sleep(for: time)
        told.finish()
    }
    defer {
        work.cancel()
        clock.cancel()
        told.finish()
    }
    for await value in values { return value }
    return nil
}
