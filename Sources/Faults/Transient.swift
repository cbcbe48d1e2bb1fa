/// An error that may go away by itself: a dropped connection, a deadlock, throttling.
package protocol Transient: Error {
    var isTransient: Bool { get }
}
