import Model
import Testing

@Suite struct AccountNameTests {
    private func subject(_ text: String) -> ProfileAddress.Subject? {
        if case .profile(let profile)? = AccountName(text) { profile.subject } else { nil }
    }

    @Test(arguments: [
        "bob@example.org", "@bob@example.org", "@Bob@Example.ORG", "acct:bob@example.org", "acct:@bob@example.org",
        "ACCT:bob@example.org", "https://here.example/@bob@example.org", "https://here.example/@bob@example.org/media",
        "https://here.example/web/@bob@example.org", "https://here.example/deck/@bob@example.org/",
        "here.example/@bob@example.org", "https://here.example/%40bob%40example.org", "bob@example.org.",
    ])
    func `a handle is the same however it is written`(text: String) {
        #expect(AccountName(text) == .address(user: "bob", domain: "example.org"))
        #expect(AccountName(text)?.handle(own: ["here.example"]) == "bob@example.org")
        #expect(AccountName(text)?.handle(own: ["example.org"]) == "bob")
        #expect(Handle(text)?.description == "bob@example.org")
    }

    @Test(arguments: [
        "https://example.org/@bob", "https://example.org/@Bob/", "http://example.org/@bob?tab=1",
        "https://example.org/@bob#top", "https://example.org/@bob/with_replies", "https://example.org/@bob/tagged/cats",
        "https://example.org/users/bob", "https://example.org/users/bob/followers", "HTTPS://Example.org/users/bob",
        "https://example.org:443/@bob", "example.org/@bob", "https://example.org/web/@bob",
        "https://example.org/%40bob",
    ])
    func `the address of a page or an actor names an account`(text: String) throws {
        #expect(subject(text) == .user("bob"))
        #expect(AccountName(text)?.handle(own: []) == "bob@example.org")
        #expect(AccountName(text)?.handle(own: ["example.org"]) == "bob")
        #expect(Handle(text)?.description == "bob@example.org")
    }

    @Test func `addresses may hold ids`() {
        #expect(subject("https://example.org/ap/users/109876543210987654") == .actor(109_876_543_210_987_654))
        #expect(subject("https://example.org/web/accounts/17") == .row(17))
        #expect(subject("https://example.org/admin/accounts/17") == .row(17))
        #expect(subject("https://example.org/actor") == .actor(-99))
        #expect(AccountName("https://example.org/ap/users/1")?.handle(own: ["example.org"]) == nil)
    }

    @Test(arguments: [
        "https://example.org/@bob/109876543210987654", "https://example.org/users/bob/statuses/1",
        "https://example.org/bob", "https://example.org/ap/users/none", "https://example.org/@b@c@d",
        "https://example.org/ap/users/99999999999999999999",
    ])
    func `other addresses are looked for as they are`(text: String) {
        #expect(subject(text) == .unknown)
    }

    @Test func `the spellings of an address are those a row may have`() throws {
        let profile = try #require(ProfileAddress("https://Example.org:3000/@Bob/"))
        #expect(profile.host == "example.org:3000")
        #expect(
            profile.spellings == [
                "https://example.org:3000/@Bob", "https://example.org:3000/@Bob/", "https://example.org:3000/@bob",
                "https://example.org:3000/users/Bob", "https://example.org:3000/users/bob",
            ])
    }

    @Test(
        arguments: [
            ("alice", .local("alice")), ("@Alice", .local("alice")), ("acct:alice", .local("alice")),
            ("a.b-c_d", .local("a.b-c_d")), ("17", .number(17)), ("@17", .local("17")), ("id:17", .id(17)),
            ("id:-99", .id(-99)), ("a@mail.example", .address(user: "a", domain: "mail.example")),
            ("a+b@mail.example", .address(user: "a+b", domain: "mail.example")),
            ("a/b@mail.example", .address(user: "a/b", domain: "mail.example")),
        ] as [(String, AccountName)])
    func `other names stay what they were`(text: String, name: AccountName) {
        #expect(AccountName(text) == name)
    }

    @Test(arguments: [
        "", "@", "a b", "a@b@c", "acct:", "acct:@", "https://", "https://example.org", "https://example.org/",
        "https://u:p@example.org/@bob", "https://no domain/@bob", "ftp://example.org/@bob", "id:0", "id:x",
        "example.org/bob",
        "https://example.org:x/@bob", "https://exa_mple.org/@bob", "mailto:a@b.example",
    ])
    func `what can be no account's name is none`(text: String) {
        #expect(AccountName(text) == nil, "\(String(describing: AccountName(text)))")
    }

    @Test func `a text that is no handle stays as it is`() {
        #expect(AccountName.handle("acct:Bob@example.org", own: ["example.org"]) == "bob")
        #expect(AccountName.handle("id:17", own: []) == "id:17")
        #expect(AccountName.handle("two words", own: []) == "two words")
        #expect(AccountName.handle("spam.example", own: []) == "spam.example")
    }
}
