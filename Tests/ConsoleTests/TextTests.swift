import Console
import Testing

@Suite struct SanitizedTests {
    @Test(arguments: [
        ("plain", "plain"), ("two\nlines\tand\r\n", "two lines and  "), ("\u{1B}[31mred\u{1B}[0m", "red"),
        ("\u{1B}]0;title\u{07}x", "x"), ("\u{1B}]8;;http://e\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"),
        ("\u{9B}2Jx", "x"), ("\u{9D}0;t\u{9C}x", "x"), ("\u{1B}P1$r\u{1B}\\x", "x"), ("\u{1B}(Bx", "x"),
        ("\u{1B}cx", "x"),
        ("x\u{1B}", "x"), ("\u{1B}[", ""), ("\u{1B}]never ended", "never ended"), ("a\u{0}b\u{8}c\u{7F}d", "abcd"),
        ("\u{202E}evil\u{202C}", "evil"), ("\u{2066}a\u{2069}\u{200F}", "a"), ("a\u{200B}b", "a<U+200B>b"),
        ("pay\u{200D}pal", "pay<U+200D>pal"), ("a\u{FEFF}b", "a<U+FEFF>b"), ("soft\u{AD}hyphen", "soft<U+00AD>hyphen"),
        ("x\u{E0041}y", "x<U+E0041>y"), ("x\u{E000}", "x<U+E000>"), ("a\u{2028}b", "a b"), ("a\u{A0}b", "a b"),
        ("a\u{3164}b", "a<U+3164>b"), ("smörgåsbord", "smörgåsbord"), ("日本語", "日本語"),
        ("می\u{200C}خواهم", "می\u{200C}خواهم"),
        ("👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"), ("❤️", "❤️"), ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"), ("\u{1B}[38;5;1mx\u{1B}[?25l", "x"),
    ])
    func `text from strangers is harmless`(text: String, harmless: String) {
        #expect(Sanitized.text(text) == harmless)
    }

    @Test func `a letter carries at most four marks`() {
        let zalgo = "a" + String(repeating: "\u{0301}", count: 50) + "b"
        #expect(Sanitized.text(zalgo).unicodeScalars.count == 6)
    }

    @Test func `no sequence of bytes leaves a control character`() {
        var generator = SystemRandomNumberGenerator()
        let awkward: [UInt32] = [
            0x1B, 0x5B, 0x5D, 0x9B, 0x9D, 0x07, 0x5C, 0x6D, 0x41, 0x90, 0x202E, 0x200D, 0x3B, 0x0A,
        ]
        for _ in 0..<2_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<12 { text.append(Unicode.Scalar(awkward.randomElement(using: &generator)!)!) }
            let result = Sanitized.text(String(text))
            #expect(result.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control && $0 != "\u{202E}" })
        }
    }
}

@Suite struct WidthTests {
    @Test(arguments: [
        ("abc", 3), ("", 0), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("ｱ", 1), ("Ａ", 2), ("한", 2), ("👍", 2), ("👍🏽", 2),
        ("👩‍👩‍👧‍👦", 2), ("❤️", 2), ("❤", 1), ("🇸🇪", 2), ("…", 1), ("─", 1), ("ก็", 1), ("𠀀", 2),
    ])
    func `letters take the columns a terminal gives them`(text: String, width: Int) {
        #expect(text.displayWidth == width)
    }

    @Test(arguments: [
        ("abcdef", 4, "abc…"), ("abc", 3, "abc"), ("日本語", 4, "日…"), ("日本語", 5, "日本…"), ("ab", 1, "…"), ("ab", 0, ""),
    ])
    func `clipping never cuts a letter and fits`(text: String, width: Int, clipped: String) {
        #expect(text.clipped(to: width) == clipped)
        #expect(clipped.displayWidth <= width)
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (1_000, "1,000"), (-1_234_567, "-1,234,567"), (Int.max, "9,223,372,036,854,775,807"),
    ])
    func `counts are grouped`(number: Int, text: String) {
        #expect(number.grouped == text)
    }

    @Test func `bars are in proportion and never vanish`() {
        #expect(Bar.text(share: 1, width: 4) == "████")
        #expect(Bar.text(share: 0.5, width: 5) == "██▌")
        #expect(Bar.text(share: 0.0001, width: 5) == "▏")
        #expect(Bar.text(share: 0, width: 5) == "" && Bar.text(share: .nan, width: 5) == "")
        #expect(Bar.text(share: 0.5, width: 4, isUnicode: false) == "##")
    }
}

@Suite struct TableTests {
    private let wide = Terminal(isTerminal: true, width: 24, usesColour: false)
    private let pipe = Terminal(isTerminal: false, width: nil, usesColour: false)

    private var table: Table {
        var table = Table([.init("DOMAIN", canShrink: true), .init("FILES", .right)])
        table.add(["a-very-long-domain.example", "1,234"])
        table.add(["日本.example\u{1B}[2J", "5", "dropped"])
        table.add(["short"])
        return table
    }

    @Test func `columns are aligned by what is seen`() {
        #expect(
            table.text(for: pipe) == """
                DOMAIN                      FILES
                a-very-long-domain.example  1,234
                日本.example                    5
                short

                """)
    }

    @Test func `a narrow terminal shortens what may be shortened`() {
        let lines = table.text(for: wide).split(separator: "\n")
        #expect(lines[1] == "a-very-long-doma…  1,234")
        #expect(lines.allSatisfy { $0.displayWidth <= 24 })
    }

    @Test func `nothing is no table, and tabs cannot break tab-separated rows`() {
        #expect(Table([.init("A")]).text(for: pipe) == "")
        var table = Table([.init("A"), .init("B")])
        table.add(["x\ty", "z\n"])
        #expect(table.tabSeparated == "A\tB\nx y\tz \n")
    }
}
