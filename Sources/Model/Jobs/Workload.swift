/// The server's background work at one moment, as far as it is told without reading jobs one by one.
package struct Workload: Sendable {
    package struct Queue: Sendable {
        package var name: String
        package var size: Int
        /// Seconds the next job has waited; nil for an empty queue or a job that does not tell.
        package var latency: Double?

        package init(name: String, size: Int, latency: Double?) {
            self.name = name
            self.size = size
            self.latency = latency
        }
    }

    /// A process as its last heartbeat tells of it.
    package struct Worker: Sendable {
        package var identity: String
        package var host: String
        package var processID: Int
        package var version: String?
        package var queues: [String]
        package var threads: Int
        package var busy: Int
        package var isQuiet: Bool
        /// Seconds since 1970.
        package var started: Double?
        package var beat: Double?
        /// Bytes of memory; nil where it does not tell.
        package var memory: Int64?

        /// - Parameters:
        ///   - info: the process' own account.
        ///   - busy: threads at work; `beat` in seconds since 1970; `memory` in bytes.
        package init(identity: String, info: JSONValue, busy: Int, isQuiet: Bool, beat: Double?, memory: Int64?) {
            self.identity = identity
            host = info["hostname"]?.string ?? ""
            processID = Int(info["pid"]?.integer ?? 0)
            version = info["version"]?.string
            queues = info["queues"]?.array?.compactMap(\.string) ?? []
            threads = Int(info["concurrency"]?.integer ?? 0)
            started = JobRecord.seconds(info["started_at"])
            self.busy = busy
            self.isQuiet = isQuiet
            self.beat = beat
            self.memory = memory
        }
    }

    /// A job under way.
    package struct Run: Sendable {
        package var process: String
        package var thread: String
        package var job: JobRecord
        /// Seconds since 1970.
        package var started: Double?

        package init(process: String, thread: String, job: JobRecord, started: Double?) {
            self.process = process
            self.thread = thread
            self.job = job
            self.started = started
        }
    }

    package var queues: [Queue]
    package var workers: [Worker]
    package var runs: [Run]
    package var scheduled: Int
    package var retries: Int
    package var dead: Int
    package var processedToday: Int
    package var failedToday: Int

    package init(
        queues: [Queue], workers: [Worker], runs: [Run], scheduled: Int, retries: Int, dead: Int, processedToday: Int,
        failedToday: Int
    ) {
        self.queues = queues
        self.workers = workers
        self.runs = runs
        self.scheduled = scheduled
        self.retries = retries
        self.dead = dead
        self.processedToday = processedToday
        self.failedToday = failedToday
    }
}

/// When the server does something by the clock.
package struct ServerSchedule: Sendable, Equatable {
    package var name: String
    /// Seconds between two runs.
    package var interval: Double
    package var since: MastodonRelease

    /// Those of `config/sidekiq.yml` (Mastodon 4.2.0 to 4.6.5; 4.7 has the same).
    package static let all: [ServerSchedule] = [
        .init("scheduled_statuses_scheduler", 300, .v4_2), .init("trends_refresh_scheduler", 300, .v4_2),
        .init("trends_review_notifications_scheduler", 21_600, .v4_2), .init("indexing_scheduler", 60, .v4_2),
        .init("vacuum_scheduler", 86_400, .v4_2), .init("follow_recommendations_scheduler", 86_400, .v4_2),
        .init("user_cleanup_scheduler", 86_400, .v4_2), .init("ip_cleanup_scheduler", 86_400, .v4_2),
        .init("pghero_scheduler", 86_400, .v4_2), .init("instance_refresh_scheduler", 3_600, .v4_2),
        .init("accounts_statuses_cleanup_scheduler", 60, .v4_2),
        .init("suspended_user_cleanup_scheduler", 60, .v4_2),
        .init("software_update_check_scheduler", 1_800, .v4_2),
        .init("auto_close_registrations_scheduler", 3_600, .v4_3),
        .init("fasp_follow_recommendation_cleanup_scheduler", 86_400, .v4_4),
        .init("collection_item_cleanup_scheduler", 3_600, .v4_6),
        .init("repair_remote_collections_scheduler", 86_400, .v4_6),
    ]

    private init(_ name: String, _ interval: Double, _ since: MastodonRelease) {
        self.name = name
        self.interval = interval
        self.since = since
    }

    /// The queues that a release has.
    package static func queues(of release: MastodonRelease?) -> [String] {
        let old = ["default", "push", "ingress", "mailers", "pull", "scheduler"]
        return release.map { $0 >= .v4_4 } ?? false ? old + ["fasp"] : old
    }
}

/// One of the server's schedules, as Redis has it.
package struct ScheduleState: Sendable {
    package var name: String
    /// Seconds between two runs; nil for one that is not of the release.
    package var interval: Double?
    /// When it last ran, in seconds since 1970; nil when it never did.
    package var last: Double?
    package var isDisabled: Bool

    package init(name: String, interval: Double?, last: Double?, isDisabled: Bool) {
        self.name = name
        self.interval = interval
        self.last = last
        self.isDisabled = isDisabled
    }
}
