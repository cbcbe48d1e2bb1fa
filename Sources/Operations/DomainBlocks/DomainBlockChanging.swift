import Faults
import Model
import Stores

/// Makes changes of domain blocks, wherever they come from, through the lane taken.
package struct DomainBlockChanging<Source: BlockChangeSource>: Operation {
    package let card: Card
    let source: Source
    let moderator: String?
    private let pace: BlockPace

    package init(
        _ source: Source, name: String, of noun: String = "domains", deed: String, risk: Risk, lane: Lane,
        moderator: String?, pace: BlockPace = BlockPace()
    ) {
        self.source = source
        self.moderator = moderator
        self.pace = pace
        card = Card(
            name, of: noun, deed, risk: risk, lane: lane, lock: .shared("domain-blocks"),
            tables: ["accounts", "domain_blocks", "admin_action_logs"], namesItems: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<SeenBlockChange> {
        try await requireActing(at: site)
        return prepared(try await source.prepare(at: site))
    }

    /// Somebody who may not act must be told before anything is shown as done.
    func requireActing(at site: Site<ReadOnly>) async throws {
        try await site.requireActing(moderator, by: card.lane, BlockCalls.routes)
    }

    func prepared(_ changes: BlockChanges) -> Prepared<SeenBlockChange> {
        Prepared(changes.survey, changes.batches) { items, site in
            let (outcome, made) =
                card.lane == .api
                ? try await BlockCalls(site).make(items)
                : try await BlockRows(site, moderator: moderator, lane: card.lane, pace: pace).make(items)
            try await changes.made(made, site)
            return outcome
        }.finish { report, site in
            if report.changed == 0 { return }
            if card.lane != .api { await site.refreshInstances() }
            try await changes.finished(site)
        }.acting(as: moderator)
    }
}

/// How the server's own work on the blocks is waited for and held back.
package struct BlockPace: Sendable {
    /// Whether a step ends with the server's work on it.
    package var waits: Bool
    /// Jobs that may wait in the queue before more are added.
    package var queueLimit: Int

    package init(waits: Bool = false, queueLimit: Int = 1_000) {
        self.waits = waits
        self.queueLimit = queueLimit
    }
}
