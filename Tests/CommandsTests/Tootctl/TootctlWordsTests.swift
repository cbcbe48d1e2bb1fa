import Testing

@testable import Commands

@Suite struct TootctlWordsTests {
    @Test(arguments: [
        ("help", "--help"), ("help media remove", "media remove --help"), ("media help remove", "media remove --help"),
        ("media remove --dry-run=true --days=3", "media remove --dry-run --days=3"),
        ("media remove --verbose=false", "media remove"), ("cache clear", "cache clear"), ("", ""),
    ])
    func `words of tootctl become ours`(words: String, ours: String) {
        let given = words.split(separator: " ").map(String.init)
        #expect(TootctlWords.translated(given) == ours.split(separator: " ").map(String.init))
    }

    @Test func `it is called so by its last name alone`() {
        #expect(TootctlWords.isName("/usr/local/bin/tootctl"))
        #expect(TootctlWords.isName("tootctl"))
        #expect(!TootctlWords.isName("/opt/tootctl/mastoctl"))
    }
}
