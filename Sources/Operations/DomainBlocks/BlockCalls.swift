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
    /// - Returns: what became of them, and those that were made.
    func make(_ items: [SeenBlockChange]) async throws -> (Outcome, made: [BlockChange]) {
        var made: [BlockChange] = []
        let outcome = try await AdminCalls(site).each(
            items, named: \.change.domain, made: { made.append($0.change) }
        ) { client, item in
            let row = try await site.database.read { try await $0.domainBlocks.find(item.change.domain) }
            if let expected = item.seen, row?.rule != expected {
                return .passed(BlockRefusal.otherwise(item.change.domain).reason)
            }
            switch item.change {
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
        return (outcome, made)
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
