import Model

/// How fast and how far a run goes.
package struct Pace: Sendable {
    /// Batches in flight.
    package var concurrency: Int
    /// Items a second over the whole run; nil for no bound.
    package var rate: Double?
    /// Items at most.
    package var limit: Int?
    /// Seconds after which no further batch begins.
    package var deadline: Double?
    /// How often a batch that failed for a passing reason is tried in all.
    package var attempts: Int
    /// How long to wait for the lock another run holds, in seconds.
    package var lockWait: Double

    package init(
        concurrency: Int = 4, rate: Double? = nil, limit: Int? = nil, deadline: Double? = nil, attempts: Int = 5,
        lockWait: Double = 0
    ) {
        self.concurrency = concurrency
        self.rate = rate
        self.limit = limit
        self.deadline = deadline
        self.attempts = attempts
        self.lockWait = lockWait
    }

    /// Seconds to wait before the given attempt (the second is 2): exponential with full jitter, 30 s at most.
    package func pause(before attempt: Int) -> Double {
        Double.random(in: 0...min(30, 0.25 * Double(1 << min(attempt, 8))))
    }
}
