import Model
import Stores

// What the server does by the clock: whether it runs, and whether that has an effect.

extension Check {
    static let schedules: [Check] = [
        Check(
            "sched.never", .problem, needs: [.jobs, .production], limit: Limit(3, .count),
            "every schedule ran within its interval, times a threshold",
            why: "retention, clean-up, trends and indexing are dead",
            fix: "see that one process has the queue scheduler, and restart it", source: "mastodon#24733"
        ) { inspection, check in
            guard let store = await inspection.jobStore() else { return .skipped("no Redis holds jobs") }
            let workers = try await inspection.workload().workers
            guard let first = workers.compactMap(\.started).min() else {
                return .skipped("no process tells of itself")
            }
            let limit = inspection.limit(of: check)
            let now = inspection.now.seconds
            let late = try await store.schedules(of: await inspection.release()).compactMap { state -> Evidence? in
                guard let interval = state.interval, !state.isDisabled else { return nil }
                // What never ran counts from the start of the oldest process.
                let since = now - (state.last ?? first)
                return since > max(interval * limit, 900) ? Evidence(state.name, since / 3_600, .hours) : nil
            }
            return late.isEmpty
                ? .fine("all of them")
                : .found("schedules that do not run: \(late.count)\(Evidence.examples(late, of: late.count))", late)
        },
        Check(
            "sched.disabled", .warning, needs: [.jobs], "no schedule is switched off",
            why: "somebody clicked on it in Sidekiq's pages", fix: "switch it on in Sidekiq's pages, recurring jobs",
            source: "sidekiq-scheduler"
        ) { inspection, _ in
            guard let store = await inspection.jobStore() else { return .skipped("no Redis holds jobs") }
            let off = try await store.schedules(of: await inspection.release()).filter(\.isDisabled)
            return off.isEmpty
                ? .fine("none")
                : .found("switched off: \(off.map(\.name).joined(separator: ", "))", off.map { Evidence($0.name) })
        },
        .asking(
            "sched.vacuum-effect", .problem, cost: .normal, limit: Limit(1_000, .count), .ineffectiveRetention,
            "files that the retention should have removed, more than @", unit: .count,
            why: "it runs and fails without a word, and the storage grows",
            fix: "mastoctl prune --dry-run, then mastoctl prune; with S3 set S3_READ_TIMEOUT=30 and S3_RETRY_LIMIT=2",
            source: "mastodon#28930, #40188"),
        .asking(
            "sched.deletions-overdue", .problem, limit: Limit(35, .days), .overdueDeletions,
            "deletions asked for more than @ ago", unit: .days, why: "people have a right to them",
            fix: "see sched.never; mastoctl accounts delete NAME",
            source: "Mastodon 4.6.5 app/workers/scheduler/suspended_user_cleanup_scheduler.rb"),
        .asking(
            "sched.user-cleanup", .warning, limit: Limit(9, .days), .unconfirmedUsers,
            "sign-ups without a confirmed address, older than @", unit: .days,
            why: "the schedule that removes them does not run", fix: "see sched.never",
            source: "Mastodon 4.6.5 app/workers/scheduler/user_cleanup_scheduler.rb"),
        .asking(
            "sched.archives-kept", .problem, limit: Limit(30, .days), .keptArchives, "archives of people older than @",
            unit: .days, why: "all they ever wrote lies there, also in private",
            fix: "see sched.never and the setting backups_retention_period", source: "mastodon.social, 2023"),
        .asking(
            "sched.imports-stuck", .notice, limit: Limit(1, .days), .stuckImports, "imports under way for more than @",
            unit: .days, why: "people wait for their follows", fix: "look at the queue pull",
            source: "Mastodon 4.6.5 app/models/bulk_import.rb"),
        .asking(
            "sched.posts-late", .problem, needs: [.database, .production], limit: Limit(1, .hours), .latePosts,
            "scheduled posts late by more than @", unit: .hours, why: "the scheduler does not run",
            fix: "see sched.never and sidekiq.queue-unserved",
            source: "Mastodon 4.6.5 app/workers/scheduler/scheduled_statuses_scheduler.rb"),
        .asking(
            "sched.ip-retention", .warning, cost: .normal, limit: Limit(400, .days), .keptAddresses,
            "addresses of sign-ups kept for more than @", unit: .count, why: "the privacy policy promises less",
            fix: "see sched.never (ip_cleanup_scheduler) and IP_RETENTION_PERIOD",
            source: "Mastodon 4.6.5 app/workers/scheduler/ip_cleanup_scheduler.rb"),
        .asking(
            "sched.session-retention", .warning, cost: .normal, limit: Limit(400, .days), .keptSessions,
            "sessions kept for more than @", unit: .count, why: "the privacy policy promises less",
            fix: "see sched.never (ip_cleanup_scheduler) and SESSION_RETENTION_PERIOD",
            source: "Mastodon 4.6.5 app/workers/scheduler/ip_cleanup_scheduler.rb"),
        .asking(
            "sched.login-retention", .warning, cost: .normal, limit: Limit(400, .days), .keptLogins,
            "notes of sign-ins kept for more than @", unit: .count, why: "the privacy policy promises less",
            fix: "see sched.never (ip_cleanup_scheduler) and IP_RETENTION_PERIOD",
            source: "Mastodon 4.6.5 app/workers/scheduler/ip_cleanup_scheduler.rb"),
    ]
}
