import Testing

/// How SQL is written, wherever it is.
@Suite struct StatementLaws {
    private static let literals = SourceFile.sources.filter { file in
        ["Stores/", "Operations/", "Assembly/", "Sandbox/", "Commands/"].contains {
            file.path.hasPrefix("Sources/\($0)")
        }
    }.flatMap(\.literals)

    private static let statements = literals.filter { literal in
        let start = literal.text.drop(while: \.isWhitespace).prefix(12).lowercased()
        return ["select ", "insert into ", "update ", "delete from ", "with ", "copy (", "select\n"].contains {
            start.hasPrefix($0)
        }
    }

    /// Statements that name no columns because a list of names would say the same once more.
    private static let stars: [String: String] = [
        "Sources/Stores/DomainBlocks/HalfBlocks.swift":
            "the rows of one lateral table, whose columns are counted outside",
        "Sources/Stores/Follows/FollowStore+Removal.swift": "passes a table on with one column more",
        "Sources/Stores/Media/FileOwners+Sample.swift": "the rows of one table whose columns are named inside",
        "Sources/Stores/Accounts/NotificationRemoval.swift": "a list of pairs whose columns are named behind it",
    ]

    /// Where a value is written into the text of a statement, and why it cannot travel apart from it.
    private static let written: [String: String] = [
        "Sources/Sandbox/Lifecycle/Sandbox+Build.swift": "`create role` takes no parameters",
        "Sources/Sandbox/Schema/SchemaScript.swift": "a script for psql, of releases known here",
        "Sources/Sandbox/Population/Population+Load.swift": "a script for psql, of names known here",
    ]

    @Test func `there are statements to hold to the laws`() {
        #expect(Self.statements.count > 150)
    }

    @Test func `keywords are in lower case`() {
        let keyword =
            /\b(SELECT|INSERT|INTO|UPDATE|DELETE|FROM|WHERE|JOIN|VALUES|RETURNING|EXISTS|LIMIT|ORDER BY|GROUP BY|AND|OR|NOT|NULL)\b/
        let loud = Self.statements.filter { $0.text.contains(keyword) }
        #expect(loud.map(\.place) == [])
    }

    @Test func `columns are named`() {
        let star = /\b(select|returning)\s+(distinct\s+)?([a-z_]+\.)?\*/
        let found = Self.literals.filter { $0.text.holds("*") && $0.text.contains(star) }
        #expect(found.map(\.path).filter { Self.stars[$0] == nil } == [])
        #expect(Set(Self.stars.keys).subtracting(found.map(\.path)) == [], "an exception nobody needs any more")
    }

    @Test func `a value is always a bind`() {
        let found =
            Self.literals.filter { $0.text.holds("\\(literal:") }
            + Self.statements.filter { $0.text.contains(/[ (=,]'\\\(/) }
        #expect(found.map(\.path).filter { Self.written[$0] == nil } == [], "\(found.map(\.place))")
        #expect(Set(Self.written.keys).subtracting(found.map(\.path)) == [], "an exception nobody needs any more")
        let trusted = places(/\btrusted:/, in: SourceFile.sources, words: ["trusted:"]).filter {
            !$0.hasPrefix("Sources/Sandbox/") && !$0.hasPrefix("Sources/Drivers/Postgres/")
                // An index as the carried catalog has it.
                && !$0.hasPrefix("Sources/Stores/Maintenance/IndexStates.swift:")
        }
        #expect(trusted == [])
    }

    @Test func `every literal of a file is seen`() {
        let file = SourceFile(
            path: "a.swift",
            text: ##"""
                let a = "one \(name("two") + ")") three" // "no"
                let b = """
                    four "quoted"
                    """
                let c = #"fi\ve "\#(six)" "#
                """##)
        let found = [
            "two", ")", #"one \(name("two") + ")") three"#, "\n    four \"quoted\"\n    ", ##"fi\ve "\#(six)" "##,
        ]
        #expect(file.literals.map(\.text) == found)
        #expect(file.literals.map(\.line) == [1, 1, 1, 2, 5])
    }
}
