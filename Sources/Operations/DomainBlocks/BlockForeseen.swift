import Model
import Stores

/// What blocks would take away, and what was left of them half done.
package enum BlockForeseen: Sendable {
    /// Of one domain.
    case effect(BlockEffect, isSuspension: Bool)
    /// Of those together that are not told one by one.
    case toll(BlockToll, domains: Int, isSuspension: Bool)
    /// Of all those of a list that are to be suspended.
    case suspensions(BlockToll, domains: Int)
    /// A block that was not carried out to its end, and how many accounts it left as `HalfBlock` tells them.
    case half(domain: String, BlockSeverity, untouched: Int, holding: Int, stray: Int)
    /// An account that is limited, and by no block.
    case left(handle: String, isSilenced: Bool, isSuspended: Bool)
    /// How many of those there are, and some of their names.
    case leftTogether(Int, names: [String])

    static func half(_ block: HalfBlock) -> Self {
        .half(
            domain: block.domain, block.severity, untouched: block.untouched, holding: block.holding,
            stray: block.stray)
    }

    static func left(_ account: LeftAccount) -> Self {
        .left(handle: account.handle, isSilenced: account.isSilenced, isSuspended: account.isSuspended)
    }

    /// Domains asked about in one statement.
    static let most = 20_000

    /// Nothing when nothing is lost, or when there are too many domains to ask.
    static func suspensions(of domains: [String], at site: Site<ReadOnly>) async throws -> [Foreseen] {
        guard !domains.isEmpty, domains.count <= most else { return [] }
        let toll = try await site.database.read { try await $0.domainBlocks.toll(of: domains) }
        return toll.accounts == 0 ? [] : [.block(.suspensions(toll, domains: domains.count))]
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
