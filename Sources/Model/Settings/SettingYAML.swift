/// The YAML of one setting, as far as the server writes it: a scalar in any style, or a list of them.
///
/// Source: what Ruby's `to_yaml` (Psych 5 over libyaml 0.2.5) writes for texts, numbers, booleans, nothing and lists:
/// plain, in single or double quotes, folded at 80 columns, and `|` with an indentation for texts of several lines.
package enum SettingYAML {
    /// - Returns: nil for what the server would not write here, such as a hash.
    package static func read(_ yaml: String) -> SettingContent? {
        guard yaml.hasPrefix("---") else { return nil }
        var lines = yaml.dropFirst(3).split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        if lines.last == "..." { lines.removeLast() }
        let head = lines.isEmpty ? "" : lines.removeFirst().drop { $0 == " " }
        if head.isEmpty {
            if lines.isEmpty { return SettingContent.none }
            let items = lines.map { $0.hasPrefix("- ") ? scalar(String($0.dropFirst(2)), []) : nil }
            guard items.allSatisfy({ $0 != nil }) else { return nil }
            return .list(items.compactMap { $0?.plain })
        }
        if head == "[]" { return .list([]) }
        return scalar(String(head), lines)
    }

    /// What reads as the same content again: plain where nothing could be taken for something else, else in double
    /// quotes.
    package static func write(_ content: SettingContent) -> String {
        switch content {
        case .none: "---\n"
        case .flag(let flag): "--- \(flag)\n"
        case .number(let number): "--- \(number)\n"
        case .text(let text): "--- \(isPlain(text) ? text : quoted(text))\n"
        case .list(let words):
            words.isEmpty ? "--- []\n" : "---\n" + words.map { "- \(isPlain($0) ? $0 : quoted($0))\n" }.joined()
        }
    }

    // MARK: - reading

    private static func scalar(_ head: String, _ rest: [Substring]) -> SettingContent? {
        if head.hasPrefix("|") || head.hasPrefix(">") { return block(head, rest) }
        if head.hasPrefix("\"") { return double(folded(head, rest)) }
        if head.hasPrefix("'") {
            let text = folded(head, rest)
            guard text.count >= 2, text.hasSuffix("'") else { return nil }
            return .text(String(text.dropFirst().dropLast()).replacing("''", with: "'"))
        }
        if head.hasPrefix("{") || head.hasPrefix("[") || head.hasPrefix("&") || head.hasPrefix("*") { return nil }
        if head.hasPrefix("!") { return nil }
        return plain(folded(head, rest))
    }

    /// Lines that go on are joined by a blank, and an empty one stands for an end of line.
    private static func folded(_ head: String, _ rest: [Substring]) -> String {
        var text = head
        var ends = 0
        for line in rest {
            let words = line.drop { $0 == " " || $0 == "\t" }
            if words.isEmpty {
                ends += 1
                continue
            }
            // A line that a backslash ends goes on without a blank.
            if ends == 0, text.hasSuffix("\\"), !text.hasSuffix("\\\\") {
                text.removeLast()
                text += words
                continue
            }
            text += ends > 0 ? String(repeating: "\n", count: ends) : " "
            ends = 0
            text += words
        }
        return text
    }

    private static func plain(_ text: String) -> SettingContent {
        switch text {
        case "~", "null", "Null", "NULL": .none
        case "true", "True", "TRUE", "yes", "on": .flag(true)
        case "false", "False", "FALSE", "no", "off": .flag(false)
        default: Int64(text).map { .number($0) } ?? .text(text)
        }
    }

    private static func block(_ head: String, _ rest: [Substring]) -> SettingContent? {
        let given = head.dropFirst().first { $0.isNumber }.flatMap { $0.wholeNumberValue }
        let first = rest.first { !$0.allSatisfy { $0 == " " } }
        let indent = given ?? first?.prefix { $0 == " " }.count ?? 0
        var lines = rest.map { String($0.dropFirst(min(indent, $0.count))) }
        var ends = 0
        while lines.last == "" {
            lines.removeLast()
            ends += 1
        }
        var text = lines.joined(separator: "\n")
        if head.hasPrefix(">") { text = foldedBlock(lines) }
        if head.contains("+") { return .text(text + String(repeating: "\n", count: ends + 1)) }
        return .text(head.contains("-") || lines.isEmpty ? text : text + "\n")
    }

    private static func foldedBlock(_ lines: [String]) -> String {
        var text = ""
        var ends = 0
        for (index, line) in lines.enumerated() {
            if line.isEmpty {
                ends += 1
                continue
            }
            if index > 0 { text += ends > 0 ? String(repeating: "\n", count: ends) : " " }
            ends = 0
            text += line
        }
        return text
    }

    private static let escapes: [Character: String] = [
        "n": "\n", "t": "\t", "r": "\r", "0": "\0", "a": "\u{7}", "b": "\u{8}", "e": "\u{1B}", "f": "\u{C}",
        "v": "\u{B}", "\"": "\"", "\\": "\\", "/": "/", " ": " ", "N": "\u{85}", "_": "\u{A0}", "L": "\u{2028}",
        "P": "\u{2029}",
    ]

    private static func double(_ text: String) -> SettingContent? {
        guard text.count >= 2, text.hasSuffix("\"") else { return nil }
        var rest = text.dropFirst().dropLast()
        var result = ""
        while let letter = rest.popFirst() {
            guard letter == "\\" else {
                result.append(letter)
                continue
            }
            guard let code = rest.popFirst() else { return nil }
            if let length = ["x": 2, "u": 4, "U": 8][code] {
                let digits = rest.prefix(length)
                guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else { return nil }
                result.unicodeScalars.append(scalar)
                rest = rest.dropFirst(length)
            } else if let meaning = escapes[code] {
                result += meaning
            } else {
                return nil
            }
        }
        return .text(result)
    }

    // MARK: - writing

    /// Words that begin with a letter and hold nothing YAML has a use for, and that are no boolean, number or date.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, ("a"..."z").contains(first) || ("A"..."Z").contains(first),
            text.last != " "
        else { return false }
        let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
        return !words.contains(text.lowercased())
            && text.unicodeScalars.allSatisfy {
                ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "_"
                    || $0 == "."
                    || $0 == " " || $0 == "@" || $0 == "/"
            }
    }

    /// A text between quotation marks, whatever is in it.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                result += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
            case _ where scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value == 0xFEFF:
                result += "\\u" + String(scalar.value, radix: 16)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
