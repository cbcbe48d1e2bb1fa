import Model
import Postgres

/// Writes changes of blocks into rows, with what the server's own pages and API do beside: the moderators' log, jobs.
///
/// Source: Mastodon 4.6.5 `app/controllers/api/v1/admin/domain_blocks_controller.rb`, the same since 4.3; 4.2 refused a
/// block below any other, newer ones take it when it is stricter.
package struct BlockWriting: Sendable {
    /// On whose behalf; nil for the first owner.
    let moderator: String?
    /// Whether the server's worker is to act on the changes.
    let queuesJobs: Bool

    package init(moderator: String?, queuesJobs: Bool) {
        self.moderator = moderator
        self.queuesJobs = queuesJobs
    }

    /// What became of some changes.
    package struct Written: Sendable {
        package var made: [BlockChange] = []
        /// Changes that were no longer needed.
        package var unneeded = 0
        /// Changes left alone since the block is not as it was seen.
        package var passed: [BlockRefusal] = []
        package var refused: [BlockRefusal] = []
    }

    /// Adds and changes blocks, in one transaction of the caller's.
    ///
    /// - Parameter seen: rules that must still be so.
    package func write(
        _ changes: [BlockChange], seen: [String: BlockRule?], over connection: Transaction<ReadWrite>
    ) async throws -> (Written, Aftermath) {
        var written = Written()
        var aftermath = Aftermath()
        let moderator = try await connection.moderators.acting(as: moderator).id
        let added = changes.compactMap { if case .add(let entry) = $0 { entry.domain } else { nil } }
        let unknown = Set(try await connection.instancesView.unknown(among: added))
        for change in changes {
            if let expected = seen[change.domain] {
                let now = try await connection.domainBlocks.find(change.domain)?.rule
                if now != expected {
                    written.passed.append(.otherwise(change.domain))
                    continue
                }
            }
            let result: Result<Int64?, BlockRefusal> =
                switch change {
                case .add(let entry): try await add(entry, &aftermath, over: connection)
                case .amend(let domain, let amendment):
                    try await amend(domain, amendment, &aftermath, over: connection)
                case .remove: .success(nil)
                }
            switch result {
            case .failure(let refusal): written.refused.append(refusal)
            case .success(nil): written.unneeded += 1
            case .success(let id?):
                let action = if case .add = change { "create" } else { "update" }
                try await connection.auditLog.record(
                    action, .init("DomainBlock", id: id, name: change.domain), by: moderator)
                if unknown.contains(change.domain) { aftermath.change(.sighting(of: change.domain)) }
                written.made.append(change)
            }
        }
        return (written, aftermath)
    }

    /// Deletes a block whose effect was taken off the accounts already.
    ///
    /// - Returns: false when somebody else was faster.
    package func delete(_ row: DomainBlockRow, over connection: Transaction<ReadWrite>) async throws -> Bool {
        let moderator = try await connection.moderators.acting(as: moderator).id
        guard try await connection.domainBlocks.delete(row.id) else { return false }
        try await connection.auditLog.record(
            "destroy", .init("DomainBlock", id: row.id, name: row.domain), by: moderator)
        return true
    }

    /// - Returns: the new block's id; nil when the domain is blocked just so already.
    private func add(
        _ entry: BlockEntry, _ aftermath: inout Aftermath, over connection: Transaction<ReadWrite>
    ) async throws -> Result<Int64?, BlockRefusal> {
        if let existing = try await connection.domainBlocks.applying(to: entry.domain) {
            if existing.domain == entry.domain, existing.rule.hasSameEffect(as: entry.rule) { return .success(nil) }
            if let refusal = BlockRefusal(of: entry, besides: (existing.domain, existing.rule)) {
                return .failure(refusal)
            }
        }
        guard let id = try await connection.domainBlocks.insert(entry) else {
            return .failure(.takenMeanwhile(entry.domain))
        }
        if queuesJobs { aftermath.push(.domainBlock, .integer(id)) }
        return .success(id)
    }

    /// A change that changes nothing is logged and carried out again all the same, as the server does it: that finishes
    /// what its worker had to leave.
    ///
    /// - Returns: the block's id.
    private func amend(
        _ domain: String, _ amendment: BlockAmendment, _ aftermath: inout Aftermath,
        over connection: Transaction<ReadWrite>
    ) async throws -> Result<Int64?, BlockRefusal> {
        guard let row = try await connection.domainBlocks.find(domain) else {
            return .failure(.missing(domain))
        }
        let rule = amendment.applied(to: row.rule)
        let changesRule =
            rule.severity != row.rule.severity || rule.rejectMedia != row.rule.rejectMedia
            || rule.rejectReports != row.rule.rejectReports
        if !queuesJobs, changesRule { return .failure(.needsWorker(domain)) }
        if rule != row.rule { try await connection.domainBlocks.update(row.id, to: rule) }
        if queuesJobs {
            aftermath.push(.domainBlock, .integer(row.id), .boolean(rule.severity != row.rule.severity))
        }
        return .success(row.id)
    }
}
