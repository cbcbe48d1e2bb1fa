import Faults
import Testing

@testable import Commands

@Suite struct CommandSearchTests {
    @Test(arguments: [
        (["accounts", "show", "alice"], "mastoctl accounts show"), (["media"], "mastoctl media"),
        (["media", "--format", "json"], "mastoctl media"), ([], "mastoctl"), (["--version"], "mastoctl"),
        (["accounts", "--help", "shwo"], "mastoctl accounts"), (["stats", "shwo"], "mastoctl stats"),
    ])
    func `the words of a command lead to it, and what stands behind them is not looked at`(
        words: [String], place: String
    ) {
        let search = CommandSearch(words)
        #expect(search.words.joined(separator: " ") == place)
        #expect(search.fault == nil && !search.asksForHelp)
    }

    @Test(arguments: [
        (["accounts", "shwo", "alice"], "unknown command 'shwo'; did you mean 'show'?"),
        (["acounts"], "unknown command 'acounts'; did you mean 'accounts'?"),
        (["preview_crads", "remove"], "unknown command 'preview_crads'; did you mean 'preview-cards'?"),
        (["accounts", "revoke_session"], "unknown command 'revoke_session'; did you mean 'revoke-sessions'?"),
        (["settings", "registrations", "opne"], "unknown command 'opne'; did you mean 'open'?"),
        (["help", "media", "usgae"], "unknown command 'usgae'; did you mean 'usage'?"),
        (["domains", "resume"], "unknown command 'resume'; did you mean 'resume-delivery'?"),
        (["accounts", "unsusilence"], "unknown command 'unsusilence'; did you mean 'unsilence'?"),
    ])
    func `a slip is answered with what was meant, at any depth`(words: [String], message: String) {
        let fault = CommandSearch(words).fault
        #expect(fault?.message == message)
        #expect(fault?.kind == .usage)
    }

    @Test(arguments: [
        (["xyzzy"], "`mastoctl --help` lists the commands there are"),
        (["accounts", "alice@example.org"], "`mastoctl accounts --help` lists the commands there are"),
        (["settings", "registrations", "42"], "`mastoctl settings registrations --help` lists the commands there are"),
        (
            ["media", "purge"],
            "`mastoctl media --help` lists the commands there are; elsewhere there is `mastoctl domains purge`, "
                + "`mastoctl emoji purge`"
        ),
    ])
    func `a word that is near to nothing is told, and where to look`(words: [String], help: String) throws {
        let fault = try #require(CommandSearch(words).fault)
        #expect(fault.message == "unknown command '\(words.last ?? "")'")
        #expect(fault.help == help)
    }

    @Test func `help may stand before, between or behind the words`() {
        for words in [["help", "media", "usage"], ["media", "help", "usage"], ["media", "help"], ["help"]] {
            let search = CommandSearch(words)
            #expect(search.asksForHelp && search.fault == nil)
            #expect(search.words == ["mastoctl"] + words.filter { $0 != "help" })
        }
        #expect(!CommandSearch(["accounts", "show", "help"]).asksForHelp)
    }

    @Test(arguments: [
        ("show", "show", 0), ("shwo", "show", 1), ("sho", "show", 1), ("shhow", "show", 1), ("shaw", "show", 1),
        ("", "show", 4), ("list", "", 4), ("ab", "ba", 1), ("kitten", "sitting", 3),
    ])
    func `slips are letters left out, added, mistaken or swapped`(one: String, other: String, count: Int) {
        #expect(NearWords.slips(between: Array(one), and: Array(other)) == count)
        #expect(NearWords.slips(between: Array(other), and: Array(one)) == count)
    }

    @Test func `short words are not guessed from nothing`() {
        #expect(NearWords.near(to: "x", among: ["a", "b"]) == [])
        #expect(NearWords.near(to: "", among: ["show"]) == [])
        #expect(NearWords.near(to: "cat", among: ["bat", "hat", "bath"]) == ["bat", "hat"])
        #expect(NearWords.near(to: "co", among: ["config", "go"]) == ["go"])
        #expect(NearWords.near(to: "un", among: ["unfollow", "unsilence", "unsuspend", "unblock"]) == [])
    }
}
