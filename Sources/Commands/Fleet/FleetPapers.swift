import Operations
import Synchronization

/// Files with secrets that a run of a fleet wrote for its servers: they go with it, however it ends.
final class FleetPapers: Sendable {
    private let paths = Mutex<[String]>([])

    func keep(_ path: String) { paths.withLock { $0.append(path) } }

    deinit { paths.withLock { $0.forEach(FleetKeeping.forget) } }
}
