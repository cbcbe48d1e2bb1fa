import Testing

@testable import Model

@Suite struct SidekiqJobTests {
    @Test func `before Sidekiq 8 times are seconds with a fraction`() {
        let dialect = SidekiqDialect(version: "7.3.9", release: .v4_6, namespace: RedisNamespace(nil, release: nil))
        let job = SidekiqJob(.redownloadMedia, [1], id: "a")
        #expect(
            job.payload(at: UTCTime(1_795_238_737.859), in: dialect, lock: nil).hasSuffix(
                #""enqueued_at":1795238737.859}"#))
    }

    @Test func `a scheduled job has not been enqueued yet`() {
        let job = SidekiqJob(.redownloadMedia, [1], id: "a")
        let text = job.payload(
            at: UTCTime(1), due: UTCTime(9), in: SidekiqDialect(writesMilliseconds: true), lock: nil)
        #expect(text.hasSuffix(#""created_at":1000}"#))
    }

    @Test(arguments: [
        (nil, MastodonRelease.v4_3, false), (nil, .v4_4, false), (nil, .v4_5, true), (nil, .v4_6, true),
        ("8.0.9", .v4_4, true), ("6.5.12", .v4_6, false),
    ]) func `a running Sidekiq's version decides how times are written, else the release`(
        version: String?, release: MastodonRelease, expected: Bool
    ) {
        let dialect = SidekiqDialect(
            version: version, release: release, namespace: RedisNamespace(nil, release: release))
        #expect(dialect.writesMilliseconds == expected)
    }

    @Test func `a namespace stands before every key up to 4_3 and is ignored later`() {
        let old = RedisNamespace("masto:", release: .v4_3)
        #expect(SidekiqDialect(version: nil, release: .v4_3, namespace: old).queue("pull") == "masto:queue:pull")
        #expect(CacheKeys(old).status(5) == "masto_cache:v3:statuses/5")
        let new = RedisNamespace("masto:", release: .v4_4)
        #expect(SidekiqDialect(version: nil, release: .v4_4, namespace: new).queue("pull") == "queue:pull")
        #expect(CacheKeys(new).status(5) == "cache:v3:statuses/5")
    }

    @Test func `ids are 24 hexadecimal digits and differ`() {
        let ids = Set((0..<100).map { _ in SidekiqJob.newID() })
        #expect(ids.count == 100)
        #expect(ids.allSatisfy { $0.utf8.count == 24 && $0.allSatisfy(\.isHexDigit) })
    }

    @Test(arguments: [
        #"{"a":[1,-2,"x\"\\y\n",true,null],"b":{"c":"\u0001ü"}}"#, "[]", #"{"z":1,"a":2}"#,
    ]) func `JSON comes back as it was read`(text: String) {
        #expect(JSONValue(parsing: text)?.text == text)
    }

    @Test(arguments: ["", "{", #"{"a":}"#, "[1,]", "truex", #""\u12"#, String(repeating: "[", count: 5_000)])
    func `what is no JSON is refused`(text: String) {
        #expect(JSONValue(parsing: text) == nil)
    }

    @Test(arguments: [
        ("user@example.org", "user@example.org"), ("@User@Example.ORG", "user@example.org"),
    ]) func `a handle is read in either form`(text: String, expected: String) {
        #expect(Handle(text)?.description == expected)
    }

    @Test(arguments: ["user", "@user", "a@b@c", "@@b", "a@"]) func `a handle without a domain is none`(text: String) {
        #expect(Handle(text) == nil)
    }
}
