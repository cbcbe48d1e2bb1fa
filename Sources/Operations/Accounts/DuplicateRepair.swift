import Faults
import Model
import Stores

/// Lets the server fetch each remote actor that is known here under more than one name, and merge its rows.
///
/// Only the actor's own server can tell which of the names is right, so only this one's own workers can decide: the
/// refreshed row queues their merging (Mastodon 4.6.5 `app/services/activitypub/process_account_service.rb`).
package struct DuplicateRepair: Operation {
    package let name = "accounts fix-duplicates"
    package let risk = Risk.mild
    package let lane = Lane.jobs
    package var deed: String { waits ? "fetched again" : "queued" }
    package let namesItems = true
    package let tables: Set<String> = ["accounts"]

    package let waits: Bool
    package let queueLimit: Int
    /// Rows of `accounts` a page looks at.
    var page = 10_000
    /// How often Redis may fail to answer in a row, a second apart, before the jobs are lost sight of.
    var patience = 10

    private let worker = SidekiqWorker.remoteAccountRefresh

    package init(waits: Bool = true, queueLimit: Int = 1_000) {
        self.waits = waits
        self.queueLimit = queueLimit
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        Survey(count: nil, noun: "actors")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<Duplicates> {
        let (size, batch) = (page, max(1, min(100, queueLimit)))
        return Steps {
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
                return Duplicates(actors: Array(found.prefix(batch)))
            }
        }
    }

    package func perform(_ step: Duplicates, at site: Site<ReadWrite>) async throws -> Outcome {
        var outcome = Outcome()
        let jobs = step.actors.compactMap { actor in actor.ids.first.map { SidekiqJob(worker, [.integer($0)]) } }
        let pushing = JobPushing(of: worker, waits: waits, queueLimit: queueLimit)
        guard try await pushing.push(jobs, to: site) else {
            outcome.details["not_queued"] = Int64(jobs.count)
            outcome.isCutShort = true
            return outcome
        }
        guard waits else {
            outcome.changed = jobs.count
            return outcome
        }
        var following = JobFollowing(site.jobs, of: worker)
        following.patience = patience
        let endings = try await following.end(of: Set(jobs.map(\.id))) { _ in [] }
        for (job, actor) in zip(jobs, step.actors) {
            switch endings[job.id] ?? .done {
            case .done: outcome.changed += 1
            case .retried: outcome.details["to_be_tried_again", default: 0] += 1
            case .enqueued, .running:
                outcome.details["left_to_the_server", default: 0] += 1
                outcome.isCutShort = true
            case .dead: outcome.failures.append(ItemFailure(item: actor.uri, reason: "its job failed for good"))
            }
        }
        return outcome
    }

    /// Actors whose jobs are pushed together.
    package struct Duplicates: OperationStep {
        package var actors: [DuplicatedActor]

        package var count: Int { actors.count }
        package var labels: [String] { actors.map { "\($0.uri): \($0.handles.joined(separator: ", "))" } }
        package func prefix(_ count: Int) -> Self { Self(actors: Array(actors.prefix(count))) }
        package func dropFirst(_ count: Int) -> Self { Self(actors: Array(actors.dropFirst(count))) }
    }
}
