import Model
import Postgres
import Redis
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct FeedsTests {
    /// Somebody here who follows people, made active, and the number of posts a home could show at most.
    private func somebody(on stage: Stage) async throws -> (id: Int64, name: String) {
        try await stage.execute("update users set confirmed_at = now(), current_sign_in_at = now() - interval '1 hour'")
        let found = try await stage.texts(
            """
            select accounts.id || ' ' || username
            from accounts
            join users on users.account_id = accounts.id
            join follows on follows.account_id = accounts.id
            where accounts.suspended_at is null
            group by accounts.id
            order by count(*) desc, accounts.id
            limit 1
            """)
        let parts = try #require(found.first).split(separator: " ")
        return (Int64(parts[0]) ?? 0, String(parts[1]))
    }

    private func home(_ id: Int64, of stage: Stage) async throws -> [Int64] {
        try await stage.withRedis { redis in
            try await redis.command(["ZRANGE", RedisArgument("feed:home:\(id)"), 0, -1]).texts?.compactMap { Int64($0) }
                ?? []
        }
    }

    @Test(arguments: MastodonRelease.allCases)
    func `a home gets the posts of those one follows, and none of those one blocks`(
        release: MastodonRelease
    ) async throws {
        let stage = try await Stage.make(release)
        let (id, name) = try await somebody(on: stage)
        try await stage.withRedis { _ = try await $0.command(["FLUSHDB"]) }
        let before = try await stage.snapshot()
        let dry = try await stage.consequences(of: "feeds", "build", name, "--dry-run")
        #expect(dry.status == 0, "\(dry.conversation)")
        #expect(try await home(id, of: stage) == [])
        let run = try await stage.consequences(of: "feeds", "build", name)
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.snapshot() == before, "rows or files are changed")
        let shown = try await home(id, of: stage)
        #expect(!shown.isEmpty)
        // Neither somebody else's post nor one that is for others to see.
        let strangers = try await stage.number(
            """
            select count(*)
            from statuses
            where id = any(\(shown))
                and account_id <> \(id)
                and (visibility not in (0, 1, 2) or deleted_at is not null or not exists (
                    select from follows where account_id = \(id) and target_account_id = statuses.account_id))
            """)
        #expect(strangers == 0)
        // Whatever is neither an answer nor a boost is there.
        let missing = try await stage.texts(
            """
            select id::text
            from statuses
            where (account_id = \(id) or visibility in (0, 1, 2)
                    and account_id in (select target_account_id from follows where account_id = \(id)))
                and deleted_at is null and in_reply_to_id is null and not reply and reblog_of_id is null
                and id <> all(\(shown))
                and id > (select min(post) from unnest(\(shown)) as post)
                and not exists (select from blocks where \(id) in (account_id, target_account_id))
                and not exists (select from mutes where account_id = \(id))
                and not exists (select from follows where account_id = \(id) and languages is not null)
                and not exists (select from lists where account_id = \(id) and exclusive)
            """)
        #expect(missing == [])
        let flag = try await stage.withRedis { redis in
            try await redis.command(["EXISTS", RedisArgument("account:\(id):regeneration")]).integer
        }
        #expect(flag == (release < .v4_4 ? 0 : 1))

        let author = try #require(
            try await stage.texts(
                """
                select account_id::text from statuses
                where id = any(\(shown)) and account_id <> \(id) group by 1 order by count(*) desc limit 1
                """
            ).first)
        try await stage.execute(
            """
            insert into blocks (account_id, target_account_id, created_at, updated_at)
            values (\(id), \(Int64(author) ?? 0), now(), now())
            """)
        try await stage.withRedis { _ = try await $0.command(["FLUSHDB"]) }
        #expect(try await stage.consequences(of: "feeds", "build", "--all").status == 0)
        let now = try await home(id, of: stage)
        let blocked = try await stage.number(
            """
            select count(*) from statuses
            left join statuses as original on original.id = statuses.reblog_of_id
            where statuses.id = any(\(now)) and \(Int64(author) ?? 0) in (statuses.account_id, original.account_id)
            """)
        #expect(blocked == 0)
    }

    @Test func `a feed keeps what it has, holds 800 at most, and is left alone when full and told so`() async throws {
        let stage = try await Stage.make()
        let (id, name) = try await somebody(on: stage)
        let old = Array(1...790).map { Int64($0) }
        try await stage.withRedis { redis in
            _ = try await redis.command(["FLUSHDB"])
            _ = try await redis.pipeline(
                old.map { ["ZADD", RedisArgument("feed:home:\(id)"), RedisArgument($0), RedisArgument("\($0)")] })
        }
        let idle = try await stage.consequences(
            of: "feeds", "build", name, "--skip-filled-timelines", "--format", "json")
        #expect(try await stage.figure("details.feeds_filled_already", of: idle) == "1")
        #expect(try await home(id, of: stage) == old)
        #expect(try await stage.consequences(of: "feeds", "build", name).status == 0)
        let shown = try await home(id, of: stage)
        #expect(shown.count == 800)
        #expect(shown == shown.sorted())
        #expect(shown.contains(790) && !shown.contains(1))
    }

    @Test func `by way of jobs the server's worker gets one for each, and who is not here is told`() async throws {
        let stage = try await Stage.make()
        let (id, name) = try await somebody(on: stage)
        try await stage.withRedis { _ = try await $0.command(["FLUSHDB"]) }
        let run = try await stage.consequences(of: "feeds", "build", name, "--via", "jobs")
        #expect(run.status == 0, "\(run.conversation)")
        let jobs = try await stage.withRedis { try await $0.command(["LRANGE", "queue:default", 0, -1]).texts ?? [] }
        #expect(jobs.count == 1)
        #expect(jobs.first?.contains(#""class":"RegenerationWorker","#) == true)
        #expect(jobs.first?.contains(#""args":[\#(id)]"#) == true)
        #expect(try await stage.consequences(of: "feeds", "build", "nobody").status == 66)
        #expect(
            try await stage.consequences(of: "feeds", "build", "--via", "jobs", "--skip-filled-timelines").status == 64)
    }

    @Test func `feeds of those who are gone are tidied away, and all of them when told so`() async throws {
        let stage = try await Stage.make()
        let (id, _) = try await somebody(on: stage)
        try await stage.execute(
            """
            insert into lists (id, account_id, title, created_at, updated_at)
            values (700001, \(id), 'kept', now(), now()), (700002, \(id), 'other', now(), now())
            """)
        let kept = ["feed:home:\(id)", "feed:home:\(id):reblogs", "feed:list:700001"]
        let gone = [
            "feed:home:999999", "feed:home:999999:reblogs", "feed:home:999999:reblogs:5", "feed:list:999998",
            "feed:home:x",
        ]
        try await stage.withRedis { redis in
            _ = try await redis.command(["FLUSHDB"])
            _ = try await redis.pipeline((kept + gone).map { ["ZADD", RedisArgument($0), 1, "1"] })
            _ = try await redis.command(["SET", "feeding", "1"])
        }
        let dry = try await stage.consequences(of: "feeds", "vacuum", "--dry-run", "--format", "json")
        #expect(try await stage.figure("changed", of: dry) == "\(gone.count)")
        let run = try await stage.consequences(of: "feeds", "vacuum", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "\(gone.count)")
        let left = try await stage.withRedis { try await $0.command(["KEYS", "feed:*"]).texts ?? [] }
        #expect(left.sorted() == kept.sorted())
        #expect(try await stage.consequences(of: "feeds", "clear").status == 0)
        #expect(try await stage.withRedis { try await $0.command(["KEYS", "*"]).texts ?? [] } == ["feeding"])
    }
}
