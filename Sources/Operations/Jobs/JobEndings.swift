import Faults
import Model
import Stores

/// What became of jobs, by their ids; `enqueued` and `running` are those that a stop left to the server.
///
///     let endings = try await JobFollowing(site.jobs, of: worker).end(of: ids) { _ in [] }
///     endings.count(.enqueued, .running)
///     endings.add(to: &outcome, names: zip(jobs, rows).map { (key: $0.id, value: $1.name) })
struct JobEndings: Sendable, Equatable {
    var states: [String: JobState]

    /// How many are in one of some states.
    func count(_ wanted: JobState...) -> Int64 { Int64(states.values.count { wanted.contains($0) }) }

    /// Adds what became of jobs of which each is one item: those that ran have changed it.
    ///
    /// - Parameters:
    ///   - names: of the items to be told, in their order, by the ids of their jobs.
    ///   - worker: named where a job failed, nil where there is but one kind.
    ///   - idle: counts the jobs that ran, where they are known to have changed nothing.
    func add(
        to outcome: inout Outcome, names: some Sequence<(key: String, value: String)>, of worker: SidekiqWorker? = nil,
        idle: Figure? = nil
    ) {
        for (id, name) in names {
            switch states[id] {
            case .done?:
                if let idle { outcome.note(idle, 1) } else { outcome.changed += 1 }
            case .retried?: outcome.note(.toBeTriedAgain, 1)
            case .enqueued?, .running?:
                outcome.note(.leftToTheServer, 1)
                outcome.isCutShort = true
            case .dead?:
                let job = worker.map { "its job \($0.name)" } ?? "its job"
                outcome.failures.append(ItemNote(name, "\(job) failed for good"))
            case nil: break
            }
        }
    }
}

extension [SidekiqProcess] {
    /// Whether one of them takes new jobs from a queue.
    func serve(_ queue: String) -> Bool { contains { $0.queues.contains(queue) && !$0.isQuiet } }
}

extension SidekiqWorker {
    private var nobody: String { "no Sidekiq process takes jobs from the queue \(queue)" }

    /// What is said of jobs that are queued though nobody takes them.
    package var unservedWarning: String { "\(nobody); they wait until one does" }

    /// What is thrown where jobs are to be waited for and nobody takes them.
    func unserved(notes: [String]) -> Fault {
        Fault(
            .unreachable, nobody, notes: notes,
            help: "start the server's Sidekiq, or queue the jobs all the same with --no-wait")
    }
}
