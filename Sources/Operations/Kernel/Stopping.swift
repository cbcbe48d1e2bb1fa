import Faults
import Synchronization

/// The wish to end early, set by a signal and looked at between steps.
package final class Stopping: Sendable {
    private struct State {
        var asked: Stop?
        var sleepers: [Int: CheckedContinuation<Void, Never>] = [:]
        var count = 0
    }

    private let state = Mutex(State())

    /// That of the run a step belongs to. For steps that wait for somebody else's work, which goes on without them.
    @TaskLocal package static var current: Stopping?

    package init() {}

    /// Rests within a step; true when the run is to end instead of waiting on.
    static func rest(_ seconds: Double) async -> Bool {
        guard let current else {
            try? await Task.sleep(for: .seconds(seconds))
            return Task.isCancelled
        }
        await current.sleep(until: .now + .seconds(seconds))
        return current.asked != nil || Task.isCancelled
    }

    /// Waits so many seconds for something the run cannot go on without.
    ///
    /// - Throws: `Fault(.interrupted)` or `Fault(.terminated)` when asked to end before.
    func wait(_ seconds: Double) async throws {
        await sleep(until: .now + .seconds(seconds))
        try Task.checkCancellation()
        guard let asked else { return }
        throw Fault(asked == .terminated ? .terminated : .interrupted, "stopped while waiting for the server")
    }

    /// Why the run should end, nil while it may go on.
    package var asked: Stop? { state.withLock { $0.asked } }

    /// Asks the run to end after the steps in flight; wakes a waiting one.
    package func ask(_ reason: Stop) {
        let sleepers = state.withLock { state in
            state.asked = state.asked ?? reason
            defer { state.sleepers = [:] }
            return Array(state.sleepers.values)
        }
        sleepers.forEach { $0.resume() }
    }

    /// Returns some time after the run was asked to end or its deadline has passed, or when the task is cancelled.
    func end(after deadline: ContinuousClock.Instant?, grace: Duration) async {
        await sleep(until: deadline ?? .now + .seconds(1_000_000_000), isCancellable: true)
        if Task.isCancelled { return }
        try? await Task.sleep(for: grace)
    }

    /// Sleeps until then or until asked to stop.
    package func sleep(until end: ContinuousClock.Instant, isCancellable: Bool = false) async {
        let number = state.withLock { state in
            state.count += 1
            return state.count
        }
        let alarm = Task {
            try? await Task.sleep(until: end, clock: .continuous)
            wake(number)
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    if state.asked != nil || ContinuousClock.now >= end { return true }
                    if isCancellable, Task.isCancelled { return true }
                    state.sleepers[number] = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            if isCancellable { wake(number) }
        }
        alarm.cancel()
    }

    private func wake(_ number: Int) {
        state.withLock { $0.sleepers.removeValue(forKey: number) }?.resume()
    }
}
