import Postgres
import Support
import Testing

/// A Redis that takes connections and answers nothing, as a stopped process does.
@Suite(.enabled(if: TestServers.areInstalled)) struct HangingRedisTests {
    @Test func `a Redis that hangs ends a step within its bound, with nothing changed and status 69`() async throws {
        let stage = try await Stage.make()
        let proxy = FaultProxy(upstream: nil, speaksHTTP: false)
        proxy.fail(.stall, times: .max)
        let blocks = try await stage.number("select count(*) from domain_blocks")
        let run = try await stage.with(["REDIS_URL": "redis://127.0.0.1:\(proxy.port)/0"])
            .start(["domain-blocks", "add", "hanging.example", "--severity", "silence", "--yes"])
            .end(patience: .seconds(60))
        #expect(run.status == 69, "\(run.conversation)")
        #expect(run.conversation.contains("Redis at 127.0.0.1:\(proxy.port)"))
        #expect(try await stage.number("select count(*) from domain_blocks") == blocks)
        proxy.stop()
    }
}
