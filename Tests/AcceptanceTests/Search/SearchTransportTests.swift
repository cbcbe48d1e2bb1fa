import Postgres
import Model
import Support
import Testing

/// How documents travel: compressed or not, and how fast.
@Suite(.enabled(if: SearchCore.isAvailable))
struct SearchTransportTests {
    private static func isCompressed(_ request: FaultProxy.Request) -> Bool {
        request.target.contains("_accounts") && request.target.contains("/_bulk")
            && request.head.lowercased().contains("content-encoding: gzip")
    }

    @Test func `documents go compressed where that is asked for, and plain to a cluster on the same machine`()
        async throws
    {
        let proxy = FaultProxy(upstream: try await SearchCore.port())
        defer { proxy.stop() }
        let stage = try await Stage.make().searching("gzip", port: proxy.port)
        #expect(try await stage.run("search", "deploy", "--only", "accounts").status == 0)
        #expect(!proxy.requests.contains(where: Self.isCompressed))
        let run = try await stage.run("search", "deploy", "--only", "accounts", "--swap", "--gzip")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(proxy.requests.contains(where: Self.isCompressed))
        #expect(try await stage.run("search", "verify", "--full", "--only", "accounts").status == 0)
    }

    @Test(arguments: [400, 415])
    func `a cluster that takes nothing compressed gets it plain, and is not asked again`(status: Int) async throws {
        let proxy = FaultProxy(upstream: try await SearchCore.port())
        defer { proxy.stop() }
        let stage = try await Stage.make().searching("plain\(status)", port: proxy.port)
        proxy.fail(.answer(status, body: "{}"), times: .max, when: Self.isCompressed)
        let run = try await stage.run(
            "search", "deploy", "--only", "accounts", "--gzip", "--batch-size", "20", "--concurrency", "1")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(proxy.requests.filter(Self.isCompressed).count == 1)
        #expect(try await stage.run("search", "verify", "--full", "--only", "accounts").status == 0)
    }

    @Test func `a compressed request that is too large is halved like any other`() async throws {
        let proxy = FaultProxy(upstream: try await SearchCore.port())
        defer { proxy.stop() }
        let stage = try await Stage.make().searching("halved", port: proxy.port)
        proxy.fail(.answer(413, body: "{}"), times: 2, when: Self.isCompressed)
        let run = try await stage.run("search", "deploy", "--only", "accounts", "--gzip")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.run("search", "verify", "--full", "--only", "accounts").status == 0)
    }

    @Test func `a rate counts documents, and rows are counted all the same`() async throws {
        let stage = try await Stage.make().searching("rate")
        let run = try await stage.run(
            "search", "deploy", "--only", "accounts", "--rate", "20/s", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        let documents = try await stage.figure("details.documents", of: run).flatMap(Int.init) ?? 0
        let rows = try await stage.number("select count(*) from accounts")
        let seconds = try await stage.figure("seconds", of: run).flatMap(Double.init) ?? 0
        #expect(documents > 20 && documents < rows)
        #expect(try await stage.figure("visited", of: run) == "\(rows)")
        #expect(seconds > Double(documents - 20) / 20)
    }
}
