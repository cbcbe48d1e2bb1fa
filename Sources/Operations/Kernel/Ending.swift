import Faults
import Stores

/// When a run is to be over: when it is asked to end, or when its deadline has passed.
///
/// What is under way then is let end while it gets on. What waits for somebody else's lock is cancelled within a second,
/// and so is what only looks for more to do.
struct Ending: Sendable {
    let stopping: Stopping
    let deadline: ContinuousClock.Instant?

    init(_ stopping: Stopping, _ pace: Pace, since start: ContinuousClock.Instant) {
        self.stopping = stopping
        deadline = pace.deadline.map { start + .seconds($0) }
    }

    /// Why the run is to be over, nil while it may go on.
    var reason: Stop? {
        if let asked = stopping.asked { return asked }
        guard let deadline, ContinuousClock.now >= deadline else { return nil }
        return .deadline
    }

    /// Whether an error is what becomes of statements when the run is to be over.
    func explains(_ error: any Error) -> Bool {
        reason != nil && Self.isOfCancelling(error)
    }

    /// Does some work, and cancels from the end on what waits in vain.
    ///
    /// - Parameters:
    ///   - reading: where the work only looks.
    ///   - writing: where it changes something; nil for none.
    func watching<Value>(
        _ reading: Site<ReadOnly>, _ writing: Site<ReadWrite>?, _ work: () async throws -> Value
    ) async rethrows -> Value {
        let watch = Task { [self] in
            await stopping.end(after: deadline, grace: .milliseconds(200))
            if Task.isCancelled { return }
            async let looks: Void = reading.database.stopReading()
            await writing?.database.stopWaiting()
            await looks
        }
        defer { watch.cancel() }
        return try await work()
    }

    private static func isOfCancelling(_ error: any Error) -> Bool {
        switch error {
        case is CancellationError: true
        case let error as any Cancelled: error.wasCancelled
        case let fault as Fault: fault.cause.map(isOfCancelling) ?? false
        default: false
        }
    }
}
