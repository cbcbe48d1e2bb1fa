import Model
import Support
import Testing

/// The normalisers of domains, e-mail addresses and names: no input ends the program, and each is done after one time.
@Suite struct NameFuzzTests {
    private static let words = [
        "example", ".", "..", "xn--", "-", "@", "+", "https://", "/", ":3000", "ü", "ß", "例え", "。", "\u{AD}", "\u{301}",
        " ", "\t", "\u{0}", "💩", "\u{200D}", "A", "0", "id:", "_", "%", "\"",
    ]

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `domains made by chance come out in one form, and what is valid stays as it is`(seed: UInt64) {
        var chaos = Chaos(seed: seed)
        for _ in 0..<Rounds.of(2_000, atLeast: 400) {
            let text = chaos.text(upTo: 80, of: Self.words)
            let name = DomainName.normalized(text)
            guard DomainName.isValid(name) else { continue }
            #expect(DomainName.normalized(name) == name, "\(text)")
            #expect(name.utf8.count < 256 && name.utf8.allSatisfy { $0 < 0x80 })
            #expect(DomainName.suffixes(of: name).allSatisfy { DomainName.isWithin(name, $0) })
        }
    }

    @Test(arguments: [4, 5, 6] as [UInt64])
    func `addresses made by chance have a canonical form that is its own`(seed: UInt64) {
        var chaos = Chaos(seed: seed)
        for _ in 0..<Rounds.of(2_000, atLeast: 400) {
            let text = chaos.text(upTo: 60, of: Self.words)
            let canonical = CanonicalEmail(of: text)
            #expect(CanonicalEmail(of: canonical.text) == canonical, "\(text)")
            if let address = try? EmailAddress(text) { #expect((try? EmailAddress(address.text)) == address) }
            _ = try? Username(text)
            _ = AccountName(text)
            let normalized = UsernameBlock.normalized(text)
            #expect(UsernameBlock.normalized(normalized) == normalized)
        }
    }

    private static let units = ["a", ".", "a.", "ü", "例え。", "@", "+", " ", "/", "-", "\u{301}", "xn--"]

    @Test(arguments: Rounds.some(of: units, atLeast: 4))
    func `eight times the text takes about eight times as long`(unit: String) {
        for (name, work) in [
            ("domain", { _ = DomainName.normalized($0) }), ("validity", { _ = DomainName.isValid($0) }),
            ("suffixes", { _ = DomainName.suffixes(of: $0) }), ("canonical", { _ = CanonicalEmail(of: $0) }),
            ("address", { _ = try? EmailAddress($0) }), ("name", { _ = AccountName($0) }),
            ("user name", { _ = try? Username($0) }),
        ] as [(String, (String) -> Void)] {
            let ratio = growth(unit, kilobytes: 32, work)
            #expect(ratio < 24, "\(name) of \(unit.debugDescription): \(ratio)")
        }
    }
}
