import Stores

/// The steps of a run, cut to its limit, spread by its rate, ended by its deadline or a signal.
struct StepSource<Step: OperationStep> {
    private var steps: Steps<Step>.AsyncIterator
    private let pace: Pace
    private let stopping: Stopping
    private let start: ContinuousClock.Instant
    private var handedOut = 0
    /// What is left of a step that was too large for the rate.
    private var rest: Step?
    private(set) var stopped: Stop?
    private var isOver = false

    init(
        _ steps: Steps<Step>.AsyncIterator, _ pace: Pace, _ stopping: Stopping, _ start: ContinuousClock.Instant
    ) {
        self.steps = steps
        self.pace = pace
        self.stopping = stopping
        self.start = start
    }

    /// The next step, or nil when the work or the run is over.
    mutating func next() async throws -> Step? {
        if isOver { return nil }
        if let reason = reasonToStop() { return end(reason) }
        if let rate = pace.rate, handedOut > 0 {
            let due = start + .seconds(Double(handedOut) / rate)
            await stopping.sleep(until: pace.deadline.map { min(due, start + .seconds($0)) } ?? due)
            if let reason = reasonToStop() { return end(reason) }
        }
        guard var step = try await nextPiece() else {
            isOver = true
            return nil
        }
        if let limit = pace.limit, handedOut + step.count > limit {
            step = step.prefix(limit - handedOut)
            stopped = .limit
            isOver = true
            if step.count == 0 { return nil }
        }
        handedOut += step.count
        return step
    }

    /// A whole step, or a second's worth of one where there is a rate.
    private mutating func nextPiece() async throws -> Step? {
        let whole: Step
        if let rest {
            whole = rest
        } else if let next = try await steps.next() {
            whole = next
        } else {
            return nil
        }
        let size = pace.rate.map { max(1, Int($0)) } ?? .max
        rest = whole.count > size ? whole.dropFirst(size) : nil
        return whole.count > size ? whole.prefix(size) : whole
    }

    private mutating func end(_ reason: Stop) -> Step? {
        stopped = reason
        isOver = true
        return nil
    }

    private func reasonToStop() -> Stop? {
        if let asked = stopping.asked { return asked }
        if let deadline = pace.deadline, ContinuousClock.now >= start + .seconds(deadline) { return .deadline }
        return nil
    }
}
