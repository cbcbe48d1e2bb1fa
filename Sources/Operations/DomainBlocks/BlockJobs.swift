import Faults
import Model
import Stores

/// The server's own work on blocks, which may take hours for a large domain: not begun before there is room for it, and
/// waited for where that is wanted.
struct BlockJobs: Sendable {
    let site: Site<ReadWrite>
    let pace: BlockPace

    private let worker = SidekiqWorker.domainBlock

    init(_ site: Site<ReadWrite>, pace: BlockPace) {
        self.site = site
        self.pace = pace
    }

    /// Waits until so many more jobs fit into the queue.
    ///
    /// - Returns: false when the run was asked to end meanwhile.
    /// - Throws: `Fault(.busy)` when the queue is full and nobody works on it.
    func waitForRoom(_ count: Int) async throws -> Bool {
        while true {
            let waiting = try await site.jobs.waiting(in: worker.queue)
            // A batch larger than the bound has to go all the same once the queue is empty.
            if waiting == 0 || waiting + count <= pace.queueLimit { return true }
            guard try await isServed() else {
                throw Fault(
                    .busy,
                    "\(Noun.counted(waiting, "jobs", "wait")) in the queue \(worker.queue), and nobody works on them",
                    notes: ["what was done before stays done; run the command again for the rest"],
                    help: "start the server's Sidekiq, or raise --queue-limit")
            }
            if await Stopping.rest(0.5) { return false }
        }
    }

    /// Waits for the jobs where that is wanted, and tells how many did not end well.
    ///
    /// - Returns: figures for the report.
    func follow(_ ids: [String]) async throws -> [Figure: Int64] {
        if ids.isEmpty { return [:] }
        guard try await isServed() else {
            site.warnings.warn(worker.unservedWarning)
            return [:]
        }
        guard pace.waits else { return [:] }
        let endings = try await JobFollowing(site.jobs, of: worker).end(of: Set(ids)) { _ in [] }
        var figures: [Figure: Int64] = [:]
        figures[.jobsThatFailedForGood] = endings.count(.dead)
        figures[.jobsToBeTriedAgain] = endings.count(.retried)
        figures[.jobsLeftToTheServer] = endings.count(.enqueued, .running)
        return figures.filter { $0.value > 0 }
    }

    private func isServed() async throws -> Bool { try await site.jobs.processes().serve(worker.queue) }
}
