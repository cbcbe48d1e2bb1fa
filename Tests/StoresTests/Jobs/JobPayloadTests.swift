import Model
import Stores
import Testing

struct JobPayloadTests {
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
}

extension SidekiqWorker {
    fileprivate static let purge = SidekiqWorker(
        "Admin::DomainPurgeWorker", queue: "pull",
        options: [.init("lock", "until_executed"), .init("lock_ttl", 604_800)])
}
