/// How one server's Sidekiq writes: the names of its keys and the times in its jobs.
///
/// Mastodon 4.2 and 4.3 run Sidekiq 6.5, 4.4 7.3, 4.5 8.0 and 4.6 8.1 (their `Gemfile.lock`).
package struct SidekiqDialect: Sendable, Equatable {
    /// Whether times are whole milliseconds, as Sidekiq writes them since 8, and not seconds with a fraction.
    package var writesMilliseconds: Bool
    /// The class that carries jobs of Active Job, such as mails. Sidekiq 8 has one of its own, older ones that of Rails.
    package var wrapper: String
    /// Whether Active Job writes the time a job is meant for, and fractions of seconds, as it does since Rails 7.1
    /// (Mastodon 4.3).
    package var tellsScheduledTimes: Bool
    /// Before each key.
    package var prefix: String

    package init(writesMilliseconds: Bool, tellsScheduledTimes: Bool = true, prefix: String = "") {
        self.writesMilliseconds = writesMilliseconds
        self.tellsScheduledTimes = tellsScheduledTimes
        wrapper = Self.wrapper(isModern: writesMilliseconds)
        self.prefix = prefix
    }

    /// - Parameters:
    ///   - version: of the running Sidekiq; one before 7 does not say.
    ///   - release: what the schema tells, where no process tells more.
    package init(version: String?, release: MastodonRelease?, namespace: RedisNamespace) {
        let major = version.flatMap { Int($0.prefix { $0 != "." }) }
        let isModern = major.map { $0 >= 8 } ?? release.map { $0 >= .v4_5 } ?? true
        self.init(
            writesMilliseconds: isModern, tellsScheduledTimes: release.map { $0 >= .v4_3 } ?? true,
            prefix: namespace.prefix)
    }

    private static func wrapper(isModern: Bool) -> String {
        isModern ? "Sidekiq::ActiveJob::Wrapper" : "ActiveJob::QueueAdapters::SidekiqAdapter::JobWrapper"
    }

    /// A moment as this Sidekiq writes it into a job.
    package func time(_ time: UTCTime) -> JSONValue { json(time) }

    func json(_ time: UTCTime) -> JSONValue {
        if writesMilliseconds { return .integer(Int64(time.seconds * 1_000)) }
        // Microseconds, as many as the server's clock gives a float.
        return .number((time.seconds * 1_000_000).rounded(.down) / 1_000_000)
    }

    package var queues: String { "\(prefix)queues" }
    package func queue(_ name: String) -> String { "\(prefix)queue:\(name)" }
    package var schedule: String { "\(prefix)schedule" }
    package var retries: String { "\(prefix)retry" }
    package var dead: String { "\(prefix)dead" }
    package var processes: String { "\(prefix)processes" }
    /// What a process tells of itself with each heartbeat; it expires a minute after the last.
    package func process(_ identity: String) -> String { "\(prefix)\(identity)" }
    /// What its threads are at, as of the last heartbeat.
    package func work(_ identity: String) -> String { "\(prefix)\(identity):work" }
    /// The lock of a job itself.
    package func lock(_ name: String) -> String { "\(prefix)\(name)" }
    /// All locks, with the times at which they were taken.
    package var locks: String { "\(prefix)uniquejobs:digests" }
    /// Who holds a lock.
    package func holders(of lock: String) -> String { "\(prefix)\(lock):LOCKED" }
}
