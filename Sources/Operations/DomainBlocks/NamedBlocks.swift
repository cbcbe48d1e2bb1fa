import Faults
import Model
import Stores

/// Changes of blocks named on the command line, the same for each domain.
package struct NamedBlocks: BlockChangeSource {
    package enum Deed: Sendable, Equatable {
        case add(BlockRule)
        case amend(BlockAmendment)
        case remove
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
            let domain = DomainName.normalized(name)
            guard DomainName.isValid(domain) else {
                throw Fault(
                    .badData, "\(name) is no domain", notes: ["nothing was changed"],
                    help: "a block of a domain covers its subdomains; stars are not needed")
            }
            return seen.insert(domain).inserted ? domain : nil
        }
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        let verdicts = try await verdicts(at: site)
        if verdicts.count == 1, let only = verdicts.first, let reason = only.refusal {
            throw Fault(
                deed == .remove || reason == BlockRefusal.missing(only.domain).reason ? .noSuch : .badData,
                "\(only.domain): \(reason)",
                notes: ["nothing was changed"], help: help)
        }
        var warnings = try own(at: site)
        let concerned = verdicts.filter { $0.change != nil }.map(\.domain)
        for domain in concerned.prefix(Self.effectsTold) where tellsEffect {
            let effect = try await site.database.read { try await DomainBlocks.effect(of: domain, listed: 5, over: $0) }
            warnings += effect.words(suspending: isSuspending)
        }
        let others = Array(concerned.dropFirst(Self.effectsTold))
        if tellsEffect, !others.isEmpty {
            let toll = try await site.database.read { try await DomainBlocks.toll(of: others, over: $0) }
            warnings.append(toll.words(of: others.count, suspending: isSuspending))
        }
        return Survey(count: concerned.count, warnings: warnings, noun: "domains")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<BlockChangeBatch> {
        let verdicts = try await verdicts(at: site)
        let refused = verdicts.compactMap { verdict in
            verdict.refusal.map { ItemFailure(item: verdict.domain, reason: $0) }
        }
        let changes = verdicts.compactMap(\.change)
        var batches = stride(from: 0, to: changes.count, by: BlockChangeBatch.size).map { start in
            BlockChangeBatch(Array(changes[start..<min(start + BlockChangeBatch.size, changes.count)]))
        }
        let unchanged = domains.count - changes.count - refused.count
        if unchanged > 0 || !refused.isEmpty {
            let details: [String: Int64] = unchanged > 0 ? ["already so": Int64(unchanged)] : [:]
            batches.append(
                BlockChangeBatch([], visited: unchanged + refused.count, details: details, refused: refused))
        }
        return Steps(batches)
    }

    // MARK: - parts

    /// Domains whose effect is told one by one before consent; the others' together.
    private static var effectsTold: Int { 20 }

    private struct Verdict {
        var domain: String
        var change: BlockChange?
        var refusal: String?
    }

    private func verdicts(at site: Site<ReadOnly>) async throws -> [Verdict] {
        var verdicts: [Verdict] = []
        for domain in domains {
            let applying = try await site.database.read { try await DomainBlocks.applying(to: domain, over: $0) }
            let exact = applying.flatMap { $0.domain == domain ? $0 : nil }
            var verdict = Verdict(domain: domain)
            switch deed {
            case .add(let rule):
                let entry = BlockEntry(domain, rule)
                if let exact, exact.rule.hasSameEffect(as: rule) { break }
                verdict.refusal = applying.flatMap { BlockRefusal(of: entry, besides: $0) }?.reason
                if verdict.refusal == nil { verdict.change = .add(entry) }
            case .amend(let amendment):
                if exact == nil {
                    verdict.refusal = BlockRefusal.missing(domain).reason
                } else {
                    verdict.change = .amend(domain, amendment)
                }
            case .remove:
                if exact == nil {
                    verdict.refusal =
                        applying.map { "it is not blocked itself, but by \($0.domain) above it" }
                        ?? BlockRefusal.missing(domain).reason
                } else {
                    verdict.change = .remove(domain)
                }
            }
            verdicts.append(verdict)
        }
        return verdicts
    }

    private var help: String {
        switch deed {
        case .add: "change a block with `mastoctl domain-blocks update`, or look with `mastoctl domain-blocks show`"
        case .amend, .remove: "see `mastoctl domain-blocks list`"
        }
    }

    private var isSuspending: Bool {
        switch deed {
        case .add(let rule): rule.severity == .suspend
        case .amend(let amendment): amendment.severity == .suspend
        case .remove: false
        }
    }

    /// Whether accounts are hidden or deleted by it.
    private var tellsEffect: Bool {
        switch deed {
        case .add(let rule): !rule.isIdle
        case .amend(let amendment): amendment.severity == .suspend || amendment.severity == .silence
        case .remove: false
        }
    }

    /// Blocks of this server's own domain are worth a word.
    private func own(at site: Site<ReadOnly>) throws -> [String] {
        guard case .add = deed else { return [] }
        let own = Set([site.instance.localDomain, site.instance.webDomain].map(DomainName.normalized))
        return domains.filter { domain in own.contains { DomainName.isWithin($0, domain) } }
            .map { "\($0) is this server's own domain, or one above it" }
    }
}
