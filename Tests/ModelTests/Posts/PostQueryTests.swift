import Testing

@testable import Model

@Suite struct PostQueryTests {
    @Test func `terms of a query over posts are read`() throws {
        let query = try PostQuery(
            parsing: "text:~\"free money\" link:Spam.example mentions:>3 -local:yes created:<2h account.created:<1d")
        #expect(query.terms.count == 6)
        #expect(query.terms[0].condition == .text(.text, [TextPattern(["", "free money", ""])]))
        #expect(query.terms[1].condition == .link(["spam.example"]))
        #expect(query.terms[3] == .init(.flag(.local, true), isNegated: true))
    }

    @Test(arguments: ["txt:~a", "created:soon", "mentions:many", "visibility:secret", "local:perhaps"])
    func `what is no term is refused`(text: String) {
        #expect(throws: QueryError.self) { try PostQuery(parsing: text) }
    }

    @Test func `a bound on the age is known, unless it is turned round`() throws {
        let now = UTCTime(1_000_000)
        #expect(try PostQuery(parsing: "created:<2h").latest(before: now) == UTCTime(1_000_000 - 7_200))
        #expect(try PostQuery(parsing: "created:<2h created:<1h").latest(before: now) == UTCTime(1_000_000 - 3_600))
        #expect(try PostQuery(parsing: "-created:<2h").latest(before: now) == nil)
        #expect(try PostQuery(parsing: "created:>2h").latest(before: now) == nil)
    }
}
