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
                    .busy, "\(waiting) jobs wait in the queue \(worker.queue), and nobody works on them",
                    notes: ["what was done before stays done; run the command again for the rest"],
                    help: "start the server's Sidekiq, or raise --queue-limit")
            }
            if await Stopping.rest(0.5) { return false }
        }
    }

    /// Waits for the jobs where that is wanted, and tells how many did not end well.
    ///
    /// - Returns: figures for the report; nil when nothing was waited for.
    func follow(_ ids: [String]) async throws -> [String: Int64]? {
        guard !ids.isEmpty else { return nil }
        guard try await isServed() else {
            site.warnings.warn("no Sidekiq process takes jobs from the queue \(worker.queue); they wait until one does")
            return nil
        }
        guard pace.waits else { return nil }
        let endings = try await JobFollowing(site.jobs, of: worker).end(of: Set(ids)) { _ in [] }
        var figures: [String: Int64] = [:]
        for state in endings.values where state != .done {
            let name =
                switch state {
                case .dead: "jobs that failed for good"
                case .retried: "jobs to be tried again"
                default: "jobs left to the server"
                }
            figures[name, default: 0] += 1
        }
        return figures
    }

    private func isServed() async throws -> Bool {
        try await site.jobs.processes().contains { $0.queues.contains(worker.queue) && !$0.isQuiet }
    }
}
