import Faults
import Model
import Stores

/// Changes of blocks from a list that somebody else wrote.
///
/// The list is read twice: once to see that all of it is understood, once to be carried out, each time in constant
/// memory.
package struct ImportedBlocks: BlockChangeSource {
    package struct Options: Sendable {
        /// Of entries that give none.
        package var standard: BlockSeverity
        package var maxSeverity: BlockSeverity
        /// Whether blocks that differ are changed.
        package var overwrites: Bool
        /// Put before private comments.
        package var prefix: String?
        /// Whether what can be understood is carried out when something cannot.
        package var skipsBad: Bool
        /// Holds the domains that are left out.
        package var guardian: BlockGuard

        package init(
            standard: BlockSeverity = .suspend, maxSeverity: BlockSeverity = .suspend, overwrites: Bool = false,
            prefix: String? = nil, skipsBad: Bool = false, within guardian: BlockGuard
        ) {
            self.standard = standard
            self.maxSeverity = maxSeverity
            self.overwrites = overwrites
            self.prefix = prefix
            self.skipsBad = skipsBad
            self.guardian = guardian
        }
    }

    let file: ListFile
    let options: Options

    /// - Parameter path: `-` is standard input.
    /// - Throws: `Fault` for a file that cannot be read.
    package init(path: String, _ options: Options) throws {
        file = try ListFile(path: path)
        self.options = options
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> BlockChanges {
        BlockChanges(try await survey(at: site), batches(at: site))
    }

    private func survey(at site: Site<ReadOnly>) async throws -> Survey {
        var items = ListItems(file, standard: options.standard)
        var (entries, hidden, bad) = (0, 0, 0)
        var unread = UnreadLines()
        var spared: [(line: Int, refusal: BlockRefusal)] = []
        // Names alone: a list may be long.
        var suspended: [String] = []
        while let batch = try items.next() {
            for item in batch {
                switch item {
                case .entry(let entry, let line):
                    entries += 1
                    if let refusal = options.guardian.refusal(of: entry.domain) {
                        if spared.count < UnreadLines.kept { spared.append((line, refusal)) }
                        continue
                    }
                    if adapted(entry).rule.severity == .suspend, suspended.count <= BlockForeseen.most {
                        suspended.append(entry.domain)
                    }
                case .retraction: entries += 1
                case .trouble(let trouble):
                    if trouble.isHidden { hidden += 1 } else { bad += 1 }
                    unread.add(LineFault(line: trouble.line, reason: trouble.reason))
                }
            }
        }
        guard bad == 0 || options.skipsBad else {
            throw Fault(
                .badData, Noun.counted(bad, "lines of \(file.name)", "cannot be understood"),
                notes: unread.words(UnreadLines.kept) + ["nothing was changed"],
                help: "mend them, or import the others with --skip-bad")
        }
        var foreseen: [Foreseen] = [.list(.unread(unread)), .list(.read(items.notes))]
        if !spared.isEmpty { foreseen.append(.list(.spared(spared))) }
        if hidden > 0 { foreseen.append(.list(.hidden(hidden))) }
        return Survey(
            count: entries, foreseen: foreseen + (try await BlockForeseen.suspensions(of: suspended, at: site)))
    }

    private func batches(at site: Site<ReadOnly>) -> Batches<SeenBlockChange> {
        Batches {
            var items = ListItems(file, standard: options.standard)
            var rest: [BlockListItem] = []
            return {
                while rest.count < SeenBlockChange.batch, let more = try items.next() { rest += more }
                guard !rest.isEmpty else { return nil }
                let some = Array(rest.prefix(SeenBlockChange.batch))
                rest.removeFirst(some.count)
                return try await batch(some, at: site)
            }
        }
    }

    private func batch(_ items: [BlockListItem], at site: Site<ReadOnly>) async throws -> Batch<SeenBlockChange> {
        var entries: [BlockEntry] = []
        var seen: Set<String> = []
        var tally = Tally(visited: items.count)
        for item in items {
            switch item {
            case .trouble(let trouble):
                tally.note(trouble.isHidden ? .hiddenNames : .unreadableLines, count: 1)
                tally.passed.append(ItemNote("line \(trouble.line)", trouble.reason))
            case .retraction: tally.note(.takenBackByTheList, count: 1)
            case .entry(let entry, _):
                guard seen.insert(entry.domain).inserted else { continue }
                if let refusal = options.guardian.refusal(of: entry.domain) {
                    tally.passed.append(refusal.note)
                } else {
                    entries.append(adapted(entry))
                }
            }
        }
        let names = entries.flatMap { DomainName.suffixes(of: $0.domain) }
        let present = try await site.database.read { try await $0.domainBlocks.find(Array(Set(names))) }
        let changes = entries.compactMap { change($0, present, &tally) }
        return Batch(changes.map { SeenBlockChange($0) }, tally)
    }

    /// What the entry comes to here, nil when it changes nothing.
    private func change(
        _ entry: BlockEntry, _ present: [String: DomainBlockRow], _ tally: inout Tally
    ) -> BlockChange? {
        if let row = present[entry.domain] {
            if row.rule.hasSameEffect(as: entry.rule) {
                tally.note(.alreadySo, count: 1)
                return nil
            }
            guard options.overwrites else {
                tally.note(.blockedOtherwiseAndLeft, count: 1)
                return nil
            }
            return .amend(entry.domain, BlockAmendment(entry.rule))
        }
        let parents = DomainName.suffixes(of: entry.domain).dropFirst()
        if let parent = parents.lazy.compactMap({ present[$0] }).first, !entry.rule.isStricter(than: parent.rule) {
            tally.note(.coveredByAParent, count: 1)
            return nil
        }
        if entry.rule.isIdle {
            tally.note(.withoutEffect, count: 1)
            return nil
        }
        return .add(entry)
    }

    private func adapted(_ entry: BlockEntry) -> BlockEntry {
        var rule = entry.rule.capped(at: options.maxSeverity)
        if let prefix = options.prefix {
            rule.privateComment = rule.privateComment.map { "\(prefix) \($0)" } ?? prefix
        }
        return BlockEntry(entry.domain, rule)
    }
}

/// The items of a list, piece by piece. Confined to one task at a time.
struct ListItems {
    private let file: ListFile
    private var reader: BlockListReader
    private var offset = 0
    private var isOver = false

    init(_ file: ListFile, standard: BlockSeverity) {
        self.file = file
        reader = BlockListReader(standard: standard)
    }

    /// What is to be said once of what was read so far.
    var notes: BlockListNotes { reader.notes }

    /// Nil at the end; may be empty before.
    ///
    /// - Throws: `Fault(.badData)` when this is no block list.
    mutating func next() throws -> [BlockListItem]? {
        if isOver { return nil }
        let bytes = try file.piece(at: offset)
        offset += bytes.count
        do {
            if !bytes.isEmpty { return try reader.read(bytes[...]) }
            isOver = true
            return try reader.finish()
        } catch {
            throw Fault(
                .badData, "\(file.name) is no list of blocks",
                notes: ["line \(error.line): \(error.reason)", "nothing was changed"],
                help:
                    "known are the server's own CSV, Oliphant's and FediBlockHole's, JSON (also RapidBlock's and Pleroma's),"
                    + " Pleroma's configuration, and a domain a line")
        }
    }
}
