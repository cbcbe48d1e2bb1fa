/// The words of an SQL statement for people who must not see what it is about.
package enum StatementWords {
    /// In one line, with a question mark for every text in quotes and every number: values may be somebody's.
    package static func withoutValues(_ statement: String) -> String {
        var shown = ""
        var rest = Substring(statement.unicodeScalars.map { $0.properties.isWhitespace ? " " : String($0) }.joined())
        while let letter = rest.first {
            if letter == "'" {
                shown += "?"
                rest = afterText(rest)
            } else if letter.isASCII, letter.isNumber, shown.last.map({ !isNamePart($0) }) ?? true {
                shown += "?"
                rest = rest.drop { $0.isHexDigit || $0 == "." || $0 == "x" || $0 == "_" }
            } else if letter == " " {
                if shown.last != " ", !shown.isEmpty { shown += " " }
                rest.removeFirst()
            } else {
                shown.append(letter)
                rest.removeFirst()
            }
        }
        while shown.hasSuffix(" ") { shown.removeLast() }
        return shown
    }

    /// `$1` stays: it tells nothing.
    private static func isNamePart(_ letter: Character) -> Bool {
        letter.isLetter || letter.isNumber || letter == "_" || letter == "$"
    }

    /// Behind a text in quotes; two quotes inside stand for one. A text that was cut ends with the statement.
    private static func afterText(_ text: Substring) -> Substring {
        var rest = text.dropFirst()
        while let quote = rest.firstIndex(of: "'") {
            rest = rest[rest.index(after: quote)...]
            guard rest.first == "'" else { return rest }
            rest = rest.dropFirst()
        }
        return ""
    }
}
