/// A fork of Mastodon, known by what it adds to the tables.
///
/// The text of facts has a line `k NAME | SIGNATURE` for each fork, the most particular first, then what it adds in the
/// lines of `SchemaCatalog`: a table that is Mastodon's own is told with the fork's columns only.
package struct MastodonFork: Sendable, Equatable {
    package let name: String
    /// Tables, and columns as `table.column`, that all have to be there.
    package let signature: [String]
    /// Tables that are its own, with all their columns, and Mastodon's with the columns it adds.
    package let relations: [SchemaCatalog.Relation]

    package static let all = parse()

    /// The first fork whose signature is there whole.
    package static func recognised(_ has: (_ table: String, _ column: String?) -> Bool) -> MastodonFork? {
        all.first { fork in
            fork.signature.allSatisfy { word in
                let parts = word.split(separator: ".")
                return has(String(parts[0]), parts.count > 1 ? String(parts[1]) : nil)
            }
        }
    }

    /// Whether it is known to add this table, or this column to a table of Mastodon's.
    package func adds(_ table: String, _ column: String? = nil) -> Bool {
        guard let relation = relations.first(where: { $0.name == table }) else { return false }
        return column.map { relation.column($0) != nil } ?? true
    }

    private static func parse() -> [MastodonFork] {
        let text = ForkText.lines.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        var forks: [MastodonFork] = []
        var name = ""
        var signature: [String] = []
        var lines: [Substring] = []
        func close() {
            guard !name.isEmpty else { return }
            let relations = SchemaCatalog.relations(parsing: lines) { _ in true }
            forks.append(MastodonFork(name: name, signature: signature, relations: relations))
        }
        for line in text.split(separator: "\n") {
            guard line.hasPrefix("k ") else {
                lines.append(line)
                continue
            }
            close()
            let words = line.split(separator: " ").dropFirst().filter { $0 != "|" }
            name = words.first.map(String.init) ?? ""
            signature = words.dropFirst().map(String.init)
            lines = []
        }
        close()
        return forks
    }
}
