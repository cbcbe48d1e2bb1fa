import Model
import Postgres
import Support
import Testing

/// What is at the address: a cluster that is not well, one behind TLS and a password, something else.
@Suite(.enabled(if: SearchCore.isAvailable))
struct SearchClusterTests {
    private static func health(_ status: String, nodes: Int = 2, unassigned: Int = 3) -> FaultProxy.Trouble {
        .answer(
            200,
            body: #"{"status": "\#(status)", "number_of_data_nodes": \#(nodes), "unassigned_shards": \#(unassigned)}"#)
    }

    @Test func `a red cluster is told, and no index some of which is missing is written into`() async throws {
        let proxy = FaultProxy(upstream: try await SearchCore.port())
        defer { proxy.stop() }
        let stage = try await Stage.make().searching("red", port: proxy.port)
        #expect(try await stage.run("search", "deploy", "--only", "tags").status == 0)
        proxy.fail(Self.health("red"), times: .max) { $0.target.contains("/_cluster/health") }
        let status = try await stage.run("search", "status")
        #expect(status.status == 1)
        #expect(status.answer.contains("the cluster is red: 3 shards are on no node"))
        #expect(status.answer.contains("tags: it is red: 3 of its shards"))
        let refused = try await stage.run("search", "deploy", "--only", "tags")
        #expect(refused.status == 69, "\(refused.conversation)")
        #expect(refused.conversation.contains("the index tags is red"))
        #expect(refused.conversation.contains("--swap --only tags"))
        #expect(try await stage.setting("refresh_interval", of: "red_tags") == "30s")
        // A new one takes its place.
        let swapped = try await stage.run("search", "deploy", "--only", "tags", "--swap")
        #expect(swapped.status == 0, "\(swapped.conversation)")
        #expect(swapped.conversation.contains("the cluster is red"))
    }

    @Test func `copies without a node are told, and what to do about them`() async throws {
        let stage = try await Stage.make().searching("yellow").with(["ES_PRESET": "small_cluster"])
        #expect(try await stage.run("search", "deploy", "--only", "tags").status == 0)
        let status = try await stage.run("search", "status", "--format", "json")
        #expect(status.status == 1)
        #expect(try await stage.figure("indexes.2.health", of: status) == "yellow")
        #expect(try await stage.figure("indexes.2.problems.0", of: status)?.contains("wait for a second node") == true)
        #expect(try await stage.run("search", "verify", "--full", "--only", "tags").status == 0)
    }

    @Test func `a cluster with no place for a new index is told before anything is filled`() async throws {
        let proxy = FaultProxy(upstream: try await SearchCore.port())
        defer { proxy.stop() }
        let stage = try await Stage.make().searching("noplace", port: proxy.port)
        proxy.fail(.answer(200, body: #"{"acknowledged": true, "shards_acknowledged": false}"#)) {
            $0.method == "PUT" && $0.target == "/noplace_tags"
        }
        let run = try await stage.run("search", "deploy", "--only", "tags")
        #expect(run.status == 69, "\(run.conversation)")
        #expect(run.conversation.contains("no node took the shards of noplace_tags"))
        #expect(!proxy.requests.contains { $0.target.contains("_bulk") })
    }

    @Test(arguments: [403, 429])
    func `a disk that fills up in the middle ends the run at once, with the reason`(status: Int) async throws {
        let proxy = FaultProxy(upstream: try await SearchCore.port())
        defer { proxy.stop() }
        let stage = try await Stage.make().searching("disk\(status)", port: proxy.port)
        let error =
            #"{"type": "cluster_block_exception", "reason": "index [x] blocked by: [FORBIDDEN/12/index read-only / allow delete (api)];"}"#
        proxy.fail(
            .answer(
                200, body: #"{"errors": true, "items": [{"index": {"status": \#(status), "error": \#(error)}}]}"#),
            times: 1
        ) { $0.target.contains("/disk\(status)_tags/_bulk") }
        let run = try await stage.run("search", "deploy", "--only", "tags")
        #expect(run.status == 75, "\(run.conversation)")
        #expect(run.conversation.contains("disk is nearly full"))
        #expect(try await stage.setting("refresh_interval", of: "disk\(status)_tags") == "30s")
        #expect(try await stage.run("search", "deploy", "--resume").status == 0)
        #expect(try await stage.run("search", "verify", "--full", "--only", "tags").status == 0)
    }

    @Test(arguments: [(200, "<html>It works!</html>"), (404, "<html>Not found</html>"), (301, ""), (200, "{}")])
    func `something else at the address is told as such`(status: Int, page: String) async throws {
        let standIn = FaultProxy(upstream: nil)
        defer { standIn.stop() }
        standIn.fail(.answer(status, body: page), times: .max)
        let stage = try await Stage.make().searching("else", port: standIn.port)
        for words in [["deploy"], ["status"], ["verify"]] {
            let run = try await stage.start(["search"] + words).end()
            #expect(run.status == 78, "\(run.conversation)")
            #expect(run.conversation.contains("is no search cluster"))
        }
    }

    @Test func `a name that is none, and a server without a cluster, are told by each command`() async throws {
        let stage = try await Stage.make()
        let lost = stage.with(["ES_ENABLED": "true", "ES_HOST": "nowhere.invalid", "ES_PORT": "9200"])
        for words in [["deploy"], ["deploy", "--dry-run"], ["status"], ["verify"]] {
            let run = try await lost.start(["search"] + words).end()
            #expect(run.status == 69, "\(run.conversation)")
            #expect(run.conversation.contains("nowhere.invalid:9200"))
            let disabled = try await stage.start(["search"] + words).end()
            #expect(disabled.status == 78 && disabled.conversation.contains("ES_ENABLED"))
        }
        // Notes are in Redis, whatever became of the cluster.
        #expect(try await stage.run("search", "queue").status == 0)
    }

    @Test(.enabled(if: SecureServer.isAvailable))
    func `a cluster behind TLS and a password is used, and neither a wrong authority nor a wrong password passes`()
        async throws
    {
        let guarding = FaultProxy(upstream: try await SearchCore.port())
        defer { guarding.stop() }
        // elastic:hunter2
        guarding.fail(.answer(401, body: #"{"error": {"type": "security_exception", "reason": "no"}}"#), times: .max) {
            !$0.head.contains("Authorization: Basic ZWxhc3RpYzpodW50ZXIy")
        }
        let front = try SecureFront(before: guarding.port)
        defer { front.stop() }
        let stage = try await Stage.make().searching("tls").with([
            "ES_HOST": "https://localhost", "ES_PORT": "\(front.port)", "ES_USER": "elastic", "ES_PASS": "hunter2",
            "ES_CA_FILE": front.certificate,
        ])
        let deployed = try await stage.run("search", "deploy", "--format", "json")
        #expect(deployed.status == 0, "\(deployed.conversation)")
        #expect(try await stage.run("search", "verify", "--full").status == 0)
        let status = try await stage.calmSearchStatus()
        #expect(status.status == 0 && status.answer.contains("https://localhost:\(front.port)"))
        let stranger = try await stage.with(["ES_CA_FILE": ""]).run("search", "status")
        #expect(stranger.status == 69, "\(stranger.conversation)")
        #expect(stranger.conversation.contains("no trusted TLS connection"))
        let missing = try await stage.with(["ES_CA_FILE": "/nowhere/ca.pem"]).run("search", "status")
        #expect(missing.status == 69, "\(missing.conversation)")
        #expect(missing.conversation.contains("certificate authority"))
        let wrong = try await stage.with(["ES_PASS": "hunter3"]).run("search", "status")
        #expect(wrong.status == 77 && wrong.conversation.contains("ES_PASS"), "\(wrong.conversation)")
        for run in [deployed, status, stranger, missing, wrong] {
            #expect(!(run.answer + run.conversation).contains("hunter"))
        }
    }

    @Test(arguments: MastodonRelease.allCases)
    func `the server's own record says what this release deploys, however it was written`(
        release: MastodonRelease
    ) async throws {
        let prefix = "record\(release.rawValue.filter(\.isNumber))"
        let stage = try await Stage.make(release).searching(prefix).with(["ES_PRESET": "large_cluster"])
        func records(_ words: [String]) async throws {
            let run = try await stage.start(["search", "deploy"] + words).end()
            #expect(run.status == 0, "\(run.conversation)")
            for index in SearchIndex.allCases {
                let record = try await stage.ask("GET", "/\(prefix)_chewy_specifications/_doc/\(index.name)")
                let specification = IndexSpecification(index, release: release, preset: .largeCluster)
                #expect(record?["_source"]?["specification"]?.string == specification.record)
                let shards = SearchPreset.largeCluster.shards(of: index).map { "\($0)" }
                #expect(try await stage.setting("number_of_shards", of: "\(prefix)_\(index.name)") == shards)
                #expect(try await stage.setting("number_of_replicas", of: "\(prefix)_\(index.name)") == "1")
            }
        }
        try await records(["--no-import"])
        _ = try await stage.ask(
            "PUT", "/\(prefix)_chewy_specifications/_doc/tags?refresh=true", #"{"specification": "e30=\n"}"#)
        try await records(["--only-mapping"])
        #expect(
            try await stage.start(["search", "deploy", "--reset-chewy", "--only", "tags", "--no-import"]).end().status
                == 0)
        try await records([])
    }
}
