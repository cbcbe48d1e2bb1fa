import Model
import Postgres
import Redis
import Support
import Testing

/// The rest of it is tested without the binary, in OperationsTests.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct MediaRefreshTests {
    @Test func `a remote account's media are fetched by the server's own workers`() async throws {
        let stage = try await Stage.make(size: .empty)
        try await stage.addStrangers(2)
        try await stage.execute(
            """
            insert into media_attachments (id, account_id, remote_url, created_at, updated_at)
            select number, 5000000000 + number, 'https://far.example/' || number || '.png', now(), now()
            from generate_series(1, 2) as number
            """)
        let before = try await stage.snapshot()
        let words = ["media", "refresh", "--account", "stranger1@far.example", "--format", "json"]
        let dry = try await stage.start(words + ["--dry-run"]).end()
        #expect(try await stage.figure("changed", of: dry) == "1")
        #expect(try await stage.snapshot() == before)

        let sidekiq = SidekiqStandIn(try await RedisConnection.connect(stage.instance.redis)) { name, id in
            guard name == "RedownloadMediaWorker" else { return .dead }
            try await stage.execute(
                "update media_attachments set file_file_name = 'come.png', file_updated_at = now() where id = \(id)")
            return .done
        }
        try await sidekiq.start()
        let run = try await stage.start(words).end()
        try await sidekiq.stop()
        #expect(run.status == 0, "\(run)")
        #expect(try await stage.figure("changed", of: run) == "1")
        #expect(
            try await stage.texts("select id::text from media_attachments where file_file_name = 'come.png'") == ["1"])
    }
}
