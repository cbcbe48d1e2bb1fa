import Faults
import Model
import Stores

/// Jobs of one class, each the whole work on one named thing: pushed, and followed to their end where that is wanted.
struct NamedJobs: Sendable {
    private let worker: SidekiqWorker
    private let jobs: [SidekiqJob]
    private let names: [String: String]

    /// - Parameter work: names, and the arguments of their jobs.
    init(of worker: SidekiqWorker, _ work: [(name: String, arguments: [JSONValue])]) {
        self.worker = worker
        jobs = work.map { SidekiqJob(worker, $0.arguments) }
        names = Dictionary(zip(jobs.map(\.id), work.map(\.name))) { first, _ in first }
    }

    /// - Parameters:
    ///   - note: what is said beside the fault where nobody takes the jobs.
    ///   - before: changes the rows that must be so before the jobs run, and tells what else follows; not called when
    ///     nobody is there to take them.
    ///   - finished: those of the names given whose work is known to be done by what is there now.
    /// - Throws: `Fault(.unreachable)` when the jobs are to be waited for and nobody takes them.
    func push(
        waits: Bool, at site: Site<ReadWrite>, ifUnserved note: String = "nothing was queued by this step",
        before: @Sendable (Transaction<ReadWrite>) async throws -> Aftermath = { _ in Aftermath() },
        finished: @escaping @Sendable ([String]) async throws -> [String]
    ) async throws -> Outcome {
        let processes = try await site.jobs.processes()
        if waits, !processes.serve(worker.queue) { throw worker.unserved(notes: [note]) }
        let (_, held) = try await site.changeQueuing { transaction in
            var aftermath = try await before(transaction)
            jobs.forEach { aftermath.push($0) }
            return ((), aftermath)
        }
        for name in jobs.filter({ held.contains($0.id) }).compactMap({ self.names[$0.id] }) {
            site.warnings.warn(
                "\(worker.name) was not queued for \(name): the same job is queued or running already, or its lock was "
                    + "left by a process that was killed")
        }
        let pushed = jobs.filter { !held.contains($0.id) }
        var outcome = Outcome(skipped: held.count)
        guard waits else {
            outcome.changed = pushed.count
            return outcome
        }
        let names = names
        let endings = try await JobFollowing(site.jobs, of: worker).end(of: Set(pushed.map(\.id))) { vanished in
            let done = Set(try await finished(vanished.compactMap { names[$0] }))
            return vanished.filter { names[$0].map(done.contains) ?? true }
        }
        endings.add(to: &outcome, names: names, of: worker)
        return outcome
    }
}
