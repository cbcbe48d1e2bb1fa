import Model
import Testing

struct CanonicalEmailTests {
    @Test(arguments: [
        ("alice@example.org", "alice@example.org"), ("A.l.i.c.e@Example.ORG", "alice@example.org"),
        ("alice+news@example.org", "alice@example.org"), ("al.ice+a+b.c@sub.example.org", "alice@sub.example.org"),
        ("+only@example.org", "@example.org"), ("alice@a@b", "alice@a@b"), ("nobody", "nobody@"),
        ("ÄÖ.Ü@example.org", "äöü@example.org"),
    ])
    func `dots, tags and case do not make another mailbox`(address: String, canonical: String) {
        #expect(CanonicalEmail(of: address).text == canonical)
    }

    /// Digests from `printf %s test@example.com | sha256sum`.
    @Test func `the hash is SHA-256 of the canonical form`() {
        let expected = "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b"
        #expect(CanonicalEmail(of: "T.e.s.t+x@EXAMPLE.com").hash == expected)
    }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `SHA-256 agrees with FIPS 180`(text: String, digest: String) {
        #expect(SHA256.hex(text) == digest)
    }
}
