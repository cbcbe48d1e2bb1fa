import Model

/// What the server does right after it has committed a change: jobs, keys in Redis, cached copies it drops.
///
/// Gathered while the rows are changed and carried out once they are committed, as the server's own callbacks do.
package struct Aftermath: Sendable, Equatable {
    /// A job, and how many seconds from now its time comes; 0 for now.
    package struct Push: Sendable, Equatable {
        package var job: SidekiqJob
        package var delay: Double
    }

    package private(set) var pushes: [Push] = []
    package private(set) var keys: [KeyChange] = []
    /// Keys of the server's cache, without its prefix.
    package private(set) var stale: [String] = []
    /// Patterns of such keys, for those whose whole name is not known.
    package private(set) var stalePatterns: [String] = []

    package init() {}

    package var isEmpty: Bool { pushes.isEmpty && keys.isEmpty && stale.isEmpty && stalePatterns.isEmpty }

    /// Queues a job, now or in some seconds.
    package mutating func push(_ job: SidekiqJob, in delay: Double = 0) {
        pushes.append(Push(job: job, delay: delay))
    }

    /// Queues a job of a class with these arguments.
    package mutating func push(_ worker: SidekiqWorker, _ arguments: JSONValue..., in delay: Double = 0) {
        push(SidekiqJob(worker, arguments), in: delay)
    }

    /// Lets the server send a mail, now or in some seconds.
    package mutating func push(_ mail: MailJob, in delay: Double = 0) {
        push(SidekiqJob(mail), in: delay)
    }

    /// Changes a key of the server's own.
    package mutating func change(_ change: KeyChange) {
        keys.append(change)
    }

    /// Drops a key of the server's cache, named without the prefix: `blocked_ips`.
    package mutating func forget(_ key: String) {
        stale.append(key)
    }

    /// Drops the keys of the server's cache that match: `rails_settings_cached/*`.
    package mutating func forget(matching pattern: String) {
        stalePatterns.append(pattern)
    }

    /// Adds what another part of the change brings with it.
    package mutating func append(_ other: Aftermath) {
        pushes += other.pushes
        keys += other.keys
        stale += other.stale
        stalePatterns += other.stalePatterns
    }
}
