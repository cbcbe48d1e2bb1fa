import Model
import Support
import Testing

@Suite struct DomainNameTests {
    @Test(arguments: [
        ("Example.ORG", "example.org"), ("  example.org \n", "example.org"), ("example.org.", "example.org"),
        ("https://example.org/about/more", "example.org"), ("http://example.org", "example.org"),
        ("@example.org", "example.org"), ("example.org/", "example.org"), ("localhost:3000", "localhost:3000"),
        ("", ""), (".", ""), ("XN--MNCHEN-3YA.example", "xn--mnchen-3ya.example"),
    ])
    func `a name is written in one way`(text: String, name: String) {
        #expect(DomainName.normalized(text) == name)
    }

    @Test(arguments: [
        ("münchen.example", "xn--mnchen-3ya.example"), ("MÜNCHEN.EXAMPLE", "xn--mnchen-3ya.example"),
        ("mu\u{308}nchen.example", "xn--mnchen-3ya.example"), ("bücher.example", "xn--bcher-kva.example"),
        ("straße.example", "strasse.example"), ("例え.テスト", "xn--r8jz45g.xn--zckzah"),
        ("пример.испытание", "xn--e1afmkfd.xn--80akhbyknj4f"), ("παράδειγμα.δοκιμή", "xn--hxajbheg2az3al.xn--jxalpdlp"),
        ("例え。テスト", "xn--r8jz45g.xn--zckzah"), ("ｅｘａｍｐｌｅ.org", "example.org"), ("ex\u{AD}ample.org", "example.org"),
        ("한국.example", "xn--3e0b707e.example"),
        ("\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}.example", "xn--3e0b707e.example"),
        ("💩.example", "xn--ls8h.example"), ("https://Bücher.example./x", "xn--bcher-kva.example"),
    ])
    func `a name in another script is punycode`(text: String, name: String) {
        #expect(DomainName.normalized(text) == name)
    }

    /// Source: RFC 3492, section 7.1.
    @Test(arguments: [
        ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"), ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
        ("Pročprostěnemluvíčesky", "Proprostnemluvesky-uyb24dma41a"),
        ("למההםפשוטלאמדבריםעברית", "4dbcagdahymbxekheh6e0a7fei0b"),
        ("3年B組金八先生", "3B-ww4c5e180e575a65lsy2b"), ("-> $1.00 <-", "-> $1.00 <--"),
    ])
    func `the samples of the standard are encoded as it says`(text: String, code: String) {
        #expect(Punycode.encode(Array(text.unicodeScalars)) == code)
    }

    @Test func `the server takes letters, digits and hyphens`() {
        for name in ["example.org", "a", "xn--mnchen-3ya.example", "1.2.3.4", String(repeating: "a", count: 63) + ".x"]
        {
            #expect(DomainName.isValid(name), "\(name)")
        }
        for name in [
            "", "a..b", ".a", "exa mple.org", "ex_ample.org", "*.example.org", "a@b.example", "ex*mple.org", "a:3000",
            String(repeating: "a", count: 64) + ".x", "x\u{0}.example",
            Array(repeating: "abcdefg", count: 33).joined(separator: "."),
        ] {
            #expect(!DomainName.isValid(name), "\(name)")
        }
    }

    @Test func `a name has its parents`() {
        #expect(DomainName.suffixes(of: "a.b.example") == ["a.b.example", "b.example", "example"])
        #expect(DomainName.suffixes(of: "example") == ["example"])
        #expect(DomainName.isWithin("a.b.example", "b.example"))
        #expect(DomainName.isWithin("b.example", "b.example"))
        #expect(!DomainName.isWithin("ab.example", "b.example"))
        #expect(!DomainName.isWithin("b.example", "a.b.example"))
        #expect(!DomainName.isWithin("b.example", ""))
    }

    @Test func `what somebody registers has two labels, or three below a country's general one`() {
        #expect(DomainName.registrable("a.b.fresh.example") == "fresh.example")
        #expect(DomainName.registrable("fresh.example") == "fresh.example")
        #expect(DomainName.registrable("example") == "example")
        #expect(DomainName.registrable("a.b.co.uk") == "b.co.uk")
    }

    @Test func `normalising twice changes nothing more, whatever the text`() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<Rounds.of(3_000, atLeast: 500) {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...20, using: &random) {
                let value =
                    [
                        UInt32.random(in: 0...0x7F, using: &random), UInt32.random(in: 0...0x2FFF, using: &random),
                        UInt32.random(in: 0...0x10FFFF, using: &random), 0x2E,
                    ].randomElement(using: &random) ?? 0
                if let scalar = Unicode.Scalar(value) { text.append(scalar) }
            }
            let once = DomainName.normalized(String(text))
            if DomainName.isValid(once) { #expect(DomainName.normalized(once) == once, "\(Array(text))") }
        }
    }
}
