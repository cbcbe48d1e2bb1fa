import Testing

@testable import Model

@Suite struct SidekiqJobTests {
    /// What a server of Mastodon 4.6.5 pushed.
    private static let pushed: [(SidekiqJob, Double, String)] = [
        (
            SidekiqJob(.redownloadMedia, [54321], id: "e92442166680781aa6222f65"), 1_795_238_737.859,
            #"{"retry":3,"queue":"pull","args":[54321],"class":"RedownloadMediaWorker","#
                + #""jid":"e92442166680781aa6222f65","created_at":1795238737859,"enqueued_at":1795238737859}"#
        ),
        (
            SidekiqJob(.redownloadAvatar, [115_951_235_275_136_308], id: "777244eb41062489dd25d7b9"), 1_795_238_737.857,
            #"{"retry":7,"queue":"pull","args":[115951235275136308],"class":"RedownloadAvatarWorker","#
                + #""jid":"777244eb41062489dd25d7b9","created_at":1795238737857,"enqueued_at":1795238737857}"#
        ),
        (
            SidekiqJob(.redownloadHeader, [115_951_235_275_136_308], id: "6cf5bf35d344a93fcb6fae08"), 1_795_238_737.858,
            #"{"retry":7,"queue":"pull","args":[115951235275136308],"class":"RedownloadHeaderWorker","#
                + #""jid":"6cf5bf35d344a93fcb6fae08","created_at":1795238737858,"enqueued_at":1795238737858}"#
        ),
        (
            SidekiqJob(.purge, ["beta.example"], id: "009171c4e9cad78b33d3a757"), 1_795_238_737.832,
            #"{"retry":true,"queue":"pull","lock":"until_executed","lock_ttl":604800,"args":["beta.example"],"#
                + #""class":"Admin::DomainPurgeWorker","jid":"009171c4e9cad78b33d3a757","created_at":1795238737832,"#
                + #""lock_timeout":0,"lock_prefix":"uniquejobs","lock_args":["beta.example"],"#
                + #""lock_digest":"uniquejobs:ad2fc6ab3bb3bf3a2494e7f5cb3b3652","enqueued_at":1795238737832}"#
        ),
        (
            SidekiqJob(
                SidekiqWorker("RegenerationWorker", options: [.init("lock", "until_executed")]), [12],
                id: "4e978cb9331eeb438917364e"), 1_795_238_737.853,
            #"{"retry":true,"queue":"default","lock":"until_executed","args":[12],"class":"RegenerationWorker","#
                + #""jid":"4e978cb9331eeb438917364e","created_at":1795238737853,"lock_timeout":0,"lock_ttl":4320000,"#
                + #""lock_prefix":"uniquejobs","lock_args":[12],"#
                + #""lock_digest":"uniquejobs:b5f16949c4a67a71fd1ab724d43c466b","enqueued_at":1795238737853}"#
        ),
    ]

    @Test(arguments: pushed) func `a job is written as the server's own Sidekiq writes it`(
        job: SidekiqJob, seconds: Double, text: String
    ) {
        let dialect = SidekiqDialect(version: "8.1.6", release: nil, namespace: RedisNamespace(nil, release: nil))
        #expect(job.payload(at: UTCTime(seconds + 0.0001), in: dialect) == text)
    }

    @Test func `before Sidekiq 8 times are seconds with a fraction`() {
        let dialect = SidekiqDialect(version: "7.3.9", release: .v4_6, namespace: RedisNamespace(nil, release: nil))
        let job = SidekiqJob(.redownloadMedia, [1], id: "a")
        #expect(job.payload(at: UTCTime(1_795_238_737.859), in: dialect).hasSuffix(#""enqueued_at":1795238737.859}"#))
    }

    @Test func `a scheduled job has not been enqueued yet`() {
        let job = SidekiqJob(.redownloadMedia, [1], id: "a")
        let text = job.payload(
            at: UTCTime(1), due: UTCTime(9), in: SidekiqDialect(writesMilliseconds: true))
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

    @Test(arguments: [
        ("", "d41d8cd98f00b204e9800998ecf8427e"), ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
        (String(repeating: "1234567890", count: 8), "57edf4a22be3c955ac49da2e2107b67a"),
    ]) func `digests are those of RFC 1321`(text: String, digest: String) {
        #expect(MD5.hex(text) == digest)
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

extension SidekiqWorker {
    fileprivate static let purge = SidekiqWorker(
        "Admin::DomainPurgeWorker", queue: "pull",
        options: [.init("lock", "until_executed"), .init("lock_ttl", 604_800)])
}
