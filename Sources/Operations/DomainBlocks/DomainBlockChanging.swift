import Faults
import Model
import Stores

/// Makes changes of domain blocks, wherever they come from, through the lane taken.
package struct DomainBlockChanging<Source: BlockChangeSource>: Operation {
    package let name: String
    package let deed: String
    package let risk: Risk
    package let lane: Lane
    package let moderator: String?
    package var namesItems: Bool { true }
    package var lock: String? { "domain-blocks" }
    package var tables: Set<String> { ["accounts", "domain_blocks", "admin_action_logs"] }

    let source: Source
    let pace: BlockPace

    package init(
        _ source: Source, name: String, deed: String, risk: Risk, lane: Lane, moderator: String?,
        pace: BlockPace = BlockPace()
    ) {
        self.source = source
        self.name = name
        self.deed = deed
        self.risk = risk
        self.lane = lane
        self.moderator = moderator
        self.pace = pace
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        // Somebody who may not act must be told before anything is shown as done.
        if lane == .api {
            _ = try await site.requireAdmin(BlockCalls.routes, as: moderator)
        } else {
            _ = try await site.database.read { try await Moderators.acting(as: moderator, over: $0) }
        }
        return try await source.survey(at: site)
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<BlockChangeBatch> {
        try await source.steps(at: site)
    }

    package func perform(_ step: BlockChangeBatch, at site: Site<ReadWrite>) async throws -> Outcome {
        var outcome = Outcome(skipped: step.passed.count, failures: step.refused)
        outcome.skips = step.passed
        guard !step.changes.isEmpty else { return outcome }
        let done: BlockChangesDone
        switch lane {
        case .jobs, .direct:
            done = try await BlockRows(site, moderator: moderator, lane: lane, pace: pace)
                .make(step.changes, seen: step.seen)
        case .api:
            done = try await BlockCalls(site).make(step.changes, seen: step.seen)
        }
        outcome.changed = done.made.count
        outcome.skipped += done.skipped + done.skips.count
        outcome.skips += done.skips
        outcome.failures += done.failures
        outcome.isCutShort = done.isCutShort
        for (name, count) in done.details { outcome.details[name, default: 0] += count }
        try await source.made(done.made)
        return outcome
    }

    package func finish(_ report: inout Report, at site: Site<ReadWrite>) async throws {
        if lane != .api, report.changed > 0 { await site.refreshInstances() }
        if report.changed > 0 { try await source.finished() }
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

/// What became of some changes.
package struct BlockChangesDone: Sendable {
    package var made: [BlockChange] = []
    /// Changes that were no longer needed.
    package var skipped = 0
    /// Changes left alone, each with its reason.
    package var skips: [ItemFailure] = []
    package var failures: [ItemFailure] = []
    package var details: [String: Int64] = [:]
    package var isCutShort = false

    package init() {}
}
