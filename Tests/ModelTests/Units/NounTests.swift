import Model
import Testing

struct NounTests {
    @Test(arguments: [
        (1, "accounts", "account"), (0, "accounts", "accounts"), (2, "domain blocks", "domain blocks"),
        (1, "domain blocks", "domain block"), (1, "accounts and emoji", "accounts and emoji"), (1, "media", "media"),
        (1, "entries", "entry"), (1, "addresses", "address"), (1, "statuses", "status"), (1, "indexes", "index"),
        (1, "caches", "cache"), (1, "people", "person"), (1, "lines of /srv/lists.csv", "line of /srv/lists.csv"),
        (1, "more such lines", "more such line"), (1, "IP blocks", "IP block"), (1, "access", "access"),
        (1, "media attachments", "media attachment"), (1, "emoji", "emoji"),
    ])
    func `one thing is told in the singular`(count: Int, plural: String, expected: String) {
        #expect(Noun.fitting(count, plural) == expected)
    }

    @Test(arguments: [
        (1, "names", "are hidden", "1 name is hidden"), (2, "names", "are hidden", "2 names are hidden"),
        (1, "followers", "go", "1 follower goes"), (0, "followers", "go", "0 followers go"),
        (1, "lines of x", "cannot be read", "1 line of x cannot be read"), (1, "people", "follow", "1 person follows"),
        (1, "rules", "have no like", "1 rule has no like"), (1, "blocks", "were made", "1 block was made"),
        (1, "jobs", "wait", "1 job waits"), (1, "files", "", "1 file"), (3, "files", "", "3 files"),
    ])
    func `a verb goes with the number`(count: Int, plural: String, verb: String, expected: String) {
        #expect(Noun.counted(count, plural, verb) == expected)
    }

    @Test func `the number may be written otherwise`() {
        #expect(Noun.counted(1_000, "files", as: "1,000") == "1,000 files")
        #expect(Noun.agreeing(1, "are") == "is" && Noun.agreeing(2, "are") == "are")
    }
}
