/// Which servers of a fleet are meant: `tag:hosted !eu name:cust*`. All words must hold of a server.
package struct FleetSelection: Sendable, Equatable {
    /// A word that says nothing.
    package struct Trouble: Error, Equatable {
        package let text: String
    }

    private enum Word: Sendable, Equatable {
        case all
        case tag(String)
        case name(String)
        /// A tag, or a name.
        case either(String)
    }

    private struct Term: Sendable, Equatable {
        var word: Word
        var isDenied: Bool
    }

    private var terms: [Term]

    /// - Throws: `Trouble` for a word that says nothing, and when there is none.
    package init(parsing text: String) throws(Trouble) {
        terms = []
        for part in text.split(whereSeparator: \.isWhitespace) {
            let isDenied = part.hasPrefix("!")
            let word = String(isDenied ? part.dropFirst() : part)
            terms.append(Term(word: try Self.word(word), isDenied: isDenied))
        }
        if terms.isEmpty { throw Trouble(text: "the selection is empty; `all` means every server") }
    }

    /// Every server.
    package static let everyone = FleetSelection([Term(word: .all, isDenied: false)])

    private init(_ terms: [Term]) {
        self.terms = terms
    }

    private static func word(_ text: String) throws(Trouble) -> Word {
        if text == "all" { return .all }
        guard let colon = text.firstIndex(of: ":") else {
            if text.isEmpty { throw Trouble(text: "a `!` stands alone in the selection") }
            return .either(text)
        }
        let value = String(text[text.index(after: colon)...])
        if value.isEmpty { throw Trouble(text: "nothing stands behind \(text)") }
        switch text[..<colon] {
        case "tag": return .tag(value)
        case "name": return .name(value)
        default: throw Trouble(text: "\(text[...colon]) is no word of a selection; there are tag: and name:")
        }
    }

    package func holds(name: String, tags: [String]) -> Bool {
        terms.allSatisfy { term in
            let isSo =
                switch term.word {
                case .all: true
                case .tag(let tag): tags.contains { Self.matches($0, tag) }
                case .name(let pattern): Self.matches(name, pattern)
                case .either(let word): tags.contains { Self.matches($0, word) } || Self.matches(name, word)
                }
            return isSo != term.isDenied
        }
    }

    /// A `*` stands for any letters.
    static func matches(_ text: String, _ pattern: String) -> Bool {
        let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
        guard parts.count > 1, let first = parts.first, let last = parts.last else { return text == pattern }
        guard text.hasPrefix(first) else { return false }
        var rest = text.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.hasSuffix(last)
    }
}
