/// A value of a YAML file.
enum YAMLNode: Sendable {
    case text(String, line: Int, isQuoted: Bool)
    case list([YAMLNode])
    case map([YAMLMember])
    case nothing(line: Int)

    /// The value of a name in a map; of a name that stands there twice the last one.
    subscript(name: String) -> YAMLNode? {
        guard case .map(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }
}

struct YAMLMember: Sendable {
    var name: String
    var value: YAMLNode
    var line: Int
}

/// What cannot be understood, and where.
struct YAMLTrouble: Error, Equatable {
    var line: Int
    var reason: String
}

/// Reads YAML as compose files are written in it: maps, lists, texts with and without quotes, blocks of lines, lists and
/// maps in brackets, anchors, aliases and merges. One document; tags are passed over, keys of several lines refused.
struct YAMLReader {
    private var lines: [[Unicode.Scalar]]
    private var row = 0
    /// Whether the document has begun, so that the next `---` ends it.
    private var isInside = false
    private var anchors: [String: YAMLNode] = [:]
    /// How many values were made of others, so that aliases of aliases end.
    private var copies = 0

    private static let deepest = 64
    private static let mostCopies = 100_000

    private init(_ text: String) {
        let scalars = text.unicodeScalars.filter { $0 != "\r" && $0 != "\u{FEFF}" }
        lines = scalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    }

    /// - Throws: `YAMLTrouble`.
    static func read(_ text: String) throws(YAMLTrouble) -> YAMLNode {
        var reader = YAMLReader(text)
        while let line = reader.peek(), Self.isMark(line.text, "---") || line.text.first == "%" { reader.row += 1 }
        guard let first = reader.peek() else { return .nothing(line: 1) }
        reader.isInside = true
        let node = try reader.block(first.indent, depth: 0)
        guard reader.peek() == nil else {
            throw reader.trouble("a line that is set in otherwise than those above it")
        }
        return node
    }

    // MARK: - lines

    /// The next line with something on it, without its comment; nil at the end of the document.
    private mutating func peek() -> (indent: Int, text: ArraySlice<Unicode.Scalar>)? {
        while row < lines.count {
            let line = lines[row]
            let indent = line.prefix { $0 == " " }.count
            let text = line[indent...]
            if text.isEmpty || text.first == "#" || text.allSatisfy({ $0 == " " || $0 == "\t" }) {
                row += 1
                continue
            }
            if isInside, indent == 0, Self.isMark(text, "...") || Self.isMark(text, "---") { return nil }
            return (indent, text)
        }
        return nil
    }

    private func trouble(_ reason: String) -> YAMLTrouble {
        YAMLTrouble(line: min(row, lines.count - 1) + 1, reason: reason)
    }

    // MARK: - blocks

    private mutating func block(_ indent: Int, depth: Int) throws(YAMLTrouble) -> YAMLNode {
        guard depth < Self.deepest else { throw trouble("values lie too deep in each other") }
        guard let line = peek() else { return .nothing(line: row) }
        if Self.isItem(line.text) { return try list(indent, depth: depth) }
        if Self.key(line.text) != nil { return try map(indent, depth: depth) }
        let start = line.text
        return try value(start, indent: indent - 1, depth: depth)
    }

    private mutating func list(_ indent: Int, depth: Int) throws(YAMLTrouble) -> YAMLNode {
        var nodes: [YAMLNode] = []
        while let line = peek(), line.indent == indent, Self.isItem(line.text) {
            let rest = line.text.dropFirst().drop { $0 == " " }
            if Self.isNothing(rest) {
                row += 1
                guard let next = peek(), next.indent > indent else {
                    nodes.append(.nothing(line: row))
                    continue
                }
                nodes.append(try block(next.indent, depth: depth + 1))
            } else if Self.isItem(rest) || Self.key(rest) != nil {
                nodes.append(try inner(rest, depth: depth))
            } else {
                nodes.append(try value(rest, indent: indent, depth: depth + 1))
            }
        }
        return .list(nodes)
    }

    /// A map or a list that begins behind the dash of an item: read as if it stood on a line of its own.
    private mutating func inner(_ rest: ArraySlice<Unicode.Scalar>, depth: Int) throws(YAMLTrouble) -> YAMLNode {
        let indent = rest.startIndex
        lines[row] = Array(repeating: " ", count: indent) + rest
        return try block(indent, depth: depth + 1)
    }

    private mutating func map(_ indent: Int, depth: Int) throws(YAMLTrouble) -> YAMLNode {
        var own: [YAMLMember] = []
        var merged: [YAMLMember] = []
        while let line = peek(), line.indent == indent, !Self.isItem(line.text) {
            guard let (name, rest) = Self.key(line.text) else {
                throw trouble("neither a name with a value nor an item")
            }
            let number = row + 1
            let node = try value(rest, indent: indent, depth: depth + 1, mayBeList: true)
            if name == "<<" {
                merged += try members(of: node)
                copies += merged.count
                guard copies < Self.mostCopies else { throw trouble("more is merged than a file can mean") }
            } else {
                own.append(YAMLMember(name: name, value: node, line: number))
            }
        }
        if let line = peek(), line.indent > indent { throw trouble("a line that is set in further than it may be") }
        if merged.isEmpty { return .map(own) }
        let names = Set(own.map(\.name))
        return .map(merged.filter { !names.contains($0.name) } + own)
    }

    private mutating func members(of node: YAMLNode) throws(YAMLTrouble) -> [YAMLMember] {
        switch node {
        case .map(let members): return members
        case .list(let nodes):
            // The first of several wins.
            var all: [YAMLMember] = []
            for node in nodes.reversed() { all += try members(of: node) }
            return all
        case .text, .nothing: throw trouble("what is to be merged is no map")
        }
    }

    // MARK: - values

    /// What stands behind a name or a dash, and on the lines below that are set in further.
    ///
    /// - Parameters:
    ///   - indent: of the line the value begins on.
    ///   - mayBeList: whether items of a list may stand as far out as the name.
    private mutating func value(
        _ text: ArraySlice<Unicode.Scalar>, indent: Int, depth: Int, mayBeList: Bool = false
    ) throws(YAMLTrouble) -> YAMLNode {
        var rest = text.drop { $0 == " " }
        var anchor: String?
        while let first = rest.first, first == "&" || first == "!" {
            let word = rest.prefix { $0 != " " }
            if first == "&" { anchor = String(String.UnicodeScalarView(word.dropFirst())) }
            rest = rest.dropFirst(word.count).drop { $0 == " " }
        }
        let node = try bare(rest, indent: indent, depth: depth, mayBeList: mayBeList)
        if let anchor { anchors[anchor] = node }
        return node
    }

    private mutating func bare(
        _ rest: ArraySlice<Unicode.Scalar>, indent: Int, depth: Int, mayBeList: Bool
    ) throws(YAMLTrouble) -> YAMLNode {
        let number = row + 1
        if Self.isNothing(rest) {
            row += 1
            guard let next = peek() else { return .nothing(line: number) }
            let isList = mayBeList && next.indent == indent && Self.isItem(next.text)
            guard next.indent > indent || isList else { return .nothing(line: number) }
            return try block(next.indent, depth: depth)
        }
        switch rest.first {
        case "*":
            row += 1
            let name = String(String.UnicodeScalarView(Self.plain(rest.dropFirst())))
            copies += 1
            guard let node = anchors[name], copies < Self.mostCopies else {
                throw YAMLTrouble(line: number, reason: "an alias of nothing")
            }
            return node
        case "|", ">": return lines(below: indent, isFolded: rest.first == ">", head: rest, line: number)
        case "[", "{", "'", "\"":
            var flow = YAMLFlow(lines: lines, row: row, column: rest.startIndex, anchors: anchors)
            let node = try flow.value(depth: depth)
            try flow.requireEnd()
            row = flow.row + 1
            return node
        default: return try folded(rest, indent: indent, line: number)
        }
    }

    /// A text without quotes, which goes on over lines that are set in further.
    private mutating func folded(_ rest: ArraySlice<Unicode.Scalar>, indent: Int, line: Int) throws(YAMLTrouble)
        -> YAMLNode
    {
        var words = String(String.UnicodeScalarView(Self.plain(rest)))
        row += 1
        while let next = peek(), next.indent > indent, indent >= 0 {
            if Self.key(next.text) != nil { throw trouble("a name where a text goes on") }
            words += " " + String(String.UnicodeScalarView(Self.plain(next.text)))
            row += 1
        }
        if ["~", "null", "Null", "NULL", ""].contains(words) { return .nothing(line: line) }
        return .text(words, line: line, isQuoted: false)
    }

    /// The lines of `|` and `>`: how far they are set in, their first one says.
    private mutating func lines(
        below indent: Int, isFolded: Bool, head: ArraySlice<Unicode.Scalar>, line number: Int
    ) -> YAMLNode {
        row += 1
        var found: [String] = []
        var margin: Int?
        while row < lines.count {
            let line = lines[row]
            let blanks = line.prefix { $0 == " " }.count
            if blanks == line.count {
                found.append("")
            } else {
                guard blanks > indent else { break }
                let margin = margin ?? blanks
                found.append(String(String.UnicodeScalarView(line.dropFirst(min(margin, blanks)))))
            }
            if blanks < line.count, margin == nil { margin = blanks }
            row += 1
        }
        while found.last == "" { found.removeLast() }
        let text = found.joined(separator: isFolded ? " " : "\n") + (head.contains("-") || found.isEmpty ? "" : "\n")
        return .text(text, line: number, isQuoted: true)
    }

    // MARK: - words

    /// `---` or `...` on a line of its own.
    private static func isMark(_ text: ArraySlice<Unicode.Scalar>, _ mark: String) -> Bool {
        plain(text).elementsEqual(mark.unicodeScalars)
    }

    private static func isItem(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        text.first == "-" && (text.count == 1 || text[text.startIndex + 1] == " ")
    }

    private static func isNothing(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        let rest = text.drop { $0 == " " || $0 == "\t" }
        return rest.isEmpty || rest.first == "#"
    }

    /// Without the comment behind it and blanks at the end.
    static func plain(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var body = text
        if let mark = text.indices.first(where: { text[$0] == "#" && $0 > text.startIndex && isBlank(text[$0 - 1]) }) {
            body = text[..<mark]
        }
        while let last = body.last, isBlank(last) { body.removeLast() }
        return body
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

    /// The name a line begins with, and what stands behind its colon.
    private static func key(
        _ text: ArraySlice<Unicode.Scalar>
    ) -> (name: String, rest: ArraySlice<Unicode.Scalar>)? {
        guard let first = text.first, !"[{*&!|>%@`\t".unicodeScalars.contains(first) else { return nil }
        var end = text.startIndex
        var name: String
        if first == "\"" || first == "'" {
            guard let close = text.dropFirst().firstIndex(of: first) else { return nil }
            name = String(String.UnicodeScalarView(text[(text.startIndex + 1)..<close]))
            end = close + 1
            while end < text.endIndex, isBlank(text[end]) { end += 1 }
            guard end < text.endIndex, text[end] == ":" else { return nil }
        } else {
            while end < text.endIndex {
                if text[end] == ":", end + 1 == text.endIndex || isBlank(text[end + 1]) { break }
                if text[end] == "#", end > text.startIndex, isBlank(text[end - 1]) { return nil }
                end += 1
            }
            guard end < text.endIndex else { return nil }
            name = String(String.UnicodeScalarView(text[..<end])).trimmed
        }
        return (name, text[(end + 1)...])
    }
}
