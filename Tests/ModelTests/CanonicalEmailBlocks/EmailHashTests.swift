import Model
import Testing

@Suite struct EmailHashTests {
    @Test func `any spelling of an address has one hash, and a hash stands for itself`() throws {
        let hash = try #require(EmailHash("b.l.ocked+tag@Spammer.example"))
        #expect(hash == EmailHash("blocked@spammer.example"))
        #expect(hash == EmailHash(hash.text.uppercased()))
    }

    @Test(arguments: ["", "alice", "@", "@example.org", "alice@", "a b@example.org", String(repeating: "g", count: 64)])
    func `what is neither an address nor a hash is refused`(word: String) {
        #expect(EmailHash(word) == nil)
    }
}
