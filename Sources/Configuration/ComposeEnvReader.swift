import Faults

/// Reads an env file as Docker Compose reads a service's `env_file` (compose-go 2, `dotenv/parser.go`).
///
/// A value ends at its line's end or at ` #`; one in quotes may span lines. Variables are replaced outside single quotes,
/// escapes inside double ones. A bare name takes its value from the environment. What Compose refuses is refused here,
/// with its line.
struct ComposeEnvReader {
    var path: String
    /// What Compose itself was started with: wins over the file's own lines where a value names a variable.
    var environment: [String: String]

    func read(_ text: String) throws -> [String: EnvFile.Entry] {
        var cursor = Cursor(text: Array(text.unicodeScalars))
        var entries: [String: EnvFile.Entry] = [:]
        while cursor.skipToStatement() {
            let line = cursor.line
            let (name, end) = try name(&cursor)
            if name.contains(" ") {
                throw fault(line, "a variable's name holds a blank")
            }
            if end == .line {
                if let value = environment[name] { entries[name] = EnvFile.Entry(value: value, line: line) }
                continue
            }
            let value = try value(&cursor, name: name, line: line, known: entries)
            // Compose hands a value without a name on; nobody can ask for it.
            if !name.isEmpty { entries[name] = EnvFile.Entry(value: value, line: line) }
        }
        return entries
    }

    private enum NameEnd {
        case sign, line
    }

    /// The name at the cursor, which then stands at its value's first character.
    private func name(_ cursor: inout Cursor) throws -> (String, NameEnd) {
        cursor.skipExport()
        let start = cursor.index
        while let scalar = cursor.scalar {
            switch scalar {
            case "=", ":", "\n":
                let name = String(String.UnicodeScalarView(cursor.text[start..<cursor.index])).trimmedAtEnd
                cursor.advance()
                cursor.skipBlanks()
                return (name, scalar == "\n" ? .line : .sign)
            case "_", ".", "-", "[", "]": break
            case _ where Cursor.isBlank(scalar) || scalar.properties.isAlphabetic || Self.isNumber(scalar): break
            default: throw fault(cursor.line, "a variable's name holds a character that Compose refuses")
            }
            cursor.advance()
        }
        // The last line is a bare name without a line break: Compose takes it for a value without a name.
        cursor.index = start
        return ("", .sign)
    }

    private func value(
        _ cursor: inout Cursor, name: String, line: Int, known: [String: EnvFile.Entry]
    ) throws -> String {
        let lookup = { (name: String) in environment[name] ?? known[name]?.value }
        func expand(_ text: [Unicode.Scalar]) throws -> String {
            do throws(ComposeTemplate.Trouble) {
                return String(String.UnicodeScalarView(try ComposeTemplate(lookup: lookup).expand(text[...], depth: 0)))
            } catch {
                switch error {
                case .invalid: throw fault(line, "\(name) holds a ${…} that Compose refuses")
                case .tooLong: throw fault(line, "the value of \(name) is too long")
                case .missing(let needed): throw fault(line, "\(name) needs a value for \(needed), which has none")
                }
            }
        }
        guard let quote = cursor.scalar, quote == "'" || quote == "\"" else {
            return try expand(cursor.restOfLine())
        }
        guard let body = cursor.quoted(quote) else {
            throw fault(line, "the value of \(name) begins with a quotation mark and has none at its end")
        }
        if quote == "'" { return String(String.UnicodeScalarView(body)) }
        return try expand(Self.unescape(body))
    }

    private func fault(_ line: Int, _ words: String) -> Fault {
        Fault(
            .configuration, "\(path):\(line): \(words)",
            help: "mend the line, or say in a profile how the file is read (env_dialect)")
    }

    private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .decimalNumber, .letterNumber, .otherNumber: true
        default: false
        }
    }

    /// Go's own escapes of one letter, `\0` with three octal digits, and `\$` as the `$$` that stands for a dollar.
    private static func unescape(_ body: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let letters: [Unicode.Scalar: Unicode.Scalar] = [
            "a": "\u{7}", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{B}", "\\": "\\",
            "\"": "\"",
        ]
        var result: [Unicode.Scalar] = []
        var index = 0
        while index < body.count {
            guard body[index] == "\\", index + 1 < body.count else {
                result.append(body[index])
                index += 1
                continue
            }
            let next = body[index + 1]
            if let letter = letters[next] {
                result.append(letter)
                index += 2
            } else if next == "$" {
                result += ["$", "$"]
                index += 2
            } else if next == "0" {
                let digits = body[(index + 2)...].prefix(3).prefix { ("0"..."9").contains($0) }
                let number = digits.count == 3 ? UInt32(String(String.UnicodeScalarView(digits)), radix: 8) : nil
                if let scalar = number.flatMap({ $0 <= 255 ? Unicode.Scalar($0) : nil }) {
                    result.append(scalar)
                } else {
                    // Compose has dropped the zero by then.
                    result.append("\\")
                    result += digits
                }
                index += 2 + digits.count
            } else {
                result.append("\\")
                index += 1
            }
        }
        return result
    }
}

/// Where the reader stands.
private struct Cursor {
    let text: [Unicode.Scalar]
    var index = 0
    /// From 1.
    var line = 1

    init(text: [Unicode.Scalar]) { self.text = text }

    var scalar: Unicode.Scalar? { index < text.count ? text[index] : nil }

    mutating func advance() {
        if text[index] == "\n" { line += 1 }
        index += 1
    }

    /// Go to the next thing that is neither blank nor comment; false at the end of the file.
    mutating func skipToStatement() -> Bool {
        while let scalar {
            if scalar == "#" {
                while let inside = self.scalar, inside != "\n" { advance() }
            } else if scalar.properties.isWhitespace {
                advance()
            } else {
                return true
            }
        }
        return false
    }

    mutating func skipBlanks() {
        while let scalar, Self.isBlank(scalar) { advance() }
    }

    /// `export` and at least one blank. A line break counts as one, and then begins the name's line.
    mutating func skipExport() {
        let word = Array("export".unicodeScalars)
        guard text[index...].starts(with: word), index + word.count < text.count,
            ["\t", "\n", "\u{C}", "\r", " "].contains(text[index + word.count])
        else { return }
        index += word.count
        skipBlanks()
    }

    /// The line from here without a comment and blanks at its end; the cursor stands on the next one.
    mutating func restOfLine() -> [Unicode.Scalar] {
        let start = index
        while let scalar, scalar != "\n" { index += 1 }
        var body = text[start..<index]
        if scalar != nil { advance() }
        if let mark = body.indices.first(where: { body[$0] == "#" && $0 > start && body[$0 - 1] == " " }) {
            body = body[..<(mark - 1)]
        }
        while let last = body.last, last.properties.isWhitespace { body.removeLast() }
        return Array(body)
    }

    /// What stands between the quotation mark here and the next one that no backslash precedes; nil without one.
    mutating func quoted(_ quote: Unicode.Scalar) -> [Unicode.Scalar]? {
        advance()
        var body: [Unicode.Scalar] = []
        var isEscaped = false
        while let scalar {
            advance()
            if scalar == quote && !isEscaped { return body }
            if scalar == "\\" && !isEscaped {
                isEscaped = true
                continue
            }
            if isEscaped && scalar != quote { body.append("\\") }
            isEscaped = false
            body.append(scalar)
        }
        return nil
    }

    /// A blank within a line, as Go's `isSpace` of that parser has it.
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\t", "\u{B}", "\u{C}", "\r", " ", "\u{85}", "\u{A0}": true
        default: false
        }
    }
}

extension String {
    fileprivate var trimmedAtEnd: String {
        var scalars = unicodeScalars
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }
}
