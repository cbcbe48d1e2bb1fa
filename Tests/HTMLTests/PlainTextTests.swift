import HTML
import Testing

@Suite struct PlainTextTests {
    /// Pairs of HTML and the text that Nokogiri 1.13's HTML5 gives for it by the server's rules.
    @Test(arguments: OddHTML.all) func `odd HTML has the text the server gives it`(_ pair: OddHTML) {
        #expect(PlainText.of(html: pair.html) == pair.text)
    }

    @Test func `elements four hundred deep are text, one more is none`() {
        #expect(PlainText.of(html: String(repeating: "<div>", count: 400) + "x") == "x")
        #expect(PlainText.of(html: String(repeating: "<div>", count: 401) + "x") == "")
    }

    @Test func `more than four hundred attributes make the text empty`() {
        func link(_ count: Int) -> String { "<a " + (1...count).map { "a\($0)=1" }.joined(separator: " ") + ">x" }
        #expect(PlainText.of(html: link(400)) == "x")
        #expect(PlainText.of(html: link(401)) == "")
    }

    @Test func `ten thousand unclosed tags end soon and without a crash`() {
        #expect(PlainText.of(html: String(repeating: "<b><i>", count: 10_000) + "x") == "")
        #expect(PlainText.of(html: String(repeating: "<p>a</p>", count: 12_500)).utf8.count == 24_999)
    }
}
