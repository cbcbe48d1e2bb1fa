import Faults
import Model
import Stores

/// Changes blocks by the Admin API: the lane api. The server writes the log, does the work and frees the accounts.
struct BlockCalls: Sendable {
    /// The routes it takes; they are open or closed together.
    static let routes: [AdminAPI.Route] = [.domainBlockCreation, .domainBlockChange, .domainBlockDeletion]

    let site: Site<ReadWrite>

    init(_ site: Site<ReadWrite>) {
        self.site = site
    }

    /// Makes the changes; those that no longer fit are left and told.
    ///
    /// - Parameter seen: rules that must still be so.
    func make(_ changes: [BlockChange], seen: [String: BlockRule?] = [:]) async throws -> BlockChangesDone {
        var done = BlockChangesDone()
        let outcome = try await AdminCalls(site).each(changes, named: \.domain, made: { done.made.append($0) }) {
            client, change in
            let row = try await site.database.read { try await DomainBlocks.find(change.domain, over: $0) }
            if let expected = seen[change.domain], row?.rule != expected {
                return .passed(BlockRefusal.otherwise(change.domain).reason)
            }
            switch change {
            case .add(let entry):
                if let row, row.rule.hasSameEffect(as: entry.rule) { return .unneeded }
                _ = try await client.blockDomain(entry.domain, AdminAPI.DomainBlockRule(entry.rule))
            case .amend(let domain, let amendment):
                guard let row else { return .refused(BlockRefusal.missing(domain).reason) }
                _ = try await client.changeDomainBlock(row.id, AdminAPI.DomainBlockRule(amendment))
            case .remove:
                guard let row else { return .unneeded }
                try await client.unblockDomain(row.id)
            }
            return .made
        }
        done.skips = outcome.skips
        done.skipped = outcome.skipped - outcome.skips.count
        done.failures = outcome.failures
        done.isCutShort = outcome.isCutShort
        return done
    }
}

extension AdminAPI.DomainBlockRule {
    init(_ rule: BlockRule) {
        self.init(BlockAmendment(rule))
    }

    init(_ amendment: BlockAmendment) {
        self.init(
            severity: amendment.severity.flatMap { AdminAPI.DomainBlock.Severity(rawValue: $0.rawValue) },
            rejectsMedia: amendment.rejectMedia, rejectsReports: amendment.rejectReports,
            privateComment: amendment.privateComment, publicComment: amendment.publicComment,
            isObfuscated: amendment.obfuscate)
    }
}
