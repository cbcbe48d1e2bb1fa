/// A string literal of a source file; interpolations are in its text as they are written.
struct StringLiteral {
    var path: String
    var line: Int
    var text: String

    var place: String { "\(path):\(line)" }
}

extension SourceFile {
    /// Every string literal, also those within interpolations of others. Comments hold none.
    var literals: [StringLiteral] {
        var scanner = LiteralScanner(path: path, bytes: Array(text.utf8))
        scanner.scan()
        return scanner.found
    }
}

private struct LiteralScanner {
    let path: String
    let bytes: [UInt8]
    private(set) var found: [StringLiteral] = []
    private var at = 0
    private var line = 1

    private static let slash = UInt8(ascii: "/")
    private static let pound = UInt8(ascii: "#")
    private static let quote = UInt8(ascii: "\"")
    private static let newline = UInt8(ascii: "\n")
    private static let backslash = UInt8(ascii: "\\")

    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    mutating func scan() {
        while at < bytes.count { code() }
    }

    /// One step through code: a comment, a literal or a byte.
    private mutating func code() {
        // A byte is looked at first: most begin nothing, and every call costs in a debug build.
        switch bytes[at] {
        case Self.slash where has("//"):
            while at < bytes.count, bytes[at] != Self.newline { at += 1 }
        case Self.pound, Self.quote:
            if let pounds = quoteAhead() { literal(pounds: pounds) } else { step() }
        default: step()
        }
    }

    /// How many `#` stand before a quotation mark here; nil where no literal begins.
    private func quoteAhead() -> Int? {
        var index = at
        while index < bytes.count, bytes[index] == UInt8(ascii: "#") { index += 1 }
        return index < bytes.count && bytes[index] == UInt8(ascii: "\"") ? index - at : nil
    }

    private mutating func literal(pounds: Int) {
        let begun = line
        at += pounds
        let mark = has("\"\"\"") ? "\"\"\"" : "\""
        let close = mark + String(repeating: "#", count: pounds)
        let hole = "\\" + String(repeating: "#", count: pounds) + "("
        at += mark.utf8.count
        var text: [UInt8] = []
        while at < bytes.count, bytes[at] != Self.quote || !has(close) {
            let start = at
            if bytes[at] == Self.backslash, has(hole) {
                at += hole.utf8.count
                interpolation()
            } else {
                if pounds == 0, bytes[at] == Self.backslash { step() }
                step()
            }
            text += bytes[start..<min(at, bytes.count)]
        }
        at += close.utf8.count
        found.append(StringLiteral(path: path, line: begun, text: String(decoding: text, as: UTF8.self)))
    }

    /// Up to behind the bracket that closes it.
    private mutating func interpolation() {
        var depth = 1
        while at < bytes.count, depth > 0 {
            if bytes[at] == UInt8(ascii: "(") { depth += 1 }
            if bytes[at] == UInt8(ascii: ")") { depth -= 1 }
            code()
        }
    }

    private mutating func step() {
        if at < bytes.count, bytes[at] == Self.newline { line += 1 }
        at += 1
    }

    private func has(_ word: String) -> Bool {
        var index = at
        for byte in word.utf8 {
            guard index < bytes.count, bytes[index] == byte else { return false }
            index += 1
        }
        return true
    }
}
