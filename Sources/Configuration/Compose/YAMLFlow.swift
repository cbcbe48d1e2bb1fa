/// Values of YAML in brackets, braces and quotes, which may go on over lines.
struct YAMLFlow {
    private let lines: [[Unicode.Scalar]]
    private(set) var row: Int
    private var column: Int
    private let anchors: [String: YAMLNode]

    init(lines: [[Unicode.Scalar]], row: Int, column: Int, anchors: [String: YAMLNode]) {
        (self.lines, self.row, self.column, self.anchors) = (lines, row, column, anchors)
    }

    private func trouble(_ reason: String) -> YAMLTrouble { YAMLTrouble(line: row + 1, reason: reason) }

    private var next: Unicode.Scalar? { column < lines[row].count ? lines[row][column] : nil }

    /// Goes to the next thing that is neither blank nor comment.
    private mutating func skip() throws(YAMLTrouble) {
        while true {
            while let next, next == " " || next == "\t" { column += 1 }
            let isComment = next == "#" && (column == 0 || [" ", "\t"].contains(lines[row][column - 1]))
            guard next == nil || isComment else { return }
            guard row + 1 < lines.count else { throw trouble("a bracket or a quotation mark that nothing closes") }
            (row, column) = (row + 1, 0)
        }
    }

    /// - Throws: `YAMLTrouble` when more than a comment follows on the line.
    mutating func requireEnd() throws(YAMLTrouble) {
        let rest = YAMLReader.plain([" "] + lines[row][min(column, lines[row].count)...])
        guard rest.isEmpty else { throw trouble("something behind the end of a value") }
    }

    mutating func value(depth: Int) throws(YAMLTrouble) -> YAMLNode {
        guard depth < 64 else { throw trouble("values lie too deep in each other") }
        try skip()
        let line = row + 1
        switch next {
        case "[":
            column += 1
            var nodes: [YAMLNode] = []
            while try !closes("]") { nodes.append(try member(depth: depth + 1)) }
            return .list(nodes)
        case "{":
            column += 1
            var members: [YAMLMember] = []
            while try !closes("}") {
                let start = row + 1
                guard case .text(let name, _, _) = try scalar(inBraces: true) else {
                    throw trouble("a name is missing")
                }
                try skip()
                var node = YAMLNode.nothing(line: start)
                if next == ":" {
                    column += 1
                    try skip()
                    if next != ",", next != "}" { node = try value(depth: depth + 1) }
                }
                members.append(YAMLMember(name: name, value: node, line: start))
                try comma("}")
            }
            return .map(members)
        case "*":
            column += 1
            guard case .text(let name, _, _) = try scalar(inBraces: true), let node = anchors[name] else {
                throw YAMLTrouble(line: line, reason: "an alias of nothing")
            }
            return node
        default: return try scalar(inBraces: true)
        }
    }

    /// One of a list, where a pair stands for a map of one.
    private mutating func member(depth: Int) throws(YAMLTrouble) -> YAMLNode {
        let line = row + 1
        var node = try value(depth: depth)
        try skip()
        if next == ":", case .text(let name, _, _) = node {
            column += 1
            node = .map([YAMLMember(name: name, value: try value(depth: depth), line: line)])
            try skip()
        }
        try comma("]")
        return node
    }

    private mutating func closes(_ bracket: Unicode.Scalar) throws(YAMLTrouble) -> Bool {
        try skip()
        guard next == bracket else { return false }
        column += 1
        return true
    }

    private mutating func comma(_ bracket: Unicode.Scalar) throws(YAMLTrouble) {
        try skip()
        if next == "," {
            column += 1
        } else if next != bracket {
            throw trouble("a comma is missing")
        }
    }

    private mutating func scalar(inBraces: Bool) throws(YAMLTrouble) -> YAMLNode {
        try skip()
        let line = row + 1
        if let quote = next, quote == "\"" || quote == "'" {
            column += 1
            return .text(try quoted(quote), line: line, isQuoted: true)
        }
        var text: [Unicode.Scalar] = []
        while let next {
            let following = column + 1 < lines[row].count ? lines[row][column + 1] : " "
            if ",[]{}".unicodeScalars.contains(next) { break }
            if next == ":", [" ", "\t", ",", "]", "}"].contains(following) { break }
            if next == "#", let last = text.last, last == " " { break }
            text.append(next)
            column += 1
        }
        let words = String(String.UnicodeScalarView(text)).trimmed
        if words.isEmpty { throw trouble("a value is missing") }
        if ["~", "null"].contains(words) { return .nothing(line: line) }
        return .text(words, line: line, isQuoted: false)
    }

    /// Up to the quotation mark that closes; a line break is a blank, an empty line a line break.
    private mutating func quoted(_ quote: Unicode.Scalar) throws(YAMLTrouble) -> String {
        var text: [Unicode.Scalar] = []
        while true {
            guard let scalar = next else {
                guard row + 1 < lines.count else { throw trouble("a quotation mark that nothing closes") }
                while text.last == " " { text.removeLast() }
                row += 1
                column = lines[row].prefix { $0 == " " || $0 == "\t" }.count
                let isEmpty = column == lines[row].count
                text.append(isEmpty || text.last == "\n" ? "\n" : " ")
                if isEmpty, text.dropLast().last == " " { text.remove(at: text.count - 2) }
                continue
            }
            column += 1
            if scalar == quote {
                guard quote == "'", next == "'" else { return String(String.UnicodeScalarView(text)) }
                column += 1
                text.append("'")
            } else if scalar == "\\", quote == "\"" {
                text += try escaped()
            } else {
                text.append(scalar)
            }
        }
    }

    private mutating func escaped() throws(YAMLTrouble) -> [Unicode.Scalar] {
        guard let letter = next else {
            // The line break goes away.
            guard row + 1 < lines.count else { throw trouble("a quotation mark that nothing closes") }
            row += 1
            column = lines[row].prefix { $0 == " " || $0 == "\t" }.count
            return []
        }
        column += 1
        let short: [Unicode.Scalar: Unicode.Scalar] = [
            "n": "\n", "t": "\t", "r": "\r", "0": "\0", "a": "\u{7}", "b": "\u{8}", "e": "\u{1B}", "f": "\u{C}",
            "v": "\u{B}", " ": " ", "\"": "\"", "/": "/", "\\": "\\", "_": "\u{A0}", "N": "\u{85}",
        ]
        if let scalar = short[letter] { return [scalar] }
        let lengths: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]
        guard let length = lengths[letter], column + length <= lines[row].count,
            let number = UInt32(String(String.UnicodeScalarView(lines[row][column..<(column + length)])), radix: 16),
            let scalar = Unicode.Scalar(number)
        else { throw trouble("an escape that is none") }
        column += length
        return [scalar]
    }
}
