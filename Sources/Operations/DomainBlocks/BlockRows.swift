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
    /// - Parameter seen: rules that must still be so.
    func make(_ changes: [BlockChange], seen: [String: BlockRule?] = [:]) async throws -> BlockChangesDone {
        var done = BlockChangesDone()
        let removals = changes.filter { if case .remove = $0 { true } else { false } }
        let others = changes.filter { if case .remove = $0 { false } else { true } }
        if !others.isEmpty { try await write(others, seen, &done) }
        for case .remove(let domain) in removals {
            if Stopping.current?.asked != nil {
                done.isCutShort = true
                break
            }
            switch try await remove(domain, seen[domain]) {
            case .success(true): done.made.append(.remove(domain))
            case .success(false): done.skipped += 1
            case .failure(let refusal): done.skips.append(ItemFailure(refusal))
            }
        }
        return done
    }

    private func write(
        _ changes: [BlockChange], _ seen: [String: BlockRule?], _ done: inout BlockChangesDone
    ) async throws {
        let work = BlockJobs(site, pace: pace)
        guard try await work.waitForRoom(changes.count) else {
            done.isCutShort = true
            return
        }
        let (written, jobs) = try await site.change { connection in
            let (written, aftermath) = try await writing.write(changes, seen: seen, over: connection)
            return ((written, aftermath.pushes.map(\.job.id)), aftermath)
        }
        done.made = written.made
        done.skipped = written.unneeded
        done.skips = written.passed.map { ItemFailure($0) }
        done.failures = written.refused.map { ItemFailure($0) }
        if let left = try await work.follow(jobs) { done.details.merge(left, uniquingKeysWith: +) }
    }

    /// Takes off the accounts what the block did to them, some at a time, and then the block itself.
    ///
    /// - Returns: false when there was no such block.
    private func remove(_ domain: String, _ seen: BlockRule??) async throws -> Result<Bool, BlockRefusal> {
        guard let row = try await site.database.read({ try await DomainBlocks.find(domain, over: $0) }) else {
            return .success(false)
        }
        if let expected = seen, row.rule != expected { return .failure(.otherwise(domain)) }
        let liftings: [DomainBlocks.Lifting] =
            switch row.rule.severity {
            case .noop: []
            case .silence: [.silence]
            case .suspend: [.silence, .suspension]
            }
        for lifting in liftings {
            var count = Self.accountsAtOnce
            while count == Self.accountsAtOnce {
                count = try await site.database.write {
                    try await DomainBlocks.lift(row, lifting, limit: Self.accountsAtOnce, over: $0)
                }
            }
        }
        return .success(
            try await site.change { connection in
                (try await writing.delete(row, over: connection), Aftermath())
            })
    }
}

extension ItemFailure {
    init(_ refusal: BlockRefusal) {
        self.init(item: refusal.domain, reason: refusal.reason)
    }
}
