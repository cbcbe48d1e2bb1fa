import Faults
import Model
import Stores

/// Changes of blocks named on the command line, the same for each domain.
package struct NamedBlocks: BlockChangeSource {
    package enum Deed: Sendable, Equatable {
        /// The guard holds the domains that are not to be blocked.
        case add(BlockRule, within: BlockGuard)
        case amend(BlockAmendment)
    }

    let domains: [String]
    let deed: Deed

    /// - Throws: `Fault(.badData)` for what is no domain.
    package init(_ names: [String], _ deed: Deed) throws {
        domains = try Self.domains(names)
        self.deed = deed
    }

    /// Names as the database holds them, each once.
    ///
    /// - Throws: `Fault(.badData)` for what the server takes for no domain.
    package static func domains(_ names: [String]) throws -> [String] {
        var seen: Set<String> = []
        return try names.compactMap { name in
            let domain = DomainName.covered(by: name).name
            guard DomainName.isValid(domain) else {
                throw Fault(
                    .badData, "\(name) is no domain", notes: ["nothing was changed"],
                    help: "a block of a domain covers its subdomains; stars are not needed")
            }
            return seen.insert(domain).inserted ? domain : nil
        }
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> BlockChanges {
        let verdicts = try await verdicts(at: site)
        if verdicts.count == 1, case .refused(let refusal) = verdicts[0] {
            throw Fault(
                refusal.isAboutAbsence ? .noSuch : .badData, "\(refusal.domain): \(refusal.reason)",
                notes: ["nothing was changed"], help: help(refusal))
        }
        let changes = verdicts.compactMap { if case .change(let change) = $0 { change } else { nil } }
        let refused = verdicts.compactMap { if case .refused(let refusal) = $0 { refusal.note } else { nil } }
        let foreseen = try await effects(of: changes.map(\.domain), at: site)
        var batches = changes.map { SeenBlockChange($0) }.chunks(of: SeenBlockChange.batch).map { Batch($0) }
        let unchanged = domains.count - changes.count - refused.count
        if unchanged > 0 || !refused.isEmpty {
            var tally = Tally(visited: unchanged + refused.count)
            tally.note(.alreadySo, count: unchanged)
            tally.refused = refused
            batches.append(Batch([], tally))
        }
        return BlockChanges(Survey(count: changes.count, foreseen: foreseen), Batches(batches))
    }

    // MARK: - parts

    /// Domains whose effect is told one by one before consent; the others' together.
    private static var effectsTold: Int { 20 }

    private func effects(of domains: [String], at site: Site<ReadOnly>) async throws -> [Foreseen] {
        guard tellsEffect else { return [] }
        var foreseen: [Foreseen] = []
        for domain in domains.prefix(Self.effectsTold) {
            let effect = try await site.database.read { try await $0.domainBlocks.effect(of: domain, listed: 5) }
            foreseen.append(.block(.effect(effect, isSuspension: isSuspending)))
        }
        let others = Array(domains.dropFirst(Self.effectsTold))
        if others.isEmpty { return foreseen }
        let toll = try await site.database.read { try await $0.domainBlocks.toll(of: others) }
        return foreseen + [.block(.toll(toll, domains: others.count, isSuspension: isSuspending))]
    }

    private enum Verdict {
        case change(BlockChange)
        case refused(BlockRefusal)
        case already
    }

    private func verdicts(at site: Site<ReadOnly>) async throws -> [Verdict] {
        var verdicts: [Verdict] = []
        for domain in domains {
            let applying = try await site.database.read { try await $0.domainBlocks.applying(to: domain) }
            verdicts.append(verdict(on: domain, applying.map { ($0.domain, $0.rule) }))
        }
        return verdicts
    }

    /// - Parameter applying: the block that applies to it now, its own or one above.
    private func verdict(on domain: String, _ applying: (domain: String, rule: BlockRule)?) -> Verdict {
        let isItsOwn = applying?.domain == domain
        switch deed {
        case .add(let rule, let guardian):
            if let applying, isItsOwn, applying.rule.hasSameEffect(as: rule) { return .already }
            if let refusal = guardian.refusal(of: domain) { return .refused(refusal) }
            let entry = BlockEntry(domain, rule)
            return applying.flatMap { BlockRefusal(of: entry, besides: $0) }.map(Verdict.refused)
                ?? .change(.add(entry))
        case .amend(let amendment):
            return isItsOwn ? .change(.amend(domain, amendment)) : .refused(.missing(domain))
        }
    }

    private func help(_ refusal: BlockRefusal) -> String {
        switch deed {
        case .add(_, let guardian) where guardian.refusal(of: refusal.domain) == refusal:
            "to block it all the same, give --allow-domain \(refusal.domain)"
        case .add: "change a block with `mastoctl domain-blocks update`, or look with `mastoctl domain-blocks show`"
        case .amend: "see `mastoctl domain-blocks list`"
        }
    }

    private var isSuspending: Bool {
        switch deed {
        case .add(let rule, _): rule.severity == .suspend
        case .amend(let amendment): amendment.severity == .suspend
        }
    }

    /// Whether accounts are hidden or deleted by it.
    private var tellsEffect: Bool {
        switch deed {
        case .add(let rule, _): !rule.isIdle
        case .amend(let amendment): amendment.severity == .suspend || amendment.severity == .silence
        }
    }
}
