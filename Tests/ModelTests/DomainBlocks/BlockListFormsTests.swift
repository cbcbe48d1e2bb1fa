import Model
import Testing

/// Lists as people and other programs really write them.
@Suite struct BlockListFormsTests {
    private func read(_ text: String, pieces: Int = .max) throws -> (items: [BlockListItem], notes: BlockListNotes) {
        var reader = BlockListReader()
        var items: [BlockListItem] = []
        let bytes = Array(text.utf8)
        var start = 0
        while start < bytes.count {
            let end = start + min(pieces, bytes.count - start)
            items += try reader.read(bytes[start..<end])
            start = end
        }
        items += try reader.finish()
        return (items, reader.notes)
    }

    @Test func `a misspelt boolean is told with its line, its column and what stands there`() throws {
        let (items, _) = try read(
            """
            #domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate
            first.example,suspend,false,fale,"one",false
            second.example,suspend,false,false,two,false
            third.example,suspendd,false,false,two,false
            fourth.example,suspend,false,false,two, wahr
            """)
        #expect(items.domains == ["second.example"])
        #expect(
            items.troubles == [
                BlockListTrouble(
                    line: 2, .badValue(column: "reject_reports", value: "fale", takes: "true or false")),
                BlockListTrouble(
                    line: 4, .badValue(column: "severity", value: "suspendd", takes: "suspend, silence or noop")),
                BlockListTrouble(line: 5, .badValue(column: "obfuscate", value: "wahr", takes: "true or false")),
            ])
        #expect(items.troubles[0].reason == "reject_reports is 'fale' and not true or false")
    }

    @Test func `a value of JSON that is of another kind is told as well`() throws {
        let (items, _) = try read(
            #"[{"domain":"a.example","reject_media":"fale"},{"domain":"b.example","severity":7},"#
                + #"{"domain":"c.example","obfuscate":[1]},{"domain":"d.example","reject_media":null}]"#)
        #expect(items.domains == ["d.example"])
        #expect(
            items.troubles.map(\.reason) == [
                "reject_media is 'fale' and not true or false", "severity is '7' and not suspend, silence or noop",
                "obfuscate is '[1]' and not true or false",
            ])
    }

    @Test(arguments: ["domain,severity", "domain;severity", "domain\tseverity", "#domain"])
    func `rows of empty cells are nothing`(header: String) throws {
        let sign = header.contains(";") ? ";" : header.contains("\t") ? "\t" : ","
        let text = [
            "\(sign)\(sign)", header, "alpha.example\(sign)suspend", sign, "\(sign)\(sign)", "\"\"\(sign) \" \"",
            " \(sign)\t", "beta.example\(sign)suspend", "\(sign)\(sign)\(sign)",
        ].joined(separator: "\r\n")
        for pieces in [1, .max] {
            let (items, _) = try read(text, pieces: pieces)
            #expect(items.domains == ["alpha.example", "beta.example"])
            #expect(items.troubles == [])
        }
    }

    @Test func `a row with words but without a domain is told`() throws {
        let (items, _) = try read("domain,severity\n,suspend\na.example,\n")
        #expect(items.domains == ["a.example"])
        #expect(items.troubles == [BlockListTrouble(line: 2, .noDomain)])
    }

    @Test func `a star before a name is left off and told once, stars within it hide the name`() throws {
        let (items, notes) = try read(
            "*.wild.example\nplain.example\n.dotted.example\n*.h*den.example\n*.two.example\n")
        #expect(items.domains == ["wild.example", "plain.example", "dotted.example", "two.example"])
        #expect(items.troubles.map(\.flaw) == [.hidden("*.h*den.example")])
        #expect(notes.wildcards.count == 3 && notes.wildcards.first == "*.wild.example")
        #expect(
            notes.words == [
                "3 names begin with a star, as does *.wild.example, and are taken without it: a block covers the domain"
                    + " and all below it"
            ])
        #expect(try read("a.example\n").notes.words == [])
        for list in [
            "#domain,#severity\n*.wild.example,suspend", "[\"*.wild.example\"]", "[{\"domain\":\"*.wild.example\"}]",
        ] {
            let (items, notes) = try read(list)
            #expect(items.domains == ["wild.example"] && notes.wildcards.count == 1, "\(list)")
        }
    }

    @Test(arguments: [
        "domain;severity;public_comment\nalpha.example;suspend;\"x; y, z\"\n",
        "domain\tseverity\tpublic_comment\nalpha.example\tsuspend\tx; y, z\n",
        "domain|severity|public_comment\nalpha.example|suspend|x; y, z\n",
        "\u{FEFF}\"domain\";\"severity\";\"public_comment\"\r\n\"alpha.example\";\"suspend\";\"x; y, z\"\r\n",
        "#domain;#severity;#public_comment\nalpha.example;suspend;'x; y, z'\n",
        "sep=;\r\nDomain;Severity;Public comment\r\nalpha.example;suspend;\"x; y, z\"\r\n",
        "# my list, of things; and more\nseverity;domain;public-comment\nsuspend;alpha.example;\"x; y, z\"",
    ])
    func `cells may be separated by semicolons, tabs and bars, and the header tells by which`(text: String) throws {
        for pieces in [1, 3, .max] {
            let (items, _) = try read(text, pieces: pieces)
            #expect(items.troubles == [], "\(text)")
            #expect(items.entries.map(\.domain) == ["alpha.example"], "\(text)")
            #expect(items.entries.first?.rule.severity == .suspend)
            let comment = items.entries.first?.rule.publicComment ?? ""
            #expect(comment.hasSuffix("x; y, z") || text.contains("'"), "\(comment)")
        }
    }

    @Test(arguments: ["a.example;suspend\n", "a.example\tsuspend\n", "a.example|suspend\n"])
    func `columns without a header are refused, whatever separates them`(text: String) throws {
        let error = #expect(throws: BlockListUnreadable.self) { try read(text) }
        #expect(error?.reason == "columns without a header that names one `domain`")
        #expect(try read("a.example\t# with a comment\n").items.domains == ["a.example"])
    }

    @Test func `text in UTF-16 is told as what it is, with a byte order mark and without`() {
        let text = "domain,severity\na.example,suspend\n"
        for bytes in [
            [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0), 0] },
            [0xFE, 0xFF] + text.utf16.flatMap { [0, UInt8($0)] },
            text.utf16.flatMap { [UInt8($0), 0] }, text.utf16.flatMap { [0, UInt8($0)] },
        ] as [[UInt8]] {
            var reader = BlockListReader()
            let error = #expect(throws: BlockListUnreadable.self) {
                _ = try reader.read(bytes[...])
                _ = try reader.finish()
            }
            #expect(error?.reason == "the list is written in UTF-16; save it as UTF-8")
        }
    }

    @Test func `JSON lines are read as our own list writes them`() throws {
        for pieces in [1, .max] {
            let (items, _) = try read(
                """
                {"schema":"domain-blocks.list/1","domain":"a.example","severity":"silence"}
                {"schema":"domain-blocks.list/1","domain":"b.example","severity":"suspend"}

                """, pieces: pieces)
            #expect(items.domains == ["a.example", "b.example"])
        }
        #expect(throws: BlockListUnreadable.self) { try read("{\"domain\":\"a.example\"} [1]") }
        #expect(throws: BlockListUnreadable.self) { try read("{\"domain\":\"a.example\",\"version\":\"4.6.5\"}") }
    }
}
