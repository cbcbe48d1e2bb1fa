import Glibc
import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled)) struct AccountsPruneTests {
    @Test(arguments: MastodonRelease.allCases)
    func `who has no tie to anybody here goes, with picture and all, and nobody else does`(
        release: MastodonRelease
    ) async throws {
        let stage = try await Stage.make(release)
        try await stage.addStrangers(30, havePictures: true)
        let here = try await stage.texts("select id::text from accounts where domain is null and id > 0 limit 1")[0]
        for (number, table) in ["follows", "follow_requests", "blocks"].enumerated() {
            for (offset, columns) in [("account_id, target_account_id"), ("target_account_id, account_id")].enumerated()
            {
                let stranger = 5_000_000_001 + number * 2 + offset
                try await stage.execute(
                    Self.insert(table, columns, stranger, Int64(here) ?? 0))
            }
        }
        try await stage.execute(Self.insert("mutes", "target_account_id, account_id", 5_000_000_007, Int64(here) ?? 0))
        // These do not keep anybody.
        try await stage.execute(Self.insert("mutes", "account_id, target_account_id", 5_000_000_008, Int64(here) ?? 0))
        try await stage.execute(
            """
            insert into account_notes (account_id, target_account_id, comment, created_at, updated_at)
            values (\(Int64(here) ?? 0), 5000000009, 'who is this', now(), now())
            """)
        try await stage.execute("update accounts set actor_type = 'Group' where id = 5000000010")
        try await stage.execute("update accounts set actor_type = null where id = 5000000011")
        try await stage.execute("update accounts set silenced_at = now() where id = 5000000012")
        let expected = try await stage.prunable()
        #expect(expected.count >= 20)
        let (before, everybody) = (try await stage.snapshot(), try await stage.accounts())

        let dry = try await stage.consequences(of: "accounts", "prune", "--dry-run", "--format", "json")
        #expect(try await stage.figure("changed", of: dry) == "\(expected.count)")
        #expect(try await stage.snapshot() == before)

        let run = try await stage.consequences(of: "accounts", "prune", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "\(expected.count)")
        #expect(everybody.subtracting(try await stage.accounts()) == expected)
        let lost = try await stage.snapshot().lost(since: before)
        #expect(lost.filter { $0.contains("/face.png") }.count == 30 - 10)
        for number in 1...7 { #expect(stage.has(Stage.face(number)), "\(number)") }
        #expect(!stage.has(Stage.face(20)))

        let again = try await stage.consequences(of: "accounts", "prune", "--format", "json")
        #expect(try await stage.figure("changed", of: again) == "0")
    }

    private static func insert(_ table: String, _ columns: String, _ one: Int, _ other: Int64) -> Statement {
        """
        insert into \(identifier: table) (\(identifiers: columns.split(separator: ", ").map(String.init)), created_at, updated_at)
        values (\(one), \(other), now(), now())
        """
    }

    @Test func `with care whoever left a trace stays, and age counts`() async throws {
        let stage = try await Stage.make()
        try await stage.addStrangers(10)
        try await stage.execute(
            """
            insert into account_notes (account_id, target_account_id, comment, created_at, updated_at)
            select id, 5000000001, 'who is this', now(), now() from accounts where domain is null and id > 0 limit 1
            """)
        try await stage.execute("update accounts set created_at = now() at time zone 'utc' where id = 5000000002")
        let run = try await stage.consequences(of: "accounts", "prune", "--careful", "--min-age", "5")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(
            try await stage.texts("select username::text from accounts where domain = 'far.example' order by id") == [
                "stranger1", "stranger2",
            ])
    }

    @Test func `no statement removes more than a batch, and a run that is cut short tells where to go on`() async throws
    {
        let stage = try await Stage.make(.v4_6, size: .empty)
        try await stage.addStrangers(2_500)
        try await stage.execute("create table sizes (size bigint)")
        try await stage.execute(
            """
            create function note_size() returns trigger language plpgsql as $$
            begin insert into sizes select count(*) from gone; return null; end $$
            """)
        try await stage.execute(
            """
            create trigger note_size after delete on accounts referencing old table as gone
            for each statement execute function note_size()
            """)
        let first = try await stage.consequences(
            of:
                "accounts", "prune", "--limit", "1234", "--concurrency", "1", "--format", "json")
        #expect(try await stage.figure("changed", of: first) == "1234")
        let next = try #require(try await stage.figure("next", of: first))
        #expect(next == "5000001234")
        let second = try await stage.consequences(of: "accounts", "prune", "--start-after", next, "--format", "json")
        #expect(try await stage.figure("changed", of: second) == "1266")
        #expect(try await stage.number("select max(size) from sizes") == 100)
        #expect(try await stage.number("select sum(size)::bigint from sizes") == 2_500)
        #expect(try await stage.number("select count(*) from accounts where domain = 'far.example'") == 0)
    }

    @Test func `an account that somebody is about to follow stays`() async throws {
        let stage = try await Stage.make()
        try await stage.addStrangers(5)
        let somebody = try await stage.instance.connect()
        try await somebody.execute("begin")
        try await somebody.execute(
            """
            insert into follows (account_id, target_account_id, created_at, updated_at)
            select id, 5000000003, now(), now() from accounts where domain is null and id > 0 order by id limit 1
            """)
        let run = try await stage.consequences(of: "accounts", "prune", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("skipped", of: run) == "1")
        try await somebody.execute("commit")
        await somebody.close()
        #expect(try await stage.texts("select id::text from accounts where domain = 'far.example'") == ["5000000003"])
    }

    @Test func `however often a run is killed, no row names a lost file, and the next run finishes`() async throws {
        let stage = try await Stage.make(.v4_6, size: .empty)
        try await stage.addStrangers(4_000, havePictures: true)
        let words = ["accounts", "prune", "--concurrency", "1"]
        let whole = try await stage.start(words + ["--limit", "400"]).end()
        #expect(whole.status == 0, "\(whole.conversation)")
        let killed = try await Kills(stage: stage, words: words + ["--limit", "400"]).all(over: whole.seconds) {
            let left = try await stage.texts("select right(username, -8) from accounts where domain = 'far.example'")
            #expect(left.allSatisfy { stage.has(Stage.face(Int($0) ?? 0)) }, "a file with an owner is gone")
        }
        #expect(killed > 0)
        let last = try await stage.start(words).end()
        #expect(last.status == 0, "\(last.conversation)")
        #expect(try await stage.number("select count(*) from accounts where domain = 'far.example'") == 0)
        #expect(try await stage.objects().keys.filter { $0.hasSuffix("face.png") }.isEmpty)
        #expect(stage.journals.isEmpty)
    }
}
