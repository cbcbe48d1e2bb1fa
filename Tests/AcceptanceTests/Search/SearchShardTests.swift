import Glibc
import Model
import Postgres
import Support
import Testing

/// Indexes that several runs fill together.
@Suite(.enabled(if: SearchCore.isAvailable))
struct SearchShardTests {
    private func indexes(_ stage: Stage, _ pattern: String) async throws -> [String] {
        guard case .object(let members)? = try await stage.ask("GET", "/\(pattern)/_settings") else { return [] }
        return members.map(\.name)
    }

    @Test func `shares one after the other make whole indexes, and are swapped in only then`() async throws {
        let stage = try await Stage.make().searching("turns")
        #expect(try await stage.run("search", "deploy").status == 0)
        let none = try await stage.run("search", "deploy", "--finish")
        #expect(
            none.status == 66 && none.conversation.contains("no index was filled by shares"), "\(none.conversation)")
        let count = try await stage.documents("turns_accounts")

        let first = try await stage.run("search", "deploy", "--shard", "1/2", "--batch-size", "7")
        #expect(first.status == 0, "\(first.conversation)")
        let half = try await stage.documents("turns_accounts_in_2")
        #expect(half > 0 && half < count)
        #expect(try await stage.documents("turns_accounts") == count)
        let early = try await stage.run("search", "deploy", "--finish")
        #expect(early.status == 75 && early.conversation.contains("share 2/2 is missing"), "\(early.conversation)")

        // What goes, comes and changes between two runs.
        let gone = try await stage.texts(
            "select id::text from accounts where domain is not null and suspended_at is null order by id limit 1")
        try await stage.execute("update accounts set suspended_at = now() where id = \(Int64(gone[0]) ?? 0)")
        let second = try await stage.run("search", "deploy", "--shard", "2/2")
        #expect(second.status == 0, "\(second.conversation)")
        let finished = try await stage.run("search", "deploy", "--finish")
        #expect(finished.status == 0, "\(finished.conversation)")
        let verified = try await stage.run("search", "verify", "--full")
        #expect(verified.status == 0, "\(verified.answer)")
        #expect(try await stage.calmSearchStatus().status == 0)
        // Once more, where those in service have the shares' own name.
        for share in ["1/2", "2/2"] {
            let run = try await stage.run("search", "deploy", "--only", "accounts", "--shard", share)
            #expect(run.status == 0, "\(run.conversation)")
        }
        #expect(try await stage.run("search", "deploy", "--finish").status == 0)
        #expect(try await indexes(stage, "turns_accounts*") == ["turns_accounts_in_2_b"])
        #expect(try await stage.run("search", "verify", "--full").status == 0)
        #expect(try await stage.setting("refresh_interval", of: "turns_statuses") == "30s")
    }

    @Test func `shares side by side make the same`() async throws {
        let stage = try await Stage.make().searching("beside")
        let words = ["search", "deploy", "--only", "statuses", "public_statuses", "accounts", "--batch-size", "9"]
        let runs = try (1...3).map { try stage.start(words + ["--shard", "\($0)/3"]) }
        for run in runs {
            let ended = await run.end()
            #expect(ended.status == 0, "\(ended.conversation)")
        }
        let finished = try await stage.run("search", "deploy", "--finish")
        #expect(finished.status == 0, "\(finished.conversation)")
        let verified = try await stage.run(
            "search", "verify", "--full", "--only", "statuses", "public_statuses", "accounts")
        #expect(verified.status == 0, "\(verified.answer)")
        // One that was swapped in is no share any more.
        #expect(try await stage.run("search", "deploy", "--finish", "--only", "tags").status == 66)
    }

    @Test func `a killed share goes on where it was, and holds the others up until then`() async throws {
        let proxy = FaultProxy(upstream: try await SearchCore.port())
        defer { proxy.stop() }
        let stage = try await Stage.make().searching("share", port: proxy.port)
        let other = try await stage.run("search", "deploy", "--only", "accounts", "--shard", "2/2")
        #expect(other.status == 0, "\(other.conversation)")
        proxy.reset()
        // The third request for the index hangs until the run is ended.
        proxy.fail(.stall, times: 1, skipping: 2) { $0.target.contains("/_bulk") }
        let words = ["search", "deploy", "--only", "accounts", "--shard", "1/2", "--batch-size", "3"]
        let running = try stage.start(words + ["--concurrency", "1"])
        try await untilTrue("three batches are sent") {
            proxy.requests.filter { $0.target.contains("/_bulk") }.count >= 3
        }
        running.send(SIGKILL)
        _ = await running.end()
        proxy.reset()
        let refused = try await stage.run("search", "deploy", "--finish")
        #expect(
            refused.status == 75 && refused.conversation.contains("share 1/2 is missing"), "\(refused.conversation)")
        let resumed = try await stage.run("search", "deploy", "--shard", "1/2", "--resume")
        #expect(resumed.status == 0, "\(resumed.conversation)")
        let finished = try await stage.run("search", "deploy", "--finish")
        #expect(finished.status == 0, "\(finished.conversation)")
        #expect(try await stage.run("search", "verify", "--full", "--only", "accounts").status == 0)
    }
}
