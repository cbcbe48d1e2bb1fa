import Faults
import Model
import Stores

/// Finishes blocks and unblockings that broke off half way.
package struct DomainBlockRepair: Operation {
    package var name: String { "domain-blocks repair" }
    package var risk: Risk { .moderate }
    package var deed: String { "repaired" }
    package var idle: String? { "nothing to repair" }
    package var lock: String? { "domain-blocks" }
    package var namesItems: Bool { true }
    package var tables: Set<String> { ["accounts", "domain_blocks", "admin_action_logs", "account_warnings"] }
    package let lane: Lane

    /// Seconds a block must be old, since the server may be at it.
    let minAge: Double
    /// Whether accounts are freed that no block explains.
    let freesAccounts: Bool
    let pace: BlockPace
    private let memory = Memory()

    private static var accountsAtOnce: Int { 500 }

    package init(minAge: Double, freesAccounts: Bool, lane: Lane, pace: BlockPace) {
        self.minAge = minAge
        self.freesAccounts = freesAccounts
        self.lane = lane
        self.pace = pace
    }

    /// What was found, for the survey and for the steps.
    private actor Memory {
        var found: [DomainBlockRepairStep]?

        func keep(_ steps: [DomainBlockRepairStep]) { found = steps }
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        var steps = try await blocks(at: site).map { DomainBlockRepairStep(blocks: [$0], accounts: []) }
        if freesAccounts { steps += try await accounts(at: site) }
        await memory.keep(steps)
        var warnings = steps.flatMap { $0.blocks.prefix(20).map(\.words) }
        let left = steps.flatMap(\.accounts)
        if !left.isEmpty {
            let names = left.prefix(5).map(\.handle).joined(separator: ", ")
            warnings.append(
                "\(left.count) accounts are limited though no block, strike or log entry says why: \(names)")
        }
        return Survey(count: steps.reduce(0) { $0 + $1.count }, warnings: warnings, noun: "blocks and accounts")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<DomainBlockRepairStep> {
        Steps(await memory.found ?? [])
    }

    package func perform(_ step: DomainBlockRepairStep, at site: Site<ReadWrite>) async throws -> Outcome {
        var outcome = Outcome()
        for half in step.blocks {
            let work = BlockJobs(site, pace: pace)
            guard try await work.waitForRoom(1) else {
                outcome.isCutShort = true
                return outcome
            }
            // The worker does again what was done already without harm, and what an earlier severity left it undoes when
            // it is told that the severity changed.
            let job = SidekiqJob(.domainBlock, [.integer(half.id)] + (half.stray > 0 ? [.boolean(true)] : []))
            var aftermath = Aftermath()
            aftermath.push(job)
            try await site.carryOut(aftermath)
            if let left = try await work.follow([job.id]) { outcome.details.merge(left, uniquingKeysWith: +) }
            outcome.changed += 1
            outcome.solved += 1
        }
        if !step.accounts.isEmpty {
            let accounts = step.accounts
            let freed = try await site.database.write { try await HalfBlocks.free(accounts, over: $0) }
            outcome.changed += freed
            outcome.skipped += accounts.count - freed
            outcome.solved += accounts.count
        }
        return outcome
    }

    private func blocks(at site: Site<ReadOnly>) async throws -> [HalfBlock] {
        let rows = try await site.database.read { try await DomainBlocks.all(over: $0) }
        let young = UTCTime.now.seconds - minAge
        var halves: [HalfBlock] = []
        for row in rows where max(row.created, row.updated).seconds <= young {
            let state = try await site.database.read { try await HalfBlocks.state(of: row, over: $0) }
            if let state, !state.isWhole { halves.append(state) }
        }
        return halves
    }

    private func accounts(at site: Site<ReadOnly>) async throws -> [DomainBlockRepairStep] {
        var steps: [DomainBlockRepairStep] = []
        var next: Int64? = 0
        while let after = next {
            let page = try await site.database.read {
                try await HalfBlocks.left(after: after, size: Self.accountsAtOnce, over: $0)
            }
            if !page.found.isEmpty { steps.append(DomainBlockRepairStep(blocks: [], accounts: page.found)) }
            next = page.last
        }
        return steps
    }
}

/// Blocks to be carried out again, or accounts to be freed.
package struct DomainBlockRepairStep: OperationStep {
    package var blocks: [HalfBlock]
    package var accounts: [LeftAccount]

    package var count: Int { blocks.count + accounts.count }
    /// Jobs first: where none can be queued, no account is changed either.
    package var isAlone: Bool { !accounts.isEmpty }
    package var labels: [String] { blocks.map(\.domain) + accounts.map(\.handle) }
    package var problems: Int { count }
    package var details: [String: Int64] {
        var details: [String: Int64] = [:]
        if !blocks.isEmpty { details["half-applied blocks"] = Int64(blocks.count) }
        let (silenced, suspended) = (accounts.count { $0.isSilenced }, accounts.count { $0.isSuspended })
        if silenced > 0 { details["silenced without a block"] = Int64(silenced) }
        if suspended > 0 { details["suspended without a block"] = Int64(suspended) }
        return details
    }
    package var findings: [Finding] {
        blocks.map { Finding(kind: "block", id: "\($0.id)", item: $0.words, isLocal: false) }
            + accounts.map { account in
                let what = [account.isSilenced ? "silenced" : nil, account.isSuspended ? "suspended" : nil]
                return Finding(
                    kind: "account", id: "\(account.id)",
                    item: "\(account.handle) is \(what.compactMap { $0 }.joined(separator: " and ")) by no block",
                    isLocal: false)
            }
    }

    package func prefix(_ count: Int) -> Self {
        DomainBlockRepairStep(
            blocks: Array(blocks.prefix(count)), accounts: Array(accounts.prefix(max(0, count - blocks.count))))
    }

    package func dropFirst(_ count: Int) -> Self {
        DomainBlockRepairStep(
            blocks: Array(blocks.dropFirst(count)), accounts: Array(accounts.dropFirst(max(0, count - blocks.count))))
    }
}

extension HalfBlock {
    /// What is left to do, for people.
    var words: String {
        var parts: [String] = []
        let limited = severity == .suspend ? "suspended" : "silenced"
        if untouched > 0 { parts.append("\(untouched) accounts are not \(limited)") }
        if holding > 0 {
            parts.append(
                "\(holding) accounts still hold " + (severity == .suspend ? "follows, posts or files" : "files"))
        }
        if stray > 0 { parts.append("\(stray) accounts bear an earlier severity") }
        return "\(domain): " + parts.joined(separator: ", ")
    }
}
