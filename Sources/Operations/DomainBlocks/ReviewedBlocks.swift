import Faults
import Model
import Stores

/// Changes that bring the server's blocks to what a declared list wants.
package struct ReviewedBlocks: BlockChangeSource {
    let list: String
    /// Nil where a plan says what is to be done.
    private let policy: BlockListPolicy?
    private let own: [String]

    /// - Parameter own: the server's names.
    package init(_ policy: BlockListPolicy, own: [String]) {
        list = policy.name
        self.policy = policy
        self.own = own
    }

    /// A list of which only the name is known.
    init(_ list: String) {
        self.list = list
        policy = nil
        own = []
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> BlockChanges {
        guard let policy else { return BlockChanges(Survey(count: 0), Batches([])) }
        return try remembering(try await changes(policy, at: site), at: site)
    }

    /// The same changes, each noted once it is made, so that the next run knows what this list did.
    func remembering(_ changes: BlockChanges, at site: Site<ReadOnly>) throws -> BlockChanges {
        let applied = try AppliedBlocks(of: list, in: site.state)
        var changes = changes
        changes.made = { made, site in
            made.forEach(applied.note)
            // While it goes on, so that the next run knows what a killed one did.
            try applied.saveNowAndThen(in: site.state)
        }
        changes.finished = { site in try applied.save(in: site.state) }
        return changes
    }

    private func changes(_ policy: BlockListPolicy, at site: Site<ReadOnly>) async throws -> BlockChanges {
        let review = try await BlockListComparison(policy, own: own).answer(at: site)
        try require(review, policy)
        let items = review.changes.compactMap { proposal in
            proposal.change.map { SeenBlockChange($0, seen: .some(proposal.present)) }
        }
        let suspended = items.map(\.change).filter(\.suspends).map(\.domain)
        var foreseen = review.foreseen
        if !items.isEmpty {
            let (add, amend) = (review.count(.add), review.count(.amend))
            foreseen.append(.list(.declared(list: list, add: add, amend: amend, remove: review.removals)))
        }
        foreseen += try await BlockForeseen.suspensions(of: suspended, at: site)
        let survey = Survey(count: items.count, foreseen: foreseen)
        return BlockChanges(survey, Batches(of: items, by: SeenBlockChange.batch))
    }

    /// Refuses more than the list says may happen at once.
    private func require(_ review: BlockListReview, _ policy: BlockListPolicy) throws {
        let changes = review.changes.count
        guard changes <= policy.maxChanges else {
            throw Fault(
                .denied,
                "the list \(policy.name) wants \(Noun.counted(changes, "changes")), and \(policy.maxChanges) may be made at once",
                notes: ["nothing was changed"],
                help: "look at `mastoctl domain-blocks plan`, and allow them with --max-changes \(changes)")
        }
        let most = max(1, Int(policy.maxRemovals * Double(review.ours)))
        guard review.removals <= most else {
            throw Fault(
                .denied,
                "the list \(policy.name) wants to remove \(review.removals) of its \(Noun.counted(review.ours, "blocks"))",
                notes: ["at most \(most) may go at once", "nothing was changed"],
                help: "look at `mastoctl domain-blocks plan`, and allow it with --max-removals 100%")
        }
    }
}

extension DomainBlockChanging: Plannable where Source == ReviewedBlocks {
    package static var lanes: [Lane] { [.jobs, .api] }
    package static var batch: Int { SeenBlockChange.batch }
    package var work: PlannedWork { .domainBlockSync }

    package var parameters: JSONValue {
        .object([.init("list", .string(source.list)), .init("as", moderator.map { .string($0) } ?? .null)])
    }

    /// `domain-blocks sync`.
    package init(_ source: ReviewedBlocks, lane: Lane, moderator: String?, pace: BlockPace = BlockPace()) {
        self.init(
            source, name: PlannedWork.domainBlockSync.code, of: "domain blocks", deed: "changed", risk: .moderate,
            lane: lane, moderator: moderator, pace: pace)
    }

    /// What a plan comes to.
    ///
    /// - Throws: `Fault(.badData)` for parameters it does not understand.
    package init(planned parameters: JSONValue, lane: Lane) throws {
        guard let list = parameters["list"]?.string, !list.contains("/") else {
            throw Fault(.badData, "the plan names no list")
        }
        self.init(ReviewedBlocks(list), lane: lane, moderator: parameters["as"]?.string)
    }

    package func prepare(_ plan: Plan, at site: Site<ReadOnly>) async throws -> Prepared<SeenBlockChange> {
        try await requireActing(at: site)
        let changes = BlockChanges(plan.survey(at: site), plan.batches(of: Self.batch))
        return prepared(try source.remembering(changes, at: site))
    }
}

extension SeenBlockChange: PlannableItem {
    package var planned: PlanItem {
        PlanItem(id: nil, name: change.domain, seen: (seen ?? nil)?.json ?? .null, change: change.json)
    }

    package init(planned: PlanItem) throws {
        guard let change = BlockChange(domain: planned.name, json: planned.change) else {
            throw Fault(.badData, "the plan's change of \(planned.name) cannot be understood")
        }
        if case .null = planned.seen {
            self.init(change, seen: .some(nil))
        } else {
            self.init(change, seen: BlockRule(json: planned.seen).map { .some($0) })
        }
    }
}
