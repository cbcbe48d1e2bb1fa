import Faults
import Model
import Stores

/// Lets the server fetch each remote actor that is known here under more than one name, and merge its rows.
///
/// Only the actor's own server can tell which of the names is right, so only this one's own workers can decide: the
/// refreshed row queues their merging (Mastodon 4.6.5 `app/services/activitypub/process_account_service.rb`).
package struct DuplicateRepair: Operation {
    package var card: Card {
        Card(
            "accounts fix-duplicates", of: "actors", waits ? "fetched again" : "queued", lane: .jobs,
            tables: ["accounts"], namesItems: true)
    }

    package let waits: Bool
    package let queueLimit: Int
    /// Rows of `accounts` a page looks at.
    private let page = 10_000
    package init(waits: Bool = true, queueLimit: Int = 1_000) {
        self.waits = waits
        self.queueLimit = queueLimit
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<DuplicatedActor> {
        let (size, batch) = (page, max(1, min(100, queueLimit)))
        let batches = Batches<DuplicatedActor> {
            var after: String? = ""
            var found: [DuplicatedActor] = []
            return {
                while found.isEmpty, let start = after {
                    let page = try await site.database.read {
                        try await RemoteActors().duplicates(after: start, size: size, over: $0)
                    }
                    (found, after) = (page.found, page.last)
                }
                if found.isEmpty { return nil }
                defer { found.removeFirst(min(batch, found.count)) }
                return Batch(Array(found.prefix(batch)))
            }
        }
        let pushing = JobPushing(of: .remoteAccountRefresh, waits: waits, queueLimit: queueLimit)
        return Prepared(Survey(count: nil), batches) { actors, site in
            var outcome = Outcome()
            try await pushing.run(actors, id: { $0.ids[0] }, name: \.uri, at: site, &outcome)
            return outcome
        }
    }
}

extension DuplicatedActor: WorkItem {
    package var label: String? { "\(uri): \(handles.joined(separator: ", "))" }
}
