/// Several sources' lists made one.
package struct MergedBlocks: Sendable, Equatable {
    /// What one domain comes to.
    package struct Entry: Sendable, Equatable {
        package var rule: BlockRule
        /// Those that list it, in the order of the sources.
        package var sources: [String]
    }

    package private(set) var entries: [String: Entry] = [:]
    /// Domains taken back, and by whom.
    package private(set) var retracted: [String: [String]] = [:]

    private let merge: BlockMerge
    private var opinions: [String: [Opinion]] = [:]
    private var weights: [Double] = []
    private var names: [String] = []

    private struct Opinion: Sendable, Equatable {
        var source: Int
        var rule: BlockRule
    }

    package init(_ merge: BlockMerge) {
        self.merge = merge
    }

    /// Begins a source; what is added next is its.
    package mutating func begin(_ source: BlockListSource) {
        names.append(source.name)
        weights.append(source.kind == .blocks ? max(0, source.trust) : 0)
    }

    /// What the source begun last says. Of a domain it lists twice, the stricter rule counts.
    package mutating func add(_ entry: BlockEntry, of source: BlockListSource) {
        let index = names.count - 1
        if source.kind == .retractions { return retract(entry.domain) }
        guard source.trust > 0 else { return }
        let rule = entry.rule.capped(at: source.maxSeverity)
        var all = opinions[entry.domain] ?? []
        if let last = all.last, last.source == index {
            if rule.severity > last.rule.severity { all[all.count - 1].rule = rule }
        } else {
            all.append(Opinion(source: index, rule: rule))
        }
        opinions[entry.domain] = all
    }

    /// The source begun last takes a domain back.
    package mutating func retract(_ domain: String) {
        let name = names.last ?? ""
        // What a source takes back it no longer says, wherever that stood in its list.
        opinions[domain]?.removeAll { $0.source == names.count - 1 }
        retracted[domain, default: []].append(name)
    }

    /// Works out the one list, once every source was added.
    package mutating func settle() {
        entries = [:]
        let total = weights.reduce(0, +)
        for (domain, said) in opinions {
            guard !said.isEmpty, let rule = rule(said, total), !rule.isIdle else { continue }
            entries[domain] = Entry(rule: rule, sources: said.map { names[$0.source] })
        }
        opinions = [:]
    }

    private func rule(_ said: [Opinion], _ total: Double) -> BlockRule? {
        let severity: BlockSeverity?
        let isRejected: ((BlockRule) -> Bool) -> Bool
        switch merge {
        case .max:
            severity = said.map(\.rule.severity).max()
            isRejected = { part in said.contains { part($0.rule) } }
        case .min:
            severity = said.map(\.rule.severity).min()
            isRejected = { part in said.allSatisfy { part($0.rule) } }
        case .threshold(let threshold):
            let needed =
                switch threshold {
                case .weight(let weight): weight
                case .share(let share): share * total
                }
            func isEnough(_ holds: (BlockRule) -> Bool) -> Bool {
                // A hair less is enough, since shares of weights do not add up exactly.
                said.filter { holds($0.rule) }.map { weights[$0.source] }.reduce(0, +) >= needed - 1e-9
            }
            severity = BlockSeverity.allCases.last { level in isEnough { $0.severity >= level } }
            isRejected = { isEnough($0) }
        }
        guard let severity else { return nil }
        return BlockRule(
            severity: severity, rejectMedia: isRejected(\.rejectMedia), rejectReports: isRejected(\.rejectReports),
            obfuscate: said.contains { $0.rule.obfuscate },
            publicComment: said.lazy.compactMap(\.rule.publicComment).first { !$0.isEmpty })
    }
}
