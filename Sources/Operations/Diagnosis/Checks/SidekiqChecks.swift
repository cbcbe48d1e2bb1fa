import Model
import Stores

// The processes that do the server's work.

extension Check {
    static let sidekiqProcesses: [Check] = [
        Check(
            "sidekiq.none", .critical, needs: [.jobs, .production], "a Sidekiq process is at work",
            why: "nothing is delivered, fetched, mailed or cleaned up", fix: "systemctl start mastodon-sidekiq",
            source: "Mastodon 4.6.5 app/lib/admin/system_check/sidekiq_process_check.rb"
        ) { inspection, _ in
            let workers = try await inspection.workload().workers
            let threads = workers.reduce(0) { $0 + $1.threads }
            return workers.isEmpty
                ? .found("no process has told of itself within the last minute")
                : .fine(
                    "\(workers.count) processes with \(threads) threads",
                    [
                        Evidence("processes", Double(workers.count), .count),
                        Evidence("threads", Double(threads), .count),
                    ])
        },
        Check(
            "sidekiq.queue-unserved", .critical, needs: [.jobs], "every queue has a process",
            why: "that kind of work stops: mails, deliveries, what comes in, or the scheduler",
            fix: "start a process with the queue: sidekiq -q NAME", source: "Mastodon 4.6.5 config/sidekiq.yml"
        ) { inspection, _ in
            let workers = try await inspection.workload().workers
            guard !workers.isEmpty else { return .skipped("no process tells of itself") }
            let served = Set(workers.flatMap(\.queues))
            let alone = ServerSchedule.queues(of: await inspection.release()).filter { !served.contains($0) }
            return alone.isEmpty
                ? .fine("all are served")
                : .found("nobody takes jobs of \(alone.joined(separator: ", "))", alone.map { Evidence($0) })
        },
        Check(
            "sidekiq.scheduler-twice", .problem, needs: [.jobs], "one process alone has the scheduler",
            why: "what is done by the clock is done twice, at the same time",
            fix: "take -q scheduler out of all processes but one", source: "docs.joinmastodon.org, scaling"
        ) { inspection, _ in
            let many = try await inspection.workload().workers.filter { $0.queues.contains("scheduler") }
            return many.count > 1
                ? .found("processes with the scheduler: \(many.count)", many.map { Evidence($0.identity) })
                : .fine("\(many.count)")
        },
        Check(
            "sidekiq.quiet", .problem, needs: [.jobs], "no process waits for its end",
            why: "it takes no new jobs; a deployment that stopped half way leaves it so",
            fix: "systemctl restart mastodon-sidekiq", source: "Sidekiq"
        ) { inspection, _ in
            let quiet = try await inspection.workload().workers.filter(\.isQuiet)
            return quiet.isEmpty
                ? .fine("none")
                : .found("processes that take no jobs: \(quiet.count)", quiet.map { Evidence($0.identity) })
        },
        Check(
            "sidekiq.stuck-job", .problem, needs: [.jobs], limit: Limit(6, .hours), "no job runs for hours",
            why: "it holds a thread, and maybe a lock", fix: "restart the process it runs in",
            source: "Sidekiq, busy page"
        ) { inspection, check in
            let limit = inspection.limit(of: check)
            let long = try await inspection.workload().runs.compactMap { run -> Evidence? in
                guard let started = run.started, inspection.now.seconds - started > limit * 3_600 else { return nil }
                return Evidence(run.job.worker, (inspection.now.seconds - started) / 3_600, .hours)
            }
            return long.isEmpty
                ? .fine("none")
                : .found("jobs that run for long: \(long.count)\(Evidence.examples(long, of: long.count))", long)
        },
        Check(
            "sidekiq.saturated", .notice, needs: [.jobs], "some threads are free",
            why: "every thread is at work, so what comes has to wait",
            fix: "more threads or another process, for the queue that waits",
            source: "Hachyderm, 2022"
        ) { inspection, _ in
            let load = try await inspection.workload()
            let threads = load.workers.reduce(0) { $0 + $1.threads }
            let busy = load.workers.reduce(0) { $0 + $1.busy }
            let seen = [Evidence("busy", Double(busy), .count), Evidence("threads", Double(threads), .count)]
            let waits = load.queues.contains { ($0.latency ?? 0) > 30 && $0.size > threads }
            return threads > 0 && busy >= threads && waits
                ? .found("\(busy) of \(threads) at work, and jobs wait", seen)
                : .fine("\(busy) of \(threads) at work", seen)
        },
        Check(
            "sidekiq.memory", .warning, needs: [.jobs], limit: Limit(2_000_000_000, .bytes),
            "processes do not grow", why: "memory that Ruby took is not given back",
            fix: "use jemalloc, or restart them at night",
            source: "docs.joinmastodon.org"
        ) { inspection, check in
            let limit = inspection.limit(of: check)
            let large = try await inspection.workload().workers.filter { Double($0.memory ?? 0) > limit }
                .map { Evidence($0.identity, Double($0.memory ?? 0), .bytes) }
            return large.isEmpty
                ? .fine("none is large") : .found("large: \(large.map(\.text).joined(separator: ", "))", large)
        },
        Check(
            "sidekiq.concurrency-pool", .problem, needs: [.jobs, .variables],
            "each thread has a connection", why: "ActiveRecord::ConnectionTimeoutError: jobs fail under load",
            fix: "set DB_POOL of the Sidekiq process to its threads", source: "docs.joinmastodon.org, scaling"
        ) { inspection, _ in
            guard let pool = inspection.services.variables?["DB_POOL"].flatMap({ Int($0) }) else {
                return .fine("DB_POOL follows the number of threads")
            }
            let large = try await inspection.workload().workers.filter { $0.threads > pool }
            return large.isEmpty
                ? .fine("DB_POOL is \(pool)")
                : .found(
                    "more threads than DB_POOL, \(pool): \(large.count) processes",
                    large.map { Evidence($0.identity, Double($0.threads), .count) })
        },
        Check(
            "sidekiq.versions-mixed", .problem, needs: [.jobs], "all processes are of one version",
            why: "one was not restarted after an upgrade, and runs old code against new tables",
            fix: "restart all of them", source: "mastodon#40432"
        ) { inspection, _ in
            let versions = Set(try await inspection.workload().workers.compactMap(\.version)).sorted()
            return versions.count > 1
                ? .found("Sidekiq \(versions.joined(separator: " and "))", versions.map { Evidence($0) })
                : .fine(versions.first.map { "Sidekiq \($0)" } ?? "they do not tell")
        },
    ]
}
