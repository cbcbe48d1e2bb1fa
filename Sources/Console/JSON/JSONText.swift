/// A value as JSON: snake_case names in the order they are declared, dictionaries sorted, no escaped slashes.
///
/// Our own, since Foundation's cannot keep the declared order, and an answer reads best in it.
package enum JSONText {
    /// One line.
    package static func line(_ value: some Encodable) throws -> String {
        var text = ""
        try JSONTree(value).write(to: &text, indent: nil)
        return text
    }

    /// Indented by two blanks, ending without a line end.
    package static func pretty(_ value: some Encodable) throws -> String {
        var text = ""
        try JSONTree(value).write(to: &text, indent: 0)
        return text
    }

    /// `keepInteracted` becomes `keep_interacted`, `rootURL` `root_url`, `s3Key` `s3_key`.
    static func snakeCase(_ name: String) -> String {
        let letters = Array(name)
        var result = ""
        for (index, letter) in letters.enumerated() {
            let isWordStart =
                letter.isUppercase && index > 0
                && (!letters[index - 1].isUppercase || (index + 1 < letters.count && letters[index + 1].isLowercase))
            if isWordStart && !result.hasSuffix("_") { result.append("_") }
            result += letter.lowercased()
        }
        return result
    }

    static func quote(_ text: String, to result: inout String) {
        result.append("\"")
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            // C1 controls and line separators are legal in JSON, but not harmless on a terminal.
            case _
            where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                || [0x2028, 0x2029, 0x061C, 0x200E, 0x200F].contains(scalar.value)
                || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        result.append("\"")
    }
}

/// A JSON value on its way from `Encodable` to text.
final class JSONTree {
    enum Content {
        case null
        /// A number or a boolean, as it is written.
        case literal(String)
        case string(String)
        case array([JSONTree])
        case object([(name: String, value: JSONTree)])
    }

    var content: Content

    init(_ content: Content) {
        self.content = content
    }

    convenience init(_ value: some Encodable) throws {
        self.init(.null)
        try JSONWriter(tree: self, codingPath: []).write(value)
    }

    func append(_ value: JSONTree) {
        guard case .array(var values) = content else { return }
        content = .null  // so that the array is not copied
        values.append(value)
        content = .array(values)
    }

    func set(_ name: String, _ value: JSONTree) {
        guard case .object(var members) = content else { return }
        content = .null
        members.append((name, value))
        content = .object(members)
    }

    func write(to text: inout String, indent: Int?) {
        switch content {
        case .null: text += "null"
        case .literal(let literal): text += literal
        case .string(let string): JSONText.quote(string, to: &text)
        case .array(let values):
            list(values, "[", "]", &text, indent) { value, text, inner in value.write(to: &text, indent: inner) }
        case .object(let members):
            list(members, "{", "}", &text, indent) { member, text, inner in
                JSONText.quote(member.name, to: &text)
                text += inner == nil ? ":" : ": "
                member.value.write(to: &text, indent: inner)
            }
        }
    }

    private func list<Element>(
        _ elements: [Element], _ open: String, _ close: String, _ text: inout String, _ indent: Int?,
        _ each: (Element, inout String, Int?) -> Void
    ) {
        text += open
        let inner = indent.map { $0 + 2 }
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            if let inner { text += "\n" + String(repeating: " ", count: inner) }
            each(element, &text, inner)
        }
        if let indent, !elements.isEmpty { text += "\n" + String(repeating: " ", count: indent) }
        text += close
    }
}
