import Glibc
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

    @Test(.enabled(if: access("/usr/bin/strace", X_OK) == 0))
    func `jobs of a run that was killed before it could queue them are queued by the next one, once`() async throws {
        let stage = try await Stage.make()
        try await stage.addStrangers(2)
        try await stage.execute(
            """
            insert into media_attachments (id, account_id, remote_url, created_at, updated_at)
            select 900000000 + number, 5000000001, 'https://far.example/' || number || '.png', now(), now()
            from generate_series(1, 20) as number
            """)
        let killed = try await stage.start(
            ["media", "refresh", "--domain", "far.example", "--no-wait"],
            under: [
                "/usr/bin/strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync", "-e",
                "inject=fdatasync:signal=KILL:when=1",
            ]
        ).end()
        #expect(killed.status == 137, "\(killed)")
        func queued() async throws -> [Int64] {
            try await stage.jobs(in: "pull").filter { $0["class"] == "RedownloadMediaWorker" }
                .compactMap { $0["args"]?.array?.first?.integer }
        }
        #expect(try await queued() == [])
        for address in ["203.0.113.5", "203.0.113.6"] {
            let other = try await stage.run("ip-blocks", "add", address, "--severity", "no_access")
            #expect(other.status == 0, "\(other)")
            let ids = try await queued()
            #expect(ids.sorted() == Array(900_000_001...900_000_020))
        }
        #expect(stage.journals.isEmpty)
    }
}
