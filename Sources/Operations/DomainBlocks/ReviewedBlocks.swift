import Faults
import Model
import Stores

/// A declared list, held against the server: what there would be to do.
package struct BlockListReview: Sendable {
    package var list: String
    package var proposals: [BlockProposal]
    /// Blocks of this list's on the server.
    package var ours: Int
    package var sources: [Source]
    package var warnings: [String]

    /// One of the list's sources, as it was found.
    package struct Source: Sendable, Equatable, Encodable {
        package var name: String
        /// Nil when it could not be had.
        package var domains: Int?
        /// Lines that were no blocks.
        package var troubles: Int
        /// Names hidden behind stars.
        package var hidden: Int
        package var trouble: String?
    }

    package var changes: [BlockProposal] { proposals.filter { $0.change != nil } }
    package var removals: Int { count(.remove) }
    package func count(_ verdict: BlockProposal.Verdict) -> Int { proposals.count { $0.verdict == verdict } }

    /// Fetches the sources and asks the server.
    ///
    /// - Parameter own: the server's names.
    package static func making(
        _ policy: BlockListPolicy, own: [String], at site: Site<ReadOnly>
    ) async throws -> BlockListReview {
        let fetching = ListFetching(state: site.state)
        defer { fetching.close() }
        var merged = MergedBlocks(policy.merge)
        var sources: [Source] = []
        var warnings: [String] = []
        for source in policy.sources {
            do {
                let list = try await fetching.list(of: source, now: .now)
                sources.append(add(list, of: source, to: &merged))
                if let trouble = list.trouble { warnings.append(trouble) }
            } catch let fault as Fault where source.isOptional {
                warnings.append("\(fault.message); the list is made without it")
                sources.append(Source(name: source.name, troubles: 0, hidden: 0, trouble: fault.message))
            }
        }
        merged.settle()
        return try await reviewing(policy, merged, sources, warnings, own, at: site)
    }

    private static func reviewing(
        _ policy: BlockListPolicy, _ merged: MergedBlocks, _ sources: [Source], _ warnings: [String], _ own: [String],
        at site: Site<ReadOnly>
    ) async throws -> BlockListReview {
        let applied = try AppliedBlocks(of: policy.name, in: site.state).all
        // Only where something stricter is wanted does it matter who follows whom.
        let strict = merged.entries.filter { min($0.value.rule.severity, policy.maxSeverity) > policy.followedSeverity }
        let names = strict.keys.sorted()
        let (present, followers) = try await site.database.read { connection in
            let rows = try await DomainBlocks.all(over: connection)
            let followers = names.isEmpty ? [:] : try await DomainBlocks.localFollowers(of: names, over: connection)
            return (rows, followers)
        }
        let review = BlockReview(
            policy: policy, merged: merged,
            present: Dictionary(present.map { ($0.domain, $0.rule) }) { first, _ in first }, applied: applied,
            followers: followers, own: own, isComplete: !sources.contains { $0.domains == nil })
        return BlockListReview(
            list: policy.name, proposals: review.proposals(), ours: review.ours, sources: sources, warnings: warnings)
    }

    private static func add(_ list: FetchedList, of source: BlockListSource, to merged: inout MergedBlocks) -> Source {
        var found = Source(name: source.name, domains: 0, troubles: 0, hidden: 0, trouble: list.trouble)
        merged.begin(source)
        var reader = BlockListReader(standard: source.severity)
        // It was read to its end once already when it was fetched.
        let items = ((try? reader.read(list.bytes[...])) ?? []) + ((try? reader.finish()) ?? [])
        for item in items {
            switch item {
            case .entry(let entry, _):
                merged.add(entry, of: source)
                found.domains = (found.domains ?? 0) + 1
            case .retraction(let domain, _): merged.retract(domain)
            case .trouble(let trouble):
                if trouble.kind == .obfuscated { found.hidden += 1 } else { found.troubles += 1 }
            }
        }
        return found
    }
}

/// Changes that bring the server's blocks to what a declared list wants.
package struct ReviewedBlocks: BlockChangeSource {
    enum Origin: Sendable {
        case list(BlockListPolicy, own: [String])
        case plan(Plan)
    }

    let origin: Origin
    let listName: String
    private let memory: Memory

    /// What is found out once and used until the end of a run.
    private actor Memory {
        var review: BlockListReview?
        var applied: AppliedBlocks?

        func review(_ policy: BlockListPolicy, _ own: [String], at site: Site<ReadOnly>) async throws -> BlockListReview
        {
            if let review { return review }
            let made = try await BlockListReview.making(policy, own: own, at: site)
            review = made
            return made
        }

        func open(_ list: String, in state: StateFolder) throws {
            if applied == nil { applied = try AppliedBlocks(of: list, in: state) }
        }
    }

    /// - Parameter own: the server's names.
    package init(_ policy: BlockListPolicy, own: [String]) {
        origin = .list(policy, own: own)
        listName = policy.name
        memory = Memory()
    }

    init(_ plan: Plan, list: String) {
        origin = .plan(plan)
        listName = list
        memory = Memory()
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        try await memory.open(listName, in: site.state)
        switch origin {
        case .plan(let plan): return plan.survey(at: site)
        case .list(let policy, let own):
            let review = try await memory.review(policy, own, at: site)
            try require(review, policy)
            let changes = review.changes.count
            let words = "to add \(review.count(.add)), to change \(review.count(.amend)), to remove \(review.removals)"
            let suspended = review.changes.compactMap(\.change).filter(\.suspends).map(\.domain)
            let toll = try await BlockToll.words(suspending: suspended, at: site)
            let warnings = review.warnings + (changes > 0 ? ["the list \(listName): \(words)"] : []) + toll
            return Survey(count: changes, warnings: warnings, noun: "domain blocks")
        }
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<BlockChangeBatch> {
        switch origin {
        case .plan(let plan):
            return plan.steps(of: BlockChangeBatch.size) { items in try Self.batch(items) }
        case .list(let policy, let own):
            let proposals = try await memory.review(policy, own, at: site).changes
            return Steps(
                stride(from: 0, to: proposals.count, by: BlockChangeBatch.size).map { start in
                    let part = proposals[start..<min(start + BlockChangeBatch.size, proposals.count)]
                    let seen = part.map { ($0.domain, $0.present) }
                    return BlockChangeBatch(
                        part.compactMap(\.change), seen: Dictionary(seen) { first, _ in first })
                })
        }
    }

    package func made(_ changes: [BlockChange]) async throws {
        guard let applied = await memory.applied else { return }
        changes.forEach(applied.note)
        // While it goes on, so that the next run knows what a killed one did.
        try applied.saveNowAndThen()
    }

    package func finished() async throws { try await memory.applied?.save() }

    /// Refuses more than the list says may happen at once.
    private func require(_ review: BlockListReview, _ policy: BlockListPolicy) throws {
        let changes = review.changes.count
        guard changes <= policy.maxChanges else {
            throw Fault(
                .denied,
                "the list \(policy.name) wants \(changes) changes, and \(policy.maxChanges) may be made at once",
                notes: ["nothing was changed"],
                help: "look at `mastoctl domain-blocks plan`, and allow them with --max-changes \(changes)")
        }
        let most = max(1, Int(policy.maxRemovals * Double(review.ours)))
        guard review.removals <= most else {
            throw Fault(
                .denied, "the list \(policy.name) wants to remove \(review.removals) of its \(review.ours) blocks",
                notes: ["at most \(most) may go at once", "nothing was changed"],
                help: "look at `mastoctl domain-blocks plan`, and allow it with --max-removals 100%")
        }
    }

    private static func batch(_ items: [PlanItem]) throws -> BlockChangeBatch {
        var changes: [BlockChange] = []
        var seen: [String: BlockRule?] = [:]
        for item in items {
            guard let change = BlockChange(domain: item.name, json: item.change) else {
                throw Fault(.badData, "the plan's change of \(item.name) cannot be understood")
            }
            changes.append(change)
            if case .null = item.seen {
                seen.updateValue(nil, forKey: item.name)
            } else if let rule = BlockRule(json: item.seen) {
                seen[item.name] = rule
            }
        }
        return BlockChangeBatch(changes, seen: seen)
    }
}

extension DomainBlockChanging: Plannable where Source == ReviewedBlocks {
    package static var names: [String] { ["domain-blocks sync"] }
    package static var lanes: [Lane] { [.jobs, .api] }

    package var parameters: JSONValue {
        .object([
            .init("list", .string(source.listName)), .init("as", moderator.map { .string($0) } ?? .null),
        ])
    }

    package func items(of step: BlockChangeBatch) -> [PlanItem] {
        step.changes.map { change in
            PlanItem(
                id: nil, name: change.domain, seen: (step.seen[change.domain] ?? nil)?.json ?? .null,
                change: change.json)
        }
    }

    package init(_ plan: Plan, lane: Lane) throws {
        guard let list = plan.parameters["list"]?.string, !list.contains("/") else {
            throw Fault(.badData, "the plan names no list")
        }
        self.init(
            ReviewedBlocks(plan, list: list), name: "domain-blocks sync", deed: "changed", risk: .moderate, lane: lane,
            moderator: plan.parameters["as"]?.string)
    }
}
