import Faults
import Model
import Stores

/// Changes blocks by rows and the server's own worker: the lanes jobs and direct.
struct BlockRows: Sendable {
    let site: Site<ReadWrite>
    let pace: BlockPace
    private let writing: BlockWriting

    /// Accounts changed by one statement.
    private static var accountsAtOnce: Int { 1_000 }

    init(_ site: Site<ReadWrite>, moderator: String?, lane: Lane, pace: BlockPace) {
        self.site = site
        self.pace = pace
        writing = BlockWriting(moderator: moderator, queuesJobs: lane == .jobs)
    }

    /// Makes the changes; those that no longer fit are left and told.
    ///
    /// - Returns: what became of them, and those that were made.
    func make(_ items: [SeenBlockChange]) async throws -> (Outcome, made: [BlockChange]) {
        let removals = items.filter { if case .remove = $0.change { true } else { false } }
        let others = items.filter { if case .remove = $0.change { false } else { true } }
        var (outcome, made) = others.isEmpty ? (Outcome(), []) : try await write(others)
        for item in removals {
            if Stopping.current?.asked != nil {
                outcome.isCutShort = true
                break
            }
            switch try await remove(item.change.domain, item.seen) {
            case .success(true): made.append(item.change)
            case .success(false): outcome.skipped += 1
            case .failure(let refusal): outcome.skip([refusal.note])
            }
        }
        outcome.changed = made.count
        return (outcome, made)
    }

    private func write(_ items: [SeenBlockChange]) async throws -> (Outcome, made: [BlockChange]) {
        let work = BlockJobs(site, pace: pace)
        guard try await work.waitForRoom(items.count) else { return (.cutShort, []) }
        let (written, jobs) = try await site.change { connection in
            let (written, aftermath) = try await writing.write(
                items.map(\.change), seen: items.seen, over: connection)
            return ((written, aftermath.pushes.map(\.job.id)), aftermath)
        }
        var outcome = Outcome(skipped: written.unneeded, failures: written.refused.map(\.note))
        outcome.skip(written.passed.map(\.note))
        outcome.figures = try await work.follow(jobs)
        return (outcome, written.made)
    }

    /// Takes off the accounts what the block did to them, some at a time, and then the block itself.
    ///
    /// - Returns: false when there was no such block.
    private func remove(_ domain: String, _ seen: BlockRule??) async throws -> Result<Bool, BlockRefusal> {
        guard let row = try await site.database.read({ try await $0.domainBlocks.find(domain) }) else {
            return .success(false)
        }
        if let expected = seen, row.rule != expected { return .failure(.otherwise(domain)) }
        let liftings: [BlockLifting] =
            switch row.rule.severity {
            case .noop: []
            case .silence: [.silence]
            case .suspend: [.silence, .suspension]
            }
        for lifting in liftings {
            var count = Self.accountsAtOnce
            while count == Self.accountsAtOnce {
                count = try await site.database.write {
                    try await $0.domainBlocks.lift(row, lifting, limit: Self.accountsAtOnce)
                }
            }
        }
        return .success(
            try await site.change { connection in
                (try await writing.delete(row, over: connection), Aftermath())
            })
    }
}

extension BlockRefusal {
    var note: ItemNote { ItemNote(domain, reason) }
}
