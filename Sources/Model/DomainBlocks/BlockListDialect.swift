/// How a list of blocked domains is written.
package enum BlockListDialect: String, CaseIterable, Sendable, Encodable {
    /// The server's own export: `#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate`.
    case mastodon
    /// A list of objects, as the API gives it.
    case json
    /// Oliphant's lists and FediBlockHole's: names without `#` in the header.
    case oliphant
    /// A domain a line.
    case plain
}

/// What a list says, piece by piece.
package enum BlockListItem: Sendable, Equatable {
    case entry(BlockEntry, line: Int)
    /// A source takes back what it said of a domain.
    case retraction(String, line: Int)
    case trouble(BlockListTrouble)
}

/// A line of a list that is no block.
package struct BlockListTrouble: Sendable, Equatable {
    package enum Flaw: Sendable, Equatable {
        /// The list hides the name behind stars.
        case hidden(String)
        case noDomain
        case badDomain(String)
        /// A cell, or a member of an object, that holds none of the words it may.
        case badValue(column: String, value: String, takes: String)
        /// Bytes that are no UTF-8.
        case badText
    }

    /// From 1; in JSON the number of the entry.
    package var line: Int
    package var flaw: Flaw

    package init(line: Int, _ flaw: Flaw) {
        self.line = line
        self.flaw = flaw
    }

    package var isHidden: Bool { if case .hidden = flaw { true } else { false } }

    /// For people, with what stands there: `reject_media is 'fale' and not true or false`.
    package var reason: String {
        switch flaw {
        case .hidden(let name): "the name is hidden: \(Self.short(name))"
        case .noDomain: "it names no domain"
        case .badDomain(let text): "no domain: \(Self.short(text))"
        case .badValue(let column, let value, let takes): "\(column) is '\(Self.short(value))' and not \(takes)"
        case .badText: "this is not UTF-8"
        }
    }

    /// For a message: no more than a line of it.
    static func short(_ text: String) -> String {
        // By scalars: a single character may be made of thousands of them.
        let start = String(text.unicodeScalars.prefix(60))
        return start.utf8.count == text.utf8.count ? start : start + "…"
    }
}

/// Why nothing of a file can be used.
package struct BlockListUnreadable: Error, Sendable, Equatable {
    package var line: Int
    package var reason: String

    package init(line: Int, reason: String) {
        self.line = line
        self.reason = reason
    }
}

/// What is to be said once of a list whose entries are not taken quite as they stand there.
package struct BlockListNotes: Sendable, Equatable {
    /// Entries that are told together, and the first of them.
    package struct Kind: Sendable, Equatable {
        package var count = 0
        package var first = ""

        package mutating func add(_ name: String) {
            if count == 0 { first = BlockListTrouble.short(name) }
            count += 1
        }

        mutating func add(_ other: Self) {
            if count == 0 { first = other.first }
            count += other.count
        }
    }

    /// Names such as `*.a.example`, taken as `a.example`.
    package var wildcards = Kind()
    /// What another program does about servers and Mastodon cannot: hold back posts of theirs, hide their pictures.
    package var withoutCounterpart = Kind()

    package init() {}

    /// For people.
    package var words: [String] {
        var lines: [String] = []
        if wildcards.count > 0 {
            let names = Noun.counted(wildcards.count, "names", "begin with a star")
            lines.append(
                "\(names), as does \(wildcards.first), and \(Noun.agreeing(wildcards.count, "are taken without it"))"
                    + ": a block covers the domain and all below it")
        }
        if withoutCounterpart.count > 0 {
            let rules = Noun.counted(withoutCounterpart.count, "rules", "have no like here")
            lines.append(
                "\(rules) and \(Noun.agreeing(withoutCounterpart.count, "are left out"))"
                    + ", such as \(withoutCounterpart.first)")
        }
        return lines
    }

    package static func + (left: Self, right: Self) -> Self {
        var sum = left
        sum.wildcards.add(right.wildcards)
        sum.withoutCounterpart.add(right.withoutCounterpart)
        return sum
    }
}
