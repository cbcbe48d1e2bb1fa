import Faults
import Model
import Stores

/// Builds the home and list feeds of people here from the database.
package struct FeedBuilding: Operation {
    /// People whose feeds are built in one step.
    private static let batch = 4
    /// Jobs that may wait in the server's queue.
    private static let queueLimit = 1_000

    private let username: String?
    private let skipsFilled: Bool
    private let lane: Lane

    /// - Parameters:
    ///   - username: whose; nil for everybody who is here lately.
    ///   - lane: by the server's own worker, or here.
    package init(of username: String?, skipsFilled: Bool, lane: Lane) {
        self.username = username
        self.skipsFilled = skipsFilled
        self.lane = lane
    }

    package var card: Card {
        Card(
            "feeds build", of: "accounts", lane == .jobs ? "queued the feeds of" : "built the feeds of", lane: lane,
            tables: [
                "accounts", "account_stats", "users", "follows", "lists", "list_accounts", "statuses", "mentions",
                "blocks", "mutes", "account_domain_blocks",
            ])
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<FeedOwner> {
        let owners = FeedOwners(site.instance)
        if let username {
            let owner = try await site.database.read { try await owners.owner(username, over: $0) }
            return Prepared(Survey(count: 1), Batches(of: [owner], by: 1), perform: perform)
        }
        let count = try await site.database.read { try await owners.count(over: $0) }
        let batches = Batches(pagesOf: Self.batch, by: \FeedOwner.account.id) { after in
            try await site.database.read { try await owners.page(after: after, size: Self.batch, over: $0) }
        }
        return Prepared(Survey(count: count), batches, perform: perform)
    }

    private func perform(_ owners: [FeedOwner], at site: Site<ReadWrite>) async throws -> Outcome {
        var outcome = Outcome()
        if lane == .jobs {
            let pushing = JobPushing(of: .regeneration, waits: false, queueLimit: Self.queueLimit)
            try await pushing.run(owners, id: \.account.id, name: \.account.handle, at: site, &outcome)
            return outcome
        }
        for owner in owners {
            let feeds = try await site.buildFeeds(of: owner, skipsFilled: skipsFilled)
            outcome.changed += 1
            outcome.note(.feeds, feeds.built)
            outcome.note(.feedsFilledAlready, feeds.left)
        }
        return outcome
    }
}

extension FeedOwner: WorkItem {
    package var label: String? { account.handle }
}
