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
}
