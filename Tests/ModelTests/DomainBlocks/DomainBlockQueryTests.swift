import Model
import Support
import Testing

@Suite struct DomainBlockQueryTests {
    private func only(_ text: String) throws -> DomainBlockQuery.Condition {
        let terms = try DomainBlockQuery(parsing: text).terms
        #expect(terms.count == 1)
        return try #require(terms.first).condition
    }

    @Test func `a part of a comment is looked for anywhere in it`() throws {
        let part = DomainBlockQuery.Condition.comment(.private, [TextPattern(["", "import 2026-11", ""])])
        #expect(try only("private-comment:~\"import 2026-11\"") == part)
        #expect(try only("Private_Comment:~\"import 2026-11\"") == part)
        #expect(try only("public-comment:~spam") == .comment(.public, [TextPattern(["", "spam", ""])]))
        #expect(try only("private-comment:~a*b") == .comment(.private, [TextPattern(["", "a", "b", ""])]))
        #expect(try only("private-comment:~\"a*b\"") == .comment(.private, [TextPattern(["", "a*b", ""])]))
    }

    @Test func `a comment may be meant as a whole, or as none`() throws {
        #expect(try only("private-comment:\"May: x\"") == .comment(.private, [TextPattern(exactly: "May: x")]))
        #expect(try only("private-comment:May*") == .comment(.private, [TextPattern(["May", ""])]))
        #expect(try only("private-comment:none,x") == .comment(.private, [nil, TextPattern(exactly: "x")]))
        #expect(try only("private-comment:\"\"") == .comment(.private, [nil]))
        #expect(try only("private-comment:\"none\"") == .comment(.private, [TextPattern(exactly: "none")]))
    }

    @Test func `the other properties of a block are asked for as well`() throws {
        let query = try DomainBlockQuery(
            parsing: "severity:suspend,limit -domain:*.Example.org reject-media:yes reject-reports:no obfuscate:true"
                + " created:>30d updated:2026-01-31 not:domain:~spam")
        #expect(
            query.terms.map(\.condition) == [
                .severity([.suspend, .silence]), .domain([TextPattern(["", ".example.org"])]),
                .flag(.rejectMedia, true),
                .flag(.rejectReports, false), .flag(.obfuscate, true),
                .moment(.created, [Bounds(upper: .init(.ago(2_592_000), isIncluded: false))]),
                .moment(
                    .updated,
                    [
                        Bounds(
                            lower: .init(.at(UTCTime(1_769_817_600)), isIncluded: true),
                            upper: .init(.at(UTCTime(1_769_904_000)), isIncluded: false))
                    ]),
                .domain([TextPattern(["", "spam", ""])]),
            ])
        #expect(query.terms.map(\.isNegated) == [false, true, false, false, false, false, false, true])
        #expect(try DomainBlockQuery(parsing: "  ").terms == [])
    }

    @Test(arguments: [
        ("severity:destroy", "'destroy' is no value of severity, in 'severity:destroy' at character 1"),
        ("comment:x", "unknown key 'comment'"), ("privat-comment:x", "did you mean private-comment?"),
        ("private-comment:", "a value is missing"), ("private-comment:~\"x", "the closing quotation mark is missing"),
        ("private-comment:~", "a value is missing"), ("private-comment:~\"\"", "is no value of private-comment"),
        ("severity:~sus", "is no value of severity"), ("created:~\"2026-01-31\"", "is no value of created"),
        ("spam", "a term needs a key and a value"),
    ])
    func `what cannot be read is told with its place`(text: String, words: String) throws {
        let error = try #require(throws: QueryError.self) { try DomainBlockQuery(parsing: text) }
        #expect(error.text.contains(words), "\(error.text)")
    }
}
