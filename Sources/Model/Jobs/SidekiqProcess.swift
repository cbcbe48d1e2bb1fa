/// A running Sidekiq process, as of its last heartbeat, which comes every ten seconds.
package struct SidekiqProcess: Sendable, Equatable {
    /// `host:pid:nonce`.
    package var identity: String
    /// `8.1.6`; nil from one before 7, which does not say.
    package var version: String?
    package var queues: Set<String>
    package var threads: Int
    /// Takes no new jobs, because it is about to end.
    package var isQuiet: Bool
    /// When it last spoke, in seconds of its own clock; only good for being compared with itself.
    package var beat: Double

    /// - Parameters:
    ///   - info: the process' own account, JSON; nil when there is none: it is gone.
    ///   - beat: seconds, as text.
    package init?(identity: String, info: String?, beat: String?, quiet: String?) {
        guard let info, let told = JSONValue(parsing: info) else { return nil }
        self.identity = identity
        version = told["version"]?.string
        queues = Set(told["queues"]?.array?.compactMap(\.string) ?? [])
        threads = Int(told["concurrency"]?.integer ?? 0)
        isQuiet = quiet == "true"
        self.beat = beat.flatMap { Double($0) } ?? 0
    }
}

/// Where a job is.
package enum JobState: String, Sendable, CaseIterable {
    /// Waits in its queue, or for its time.
    case enqueued
    case running
    /// Failed, and waits to be tried again.
    case retried
    /// Failed for good.
    case dead
    /// Nowhere any more: it ran without error.
    case done
}
