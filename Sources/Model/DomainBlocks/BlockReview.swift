/// A declared list held against the server and against what the list did last: who changed what.
package struct BlockReview: Sendable {
    package var policy: BlockListPolicy
    package var merged: MergedBlocks
    /// The server's blocks.
    package var present: [String: BlockRule]
    /// What this list made the server do, by its own record; empty when that is lost.
    package var applied: [String: BlockRule]
    /// People here who follow somebody at a domain or below it.
    package var followers: [String: Int]
    /// The server's own names.
    package var own: [String]
    /// False when a source is missing, so that what is not listed may be listed there.
    package var isComplete: Bool
    private let exemptions: Exemptions

    package init(
        policy: BlockListPolicy, merged: MergedBlocks, present: [String: BlockRule], applied: [String: BlockRule],
        followers: [String: Int], own: [String], isComplete: Bool
    ) {
        self.policy = policy
        self.merged = merged
        self.present = present
        self.applied = applied
        self.followers = followers
        self.own = own
        self.isComplete = isComplete
        exemptions = Exemptions(own: own, policy)
    }

    /// What to do and what to leave, by domain.
    package func proposals() -> [BlockProposal] {
        var all: [BlockProposal] = []
        let limited = merged.entries.mapValues { $0.rule.capped(at: policy.maxSeverity) }
        for domain in merged.entries.keys.sorted() {
            guard let entry = merged.entries[domain] else { continue }
            all.append(proposal(domain, entry, among: limited))
        }
        let rest = present.filter { merged.entries[$0.key] == nil && isOurs($0.value) }.keys
        all += rest.map(withdrawal)
        let retracted = merged.retracted.keys.filter { domain in
            merged.entries[domain] == nil && present[domain].map { !isOurs($0) } ?? false
        }
        all += retracted.map { domain in
            BlockProposal(
                domain: domain, verdict: .kept, present: present[domain], sources: merged.retracted[domain] ?? [],
                reason: "taken back by its source, but blocked by hand")
        }
        return all.sorted { $0.domain < $1.domain }
    }

    /// How many blocks on the server are this list's.
    package var ours: Int { present.values.lazy.filter(isOurs).count }

    private func isOurs(_ rule: BlockRule) -> Bool { rule.privateComment?.hasPrefix(policy.marker) ?? false }

    private func proposal(
        _ domain: String, _ entry: MergedBlocks.Entry, among limited: [String: BlockRule]
    ) -> BlockProposal {
        var rule = entry.rule.capped(at: policy.maxSeverity)
        rule.privateComment = "\(policy.marker) from \(entry.sources.joined(separator: ", "))"
        var proposal = BlockProposal(
            domain: domain, verdict: .kept, wanted: rule, present: present[domain], applied: applied[domain],
            sources: entry.sources)
        if let reason = exemptions.reason(domain) {
            proposal.reason = reason
            // A domain that came to be allowed after this list had blocked it.
            if let now = present[domain], isOurs(now) { proposal.verdict = .remove }
            return proposal
        }
        if let count = followers[domain], count > 0, rule.severity > policy.followedSeverity {
            rule.severity = policy.followedSeverity
            proposal.followers = count
            proposal.reason = "\(count) here \(Noun.agreeing(count, "follow")) people there; not \(entry.rule.severity)"
        }
        proposal.wanted = rule
        if rule.isIdle { return proposal }
        if proposal.present == nil, let parent = cover(of: domain, rule, limited) {
            proposal.reason = "covered by \(parent)"
            proposal.verdict = .same
            return proposal
        }
        compare(&proposal, rule)
        return proposal
    }

    private func compare(_ proposal: inout BlockProposal, _ rule: BlockRule) {
        guard let now = proposal.present else {
            if proposal.applied == nil {
                proposal.verdict = .add
            } else {
                proposal.reason = "unblocked here by hand"
            }
            return
        }
        if now.hasSameEffect(as: rule) {
            proposal.verdict = .same
        } else if isOurs(now) {
            if let applied = proposal.applied, !now.hasSameEffect(as: applied) {
                proposal.reason = "changed here by hand"
            } else {
                proposal.verdict = .amend
            }
        } else if now.severity > rule.severity || (now.severity == rule.severity && now.isStricter(than: rule)) {
            proposal.verdict = .same
            proposal.reason = "blocked by hand, and more strictly"
        } else if policy.adopts {
            proposal.verdict = .amend
            // What was rejected by hand stays rejected.
            proposal.wanted?.rejectMedia = rule.rejectMedia || now.rejectMedia
            proposal.wanted?.rejectReports = rule.rejectReports || now.rejectReports
        } else {
            proposal.reason = "blocked by hand, and more mildly"
        }
    }

    /// A block of this list's that the list no longer holds.
    private func withdrawal(_ domain: String) -> BlockProposal {
        let now = present[domain]
        var proposal = BlockProposal(
            domain: domain, verdict: .kept, present: now, applied: applied[domain],
            sources: merged.retracted[domain] ?? [])
        if let applied = proposal.applied, let now, !now.hasSameEffect(as: applied) {
            proposal.reason = "no longer listed, but changed here by hand"
        } else if policy.removal == .never {
            proposal.reason = "no longer listed; this list removes nothing"
        } else if merged.retracted[domain] != nil {
            proposal.verdict = .remove
            proposal.reason = "taken back by its source"
        } else if policy.removal == .retracted {
            proposal.reason = "no longer listed, but not taken back either"
        } else if !isComplete {
            proposal.reason = "not listed by the sources at hand, and one is missing"
        } else {
            proposal.verdict = .remove
            proposal.reason = "no longer listed"
        }
        return proposal
    }

    /// The parent whose block does as much.
    private func cover(of domain: String, _ rule: BlockRule, _ limited: [String: BlockRule]) -> String? {
        for parent in DomainName.suffixes(of: domain).dropFirst() {
            let guarded = exemptions.reason(parent) == nil && (followers[parent] ?? 0) == 0
            let candidates = [present[parent], guarded ? limited[parent] : nil]
            for case let other? in candidates
            where other.severity == .suspend || !rule.isStricter(than: other) || rule.hasSameEffect(as: other) {
                return parent
            }
        }
        return nil
    }
}

/// Names that must not be blocked, whatever the sources say; asked for each of a hundred thousand.
private struct Exemptions: Sendable {
    private let guardian: BlockGuard
    private let forced: Set<String>
    /// What stands for the name in a reason.
    private var within: [String: String] = [:]
    /// The parents of such names.
    private var above: [String: String] = [:]

    init(own: [String], _ policy: BlockListPolicy) {
        guardian = BlockGuard(own: own)
        forced = Set(policy.forced.map(DomainName.normalized))
        for name in policy.allowed {
            within[name] = "allowed"
            for parent in DomainName.suffixes(of: name).dropFirst() {
                above[parent] = "would also hit \(name), which is allowed"
            }
        }
        // Of several the first is named, and each of them by itself.
        let names = own.map(DomainName.normalized) + policy.protected
        for name in names.reversed() {
            for parent in DomainName.suffixes(of: name) where parent == name || !names.contains(parent) {
                above[parent] = "protected: \(name) is this server's own"
            }
            within[name] = above[name]
        }
    }

    func reason(_ domain: String) -> String? {
        if forced.contains(domain) { return nil }
        if let reason = above[domain] ?? within[domain] { return reason }
        if let refusal = guardian.refusal(of: domain) { return refusal.reason }
        return DomainName.suffixes(of: domain).dropFirst().lazy.compactMap { parent -> String? in
            within[parent].map { $0 == "allowed" ? "allowed with \(parent)" : $0 }
        }.first
    }
}
