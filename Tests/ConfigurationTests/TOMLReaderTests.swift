import Faults
import Support
import Testing

@testable import Configuration

private func table(_ text: String) throws -> TOMLTable { try TOMLReader.read(text) }

private func trouble(_ text: String) -> TOMLTrouble? {
    do throws(TOMLTrouble) {
        _ = try TOMLReader.read(text)
        return nil
    } catch {
        return error
    }
}

/// The right answers are those of the specification, version 1.0.0.
@Suite struct TOMLReaderTests {
    @Test(
        arguments: [
            ("\"a\\tb \\u00e9 \\U0001F600 \\\"\\\\\"", .string("a\tb é 😀 \"\\")), ("'C:\\x'", .string("C:\\x")),
            ("\"\"", .string("")), ("''", .string("")), ("\"\"\"\na\nb\"\"\"", .string("a\nb")),
            ("\"\"\"a \\\n   \n  b\"\"\"", .string("a b")), ("'''\n\\a\r\nb'''", .string("\\a\nb")),
            ("\"\"\"\"\"two\"\"\"\"\"", .string("\"\"two\"\"")), ("''''x'''''", .string("'x''")),
            ("\"\"\"a\"\"b\"\"\"", .string("a\"\"b")), ("true", .boolean(true)), ("false", .boolean(false)),
            ("0", .integer(0)), ("+1_000", .integer(1000)), ("-0", .integer(0)), ("0xdead_BEEF", .integer(0xdead_beef)),
            ("0o17", .integer(15)), ("0b1_0", .integer(2)), ("9223372036854775807", .integer(.max)),
            ("-9223372036854775808", .integer(.min)), ("1.5", .float(1.5)), ("-1_0.2_5e+3", .float(-10250)),
            ("1e06", .float(1e6)), ("-inf", .float(-.infinity)),
            ("1979-05-27T07:32:00Z", .moment("1979-05-27T07:32:00Z")),
            ("1979-05-27 07:32:00.999-07:00", .moment("1979-05-27 07:32:00.999-07:00")),
            ("2024-02-29", .moment("2024-02-29")), ("07:32:00.5", .moment("07:32:00.5")),
            ("[ ]", .array([])),
            ("[1, 'a', # c\n  [true],\n]", .array([.integer(1), .string("a"), .array([.boolean(true)])])),
        ] as [(String, TOMLValue)])
    func `a value is read`(text: String, value: TOMLValue) throws {
        for text in [
            "a=\(text)", "  a = \(text) # c\n", "'a' = \(text)\r\n\r\n", "\u{FEFF}\n\"\\u0061\"\t=\t\(text)\t",
        ] {
            #expect(try table(text)["a"] == value)
        }
    }

    @Test func `tables, lists of tables, dotted names and braces make one tree`() throws {
        let text = """
            a.b = 1
            a.c.d = { e.f = 'x', g = [ { h = 2 } ] }
            [t]
            [t.u]
            v = 1
            [[l]]
            n = 1
            [l.inner]
            m = 1
            [[l]]
            [[l.deep]]
            [x.y.z]
            [x]
            y.w = 1
            """
        let root = try table(text)
        #expect(root.map(\.name) == ["a", "t", "l", "x"])
        let dotted = root["a"]?.table?["c"]?.table?["d"]?.table
        #expect(dotted?["e"]?.table?["f"]?.string == "x")
        #expect(dotted?["g"]?.array?.first?.table?["h"]?.int == 2)
        #expect(root["l"]?.array?.count == 2)
        #expect(root["l"]?.array?[0].table?["inner"]?.table?["m"] == .integer(1))
        #expect(root["x"]?.table?["y"]?.table?.map(\.name) == ["z", "w"])
        #expect(root.position(of: "l") == TOMLPosition(line: 6, column: 3))
    }

    @Test(arguments: [
        ("[prune.attachments]\ndays = 14\n[@prune.headers]\n", 3, 2), ("a = ", 1, 5), ("a", 1, 2), ("a b = 1", 1, 3),
        ("= 1", 1, 1), ("a = 1 b = 2", 1, 7), ("a = x", 1, 5), ("a = 01", 1, 5), ("a = 1__0", 1, 5), ("a = 1_", 1, 5),
        ("a = 0x", 1, 5), ("a = +0x1", 1, 5), ("a = .5", 1, 5), ("a = 5.", 1, 5), ("a = 1e", 1, 5), ("a = True", 1, 5),
        ("a = 9223372036854775808", 1, 5), ("a = 2023-02-29", 1, 5), ("a = 25:00:00", 1, 5), ("a = 1-2-3", 1, 5),
        ("a = 2023-01-01T00:00", 1, 5), ("a = 2023-01-01T00:00:00+24:00", 1, 5), ("é = 1", 1, 1),
        ("'é' = \"é\" é", 1, 11), ("a = \"x\nb = 1", 1, 7), ("a = 'x", 1, 5), ("a = \"\"\"x\n", 1, 5),
        ("a = \"\\x\"", 1, 6), ("a = \"\\ud800\"", 1, 6), ("a = \"\\u12\"", 1, 6), ("a = \"\u{1}\"", 1, 6),
        ("# \u{7F}", 1, 3), ("a = 1\rb = 2", 1, 6), ("a = [1 2]", 1, 8), ("a = [1,,2]", 1, 8), ("a = [\n\n", 1, 5),
        ("a = {b = 1,}", 1, 12), ("a = {b = 1\n}", 1, 11), ("a = {b = 1, b = 2}", 1, 13), ("a = 1\na = 2", 2, 1),
        ("[a]\n[a]", 2, 2), ("[a]\n[[a]]", 2, 3), ("[[a]]\n[a]", 2, 2), ("a = []\n[[a]]", 2, 3),
        ("a = {}\n[a.b]", 2, 2),
        ("a.b = 1\n[a]", 2, 2), ("[a.b]\n[a]\nb.c = 1", 3, 1), ("a = 1\na.b = 2", 2, 1), ("a.b = {}\na.b.c = 1", 2, 3),
        ("a = [{b = 1}]\n[a.c]", 2, 2), ("[a", 1, 3), ("[a]]", 1, 4), ("[[a]", 1, 5), ("[ [a]]", 1, 3), ("[]", 1, 2),
        ("[a.]", 1, 4), ("[a] b = 1", 1, 5), ("\"\"\"a\"\"\" = 1", 1, 3), ("a = \"\"\"\"\"\"\"\"\"", 1, 13),
    ])
    func `what the specification forbids is told with line and column`(text: String, line: Int, column: Int) {
        #expect(trouble(text)?.position == TOMLPosition(line: line, column: column), "\(text)")
    }

    @Test func `nothing is too deep for the stack, and nothing too long`() throws {
        let many = 20_000
        let texts = [
            "a = " + String(repeating: "[", count: many), "a = " + String(repeating: "{a = ", count: many),
            "a" + String(repeating: ".a", count: many) + " = 1", "[a" + String(repeating: ".a", count: many) + "]",
            (0..<many / 100).map { "[a" + String(repeating: ".a", count: min($0, 70)) + "]" }.joined(separator: "\n"),
        ]
        for text in texts { #expect(trouble(text) != nil) }
        let time = try workedSeconds {
            let pairs = (0..<10_000).map { "k\($0) = '\($0)'" }
            #expect(try table("a = { \(pairs.joined(separator: ", ")) }")["a"]?.table?.entries.count == 10_000)
            #expect(try table(pairs.joined(separator: "\n")).entries.count == 10_000)
            #expect(try table(String(repeating: "[[a]]\n", count: 10_000))["a"]?.array?.count == 10_000)
            _ = try table("a = \"\"\"" + String(repeating: "\\\n  \n", count: 10_000) + "\"\"\"")
        }
        #expect(time < 20)
    }

    // MARK: - mutations

    private static let seeds = [
        """
        env_dialect = "compose"
        [postgres]
        host = "db.internal" # comment
        port = 5432
        [lanes]
        allowed = ["api", 'jobs']
        [prune.attachments]
        days = 14
        max_size = "10GiB"
        """,
        PruneSettings.example,
        """
        name = "blocks"
        merge = "threshold"
        threshold = 1.5
        allow = ["a.example"]
        [[source]]
        url = "https://lists.example/list.csv"
        ttl = "24h"
        [[source]]
        file = "own.csv"
        trust = 2
        """,
    ]

    /// One to four changes: a byte replaced, put in, taken away, a piece doubled or cut off.
    private static func mutated(_ seed: String, _ random: inout SeededNumbers) -> [UInt8] {
        var bytes = Array(seed.utf8)
        let letters = Array("[]{}@.=,'\"\\#\n\r \t_-+:eExXob019azTZ\u{0}\u{7F}é".utf8) + [0xFF, 0x80]
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: bytes.indices, using: &random)
            let letter = letters.randomElement(using: &random) ?? 0
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[place] = letter
            case 1: bytes.insert(letter, at: place)
            case 2: bytes.remove(at: place)
            case 3: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
            default: bytes.removeSubrange(place..<min(place + 20, bytes.count))
            }
        }
        return bytes
    }

    @Test func `no mutated profile, policy or list ends in anything but a value or one fault with its place`() throws {
        let rounds = Rounds.of(2_000, atLeast: 100)
        var random = SeededNumbers(seed: 20_261)
        let base = try load("LOCAL_DOMAIN=a.example\nDB_HOST=h\nREDIS_HOST=r\n")
        for round in 0..<rounds {
            for seed in Self.seeds {
                var files = MemoryFiles(["/srv/.env.production": "LOCAL_DOMAIN=a.example\nDB_HOST=h\nREDIS_HOST=r\n"])
                files.contents["/srv/x.toml"] = FileContent(bytes: Self.mutated(seed, &random))
                let readers: [() throws -> Void] = [
                    { _ = try Configuration.load(environment: ["MASTOCTL_PROFILE": "/srv/x.toml"], files: files) },
                    { _ = try base.policy(at: "/srv/x.toml", files: files) },
                    { _ = try Configuration.blockList(at: "/srv/x.toml", files: files) },
                ]
                for reader in readers {
                    do {
                        try reader()
                    } catch let fault as Fault {
                        #expect(fault.kind == .configuration || fault.kind == .badData, "round \(round): \(fault)")
                        if fault.message.contains("not valid TOML") {
                            #expect(fault.message.contains(#/x\.toml:\d+:\d+: /#), "round \(round): \(fault)")
                        }
                    }
                }
            }
        }
    }

    @Test func `a misprint in a profile, a policy or a list is one fault with line and column`() throws {
        let text = "[prune.attachments]\ndays = 14\n[@prune.headers]\ndays = 30\n"
        let files = MemoryFiles(["/srv/x.toml": text])
        let base = try load("LOCAL_DOMAIN=a.example\nDB_HOST=h\n")
        let faults = [
            #expect(throws: Fault.self) {
                try Configuration.load(environment: ["MASTOCTL_PROFILE": "/srv/x.toml"], files: files)
            },
            #expect(throws: Fault.self) { try base.policy(at: "/srv/x.toml", files: files) },
            #expect(throws: Fault.self) { try Configuration.blockList(at: "/srv/x.toml", files: files) },
        ]
        for fault in faults {
            #expect(fault?.kind == .configuration)
            #expect(fault?.message.hasPrefix("/srv/x.toml:3:2: ") == true)
        }
    }
}
