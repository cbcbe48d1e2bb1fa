import HTML
import Support
import Testing

/// Posts that need no parser are read without one; this is whether they come out as the parser has them.
@Suite struct SimpleMarkupTests {
    private static let names = [
        "p", "a", "span", "strong", "b", "em", "i", "u", "s", "del", "code", "ul", "ol", "li", "blockquote", "br",
        "pre",
        "h1", "div", "script", "svg", "table", "td", "P", "button",
    ]
    private static let pieces =
        [
            "text", " ", "\n", "\t", "é", "日本", "🌍", "\u{feff}", "\u{80}", "\u{9f}", "\u{1}",
            "\u{7f}", "\u{c}", "\r", "\r\n", "&amp;", "&#39;", "&quot;", "&lt;", "&gt;", "&nbsp;", "&apos;", "&#x27;",
            "&#34;", "&#x2F;", "&#x2f;", "&", "&amp", "&ampx;", "&notit;", "<", ">", "\"", "<br>", "<br />", "<br/>",
            "</br>", "</p>", "<!-- c -->", "a longer piece of plain text, without anything odd in it",
            "<br a=\"b\">", "<p/>", "<a href=\"<br>\">", "<a href=\"x\" href=\"y&amp;\" rel='q'>", "<a b=\"</p>\">",
        ] + [0xfffe, 0xfdd0, 0x1fffe].compactMap { Unicode.Scalar($0 as UInt32).map { String(Character($0)) } }
    private static let attributes = [
        "", "", "", " class=\"mention\"", " href=\"https://a.example/?x=1&amp;y=2\" rel=\"tag\"",
        " title=\"a<br>b</p>\"",
        " data-x=\"\"", " hidden", " a=b", "  class=\"x\"", " class=\"x\" ", " A=\"x\"", " x=\"\n\r\"",
    ]

    /// Markup made of tags that mostly fit together; `sloppy` in a hundred do not.
    private static func post(_ dice: inout SeededNumbers, sloppy: Int) -> String {
        var html = ""
        var open: [String] = []
        for _ in 0..<Int.random(in: 1...14, using: &dice) {
            switch Int.random(in: 0..<10, using: &dice) {
            case 0..<4:
                let usual = Int.random(in: 0..<100, using: &dice) >= sloppy
                html +=
                    usual
                    ? ["text ", "<br>", "<br />", "&amp;", "🌍"].randomElement(using: &dice)!
                    : pieces.randomElement(using: &dice)!
            case 4..<7:
                let usual = Int.random(in: 0..<100, using: &dice) >= sloppy
                let name = (usual ? names[..<15] : names[...]).randomElement(using: &dice)!
                html += "<\(name)\((usual ? attributes[..<6] : attributes[...]).randomElement(using: &dice)!)>"
                open.append(name)
            default:
                guard let name = open.popLast() else { continue }
                html +=
                    Int.random(in: 0..<100, using: &dice) >= sloppy
                    ? "</\(name)>" : "</\(names.randomElement(using: &dice)!)>"
            }
        }
        if Int.random(in: 0..<100, using: &dice) >= sloppy { while let name = open.popLast() { html += "</\(name)>" } }
        return html
    }

    @Test(arguments: [0, 5, 30, 100])
    func `made-up posts have the text the parser gives them`(sloppy: Int) {
        var dice = SeededNumbers(seed: UInt64(sloppy))
        for _ in 0..<Rounds.of(50_000) {
            let html = Self.post(&dice, sloppy: sloppy)
            let text = PlainText.of(html: html)
            let parsed = PlainText.parsed(html: html)
            guard text != parsed || text.utf8.count != parsed.utf8.count else { continue }
            Issue.record("\(html.debugDescription): \(text.debugDescription) is not \(parsed.debugDescription)")
            return
        }
    }

    @Test(arguments: OddHTML.all) func `odd HTML cut anywhere has the text the parser gives it`(_ pair: OddHTML) {
        let bytes = Array(pair.html.utf8.prefix(300))
        for start in 0...min(bytes.count, 60) {
            for end in stride(from: start, through: bytes.count, by: 3) {
                let html = String(decoding: bytes[start..<end], as: UTF8.self)
                #expect(PlainText.of(html: html) == PlainText.parsed(html: html), "\(html.debugDescription)")
            }
        }
    }

    @Test func `what most posts look like is read without the parser`() {
        let post = """
            <p><span class="h-card" translate="no"><a href="https://a.example/@b" class="u-url mention">@<span>b</span>\
            </a></span> it&#39;s <em>so</em>.<br />More.</p><ul><li>one</li><li><p>two</p></li></ul><p>three</p>
            """
        #expect(PlainText.isSimple(html: post))
        #expect(PlainText.of(html: post) == "@b it's so.\nMore.\nonetwo\nthree")
        #expect(!PlainText.isSimple(html: "<p>a<p>b"))
        #expect(!PlainText.isSimple(html: "<p><ul><li>a</li></ul></p>"))
    }
}
