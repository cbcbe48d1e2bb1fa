import Faults
import Model

/// The accounts a file names, one a line; `#` begins a comment.
package struct AccountList: Sendable {
    /// A name and the line it stands on, from 1.
    package struct Entry: Sendable {
        package var line: Int
        package var text: String
        package var name: AccountName
    }

    package let entries: [Entry]

    /// How many a list may have.
    private static let longest = 1_000_000

    /// - Parameter path: `-` for standard input.
    /// - Throws: `Fault(.badData)` that tells of every line that can be no account's name, before anything is done;
    ///   `Fault(.noSuch)`, `.denied` or `.inputOutput` for a file that cannot be read.
    package init(path: String) throws {
        let name = ItemFile.name(path)
        var entries: [Entry] = []
        var unread = UnreadLines()
        var line = 0
        try ItemFile.lines(of: path) { bytes in
            line += 1
            guard let text = Self.text(bytes) else { return }
            if let name = AccountName(text) {
                entries.append(Entry(line: line, text: text, name: name))
            } else {
                unread.add(LineFault(line: line, reason: text))
            }
            guard entries.count <= Self.longest else {
                throw Fault(.badData, "\(name) names more than \(Self.longest) accounts", help: "split the file")
            }
        }
        guard unread.count == 0 else {
            throw Fault(
                .badData,
                "\(name) has \(Noun.counted(unread.count, "lines")) that no account is called",
                notes: unread.words(20), help: "write one account a line: alice, bob@example.org or id:123")
        }
        self.entries = entries
    }

    /// The words of a line; nil for none.
    private static func text(_ bytes: [UInt8]) -> String? {
        let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
        let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return text.isEmpty ? nil : text
    }
}
