import Operations
import Synchronization

/// How many servers are done, and how many of them failed.
final class FleetTally: Sendable {
    private let counts = Mutex((done: 0, failed: 0))

    func count(_ result: FleetResult) -> (done: Int, failed: Int) {
        counts.withLock { counts in
            counts.done += 1
            if result.state != .done { counts.failed += 1 }
            return counts
        }
    }
}
