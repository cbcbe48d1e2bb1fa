import Model
import Postgres
import Redis
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct CacheTests {
    @Test func `the server's cache is dropped, and nothing else in its Redis`() async throws {
        let stage = try await Stage.make(size: .empty)
        try await stage.withRedis { redis in
            _ = try await redis.command(["FLUSHDB"])
            _ = try await redis.pipeline(
                (0..<2_500).map { ["SET", RedisArgument("cache:v3:statuses/\($0)"), "x"] } + [
                    ["SET", "cached", "x"], ["SET", "feed:home:1", "x"], ["SET", "other_cache:x", "x"],
                ])
        }
        let dry = try await stage.consequences(of: "cache", "clear", "--dry-run", "--format", "json")
        #expect(try await stage.figure("changed", of: dry) == "2500")
        let run = try await stage.consequences(of: "cache", "clear", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "2500")
        let left = try await stage.withRedis { try await $0.command(["KEYS", "*"]).texts ?? [] }
        #expect(left.sorted() == ["cached", "feed:home:1", "other_cache:x"])
    }

    /// What there is to count, counted by hand.
    private static let accounts: Statement = """
        select concat_ws('|', accounts.id,
            (select count(*) from follows where account_id = accounts.id),
            (select count(*) from follows where target_account_id = accounts.id),
            (select count(*) from statuses
                where account_id = accounts.id and deleted_at is null and visibility <> 3))
        from accounts
        where domain is null
        order by accounts.id
        """
    private static let accountsKept: Statement = """
        select concat_ws('|', accounts.id, following_count, followers_count, statuses_count)
        from accounts
        join account_stats on account_stats.account_id = accounts.id
        where domain is null
        order by accounts.id
        """
    private static let posts: Statement = """
        select concat_ws('|', id,
            (select count(*) from statuses as reply
                where in_reply_to_id = statuses.id and deleted_at is null and visibility <> 3),
            (select count(*) from statuses as boost where reblog_of_id = statuses.id and deleted_at is null),
            (select count(*) from favourites where status_id = statuses.id))
        from statuses
        where deleted_at is null
        order by id
        """
    private static let postsKept: Statement = """
        select concat_ws('|', statuses.id, replies_count, reblogs_count, favourites_count)
        from statuses
        join status_stats on status_stats.status_id = statuses.id
        where deleted_at is null
        order by statuses.id
        """

    @Test(arguments: MastodonRelease.allCases)
    func `counters become what the rows say, and rows that are right are not written`(
        release: MastodonRelease
    ) async throws {
        let stage = try await Stage.make(release)
        for (type, table, wanted, kept) in [
            ("accounts", "account_stats", Self.accounts, Self.accountsKept),
            ("statuses", "status_stats", Self.posts, Self.postsKept),
        ] {
            let before = try await stage.snapshot()
            let dry = try await stage.consequences(of: "cache", "recount", type, "--dry-run", "--format", "json")
            #expect(dry.status == 0, "\(dry.conversation)")
            #expect(try await stage.snapshot() == before)
            let run = try await stage.consequences(of: "cache", "recount", type, "--format", "json")
            #expect(run.status == 0, "\(run.conversation)")
            #expect(try await stage.figure("changed", of: run) == stage.figure("changed", of: dry))
            #expect(try await stage.texts(kept) == stage.texts(wanted))
            #expect(try await stage.snapshot().changedTables(from: before) == [table])
            let after = try await stage.snapshot()
            let again = try await stage.consequences(of: "cache", "recount", type, "--format", "json")
            #expect(try await stage.figure("changed", of: again) == "0")
            #expect(try await stage.snapshot() == after)
        }
    }

    @Test func `rows that are missing stay missing when told so, and wrong ones are still mended`() async throws {
        let stage = try await Stage.make()
        try await stage.execute("delete from status_stats")
        try await stage.execute(
            """
            insert into status_stats (status_id, favourites_count, created_at, updated_at)
            select id, 4711, now(), now() from statuses where deleted_at is null order by id limit 3
            """)
        let run = try await stage.consequences(
            of: "cache", "recount", "statuses", "--leave-missing", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.number("select count(*) from status_stats where favourites_count = 4711") == 0)
        let counted = try await stage.number(
            """
            select count(*) from statuses
            where deleted_at is null
                and (exists (select from favourites where status_id = statuses.id)
                    or exists (select from quotes where quoted_status_id = statuses.id and state = 1)
                    or exists (
                        select from statuses as other
                        where other.reblog_of_id = statuses.id and other.deleted_at is null)
                    or exists (
                        select from statuses as other
                        where other.in_reply_to_id = statuses.id and other.deleted_at is null
                            and other.visibility <> 3))
            """)
        #expect(try await stage.number("select count(*) from status_stats") >= 3)
        #expect(try await stage.number("select count(*) from status_stats") <= counted + 3)
    }
}
