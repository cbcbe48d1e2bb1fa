import Model
import Postgres
import Redis
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled)) struct AccountsRefreshTests {
    /// A stand-in for the server's workers: fetches an account by noting the time, unless it is number 5000000004.
    private static func standIn(_ stage: Stage) async throws -> SidekiqStandIn {
        SidekiqStandIn(try await RedisConnection.connect(stage.instance.redis)) { name, id in
            guard name == "RemoteAccountRefreshWorker" else { return .dead }
            if id == 5_000_000_004 { return .dead }
            try await stage.execute(
                "update accounts set last_webfingered_at = now() at time zone 'utc' where id = \(id)")
            return .done
        }
    }

    @Test(arguments: MastodonRelease.allCases)
    func `the server's own workers fetch, and who came is told`(release: MastodonRelease) async throws {
        let stage = try await Stage.make(release, size: .empty)
        try await stage.addStrangers(6)
        let before = try await stage.snapshot()
        let dry = try await stage.consequences(of: "accounts", "refresh", "--all", "--dry-run", "--format", "json")
        #expect(try await stage.figure("changed", of: dry) == "6")
        #expect(try await stage.snapshot() == before)
        #expect(try await stage.jobs(in: "pull").isEmpty)
        let standIn = try await Self.standIn(stage)
        try await standIn.start()
        let run = try await stage.consequences(of: "accounts", "refresh", "--domain", "FAR.example", "--format", "json")
        #expect(run.status == 1, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "5")
        #expect(try await stage.figure("failed", of: run) == "1")
        let one = try await stage.consequences(of: "accounts", "refresh", "stranger1@far.example", "--format", "json")
        #expect(one.status == 0, "\(one.conversation)")
        #expect(try await stage.figure("changed", of: one) == "1")
        try await standIn.stop()
    }

    @Test func `pictures are given up first when asked for, and not without a Sidekiq to fetch them`() async throws {
        let stage = try await Stage.make(.v4_6, size: .empty)
        try await stage.addStrangers(2, havePictures: true)
        let absent = try await stage.consequences(of: "accounts", "refresh", "--all", "--pictures")
        #expect(absent.status == 69)
        #expect(stage.has(Stage.face(1)))
        let standIn = try await Self.standIn(stage)
        try await standIn.start()
        let run = try await stage.consequences(of: "accounts", "refresh", "stranger1@far.example", "--pictures")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(!stage.has(Stage.face(1)) && stage.has(Stage.face(2)))
        #expect(try await stage.number("select count(*) from accounts where avatar_file_name is null") == 1)
        try await standIn.stop()
    }

    @Test func `without Sidekiq nothing is queued unless nobody waits; bad names are refused`() async throws {
        let stage = try await Stage.make(.v4_6, size: .empty)
        try await stage.addStrangers(2)
        try await stage.execute(
            "insert into accounts (id, username, created_at, updated_at) values (12, 'ann', now(), now())")
        #expect(try await stage.consequences(of: "accounts", "refresh").status == 64)
        #expect(try await stage.consequences(of: "accounts", "refresh", "ann").status == 65)
        #expect(try await stage.consequences(of: "accounts", "refresh", "nobody@far.example").status == 66)
        #expect(try await stage.consequences(of: "accounts", "refresh", "--all").status == 69)
        #expect(try await stage.jobs(in: "pull").isEmpty)
        let queued = try await stage.consequences(of: "accounts", "refresh", "--all", "--no-wait")
        #expect(queued.status == 0, "\(queued.conversation)")
        #expect(
            try await stage.arguments(of: "RemoteAccountRefreshWorker", in: "pull") == ["[5000000001]", "[5000000002]"])
    }

    /// Since 4.7 an index keeps them out.
    @Test(arguments: MastodonRelease.allCases.filter { $0 < .v4_7 })
    func `actors under several names are named, and fetched once each`(release: MastodonRelease) async throws {
        let stage = try await Stage.make(release, size: .empty)
        try await stage.addStrangers(5)
        let none = try await stage.consequences(of: "accounts", "fix-duplicates")
        #expect(none.status == 0, "\(none.conversation)")
        try await stage.execute(
            "update accounts set uri = 'https://far.example/users/stranger1' where id in (5000000003, 5000000005)")
        let dry = try await stage.consequences(of: "accounts", "fix-duplicates", "--dry-run", "-v", "--format", "json")
        #expect(dry.status == 0)
        #expect(try await stage.figure("changed", of: dry) == "1")
        #expect(dry.conversation.contains("stranger1@far.example, stranger3@far.example, stranger5@far.example"))
        #expect(try await stage.consequences(of: "accounts", "fix-duplicates").status == 69)
        let queued = try await stage.consequences(of: "accounts", "fix-duplicates", "--no-wait")
        #expect(queued.status == 0, "\(queued.conversation)")
        #expect(try await stage.arguments(of: "RemoteAccountRefreshWorker", in: "pull") == ["[5000000001]"])
        let standIn = try await Self.standIn(stage)
        try await standIn.start()
        let run = try await stage.consequences(of: "accounts", "fix-duplicates", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "1")
        try await standIn.stop()
    }
}
