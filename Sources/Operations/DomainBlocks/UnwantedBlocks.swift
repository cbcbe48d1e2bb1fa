import Faults
import Model
import Stores

/// Blocks that are to go: named on the command line, listed in a file, or found by a query.
package struct UnwantedBlocks: BlockChangeSource {
    let domains: [String]
    let file: ListFile?
    let skipsBad: Bool
    let filter: DomainBlockFilter?

    /// - Parameters:
    ///   - names: domains as they were typed.
    ///   - list: a file with a list of blocks of any form; `-` is standard input.
    ///   - query: nil for none.
    /// - Throws: `Fault(.badData)` for what is no domain, or the fault of a file that cannot be read.
    package init(_ names: [String], list: String? = nil, skipsBad: Bool = false, where query: DomainBlockQuery? = nil)
        throws
    {
        domains = try NamedBlocks.domains(names)
        file = try list.map { try ListFile(path: $0) }
        self.skipsBad = skipsBad
        filter = query.map { DomainBlockFilter(query: $0) }
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> BlockChanges {
        var found = Found()
        try await look(for: domains, at: site, &found)
        if domains.count == 1, file == nil, filter == nil, let refusal = found.refused.first {
            throw Fault(
                refusal.isAboutAbsence ? .noSuch : .badData, "\(refusal.domain): \(refusal.reason)",
                notes: ["nothing was changed"], help: "see `mastoctl domain-blocks list`")
        }
        try await read(at: site, &found)
        if let filter {
            for row in try await site.database.read({ try await $0.domainBlocks.all(filter) }) { found.add(row) }
        }
        var batches = found.changes.chunks(of: SeenBlockChange.batch).map { Batch($0) }
        if found.tally.visited > 0 { batches.append(Batch([], found.tally)) }
        return BlockChanges(Survey(count: found.changes.count, foreseen: found.foreseen), Batches(batches))
    }

    private struct Found {
        var changes: [SeenBlockChange] = []
        var refused: [BlockRefusal] = []
        var tally = Tally()
        var foreseen: [Foreseen] = []
        private var names: Set<String> = []

        mutating func add(_ row: DomainBlockRow) {
            guard names.insert(row.domain).inserted else { return }
            changes.append(SeenBlockChange(.remove(row.domain), seen: .some(row.rule)))
        }

        mutating func refuse(_ refusal: BlockRefusal) {
            refused.append(refusal)
            tally.visited += 1
            tally.refused.append(refusal.note)
        }
    }

    /// What is named and not blocked is an error; what is listed and not blocked is not.
    private func look(for domains: [String], at site: Site<ReadOnly>, _ found: inout Found) async throws {
        for domain in domains {
            let row = try await site.database.read { try await $0.domainBlocks.applying(to: domain) }
            switch row {
            case nil: found.refuse(.missing(domain))
            case let row? where row.domain == domain: found.add(row)
            case let row?: found.refuse(.onlyBelow(domain, parent: row.domain))
            }
        }
    }

    private func read(at site: Site<ReadOnly>, _ found: inout Found) async throws {
        guard let file else { return }
        var items = ListItems(file, standard: .suspend)
        var bad = UnreadLines()
        while let some = try items.next() {
            var names: [String] = []
            for item in some {
                switch item {
                case .entry(let entry, _): names.append(entry.domain)
                case .retraction(let domain, _): names.append(domain)
                case .trouble(let trouble): bad.add(LineFault(line: trouble.line, reason: trouble.reason))
                }
            }
            if names.isEmpty { continue }
            let wanted = names
            let present = try await site.database.read { try await $0.domainBlocks.find(wanted) }
            for name in names {
                if let row = present[name] {
                    found.add(row)
                } else {
                    found.tally.visited += 1
                    found.tally.note(.notBlocked, [name])
                }
            }
        }
        guard bad.count == 0 || skipsBad else {
            throw Fault(
                .badData, Noun.counted(bad.count, "lines of \(file.name)", "cannot be understood"),
                notes: bad.words(UnreadLines.kept) + ["nothing was changed"],
                help: "mend them, or go on without them by --skip-bad")
        }
        found.foreseen += [.list(.read(items.notes)), .list(.unread(bad))]
        found.tally.visited += bad.count
        found.tally.note(.unreadableLines, count: bad.count)
        found.tally.passed += bad.first.map { ItemNote("line \($0.line)", $0.reason) }
    }
}
