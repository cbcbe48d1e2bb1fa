import Synchronization

/// A number that closures on several threads may add to.
package final class Counter: Sendable {
    private let number = Mutex(0)

    package init() {}

    package func add(_ count: Int) { number.withLock { $0 += count } }

    package var value: Int { number.withLock { $0 } }
}
