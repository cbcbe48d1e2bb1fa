import Glibc
import Model
import Postgres
import Support
import Testing

/// A cluster in trouble: a proxy before the real core, or a stand-in that only greets.
@Suite(.enabled(if: SearchCore.isAvailable))
struct SearchFaultTests {
    @Test(arguments: [
        FaultProxy.Trouble.answer(429, body: "{}"), .answer(503, body: "{}"), .refuse, .cut(afterBytes: 20),
        .answer(413, body: "{}"),
    ])
    func `a request the cluster has no room for, or loses, is sent again until all is there`(
        trouble: FaultProxy.Trouble
    ) async throws {
        let proxy = FaultProxy(upstream: try await SearchCore.port())
        defer { proxy.stop() }
        let stage = try await Stage.make().searching("again\(UInt32.random(in: 0 ... .max))", port: proxy.port)
        proxy.fail(trouble, times: 3) { $0.target.contains("_accounts") && $0.target.contains("/_bulk") }
        let run = try await stage.run("search", "deploy", "--only", "accounts")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.run("search", "verify", "--full", "--only", "accounts").status == 0)
    }

    @Test func `single documents refused for want of room are sent again`() async throws {
        let proxy = FaultProxy(upstream: try await SearchCore.port())
        defer { proxy.stop() }
        let stage = try await Stage.make().searching("items", port: proxy.port)
        let ids = try await stage.number("select count(*) from tags")
        let items = String(
            repeating: #"{"index": {"status": 429, "error": {"type": "full", "reason": "no room"}}},"#, count: ids)
        proxy.fail(.answer(200, body: #"{"errors": true, "items": [\#(items.dropLast())]}"#)) {
            $0.target.contains("/items_tags/_bulk")
        }
        let run = try await stage.run("search", "deploy", "--only", "tags")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.run("search", "verify", "--full", "--only", "tags").status == 0)
    }

    @Test func `a document that spoils requests is found, named and left out`() async throws {
        let proxy = FaultProxy(upstream: try await SearchCore.port())
        defer { proxy.stop() }
        let stage = try await Stage.make().searching("poison", port: proxy.port)
        let id = try await stage.texts(
            "select id::text from accounts where domain is not null and suspended_at is null limit 1")[0]
        try await stage.execute("update accounts set display_name = 'poison' where id = \(Int64(id) ?? 0)")
        proxy.fail(.answer(400, body: #"{"error": {"type": "parsing", "reason": "cannot be read"}}"#), times: .max) {
            $0.target.contains("/_bulk") && String(decoding: $0.body, as: UTF8.self).contains("\"poison\"")
        }
        let run = try await stage.run("search", "deploy", "--only", "accounts", "--format", "json")
        #expect(run.status == 1, "\(run.conversation)")
        #expect(try await stage.figure("failures.0.item", of: run) == id)
        #expect(try await stage.figure("failed", of: run) == "1")
        let verified = try await stage.run("search", "verify", "--full", "--only", "accounts", "--format", "json")
        #expect(try await stage.figure("problems", of: verified) == "1")
    }

    @Test func `an index made read-only is told with the reason and the way out`() async throws {
        let stage = try await Stage.make().searching("full")
        #expect(try await stage.run("search", "deploy", "--only", "tags").status == 0)
        _ = try await stage.ask("PUT", "/full_tags/_settings", #"{"index.blocks.read_only_allow_delete": true}"#)
        let run = try await stage.run("search", "deploy", "--only", "tags")
        #expect(run.status == 75, "\(run.conversation)")
        #expect(run.conversation.contains("disk"))
        let status = try await stage.run("search", "status")
        #expect(status.status == 1 && status.answer.contains("read-only"))
        _ = try await stage.ask("PUT", "/full_tags/_settings", #"{"index.blocks.read_only_allow_delete": null}"#)
        #expect(try await stage.run("search", "deploy", "--only", "tags").status == 0)
        #expect(try await stage.setting("refresh_interval", of: "full_tags") == "30s")
    }

    @Test func `an index deleted while it is filled is noticed`() async throws {
        let proxy = FaultProxy(upstream: try await SearchCore.port())
        defer { proxy.stop() }
        let stage = try await Stage.make().searching("gone", port: proxy.port)
        proxy.fail(.slow(bytesPerSecond: 60), times: 1) { $0.target.contains("/gone_accounts/_bulk") }
        let running = try stage.start(
            ["search", "deploy", "--only", "accounts", "--batch-size", "5", "--concurrency", "1"])
        try await untilTrue("the index is being filled") {
            proxy.requests.contains { $0.target.contains("/gone_accounts/_bulk") }
        }
        _ = try await stage.ask("DELETE", "/gone_accounts")
        let run = await running.end()
        #expect(run.status == 75, "\(run.conversation)")
        #expect(run.conversation.contains("deleted"))
    }

    @Test func `a server without a cluster says so`() async throws {
        let stage = try await Stage.make()
        for words in [["deploy"], ["status"], ["verify"]] {
            let run = try await stage.start(["search"] + words).end()
            #expect(run.status == 78, "\(run.conversation)")
            #expect(run.conversation.contains("ES_ENABLED"))
        }
        let nobody = try await stage.with(["ES_ENABLED": "true", "ES_HOST": "127.0.0.1", "ES_PORT": "1"])
            .run("search", "deploy")
        #expect(nobody.status == 69, "\(nobody.conversation)")
    }

    @Test(arguments: [
        (#"{"version": {"number": "8.15.0"}}"#, 66), (#"{"version": {"number": "7.17.9"}}"#, 66),
        (#"{"version": {"number": "2.11.0", "distribution": "opensearch"}}"#, 66),
        (#"{"version": {"number": "1.3.0", "distribution": "opensearch"}}"#, 66),
        (#"{"version": {"number": "6.8.0"}}"#, 78), (#"{"version": {"number": "9.0.0"}}"#, 78),
        (#"{"version": {"number": "3.0.0", "distribution": "opensearch"}}"#, 78), ("not JSON", 78),
    ])
    func `the stand-in for other clusters is taken or refused by its greeting`(
        greeting: String, status: Int32
    ) async throws {
        let standIn = FaultProxy(upstream: nil)
        defer { standIn.stop() }
        standIn.fail(.answer(200, body: greeting), times: .max) { $0.target == "/" }
        standIn.fail(.answer(404, body: "{}"), times: .max)
        let stage = try await Stage.make().searching("other", port: standIn.port)
        let run = try await stage.run("search", "verify")
        #expect(run.status == status, "\(run.conversation)")
    }

    @Test func `a wrong password is told as such and never shown`() async throws {
        let standIn = FaultProxy(upstream: nil)
        defer { standIn.stop() }
        standIn.fail(.answer(401, body: "{}"), times: .max)
        let stage = try await Stage.make().searching("secret", port: standIn.port)
            .with(["ES_USER": "elastic", "ES_PASS": "hunter2"])
        let run = try await stage.run("search", "deploy")
        #expect(run.status == 77, "\(run.conversation)")
        #expect(!run.conversation.contains("hunter2"))
        #expect(standIn.requests.allSatisfy { $0.head.contains("Basic ZWxhc3RpYzpodW50ZXIy") })
    }
}
