/// An error that may go away by itself: a dropped connection, a deadlock, throttling.
package protocol Transient: Error {
    var isTransient: Bool { get }
}

/// An error that may be the end of a statement that somebody cancelled, or that a lock was waited for in vain.
package protocol Cancelled: Error {
    var wasCancelled: Bool { get }
}

/// An error that ended something and carries the reason with a word on what was done before.
package protocol Wrapping: Error {
    var cause: any Error { get }
    /// What to add to the fault's notes.
    var note: String { get }
}
