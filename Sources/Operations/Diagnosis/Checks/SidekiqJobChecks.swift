import Faults
import Model
import Stores

// The jobs themselves.

extension Check {
    static let sidekiqJobs: [Check] = [
        latency(
            "sidekiq.latency-default", .problem, 300, ["default"], "timelines, notifications and mails of people here"),
        latency("sidekiq.latency-mailers", .problem, 300, ["mailers"], "confirmations and passwords"),
        latency("sidekiq.latency-push", .warning, 900, ["push", "ingress"], "deliveries to and from other servers"),
        latency("sidekiq.latency-pull", .warning, 7_200, ["pull", "fasp"], "fetching of what is elsewhere"),
        latency("sidekiq.latency-scheduler", .warning, 900, ["scheduler"], "what is done by the clock"),
        Check(
            "sidekiq.failure-rate", .warning, needs: [.jobs], limit: Limit(20, .percent),
            "most jobs of today went well",
            why: "code and tables that do not fit let most jobs fail",
            fix: "see sidekiq.error-cluster, and restart all processes",
            source: "mastodon#40432: 605,000 of 711,000"
        ) { inspection, check in
            let load = try await inspection.workload()
            guard load.processedToday > 1_000 else { return .fine("\(load.processedToday) jobs today") }
            let share = 100 * Double(load.failedToday) / Double(load.processedToday)
            let seen = [Evidence("of \(load.processedToday) today", share, .percent)]
            let words = "\(load.failedToday) of \(load.processedToday) jobs failed today"
            return share > inspection.limit(of: check)
                ? .found(words, seen, as: share > 50 ? .critical : nil) : .fine(words, seen)
        },
        Check(
            "sidekiq.error-cluster", .problem, cost: .normal, needs: [.jobs],
            "no job fails because code and tables do not fit",
            why: "such jobs never succeed until all processes run the same release",
            fix: "finish the migrations, then restart web, Sidekiq and streaming", source: "mastodon#40432"
        ) { inspection, _ in
            let retries = try await inspection.retries()
            let telling = [
                "NameError", "NoMethodError", "ActiveRecord::StatementInvalid", "PG::UndefinedColumn",
                "PG::UndefinedTable", "ActiveModel::MissingAttributeError",
            ]
            let groups = Dictionary(grouping: retries.filter { telling.contains($0.errorClass ?? "") }) { job in
                "\(job.errorClass ?? "") in \(job.worker)"
            }
            let seen = groups.map { Evidence($0.key, Double($0.value.count), .count) }.sorted {
                ($0.value ?? 0) > ($1.value ?? 0)
            }
            return seen.isEmpty
                ? .fine("\(retries.count) retries looked at")
                : .found("errors of code and tables:\(Evidence.examples(seen, of: seen.count))", Array(seen.prefix(20)))
        },
        Check(
            "sidekiq.retry-host", .warning, cost: .normal, needs: [.jobs], limit: Limit(1_000, .count),
            "no host jams the deliveries", why: "each try to a dead host holds a thread for ten seconds and more",
            fix: "mastoctl domains stop-delivery HOST", source: "mastodon#12445"
        ) { inspection, check in
            let hosts = Dictionary(grouping: try await inspection.retries().compactMap(\.host)) { $0 }
            let limit = inspection.limit(of: check)
            let seen = hosts.map { Evidence($0.key, Double($0.value.count), .count) }.filter { ($0.value ?? 0) > limit }
                .sorted { ($0.value ?? 0) > ($1.value ?? 0) }
            return seen.isEmpty
                ? .fine("\(hosts.count) hosts among the retries")
                : .found("hosts with many retries:\(Evidence.examples(seen, of: seen.count))", Array(seen.prefix(20)))
        },
        Check(
            "sidekiq.retries-many", .warning, needs: [.jobs], limit: Limit(50_000, .count),
            "few jobs wait for another try",
            why: "something fails for many",
            fix: "mastoctl queues retry list; see sidekiq.error-cluster and sidekiq.retry-host",
            source: "Sidekiq"
        ) { inspection, check in
            let count = try await inspection.workload().retries
            let seen = [Evidence("retries", Double(count), .count)]
            return Double(count) > inspection.limit(of: check)
                ? .found("\(count) wait for another try", seen) : .fine("\(count) wait for another try", seen)
        },
        Check(
            "sidekiq.dead-near-limit", .warning, needs: [.jobs], limit: Limit(9_000, .count), "the dead jobs are few",
            why: "Sidekiq keeps 10,000; older ones are lost before anybody looked", fix: "mastoctl queues dead list",
            source: "Sidekiq (dead_max_jobs)"
        ) { inspection, check in
            let count = try await inspection.workload().dead
            let seen = [Evidence("dead", Double(count), .count)]
            return Double(count) > inspection.limit(of: check)
                ? .found("\(count) of 10,000", seen) : .fine("\(count)", seen)
        },
        Check(
            "sidekiq.flood", .critical, cost: .normal, needs: [.jobs], limit: Limit(100_000, .count),
            "no queue is full of one kind of job", why: "jobs that enqueue themselves again bury all others",
            fix: "mastoctl queues delete --where 'class:NAME'", source: "mastodon.technology, 2021"
        ) { inspection, check in
            guard let store = await inspection.jobStore() else { return .skipped("no Redis holds jobs") }
            for queue in try await inspection.workload().queues where Double(queue.size) > inspection.limit(of: check) {
                let sample = try await store.sample(queue: queue.name, most: 1_000)
                let classes = Dictionary(grouping: sample) { $0.worker }.max { $0.value.count < $1.value.count }
                guard let most = classes, most.value.count * 5 > sample.count * 4 else { continue }
                return .found(
                    "\(queue.name): \(queue.size) jobs, most of them \(most.key)",
                    [
                        Evidence(queue.name, Double(queue.size), .count),
                        Evidence(most.key, Double(most.value.count), .count),
                    ])
            }
            return .fine("none")
        },
        Check(
            "sidekiq.unknown-queue", .notice, needs: [.jobs], "no jobs wait in a queue that nobody has",
            why: "they wait for ever; another program or another release left them",
            fix: "mastoctl queues show NAME; then delete or requeue them", source: "Mastodon 4.6.5 config/sidekiq.yml"
        ) { inspection, _ in
            let load = try await inspection.workload()
            let served = Set(load.workers.flatMap(\.queues) + ServerSchedule.queues(of: MastodonRelease.allCases.last))
            let strange = load.queues.filter { $0.size > 0 && !served.contains($0.name) }
                .map { Evidence($0.name, Double($0.size), .count) }
            return strange.isEmpty
                ? .fine("none") : .found("jobs wait in \(strange.map(\.text).joined(separator: ", "))", strange)
        },
        Check(
            "mail.failing-jobs", .problem, cost: .normal, needs: [.jobs], limit: Limit(10, .count), "mails get out",
            why: "confirmations and passwords do not arrive",
            fix: "look at the error (`mastoctl queues retry list`) and at SMTP_*",
            source: "ActionMailer jobs in the retries"
        ) { inspection, check in
            let failing = try await inspection.retries().filter {
                $0.queue == "mailers" || $0.worker.contains("Mailer")
            }
            let kinds = Dictionary(grouping: failing) { $0.errorClass ?? "?" }
            let seen = kinds.map { Evidence($0.key, Double($0.value.count), .count) }.sorted { $0.name < $1.name }
            return Double(failing.count) > inspection.limit(of: check)
                ? .found(
                    "mails that could not be sent: \(failing.count)\(Evidence.examples(seen, of: seen.count))", seen)
                : .fine("\(failing.count) wait for another try")
        },
        Check(
            "mail.smtp-login", .problem, cost: .normal, needs: [.variables], "the mail server lets the server in",
            why: "nobody is confirmed, and nobody gets a new password: sign-ups look dead",
            fix: "mastoctl mail check tells what the mail server says; look at SMTP_*",
            source: "Mastodon 4.6.5 config/email.yml; an SMTP conversation without a mail"
        ) { inspection, _ in
            guard let relay = inspection.services.mail else {
                return inspection.services.farMachine == nil
                    ? .skipped("the server speaks with no mail server")
                    : .unseen("no mail server that is reached from here")
            }
            do {
                let answer = try await relay.greet()
                return .fine("\(relay.address), \(answer.encryption == "none" ? "not encrypted" : answer.encryption)")
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                let fault = inspection.services.explain(error, relay.address)
                return .found(([fault.message] + fault.notes).joined(separator: ": "))
            }
        },
        Check(
            "people.webhooks-failing", .notice, cost: .normal, needs: [.jobs], "webhooks are taken",
            why: "what is told by them does not arrive", fix: "look at the address, or switch the webhook off",
            source: "TriggerWebhookWorker in the retries"
        ) { inspection, _ in
            let failing = try await inspection.retries().filter { $0.worker == "Webhooks::DeliveryWorker" }
            return failing.isEmpty
                ? .fine("none waits for another try")
                : .found("webhooks that fail: \(failing.count)", [Evidence("failing", Double(failing.count), .count)])
        },
    ]

    private static func latency(
        _ id: String, _ severity: Severity, _ seconds: Double, _ queues: [String], _ what: String
    ) -> Check {
        Check(
            id, severity, needs: [.jobs, .production], limit: Limit(seconds, .seconds),
            "jobs of \(queues.joined(separator: " and ")) do not wait long", why: "\(what) come late",
            fix: "more threads for it: a process with `sidekiq -q \(queues[0])`, and look at the database's load",
            source: "docs.joinmastodon.org, scaling"
        ) { inspection, check in
            let all = try await inspection.workload().queues.filter { queues.contains($0.name) }
            let seen = all.map { Evidence("\($0.name), \($0.size) wait", $0.latency, .seconds) }
            let late = seen.filter { ($0.value ?? 0) > inspection.limit(of: check) }
            return late.isEmpty
                ? .fine(seen.isEmpty ? "none waits" : seen.map(\.text).joined(separator: "; "), seen)
                : .found("the next job waits: \(late.map(\.text).joined(separator: "; "))", late)
        }
    }
}

extension Inspection {
    /// Jobs that failed, the next 5,000 of them.
    func retries() async throws -> [JobRecord] {
        let store = await jobStore()
        return try await recall("retries") { try await store?.sampleRetries(most: 5_000) ?? [] }
    }
}
