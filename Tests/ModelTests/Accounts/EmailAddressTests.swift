import Model
import Testing

struct EmailAddressTests {
    @Test(arguments: [
        "a@b", "first.last+tag@mail.example.org", "o'hara!#$&*/=?^_`{|}~@example.org", ".dots..anywhere.@example.org",
        "jürgen@bücher.example", "a@[192.0.2.1]", "a@[IPv6:2001:db8::1]",
    ])
    func `an address of good form is taken`(text: String) throws {
        #expect(try EmailAddress(text).text == text.lowercased())
    }

    @Test(arguments: [
        "nope", "@b", "a@", "a@b@c", "a b@c", "a@b c", "\"a\"@b", "a,b@c", "a%b@c", "a@.b", "a@b.", "a@b..c", "<a@b>",
        "a <a@b>", "a(x)@b", "...@b", "a@b/c", "a@b#c", "a@[b", "a\u{0}@b", "a@\u{2028}b",
    ])
    func `an address of bad form is refused`(text: String) {
        #expect(throws: EmailAddress.Flaw.invalid) { try EmailAddress(text) }
    }

    @Test func `blanks around and capitals are dropped`() throws {
        #expect(try EmailAddress(" \tBob@Mail.Example\n").text == "bob@mail.example")
        #expect(throws: EmailAddress.Flaw.blank) { try EmailAddress("  ") }
    }

    @Test func `an address has at most 320 letters`() throws {
        let domain = "@mail.example"
        let longest = String(repeating: "a", count: 320 - domain.count) + domain
        #expect(try EmailAddress(longest).text == longest)
        #expect(throws: EmailAddress.Flaw.tooLong) { try EmailAddress("a" + longest) }
    }

    @Test func `the domains above it can block it too`() throws {
        #expect(try EmailAddress("a@mail.Example.org").domains == ["mail.example.org", "example.org", "org"])
    }
}
