import Model
import Testing

struct NounTests {
    @Test(arguments: [
        (1, "accounts", "account"), (0, "accounts", "accounts"), (2, "domain blocks", "domain blocks"),
        (1, "domain blocks", "domain block"), (1, "accounts and emoji", "accounts and emoji"), (1, "media", "media"),
    ])
    func `one thing is told in the singular`(count: Int, plural: String, expected: String) {
        #expect(Noun.fitting(count, plural) == expected)
    }
}
