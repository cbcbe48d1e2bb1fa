import Glibc

/// How long a test waits for what ought to happen until it counts as never happening.
///
/// It is counted in the time of an idle machine: where ten processes want each processor, a second lasts ten, and the
/// time between two looks counts as a moment, since who waits starves like what it waits for. So a defect ends a test,
/// and a machine that is busy with other things fails none.
package struct Patience: Sendable {
    private static let moment = Duration.milliseconds(500)

    private var left: Duration
    private var last = ContinuousClock.now

    package init(_ length: Duration = .seconds(120)) {
        left = length
    }

    /// Whether it is used up; looked at in a loop.
    package var isOver: Bool {
        mutating get {
            let now = ContinuousClock.now
            left -= min(now - last, Self.moment) / Self.slowness
            last = now
            return left <= .zero
        }
    }

    /// Lets the time pass, or ends early when the task is cancelled.
    package static func pass(_ length: Duration) async throws {
        var patience = Patience(length)
        while !patience.isOver { try await Task.sleep(for: .milliseconds(100)) }
    }

    /// Whether work ends of itself within a length; what does not is cancelled.
    package static func suffices(
        _ length: Duration, for work: @escaping @Sendable () async throws -> Void
    ) async throws -> Bool {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await work()
                return true
            }
            group.addTask {
                try await pass(length)
                return false
            }
            defer { group.cancelAll() }
            return try await group.next() ?? false
        }
    }

    /// How many times longer everything takes than on an idle machine: who wants to run, a processor.
    package static var slowness: Double {
        var load = 0.0
        guard getloadavg(&load, 1) == 1 else { return 1 }
        return max(1, load / Double(max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN)))))
    }
}
