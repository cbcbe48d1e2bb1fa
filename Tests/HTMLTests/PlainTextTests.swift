import Glibc
import HTML
import Support
import Testing

@Suite struct PlainTextTests {
    /// Pairs of HTML and the text that Nokogiri 1.13's HTML5 gives for it by the server's rules.
    @Test(arguments: OddHTML.all) func `odd HTML has the text the server gives it`(_ pair: OddHTML) {
        #expect(PlainText.of(html: pair.html) == pair.text)
    }

    @Test func `elements four hundred deep are text, one more is none`() {
        #expect(PlainText.of(html: String(repeating: "<div>", count: 400) + "x") == "x")
        #expect(PlainText.of(html: String(repeating: "<div>", count: 401) + "x") == "")
        // What is closed at once is no level.
        #expect(PlainText.of(html: String(repeating: "<div>", count: 400) + "x<br><img>y<hr>z") == "x\nyz")
        // Hidden ones count.
        #expect(PlainText.of(html: "x<noscript>" + String(repeating: "<div>", count: 400)) == "")
    }

    @Test func `more than four hundred attributes make the text empty`() {
        func link(_ count: Int) -> String { "<a " + (1...count).map { "a\($0)=1" }.joined(separator: " ") + ">x" }
        #expect(PlainText.of(html: link(400)) == "x")
        #expect(PlainText.of(html: link(401)) == "")
    }

    @Test(
        arguments: [0x1, 0xb, 0x1f, 0x7f, 0x80, 0x85, 0x9f, 0xfdd0, 0xfdef, 0xfffe, 0xffff, 0x1fffe, 0x10ffff]
            as [UInt32])
    func `characters that are none stay what they are`(_ number: UInt32) throws {
        let character = String(try #require(Unicode.Scalar(number)))
        #expect(PlainText.of(html: "<p>\(character)a\(character)</p>") == "\(character)a\(character)")
        #expect(PlainText.of(html: "<textarea>\(character)<i></textarea>") == "\(character)<i>")
    }

    /// Documents of about so many bytes in which each byte costs a careless reader as much as all before it.
    private static let floods: [Flood] = [
        Flood("unclosed formatting") { Flood.of("<a><b><i>", $0) },
        Flood("unclosed blocks with text") { Flood.of("<div>x", $0) },
        Flood("nested quotes") { Flood.of("<blockquote><p>", $0) },
        Flood("lists in lists") { Flood.of("<ul><li>a", $0) },
        Flood("entities") { Flood.of("&amp;&lt;&notit;&#x1F600;", $0) },
        Flood("ampersands") { Flood.of("&", $0) },
        Flood("angles") { Flood.of("<", $0) },
        Flood("paragraphs") { Flood.of("<p>a</p>", $0) },
        Flood("line breaks") { Flood.of("<br>", $0) },
        Flood("end tags") { Flood.of("</a></b></p>", $0) },
        Flood("misnested links") { Flood.of("<a><p></a>", $0) },
        Flood("tables") { Flood.of("<table>", $0) },
        Flood("blocks misplaced in a table") { "<table>" + Flood.of("<div>", $0) },
        Flood("cells in cells") { Flood.of("<table><tr><td>", $0) },
        Flood("formatting left open by paragraphs") { size in
            (0..<size / 16).reduce(into: "") { $0 += "<p><b i=\($1)>x</p>" }
        },
        Flood("attributes") { size in (0..<size / 9).reduce(into: "<a") { $0 += " a\($1)=1" } + ">x" },
        Flood("tags of many attributes") { size in
            Flood.of((0..<300).reduce(into: "<a") { $0 += " a\($1)" } + ">x</a>", size)
        },
        Flood("attributes of one root") { size in (0..<size / 14).reduce(into: "") { $0 += "<html a\($1)=1>" } },
        Flood("drawings") { Flood.of("<svg><g>", $0) },
        Flood("comments") { Flood.of("<!--", $0) },
        Flood("control characters") { "<p>" + Flood.of("\u{1}", $0) },
    ]

    @Test(arguments: floods) func `a flood takes time in proportion to its length`(_ flood: Flood) {
        // Eight times the length is 64 times the time of a square; noise and caches have a wide berth below it.
        #expect(flood.growth(from: Rounds.of(1 << 17, atLeast: 1 << 14), times: 8) < 24)
    }

    @Test(arguments: [
        "<a><b><i>", "&amp;&lt;&eacute;", "<blockquote><p>x", "<div>", "<p>a</p>", "<ruby>漢<rt>k</ruby>",
    ]) func `megabytes of it are read`(unit: String) {
        let text = PlainText.of(html: Flood.of(unit, Rounds.of(10 << 20)))
        let isTooDeep = unit.contains("<b>") || unit.hasPrefix("<div") || unit.hasPrefix("<blockquote")
        #expect(text.isEmpty == isTooDeep)
    }

    @Test func `ten thousand unclosed tags end soon and without a crash`() {
        #expect(PlainText.of(html: String(repeating: "<b><i>", count: 10_000) + "x") == "")
        #expect(PlainText.of(html: String(repeating: "<p>a</p>", count: 12_500)).utf8.count == 24_999)
    }
}

/// A document that is large in a nasty way.
struct Flood: Sendable, CustomTestStringConvertible {
    let testDescription: String
    private let document: @Sendable (Int) -> String

    init(_ name: String, _ document: @escaping @Sendable (Int) -> String) {
        testDescription = name
        self.document = document
    }

    static func of(_ unit: String, _ size: Int) -> String {
        String(repeating: unit, count: size / unit.utf8.count + 1)
    }

    /// How much longer a document of so many times the length takes: the least of some tries, each of which other work may lengthen.
    func growth(from size: Int, times: Int) -> Double {
        let (one, two) = (document(size), document(size * times))
        var least: (one: Double, two: Double) = (.infinity, .infinity)
        for _ in 0..<4 {
            least.one = min(least.one, workedSeconds { _ = PlainText.of(html: one) } + 1e-4)
            least.two = min(least.two, workedSeconds { _ = PlainText.of(html: two) } + 1e-4)
            if least.two / least.one < Double(2 * times) { break }
        }
        return least.two / least.one
    }
}
