import Faults
import Model
import Stores

/// Lets the server fetch remote actors again, through its own jobs.
package struct AccountRefresh: Operation {
    package let name = "accounts refresh"
    package let risk = Risk.mild
    package let lane = Lane.jobs
    package var deed: String { waits ? "refreshed" : "queued" }
    package var touchesFiles: Bool { includesPictures }
    package let tables: Set<String> = ["accounts"]

    package let selection: ActorSelection
    /// Whether the copies of avatar and header are given up first, so that they are fetched too.
    package let includesPictures: Bool
    /// Whether a step ends with its jobs, or as soon as they are queued.
    package let waits: Bool
    /// Jobs that may wait in the queue, whoever pushed them.
    package let queueLimit: Int
    /// How often Redis may fail to answer in a row, a second apart, before the jobs are lost sight of.
    var patience = 10

    private let worker = SidekiqWorker.remoteAccountRefresh
    private var batch: Int { max(1, min(100, queueLimit)) }
    private var pushing: JobPushing { JobPushing(of: worker, waits: waits, queueLimit: queueLimit) }

    package init(
        _ selection: ActorSelection, includesPictures: Bool = false, waits: Bool = true, queueLimit: Int = 1_000
    ) {
        self.selection = selection
        self.includesPictures = includesPictures
        self.waits = waits
        self.queueLimit = queueLimit
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        if let named = try await named(at: site) { return Survey(count: named.count, noun: "accounts") }
        let domain = domain
        return Survey(
            count: try await site.database.read { try await RemoteActors().count(in: domain, over: $0) },
            noun: "accounts")
    }

    private var domain: String? { if case .domain(let domain) = selection { domain } else { nil } }

    /// Those asked for by name.
    private func named(at site: Site<ReadOnly>) async throws -> [RemoteActor]? {
        guard case .named(let names) = selection else { return nil }
        let directory = AccountDirectory(site.instance)
        return try await site.database.read { connection in
            var ids: [Int64] = []
            for name in names { ids.append(try await directory.account(name, over: connection).remote().id) }
            return try await RemoteActors().now(ids, over: connection)
        }
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<Actors> {
        let size = batch
        if let named = try await named(at: site) {
            return Steps(
                stride(from: 0, to: named.count, by: size).map {
                    Actors(actors: Array(named[$0..<min($0 + size, named.count)]))
                })
        }
        let domain = domain
        return Steps {
            var after: Int64? = .min
            return {
                guard let start = after else { return nil }
                let page = try await site.database.read {
                    try await RemoteActors().page(in: domain, after: start, size: size, over: $0)
                }
                after = page.count < size ? nil : page.last?.account.id
                return page.isEmpty ? nil : Actors(actors: page)
            }
        }
    }

    package func perform(_ step: Actors, at site: Site<ReadWrite>) async throws -> Outcome {
        let ids = step.actors.map(\.account.id)
        let actors = try await site.database.read { try await RemoteActors().now(ids, over: $0) }
        var outcome = Outcome(skipped: ids.count - actors.count)
        guard !actors.isEmpty else { return outcome }
        if includesPictures {
            // Before the jobs, for a job fetches only pictures that the row does not name.
            try await pushing.check(site)
            outcome.add(try await site.deletePictures(of: actors.map(\.account.id)))
        }
        let jobs = actors.map { SidekiqJob(worker, [.integer($0.account.id)]) }
        guard try await pushing.push(jobs, to: site) else {
            outcome.details["not_queued"] = Int64(actors.count)
            outcome.isCutShort = true
            return outcome
        }
        guard waits else {
            outcome.changed = actors.count
            return outcome
        }
        let actorOf = Dictionary(zip(jobs.map(\.id), actors), uniquingKeysWith: { first, _ in first })
        var following = JobFollowing(site.jobs, of: worker)
        following.patience = patience
        let endings = try await following.end(of: Set(actorOf.keys)) { vanished in
            let fetched = try await fetched(vanished.compactMap { actorOf[$0] }, at: site)
            return vanished.filter { actorOf[$0].map { fetched.contains($0.account.id) } ?? false }
        }
        tell(endings, actorOf, try await fetched(actors, at: site), &outcome)
        return outcome
    }

    /// The ids of those that were fetched since.
    private func fetched(_ actors: [RemoteActor], at site: Site<ReadWrite>) async throws -> Set<Int64> {
        if actors.isEmpty { return [] }
        let before = Dictionary(actors.map { ($0.account.id, $0.fetched) }, uniquingKeysWith: { first, _ in first })
        let now = try await site.database.read { try await RemoteActors().now(Array(before.keys), over: $0) }
        return Set(now.filter { $0.fetched != before[$0.account.id] ?? nil }.map(\.account.id))
    }

    private func tell(
        _ endings: [String: JobState], _ actorOf: [String: RemoteActor], _ fetched: Set<Int64>,
        _ outcome: inout Outcome
    ) {
        var counts: [String: Int64] = [:]
        for (job, actor) in actorOf.sorted(by: { $0.value.account.id < $1.value.account.id }) {
            if fetched.contains(actor.account.id) {
                outcome.changed += 1
                continue
            }
            switch endings[job] ?? .done {
            case .done: counts["not_to_be_had", default: 0] += 1
            case .retried: counts["to_be_tried_again", default: 0] += 1
            case .enqueued, .running: counts["left_to_the_server", default: 0] += 1
            case .dead:
                outcome.failures.append(
                    ItemFailure(item: actor.account.handle, reason: "its job failed for good"))
            }
        }
        outcome.details = counts
        outcome.isCutShort = counts["left_to_the_server"] != nil
    }

    /// Actors whose jobs are pushed together.
    package struct Actors: OperationStep {
        package var actors: [RemoteActor]

        package var count: Int { actors.count }
        package var labels: [String] { actors.map(\.account.handle) }
        package func prefix(_ count: Int) -> Self { Self(actors: Array(actors.prefix(count))) }
        package func dropFirst(_ count: Int) -> Self { Self(actors: Array(actors.dropFirst(count))) }
    }
}
