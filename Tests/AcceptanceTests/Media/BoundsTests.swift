import Postgres
import Support
import Testing

/// How far a run goes: batches, limits, budgets, deadlines.
@Suite(.enabled(if: TestServers.areInstalled))
struct BoundsTests {
    private static let remote: Statement = "select count(*) from media_attachments where file_file_name <> ''"

    @Test(arguments: [0, 1, 1_000, 1_001, 100_000])
    func `any number of rows, with or without files`(count: Int) async throws {
        let stage = try await Stage.make(size: .empty)
        try await Self.insert(count, on: stage)
        let run = try await stage.run("media", "remove", "--trust-storage", "--format", "json", "--concurrency", "2")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "\(count)")
        #expect(try await stage.number(Self.remote) == 0)
        #expect(stage.journals.isEmpty)
    }

    @Test func `a run stops where it is told to, oldest first`() async throws {
        let stage = try await Stage.make(size: .empty)
        try await Self.insert(2_500, on: stage)
        for (words, changed, stopped) in [
            (["--limit", "0"], 0, "limit"), (["--limit", "1"], 1, "limit"), (["--limit", "1000"], 1_000, "limit"),
            (["--deadline", "0s"], 0, "deadline"), (["--until-free", "1B"], 0, nil),
            // 1,499 rows of 1,000 bytes are left.
            (["--max-size", "1400KB"], 99, nil), (["--max-size", "10MB"], 0, nil),
            (["--days", "36500"], 0, nil), (["--until-free", "900TB"], 1_400, nil),
        ] as [([String], Int, String?)] {
            let left = try await stage.number(Self.remote)
            let run = try await stage.start(["media", "remove", "--trust-storage", "--format", "json"] + words).end()
            #expect(run.status == 0, "\(words): \(run.conversation)")
            #expect(try await stage.figure("changed", of: run) == "\(changed)", "\(words)")
            #expect(try await stage.figure("stopped", of: run) == stopped, "\(words)")
            #expect(try await stage.number(Self.remote) == left - changed, "\(words)")
            let oldest = try await stage.number(
                "select coalesce(min(id), 2501) from media_attachments where file_file_name <> ''")
            #expect(oldest == 2_500 - (left - changed) + 1, "\(words)")
        }
    }

    @Test func `a rate spreads the work`() async throws {
        let stage = try await Stage.make(size: .empty)
        try await Self.insert(30, on: stage)
        let run = try await stage.run("media", "remove", "--trust-storage", "--rate", "10/s", "--format", "json")
        #expect(try await stage.figure("changed", of: run) == "30")
        #expect(run.seconds >= 2)
    }

    /// Rows of 1,000 bytes each, whose files are not there; one millionth of a second apart.
    private static func insert(_ count: Int, on stage: Stage) async throws {
        try await stage.execute(
            """
            insert into media_attachments
                (id, type, remote_url, file_file_name, file_content_type, file_file_size, file_storage_schema_version,
                created_at, updated_at)
            select id, 0, 'https://remote.example/' || id, 'name' || id || '.jpg', 'image/jpeg', 1000, 1,
                now() - interval '30 days', now()
            from generate_series(1, \(count)) as id
            """)
    }
}
