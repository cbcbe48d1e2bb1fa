import Faults
import Model
import Stores

/// Finishes blocks and unblockings that broke off half way.
package struct DomainBlockRepair: Operation {
    /// Seconds a block must be old, since the server may be at it.
    private let minAge: Double
    /// Whether accounts are freed that no block explains.
    private let freesAccounts: Bool
    private let lane: Lane
    private let pace: BlockPace

    private static var accountsAtOnce: Int { 500 }

    package init(minAge: Double, freesAccounts: Bool, lane: Lane, pace: BlockPace) {
        self.minAge = minAge
        self.freesAccounts = freesAccounts
        self.lane = lane
        self.pace = pace
    }

    package var card: Card {
        Card(
            "domain-blocks repair", of: "blocks and accounts", "repaired", risk: .moderate, lane: lane,
            lock: .shared("domain-blocks"),
            tables: ["accounts", "domain_blocks", "admin_action_logs", "account_warnings"], isCheck: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Half> {
        let blocks = try await blocks(at: site)
        let accounts = freesAccounts ? try await accounts(at: site) : []
        let count = accounts.reduce(0) { $0 + $1.count }
        var survey = Survey(count: blocks.count + count, foreseen: blocks.prefix(20).map { .block(.half($0)) })
        if count > 0 {
            survey.foreseen.append(
                .block(.leftTogether(count, names: accounts.joined().prefix(5).map(\.handle))))
        }
        // Jobs first: where none can be queued, no account is changed either.
        let batches =
            blocks.map { Batch([Half.block($0)], Half.tally(of: $0)) }
            + accounts.map { Batch($0.map(Half.account), Half.tally(of: $0), isAlone: true) }
        return Prepared(survey, Batches(batches)) { halves, site in
            if case .block(let block)? = halves.first { return try await finish(block, at: site) }
            return try await free(halves.compactMap { if case .account(let left) = $0 { left } else { nil } }, at: site)
        }
    }

    /// The worker does again what was done already without harm, and what an earlier severity left it undoes when it is
    /// told that the severity changed.
    private func finish(_ block: HalfBlock, at site: Site<ReadWrite>) async throws -> Outcome {
        let work = BlockJobs(site, pace: pace)
        guard try await work.waitForRoom(1) else { return .cutShort }
        let job = SidekiqJob(.domainBlock, [.integer(block.id)] + (block.stray > 0 ? [.boolean(true)] : []))
        var aftermath = Aftermath()
        aftermath.push(job)
        try await site.carryOut(aftermath)
        var outcome = Outcome(changed: 1)
        outcome.figures = try await work.follow([job.id])
        outcome.solved = 1
        return outcome
    }

    private func free(_ accounts: [LeftAccount], at site: Site<ReadWrite>) async throws -> Outcome {
        let freed = try await site.database.write { try await $0.halfBlocks.free(accounts) }
        var outcome = Outcome(changed: freed, skipped: accounts.count - freed)
        outcome.solved = accounts.count
        return outcome
    }

    private func blocks(at site: Site<ReadOnly>) async throws -> [HalfBlock] {
        let rows = try await site.database.read { try await $0.domainBlocks.all() }
        let young = UTCTime.now.seconds - minAge
        var halves: [HalfBlock] = []
        for row in rows where max(row.created, row.updated).seconds <= young {
            let state = try await site.database.read { try await $0.halfBlocks.state(of: row) }
            if let state, !state.isWhole { halves.append(state) }
        }
        return halves
    }

    /// In pages of one transaction each.
    private func accounts(at site: Site<ReadOnly>) async throws -> [[LeftAccount]] {
        var pages: [[LeftAccount]] = []
        var next: Int64? = 0
        while let after = next {
            let page = try await site.database.read {
                try await $0.halfBlocks.left(after: after, size: Self.accountsAtOnce)
            }
            if !page.found.isEmpty { pages.append(page.found) }
            next = page.last
        }
        return pages
    }

    /// A block to be carried out again, or an account to be freed; those of one batch are of one kind.
    package enum Half: WorkItem {
        case block(HalfBlock)
        case account(LeftAccount)

        package var label: String? {
            switch self {
            case .block(let block): block.domain
            case .account(let account): account.handle
            }
        }

        static func tally(of block: HalfBlock) -> Tally {
            var tally = Tally()
            tally.problems = 1
            tally.note(.halfAppliedBlocks, count: 1)
            tally.remarks = [Remark(kind: "block", id: "\(block.id)", what: .block(.half(block)))]
            return tally
        }

        static func tally(of accounts: [LeftAccount]) -> Tally {
            var tally = Tally()
            tally.problems = accounts.count
            tally.note(.silencedWithoutABlock, count: accounts.count { $0.isSilenced })
            tally.note(.suspendedWithoutABlock, count: accounts.count { $0.isSuspended })
            tally.remarks = accounts.map { Remark(kind: "account", id: "\($0.id)", what: .block(.left($0))) }
            return tally
        }
    }
}
