import Model
import Stores

/// What blocks would take away, told before consent.
package enum Foreseen: Sendable {
    /// Of one domain.
    case effect(BlockEffect, isSuspension: Bool)
    /// Of those together that are not told one by one.
    case toll(BlockToll, domains: Int, isSuspension: Bool)
    /// Of all those of a list that are to be suspended.
    case suspensions(BlockToll, domains: Int)

    /// Domains asked about in one statement.
    static let most = 20_000

    /// Nothing when nothing is lost, or when there are too many domains to ask.
    static func suspensions(of domains: [String], at site: Site<ReadOnly>) async throws -> [Foreseen] {
        guard !domains.isEmpty, domains.count <= most else { return [] }
        let toll = try await site.database.read { try await $0.domainBlocks.toll(of: domains) }
        return toll.accounts == 0 ? [] : [.suspensions(toll, domains: domains.count)]
    }
}

extension BlockChange {
    /// Whether accounts are deleted by it.
    var suspends: Bool {
        switch self {
        case .add(let entry): entry.rule.severity == .suspend
        case .amend(_, let amendment): amendment.severity == .suspend
        case .remove: false
        }
    }
}
