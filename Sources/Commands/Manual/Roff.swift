/// Text in the man(7) language, line by line.
struct Roff {
    private(set) var text = ""

    /// A macro with arguments that are escaped here: `.SH NAME`.
    mutating func macro(_ name: String, _ arguments: String...) {
        text += ".\(name)"
        for argument in arguments {
            let escaped = Self.escape(argument).replacing("\"", with: "\\(dq")
            text += escaped.isEmpty || escaped.contains(" ") ? " \"\(escaped)\"" : " \(escaped)"
        }
        text += "\n"
    }

    /// A line that may hold font changes; its words were escaped by the caller.
    mutating func line(_ marked: String) {
        text += Self.guarded(marked) + "\n"
    }

    /// A paragraph of plain words, broken at 78 columns so that the source can be read too.
    mutating func prose(_ words: String) {
        var line = ""
        for word in words.split(whereSeparator: \.isWhitespace) {
            let escaped = Self.escape(String(word))
            if !line.isEmpty && line.utf8.count + escaped.utf8.count + 1 > 78 {
                self.line(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + escaped
        }
        if !line.isEmpty { self.line(line) }
    }

    /// Paragraphs, divided by blank lines; indented lines are kept as they are.
    mutating func paragraphs(_ text: String) {
        var isFirst = true
        for block in Self.blocks(text) {
            if !isFirst { macro("PP") }
            isFirst = false
            if block.allSatisfy({ $0.hasPrefix(" ") }) {
                verbatim(block.map { String($0.drop { $0 == " " }) })
            } else {
                prose(block.joined(separator: " "))
            }
        }
    }

    /// Lines as they are, indented.
    mutating func verbatim(_ lines: [String]) {
        macro("RS", "4")
        macro("nf")
        for line in lines { self.line(Self.literal(line)) }
        macro("fi")
        macro("RE")
    }

    /// Groups of lines with no blank line between.
    static func blocks(_ text: String) -> [[String]] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            .split { line in line.allSatisfy(\.isWhitespace) }.map(Array.init)
    }

    /// Words as roff takes them.
    static func escape(_ text: String) -> String {
        text.replacing("\\", with: "\\e")
    }

    /// Something typed: its hyphens stay what they are when copied.
    static func literal(_ text: String) -> String {
        escape(text).replacing("-", with: "\\-").replacing("'", with: "\\(aq").replacing("`", with: "\\(ga")
    }

    static func bold(_ text: String) -> String { "\\fB\(literal(text))\\fR" }
    static func italic(_ text: String) -> String { "\\fI\(literal(text))\\fR" }

    /// A line that starts with a dot or a quote would be a macro.
    private static func guarded(_ line: String) -> String {
        line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
    }
}
