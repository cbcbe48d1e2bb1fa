import Model
import Stores
import Testing

@Suite struct EmailHashTests {
    @Test func `any spelling of an address has one hash, and a hash stands for itself`() throws {
        let hash = try #require(EmailHash("b.l.ocked+tag@Spammer.example"))
        #expect(hash == EmailHash("blocked@spammer.example"))
        #expect(hash == EmailHash(hash.text.uppercased()))
    }

    /// From `printf %s test@example.com | sha256sum`.
    @Test func `the hash is SHA-256 of the canonical form`() {
        let expected = "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b"
        #expect(EmailHash("T.e.s.t+x@EXAMPLE.com")?.text == expected)
    }

    @Test(arguments: ["", "alice", "@", "@example.org", "alice@", "a b@example.org", String(repeating: "g", count: 64)])
    func `what is neither an address nor a hash is refused`(word: String) {
        #expect(EmailHash(word) == nil)
    }
}
