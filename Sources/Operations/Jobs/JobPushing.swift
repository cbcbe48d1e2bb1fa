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
            switch try await site.queue(jobs, limit: queueLimit, processes: processes) {
            case .queued: return true
            case .noRoom(let waiting):
                guard isServed else {
                    throw Fault(
                        .busy,
                        "\(Noun.counted(waiting, "jobs", "wait")) in the queue \(worker.queue), and nobody works on them",
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
        if processes.serve(worker.queue) { return true }
        if waits { throw worker.unserved(notes: ["nothing was queued by this step"]) }
        warnings.warn(worker.unservedWarning)
        return false
    }

    /// Has a job done for each item, which takes its id, and adds what became of them.
    ///
    /// - Parameters:
    ///   - name: what an item is called whose job failed.
    ///   - changed: those of some items that are changed by now, as they are now; they count whatever their jobs say,
    ///     and a job that ran without that was to no purpose. Nil where a job that ran has changed its item.
    /// - Returns: what `changed` told at the end.
    @discardableResult
    func run<Item: Sendable>(
        _ items: [Item], id: @escaping @Sendable (Item) -> Int64, name: (Item) -> String, at site: Site<ReadWrite>,
        _ outcome: inout Outcome, changed: (@Sendable ([Item]) async throws -> [Item])? = nil
    ) async throws -> [Item] {
        let jobs = items.map { SidekiqJob(worker, [.integer(id($0))]) }
        guard try await push(jobs, to: site) else {
            outcome.note(.notQueued, items.count)
            outcome.isCutShort = true
            return []
        }
        guard waits else {
            outcome.changed += items.count
            return []
        }
        let itemOf = Dictionary(zip(jobs.map(\.id), items)) { first, _ in first }
        let endings = try await JobFollowing(site.jobs, of: worker).end(of: Set(itemOf.keys)) { vanished in
            guard let changed else { return [] }
            let done = Set(try await changed(vanished.compactMap { itemOf[$0] }).map(id))
            return vanished.filter { itemOf[$0].map { done.contains(id($0)) } ?? false }
        }
        let now = try await changed?(items) ?? []
        let done = Set(now.map(id))
        outcome.changed += done.count
        let rest = zip(jobs, items).filter { !done.contains(id($1)) }
        endings.add(
            to: &outcome, names: rest.map { (key: $0.id, value: name($1)) }, idle: changed == nil ? nil : .notToBeHad)
        return now
    }
}
