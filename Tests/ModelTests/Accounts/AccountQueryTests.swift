import Model
import Support
import Testing

@Suite struct AccountQueryTests {
    private func terms(_ text: String) throws -> [AccountFilter.Term] { try AccountFilter(parsing: text).terms }

    private func condition(_ text: String) throws -> AccountFilter.Condition {
        let terms = try terms(text)
        try #require(terms.count == 1 && !terms[0].isNegated)
        return terms[0].condition
    }

    private func fault(_ text: String) -> QueryError? {
        do {
            _ = try AccountFilter(parsing: text)
            return nil
        } catch {
            return error
        }
    }

    @Test func `the terms of a query are read in their order`() throws {
        let found = try terms("origin:remote domain:example.org last-active:>90d storage:>1GB")
        #expect(
            found == [
                .init(.origin([.remote])), .init(.domain([TextPattern(exactly: "example.org")])),
                .init(.moment(.lastActive, [Bounds(upper: .init(.ago(7_776_000), isIncluded: false))])),
                .init(.number(.storage, [Bounds(lower: .init(1_000_000_000, isIncluded: false))])),
            ])
        #expect(try terms("") == [])
        #expect(try terms(" \t\n ") == [])
    }

    @Test func `a dash or the word not turns a term round`() throws {
        #expect(try terms("-status:suspended")[0].isNegated)
        #expect(try terms("not:status:suspended")[0].isNegated)
        #expect(try !terms("-not:status:suspended")[0].isNegated)
        #expect(try !terms("status:suspended")[0].isNegated)
    }

    @Test func `commas separate values of which one is enough`() throws {
        #expect(try condition("status:silenced,suspended") == .status([.silenced, .suspended]))
        #expect(
            try condition("domain:Example.ORG,*.example.net")
                == .domain([TextPattern(["example.org"]), TextPattern(["", ".example.net"])]))
    }

    @Test func `a quoted value is taken as it stands`() throws {
        #expect(
            try condition(#"display-name:"a, \"b\" * \\ c""#) == .displayName([TextPattern(exactly: #"a, "b" * \ c"#)]))
        #expect(
            try condition(#"display-name:"x",y*"#) == .displayName([TextPattern(["x"]), TextPattern(["y", ""])]))
    }

    @Test(
        arguments: [
            ("posts:5", 5, true, 5, true), ("posts:=5", 5, true, 5, true), ("posts:>5", 5, false, nil, false),
            ("posts:>=5", 5, true, nil, false), ("posts:<5", nil, false, 5, false), ("posts:<=5", nil, false, 5, true),
            ("posts:5..9", 5, true, 9, true), ("posts:5..", 5, true, nil, false), ("posts:..9", nil, false, 9, true),
            ("posts:-3..-1", -3, true, -1, true),
        ] as [(String, Int64?, Bool, Int64?, Bool)])
    func `numbers take comparisons and ranges`(
        text: String, lower: Int64?, hasLower: Bool, upper: Int64?, hasUpper: Bool
    ) throws {
        let bounds = Bounds(
            lower: lower.map { .init($0, isIncluded: hasLower) }, upper: upper.map { .init($0, isIncluded: hasUpper) })
        #expect(try condition(text) == .number(.posts, [bounds]))
    }

    @Test func `an age counts back from now`() throws {
        let day = 86_400.0
        func bounds(_ text: String) throws -> Bounds<Instant> {
            guard case .moment(.created, let all) = try condition("created:\(text)") else { return Bounds() }
            return try #require(all.first)
        }
        #expect(try bounds(">2y") == Bounds(upper: .init(.ago(730 * day), isIncluded: false)))
        #expect(try bounds("<12h") == Bounds(lower: .init(.ago(43_200), isIncluded: false)))
        #expect(try bounds("<=1w2d") == Bounds(lower: .init(.ago(9 * day), isIncluded: true)))
        #expect(
            try bounds("30d..90d")
                == Bounds(
                    lower: .init(.ago(90 * day), isIncluded: true), upper: .init(.ago(30 * day), isIncluded: true)))
        #expect(fault("created:90d")?.message == "'90d' is no value of created")
    }

    @Test func `a date means its whole day in UTC`() throws {
        // 2026-01-31T00:00:00Z.
        let start = 1_769_817_600.0
        func at(_ seconds: Double, _ isIncluded: Bool) -> Bounds<Instant>.End {
            .init(.at(UTCTime(seconds)), isIncluded: isIncluded)
        }
        func bounds(_ text: String) throws -> Bounds<Instant> {
            guard case .moment(.created, let all) = try condition("created:\(text)") else { return Bounds() }
            return try #require(all.first)
        }
        #expect(try bounds("2026-01-31") == Bounds(lower: at(start, true), upper: at(start + 86_400, false)))
        #expect(try bounds(">2026-01-31") == Bounds(lower: at(start + 86_400, true)))
        #expect(try bounds(">=2026-01-31") == Bounds(lower: at(start, true)))
        #expect(try bounds("<2026-01-31") == Bounds(upper: at(start, false)))
        #expect(try bounds("<=2026-01-31") == Bounds(upper: at(start + 86_400, false)))
        #expect(
            try bounds("2026-01-31..2026-02-01") == Bounds(lower: at(start, true), upper: at(start + 172_800, false)))
        #expect(try bounds(">2026-01-31T01:00:00Z") == Bounds(lower: at(start + 3_600, false)))
        #expect(try condition("last-active:never") == .never(.lastActive))
    }

    @Test func `keys may be typed with underscores and in any case`() throws {
        #expect(try condition("Last_Post:never") == .never(.lastPost))
        #expect(try condition("locked:YES") == .flag(.locked, true))
        #expect(try condition("role:none") == .role([.none]))
        #expect(try condition("role:3,Moder*") == .role([.id(3), .name(TextPattern(["Moder", ""]))]))
        #expect(try condition("username:@alice") == .username([TextPattern(exactly: "alice")]))
        #expect(
            try condition("ip:192.0.2.0/24,2001:db8::/32,::1") == .ip(["192.0.2.0/24", "2001:db8::/32", "::1/128"]))
    }

    @Test(
        arguments: [
            ("orign:remote", "unknown key 'orign'", 1, "did you mean origin?"),
            ("origin:remote, x", "a value is missing", 1, nil),
            ("origin:remote  storage:>1XB", "'>1XB' is no value of storage", 16, nil),
            ("alice", "a term needs a key and a value", 1, nil),
            ("id:1 :x", "a term needs a key and a value", 6, nil),
            ("ö:1", "unknown key 'ö'", 1, nil),
            ("username:ö id:x", "'x' is no value of id", 12, nil),
            ("username:\"abc", "the closing quotation mark is missing", 1, nil),
            ("username:\"abc\"d", "something stands behind a closing quotation mark", 1, nil),
            ("username:a\"b\"", "a quotation mark stands inside a value", 1, nil),
            ("bot:yes,no", "bot takes one value", 1, nil),
            ("last-active:never,>3d", "never stands beside another value", 1, nil),
            ("ip:300.1.1.1", "'300.1.1.1' is no value of ip", 1, nil),
            ("ip:1.1.1.1/33", "'1.1.1.1/33' is no value of ip", 1, nil),
            ("ip:1::2::3", "'1::2::3' is no value of ip", 1, nil),
            ("created:2026-02-30", "'2026-02-30' is no value of created", 1, nil),
            ("created:>99999999y", "'>99999999y' is no value of created", 1, nil),
            ("posts:..", "'..' is no value of posts", 1, nil),
            ("posts:1e3", "'1e3' is no value of posts", 1, nil),
            ("created:2026-01-01..3d", "'2026-01-01..3d' is no value of created", 1, nil),
            ("username:a\u{0}b", "'a\u{0}b' is no value of username", 1, nil),
        ] as [(String, String, Int, String?)])
    func `a fault names the term and where it is`(
        text: String, message: String, position: Int, help: String?
    ) throws {
        let fault = try #require(self.fault(text))
        #expect(fault.message == message)
        #expect(fault.position == position)
        if let help { #expect(fault.help == help) }
        #expect(!fault.term.utf8.contains(0))
    }

    @Test func `a query has bounds`() {
        #expect(fault(String(repeating: "id:1 ", count: 501))?.message == "there are more than 500 terms")
        #expect(
            fault("id:" + Array(repeating: "1", count: 10_001).joined(separator: ","))?.message
                == "there are more than 10000 values")
    }

    /// What queries are made of, and what is none.
    private static let parts = [
        "origin:", "not:", "-", ":", ",", "\"", "\\", " ", "..", ">", "<=", "90d", "1GB", "2026-01-01", "*", "@", "é",
        "\u{0}", "domain:", "a", "ip:", "::", "1.2.3.4", "/", "8", "🏳️‍🌈", "last-active:", "never", "status:", "role:",
        "99999999999", "\u{202E}",
    ]

    /// One endless value, one endless quoted value, many values, everything.
    @Test(arguments: [("username:", "*"), ("username:\"", "\\"), ("created:", ">1d,"), ("", nil)])
    func `megabytes of anything are read or refused, and eight times as many in about eight times the time`(
        head: String, unit: String?
    ) {
        var chaos = Chaos(seed: 4)
        let ratio = growth(unit ?? chaos.text(upTo: 16_384, of: Self.parts), kilobytes: 1_250) {
            _ = try? AccountFilter(parsing: head + $0)
        }
        #expect(ratio < 24, "\(head)\(unit ?? "anything"): \(ratio)")
    }

    @Test func `short queries of anything do no harm`() {
        var random = SeededNumbers(seed: 7)
        let rounds = Rounds.of(100_000, atLeast: 5_000)
        var read = 0
        for _ in 0..<rounds {
            let count = Int.random(in: 0..<8, using: &random)
            let text = (0..<count).map { _ in Self.parts.randomElement(using: &random) ?? "" }.joined()
            if let filter = try? AccountFilter(parsing: text), !filter.terms.isEmpty { read += 1 }
        }
        #expect(read > rounds / 1_000)
    }
}
