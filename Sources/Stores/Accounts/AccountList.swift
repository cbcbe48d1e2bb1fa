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
        let name = path == "-" ? "standard input" : path
        let reader = try LineReader(path: path == "-" ? "/dev/stdin" : path)
        var entries: [Entry] = []
        var wrong: [String] = []
        while let bytes = try reader.next() {
            let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
            let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if text.isEmpty { continue }
            if let name = AccountName(text) {
                entries.append(Entry(line: reader.number, text: text, name: name))
            } else {
                wrong.append("line \(reader.number): \(text)")
            }
            guard entries.count <= Self.longest else {
                throw Fault(.badData, "\(name) names more than \(Self.longest) accounts", help: "split the file")
            }
        }
        guard wrong.isEmpty else {
            let more = wrong.count > 20 ? ["and \(wrong.count - 20) more"] : []
            throw Fault(
                .badData,
                "\(name) has \(wrong.count == 1 ? "a line" : "\(wrong.count) lines") that no account is called",
                notes: wrong.prefix(20) + more, help: "write one account a line: alice, bob@example.org or id:123")
        }
        self.entries = entries
    }
}
