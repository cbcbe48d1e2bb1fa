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

        package init(
            standard: BlockSeverity = .suspend, maxSeverity: BlockSeverity = .suspend, overwrites: Bool = false,
            prefix: String? = nil, skipsBad: Bool = false
        ) {
            self.standard = standard
            self.maxSeverity = maxSeverity
            self.overwrites = overwrites
            self.prefix = prefix
            self.skipsBad = skipsBad
        }
    }

    let file: ListFile
    let options: Options

    /// Lines with trouble that are told one by one.
    private static var troublesTold: Int { 1_000 }

    /// - Parameter path: `-` is standard input.
    /// - Throws: `Fault` for a file that cannot be read.
    package init(path: String, _ options: Options) throws {
        file = try ListFile(path: path)
        self.options = options
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        var items = ListItems(file, standard: options.standard)
        var (entries, hidden, bad) = (0, 0, 0)
        var told: [String] = []
        // Names alone: a list may be long.
        var suspended: [String] = []
        while let batch = try items.next() {
            for item in batch {
                switch item {
                case .entry(let entry, _):
                    entries += 1
                    if adapted(entry).rule.severity == .suspend, suspended.count <= BlockToll.most {
                        suspended.append(entry.domain)
                    }
                case .retraction: entries += 1
                case .trouble(let trouble):
                    if trouble.kind == .obfuscated { hidden += 1 } else { bad += 1 }
                    if told.count < Self.troublesTold { told.append("line \(trouble.line): \(trouble.reason)") }
                }
            }
        }
        if hidden + bad > told.count { told.append("and \(hidden + bad - told.count) more such lines") }
        guard bad == 0 || options.skipsBad else {
            throw Fault(
                .badData, "\(bad) lines of \(file.name) cannot be understood", notes: told + ["nothing was changed"],
                help: "mend them, or import the others with --skip-bad")
        }
        var warnings = told
        if hidden > 0 { warnings.append("\(hidden) names are hidden behind stars and left out") }
        warnings += try await BlockToll.words(suspending: suspended, at: site)
        return Survey(count: entries, warnings: warnings, noun: "domains")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<BlockChangeBatch> {
        Steps {
            var items = ListItems(file, standard: options.standard)
            var rest: [BlockListItem] = []
            return {
                while rest.count < BlockChangeBatch.size, let more = try items.next() { rest += more }
                guard !rest.isEmpty else { return nil }
                let batch = Array(rest.prefix(BlockChangeBatch.size))
                rest.removeFirst(batch.count)
                return try await step(batch, at: site)
            }
        }
    }

    private func step(_ items: [BlockListItem], at site: Site<ReadOnly>) async throws -> BlockChangeBatch {
        var passed: [ItemFailure] = []
        var entries: [BlockEntry] = []
        var seen: Set<String> = []
        var details: [String: Int64] = [:]
        for item in items {
            switch item {
            case .trouble(let trouble):
                passed.append(ItemFailure(item: "line \(trouble.line)", reason: trouble.reason))
            case .retraction: details["taken back by the list", default: 0] += 1
            case .entry(let entry, _): if seen.insert(entry.domain).inserted { entries.append(adapted(entry)) }
            }
        }
        let names = entries.flatMap { DomainName.suffixes(of: $0.domain) }
        let present = try await site.database.read { try await DomainBlocks.find(Array(Set(names)), over: $0) }
        let changes = entries.compactMap { change($0, present, &details) }
        return BlockChangeBatch(changes, visited: items.count, details: details, passed: passed)
    }

    /// What the entry comes to here, nil when it changes nothing.
    private func change(
        _ entry: BlockEntry, _ present: [String: DomainBlockRow], _ details: inout [String: Int64]
    ) -> BlockChange? {
        if let row = present[entry.domain] {
            if row.rule.hasSameEffect(as: entry.rule) {
                details["already so", default: 0] += 1
                return nil
            }
            guard options.overwrites else {
                details["blocked otherwise and left", default: 0] += 1
                return nil
            }
            return .amend(entry.domain, BlockAmendment(entry.rule))
        }
        let parents = DomainName.suffixes(of: entry.domain).dropFirst()
        if let parent = parents.lazy.compactMap({ present[$0] }).first, !entry.rule.isStricter(than: parent.rule) {
            details["covered by a parent", default: 0] += 1
            return nil
        }
        if entry.rule.isIdle {
            details["without effect", default: 0] += 1
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
                help: "known are the server's own CSV, Oliphant's and FediBlockHole's, JSON, and a domain a line")
        }
    }
}
