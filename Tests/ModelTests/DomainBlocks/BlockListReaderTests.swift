import Model
import Support
import Testing

/// All items of a text, given to a reader in pieces of that size.
func items(
    _ text: String, pieces: Int = .max, standard: BlockSeverity = .suspend
) throws -> (items: [BlockListItem], dialect: BlockListDialect?) {
    try items(Array(text.utf8), pieces: pieces, standard: standard)
}

func items(
    _ bytes: [UInt8], pieces: Int = .max, standard: BlockSeverity = .suspend
) throws -> (items: [BlockListItem], dialect: BlockListDialect?) {
    var reader = BlockListReader(standard: standard)
    var items: [BlockListItem] = []
    var start = 0
    while start < bytes.count {
        let end = start + min(pieces, bytes.count - start)
        items += try reader.read(bytes[start..<end])
        start = end
    }
    items += try reader.finish()
    return (items, reader.dialect)
}

extension [BlockListItem] {
    var entries: [BlockEntry] { compactMap { if case .entry(let entry, _) = $0 { entry } else { nil } } }
    var domains: [String] { entries.map(\.domain) }
    var troubles: [BlockListTrouble] { compactMap { if case .trouble(let trouble) = $0 { trouble } else { nil } } }
}

@Suite struct BlockListReaderTests {
    static let mastodon = """
        #domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate
        Bad.example,suspend,False,False,"spam, and ""more""\nof it",true
        mild.example.,silence,true,f,,
        münchen.example,,,,,
        ev*l.example,suspend,false,false,,true
        no domain,suspend,false,false,,false
        odd.example,destroy,false,false,,false
        odd2.example,silence,perhaps,false,,false

        # a comment, with "quotes
        last.example,limit,false,true,x,false
        """

    @Test(arguments: [1, 2, 7, 64, .max])
    func `the server's own dialect is read, however it comes in pieces`(pieces: Int) throws {
        let (items, dialect) = try items(Self.mastodon, pieces: pieces)
        #expect(dialect == .mastodon)
        #expect(
            items.entries == [
                BlockEntry(
                    "bad.example",
                    BlockRule(severity: .suspend, obfuscate: true, publicComment: "spam, and \"more\"\nof it")),
                BlockEntry("mild.example", BlockRule(severity: .silence, rejectMedia: true)),
                BlockEntry("xn--mnchen-3ya.example", BlockRule(severity: .suspend)),
                BlockEntry("last.example", BlockRule(severity: .silence, rejectReports: true, publicComment: "x")),
            ])
        #expect(items.troubles.map(\.line) == [6, 7, 8, 9])
        #expect(
            items.troubles.map(\.flaw) == [
                .hidden("ev*l.example"), .badDomain("no domain"),
                .badValue(column: "severity", value: "destroy", takes: "suspend, silence or noop"),
                .badValue(column: "reject_media", value: "perhaps", takes: "true or false"),
            ])
        #expect(items.last == .entry(items.entries[3], line: 12))
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `line ends of every kind and a byte order mark change nothing`(end: String) throws {
        let text = "\u{FEFF}domain,severity,public_comment\(end)a.example,silence,x\(end)\(end)b.example,oops,\(end)"
        let (items, dialect) = try items(text, pieces: 1)
        #expect(dialect == .oliphant)
        #expect(items.domains == ["a.example"])
        #expect(items.troubles.map(\.line) == [4])
    }

    @Test func `domains alone are a list, with comments and a header or without`() throws {
        for head in ["", "#domain\n", "domain\n", "# My list, of things\n\n", "\n\n"] {
            let (items, dialect) = try items(
                "\(head)a.example\n# note\nb*.example\nc.example # why\n", standard: .silence)
            #expect(dialect == .plain, "\(head)")
            #expect(items.domains == ["a.example", "c.example"], "\(head)")
            #expect(items.entries.allSatisfy { $0.rule.severity == .silence })
            #expect(items.troubles.map(\.isHidden) == [true])
        }
    }

    @Test(arguments: [1, 5, .max])
    func `what the API answers is a list`(pieces: Int) throws {
        let text = """
            [{"domain":"a.example","digest":"00","severity":"silence","comment":"x ] } \\" ,"},
             {"domain":"b.example","severity":"suspend","reject_media":true,"private_comment":"p"},
             {"domain":"c*.example","severity":"suspend"}, "d.example", {"id": 5}]
            """
        let (items, dialect) = try items(text, pieces: pieces)
        #expect(dialect == .json)
        #expect(
            items.entries == [
                BlockEntry("a.example", BlockRule(severity: .silence, publicComment: "x ] } \" ,")),
                BlockEntry("b.example", BlockRule(severity: .suspend, rejectMedia: true, privateComment: "p")),
                BlockEntry("d.example", BlockRule(severity: .suspend)),
            ])
        #expect(items.troubles.map(\.line) == [3, 5])
    }

    @Test func `the changes of a collection recommend and take back`() throws {
        let text = """
            {"type":"OrderedCollectionPage","orderedItems":[
              {"type":"Recommendation","entityKind":"domain","entityKey":"a.example","recommendedPolicy":"drop"},
              {"type":"Recommendation","entityKind":"domain","entityKey":"b.example","recommendedPolicy":"filter"},
              {"type":"Recommendation","entityKind":"domain","entityKey":"c.example","recommendedPolicy":"accept"},
              {"type":"Advisory","entityKind":"domain","entityKey":"d.example"},
              {"type":"Retraction","entityKind":"domain","entityKey":"E.example"},
              {"type":"Recommendation","entityKind":"actor","entityKey":"https://f.example/a","recommendedPolicy":"drop"}
            ]}
            """
        let found = try items(text, pieces: 3).items
        #expect(found.domains == ["a.example", "b.example"])
        #expect(found.entries.map(\.rule.severity) == [.suspend, .silence])
        #expect(found.last == .retraction("e.example", line: 5))
    }

    @Test(arguments: [
        "", "\n \n", "<!DOCTYPE html>\n<html>", "name,reason\nx.example,y", "a.example,suspend\nb.example,silence",
        "[1, 2]", "[{\"a\":1}]", "[\"a.example\"", "{\"error\":\"The access token is invalid\"}", "{}",
        "[\"a.example\"] x",
        "#domain,#severity\na.example,suspend\nb.example,\"suspend\nc.example", "Not Found", "\u{0}\u{1}",
        "[\"a.example\"}]",
    ])
    func `what is no block list is refused as a whole`(text: String) {
        #expect(throws: BlockListUnreadable.self) { try items(text) }
    }

    @Test func `text in another encoding is trouble of its line alone`() throws {
        let bytes = Array("#domain\na.example\n".utf8) + [0xFC, 0x2E, 0x78, 10] + Array("b.example\n".utf8)
        let (items, _) = try items(bytes)
        #expect(items.domains == ["a.example", "b.example"])
        #expect(items.troubles == [BlockListTrouble(line: 3, .badText)])
        #expect(throws: BlockListUnreadable.self) { try ModelTests.items([0xFF, 0xFE, 0x61, 0] as [UInt8]) }
    }

    @Test(arguments: BlockListDialect.allCases)
    func `what is written can be read again`(dialect: BlockListDialect) throws {
        let entries = [
            BlockEntry(
                "a.example", BlockRule(severity: .suspend, publicComment: "a \"b\", c\nd", privateComment: " p ")),
            BlockEntry("b.example", BlockRule(severity: .noop, rejectMedia: true, rejectReports: true)),
            BlockEntry("c.example", BlockRule(severity: .silence, obfuscate: true)),
        ]
        let writer = BlockListText(dialect, tellsPrivateComments: true)
        let text =
            writer.head + entries.enumerated().map { writer.line($1, isFirst: $0 == 0) }.joined() + writer.foot
        let again = try items(text)
        #expect(again.dialect == dialect)
        #expect(again.items.troubles == [])
        if dialect == .plain {
            #expect(again.items.domains == entries.map(\.domain))
        } else {
            var expected = entries
            expected[0].rule.privateComment = "p"
            #expect(again.items.entries == expected)
        }
    }

    @Test func `nothing makes the reader crash or hang`() {
        var random = SystemRandomNumberGenerator()
        let words = [
            "#domain", ",", "\"", "\n", "\r", "a.example", "#", "[", "]", "{", "}", "\"domain\":", "\\", " ", "*", "é",
            "suspend", "\u{FEFF}", "true", "\u{0}", ":",
        ]
        for _ in 0..<Rounds.of(20_000, atLeast: 2_000) {
            let text = (0..<Int.random(in: 0...30)).compactMap { _ in words.randomElement(using: &random) }.joined()
            let whole = try? items(text).items
            let pieces = try? items(text, pieces: 1).items
            #expect(whole == pieces, "\(text.debugDescription)")
        }
    }
}
