import Faults
import Model
import Stores

/// Pushes jobs of one class where somebody takes them and there is room for them.
struct JobPushing: Sendable {
    let worker: SidekiqWorker
    /// Whether the jobs are waited for, so that a server without Sidekiq is a fault and not only a warning.
    let waits: Bool
    /// Jobs that may wait in the queue, whoever pushed them.
    let queueLimit: Int

    init(of worker: SidekiqWorker, waits: Bool, queueLimit: Int) {
        self.worker = worker
        self.waits = waits
        self.queueLimit = queueLimit
    }

    /// Pushes when there is room.
    ///
    /// - Returns: false when the run was asked to end meanwhile.
    /// - Throws: `Fault(.unreachable)` when nobody is there to take the jobs.
    func push(_ jobs: [SidekiqJob], to site: Site<ReadWrite>) async throws -> Bool {
        while true {
            let processes = try await site.jobs.processes()
            let isServed = try check(processes, site.warnings)
            switch try await site.jobs.push(jobs, limit: queueLimit, at: .now, processes: processes) {
            case .pushed: return true
            case .noRoom(let waiting):
                guard isServed else {
                    throw Fault(
                        .busy, "\(waiting) jobs wait in the queue \(worker.queue), and nobody works on them",
                        help: "start the server's Sidekiq, or raise --queue-limit")
                }
                site.warnings.warn(
                    "the queue \(worker.queue) is full to --queue-limit (\(queueLimit)); waiting for room")
                if await Stopping.rest(0.5) { return false }
            }
        }
    }

    /// Looks whether somebody takes such jobs, before anything is changed for their sake.
    ///
    /// - Throws: `Fault(.unreachable)` when nobody does and they are to be waited for.
    func check(_ site: Site<ReadWrite>) async throws {
        _ = try check(try await site.jobs.processes(), site.warnings)
    }

    private func check(_ processes: [SidekiqProcess], _ warnings: SiteWarnings) throws -> Bool {
        if processes.contains(where: { $0.queues.contains(worker.queue) && !$0.isQuiet }) { return true }
        let message = "no Sidekiq process takes jobs from the queue \(worker.queue)"
        guard !waits else {
            throw Fault(
                .unreachable, message, notes: ["nothing was queued by this step"],
                help: "start the server's Sidekiq, or queue the jobs all the same with --no-wait")
        }
        warnings.warn("\(message); they wait until one does")
        return false
    }
}
