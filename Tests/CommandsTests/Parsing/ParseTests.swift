import Commands
import Testing

@Suite struct ParseTests {
    @Test(arguments: ParseTable.all)
    func `words become these values, or are refused with these words`(table: ParseTable) throws {
        var plainest: [String: [String: String]] = [:]
        for row in table.rows {
            switch row.outcome {
            case .takes(let values):
                let parsed = try #require(try? Parsed(row.arguments), "\(row.words)")
                let first = plainest[parsed.command] ?? [:]
                plainest[parsed.command] = plainest[parsed.command] ?? parsed.values
                let differing = parsed.values.filter { $0.value != first[$0.key] ?? "" }
                #expect(differing == values, "\(row.words)")
            case .refuses(let message):
                let said = Parsed.refusal(of: row.arguments)
                #expect(said?.contains(message) == true, "\(row.words)\n\(said ?? "taken")")
            }
        }
    }

    @Test func `every leaf has a row, and every option of its own is typed in one`() throws {
        let shared: Set<String> = ["Run options", "Global options"]
        let rows = ParseTable.all.flatMap(\.rows).filter(\.isTaken).map { row in
            // The words as they would be typed in one way: with dashes, and names apart from values.
            row.words.replacing("_", with: "-").split { $0 == " " || $0 == "=" }.map(String.init)
        }
        var missing: [String] = []
        for leaf in try Shipped.tree().everyone where leaf.shownSubcommands.isEmpty {
            let words = Array(leaf.words.dropFirst())
            let own = rows.filter { $0.starts(with: words) }
            if own.isEmpty { missing.append(words.joined(separator: " ")) }
            for argument in leaf.arguments ?? [] where argument.shouldDisplay && argument.kind != .positional {
                let names = (argument.names ?? []).map(\.typed)
                if shared.contains(argument.sectionTitle ?? "") || names.contains("--help") { continue }
                // Of a flag both ways; of a short letter and a word either.
                let wanted = names.filter { $0.hasPrefix("--") }
                let typed = Set(own.joined())
                let isTyped =
                    argument.kind == .flag
                    ? wanted.allSatisfy { typed.contains($0) } : names.contains { typed.contains($0) }
                if !isTyped && names != ["--version"] {
                    missing.append("\(words.joined(separator: " ")) \(names.joined(separator: " "))")
                }
            }
        }
        #expect(missing == [])
    }
}
