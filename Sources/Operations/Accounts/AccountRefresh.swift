import Faults
import Model
import Stores

/// Lets the server fetch remote actors again, through its own jobs.
package struct AccountRefresh: Operation {
    package var card: Card {
        Card(
            "accounts refresh", of: "accounts", waits ? "refreshed" : "queued", lane: .jobs, tables: ["accounts"],
            touchesFiles: includesPictures)
    }

    package let selection: ActorSelection
    /// Whether the copies of avatar and header are given up first, so that they are fetched too.
    package let includesPictures: Bool
    /// Whether a batch ends with its jobs, or as soon as they are queued.
    package let waits: Bool
    /// Jobs that may wait in the queue, whoever pushed them.
    package let queueLimit: Int

    package init(
        _ selection: ActorSelection, includesPictures: Bool = false, waits: Bool = true, queueLimit: Int = 1_000
    ) {
        self.selection = selection
        self.includesPictures = includesPictures
        self.waits = waits
        self.queueLimit = queueLimit
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<RemoteActor> {
        let size = max(1, min(100, queueLimit))
        let domain: String?
        switch selection {
        case .named(let names):
            let directory = AccountDirectory(site.instance)
            let actors = try await site.database.read { connection in
                var ids: [Int64] = []
                for name in names { ids.append(try await directory.account(name, over: connection).remote().id) }
                return try await RemoteActors().now(ids, over: connection)
            }
            return Prepared(Survey(count: actors.count), Batches(of: actors, by: size), perform: refresh)
        case .domain(let given): domain = given
        case .everyone: domain = nil
        }
        let count = try await site.database.read { try await RemoteActors().count(in: domain, over: $0) }
        let batches = Batches<RemoteActor>(pagesOf: size, by: \.account.id) { after in
            try await site.database.read {
                try await RemoteActors().page(in: domain, after: after, size: size, over: $0)
            }
        }
        return Prepared(Survey(count: count), batches, perform: refresh)
    }

    private func refresh(_ seen: [RemoteActor], at site: Site<ReadWrite>) async throws -> Outcome {
        let actors = try await site.database.read { try await RemoteActors().now(seen.map(\.account.id), over: $0) }
        var outcome = Outcome(skipped: seen.count - actors.count)
        guard !actors.isEmpty else { return outcome }
        let pushing = JobPushing(of: .remoteAccountRefresh, waits: waits, queueLimit: queueLimit)
        if includesPictures {
            // Before the jobs, for a job fetches only pictures that the row does not name.
            try await pushing.check(site)
            outcome.add(try await site.deletePictures(of: actors.map(\.account.id)))
        }
        let before = Dictionary(actors.map { ($0.account.id, $0.fetched) }) { first, _ in first }
        try await pushing.run(actors, id: { $0.account.id }, name: \.account.handle, at: site, &outcome) { some in
            let now = try await site.database.read {
                try await RemoteActors().now(some.map(\.account.id), over: $0)
            }
            return now.filter { $0.fetched != before[$0.account.id] ?? nil }
        }
        return outcome
    }
}

extension RemoteActor: WorkItem {
    package var label: String? { account.handle }
}
