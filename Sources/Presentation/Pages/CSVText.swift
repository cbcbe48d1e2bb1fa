import Console

/// RFC 4180; a text that a spreadsheet would take for a formula is told as text.
enum CSVText {
    static func head(_ names: [String]) -> String { names.joined(separator: ",") + "\r\n" }

    static func line(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    private static func field(_ text: String) -> String {
        let text = Sanitized.text(text)
        let isFormula = text.first.map { "=+-@".contains($0) } == true && Double(text) == nil
        return "\"" + ((isFormula ? "'" : "") + text).replacing("\"", with: "\"\"") + "\""
    }
}
