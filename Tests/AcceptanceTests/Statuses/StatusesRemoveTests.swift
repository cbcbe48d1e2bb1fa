import Model
import Postgres
import Redis
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct StatusesRemoveTests {
    /// What may go, asked one post at a time.
    private func removable(_ stage: Stage, days: Int) async throws -> Set<String> {
        let hasQuotes = try await stage.number("select count(*) from pg_tables where tablename = 'quotes'") > 0
        let quotes: Statement =
            hasQuotes
            ? """
            and not exists (
                select from quotes join statuses as other on other.id = quotes.status_id
                where quotes.quoted_status_id = post.id and (other.local or other.uri is null))
            and not exists (
                select from quotes join statuses as other on other.id = quotes.quoted_status_id
                where quotes.status_id = post.id and (other.local or other.uri is null))
            """ : ""
        return Set(
            try await stage.texts(
                """
                select post.id::text
                from statuses as post
                where post.deleted_at is null and not post.local and post.uri is not null
                    and post.id < (extract(epoch from now() - make_interval(days => \(days)::int))::bigint * 1000) << 16
                    and not exists (select from statuses as other where other.in_reply_to_id = post.id)
                    and not exists (
                        select from statuses as other
                        where other.id = post.reblog_of_id and (other.local or other.uri is null))
                    and not exists (
                        select from statuses as other
                        where other.reblog_of_id = post.id and (other.local or other.uri is null or other.id >= (
                            extract(epoch from now() - make_interval(days => \(days)::int))::bigint * 1000) << 16))
                    and not exists (select from status_pins where status_id = post.id)
                    and not exists (
                        select from mentions join accounts on accounts.id = mentions.account_id
                        where status_id = post.id and domain is null)
                    and not exists (
                        select from favourites join accounts on accounts.id = favourites.account_id
                        where status_id = post.id and domain is null)
                    and not exists (
                        select from bookmarks join accounts on accounts.id = bookmarks.account_id
                        where status_id = post.id and domain is null)
                    and not exists (select from follows where target_account_id = post.account_id)
                    \(fragment: quotes)
                """))
    }

    private func posts(_ stage: Stage) async throws -> Set<String> {
        Set(try await stage.texts("select id::text from statuses"))
    }

    @Test(arguments: MastodonRelease.allCases)
    func `posts nobody here has to do with go, with what is left of them`(release: MastodonRelease) async throws {
        let stage = try await Stage.make(release)
        // Somebody is followed by everybody in the small population; here only half of them are.
        try await stage.execute("delete from follows where target_account_id % 2 = 0")
        let wanted = try await removable(stage, days: 30)
        #expect(!wanted.isEmpty)
        let (before, all) = (try await stage.snapshot(), try await posts(stage))
        let words = ["statuses", "remove", "--days", "30"]
        let dry = try await stage.start(words + ["--dry-run", "--format", "json"]).end()
        #expect(dry.status == 0, "\(dry.conversation)")
        #expect(try await stage.snapshot() == before)
        let run = try await stage.start(words + ["-b", "7", "--format", "json"]).end()
        #expect(run.status == 0, "\(run.conversation)")
        // Boosts of what has gone before are gone already.
        let told = try await stage.figure("details.posts", of: run).flatMap { Int($0) } ?? 0
        #expect(told > 0 && told <= wanted.count)
        let gone = all.subtracting(try await posts(stage))
        #expect(wanted.isSubset(of: gone))
        // Boosts of those go with them.
        let others = gone.subtracting(wanted).compactMap { Int64($0) }
        #expect(others.count <= wanted.count)
        #expect(
            try await stage.number(
                """
                select count(*) from media_attachments
                where status_id is null and scheduled_status_id is null
                    and created_at < (now() at time zone 'utc') - interval '29 days'
                """) == 0)
        #expect(
            try await stage.number(
                """
                select count(*) from conversations
                where not exists (select from statuses where conversation_id = conversations.id)
                """) == 0)
        #expect(
            try await stage.number(
                "select count(*) from pg_indexes where indexname = 'index_statuses_conversation_id'") == 0)
        let again = try await stage.start(words + ["--format", "json"]).end()
        #expect(again.status == 0, "\(again.conversation)")
    }

    @Test func `what is to be kept is kept, and shares of the work make the whole`() async throws {
        let stage = try await Stage.make()
        try await stage.execute("delete from follows")
        let wanted = try await removable(stage, days: 20)
        let some = try #require(wanted.sorted().first.flatMap { Int64($0) })
        let direct = try #require(wanted.sorted().last.flatMap { Int64($0) })
        try await stage.execute("update statuses set visibility = 2 where id = \(direct)")
        try await stage.execute(
            """
            insert into reports (id, account_id, target_account_id, status_ids, comment, created_at, updated_at)
            select 990001, (select id from accounts where domain is null and id > 0 limit 1), account_id,
                array[id], '', now(), now()
            from statuses where id = \(some)
            """)
        let talk = try #require(
            try await stage.texts(
                """
                select id::text from statuses
                where id = any(\(wanted.compactMap { Int64($0) })) and id <> \(some) and id <> \(direct)
                    and conversation_id is not null
                order by id limit 1
                """
            ).first.flatMap { Int64($0) })
        try await stage.execute(
            """
            update statuses set conversation_id = (select conversation_id from statuses where id = \(talk))
            where id = (select min(id) from statuses where local and reblog_of_id is null)
            """)
        for share in ["1/2", "2/2"] {
            let run = try await stage.consequences(
                of:
                    "statuses", "remove", "--days", "20", "--keep-interacted", "--keep-direct", "--keep-threads",
                "--skip-media-remove", "--shard", share)
            #expect(run.status == 0, "\(run.conversation)")
        }
        let left = try await posts(stage).intersection(wanted).compactMap { Int64($0) }
        #expect(Set(left).isSuperset(of: [some, direct, talk]))
        #expect(left.count < wanted.count)
    }

    @Test func `a run that is cut short goes on where it was, and posts leave search and cache`() async throws {
        let stage = try await Stage.make().with(["ES_ENABLED": "true", "ES_HOST": "127.0.0.1"])
        try await stage.execute("delete from follows")
        let wanted = try await removable(stage, days: 20)
        try await stage.withRedis { redis in
            _ = try await redis.command(["UNLINK", "chewy:queue:StatusesIndex", "chewy:queue:PublicStatusesIndex"])
            for id in wanted { _ = try await redis.command(["SET", RedisArgument("cache:v3:statuses/\(id)"), "x"]) }
        }
        let first = try await stage.consequences(
            of:
                "statuses", "remove", "--days", "20", "--limit", "3", "-b", "3", "--concurrency", "1", "--format",
            "json")
        #expect(try await stage.figure("details.posts", of: first) == "3")
        let second = try await stage.consequences(
            of: "statuses", "remove", "--days", "20", "--continue", "--format", "json")
        #expect(second.status == 0, "\(second.conversation)")
        #expect(try await posts(stage).isDisjoint(with: wanted))
        try await stage.withRedis { redis in
            let queued = Set(try await redis.command(["SMEMBERS", "chewy:queue:PublicStatusesIndex"]).texts ?? [])
            #expect(queued.count > 0)
            let cached = try await redis.command(["KEYS", "cache:v3:statuses/*"]).texts ?? []
            #expect(Set(cached.map { String($0.dropFirst("cache:v3:statuses/".utf8.count)) }).isDisjoint(with: wanted))
        }
    }

    private func files(_ stage: Stage) async throws -> [String] {
        try await stage.texts(
            """
            select relfilenode::text from pg_class
            where oid = any(array['statuses', 'conversations']::regclass[]) order by relname
            """)
    }

    @Test func `tables are written anew when told so, and it is told that they are locked for it`() async throws {
        let stage = try await Stage.make(size: .empty)
        let before = try await files(stage)
        let run = try await stage.consequences(of: "statuses", "remove", "--skip-status-remove", "--compress-database")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(run.conversation.contains("statuses is locked while it is written anew"), "\(run.conversation)")
        #expect(run.conversation.contains("create extension pg_repack"), "\(run.conversation)")
        #expect(zip(before, try await files(stage)).allSatisfy { $0 != $1 })
    }

    @Test(.enabled(if: TestServers.hasRepack))
    func `tables are written anew by pg_repack where it is installed, beside those who use them`() async throws {
        let stage = try await Stage.make()
        try await stage.execute("create extension pg_repack")
        // What it makes and drops is seen.
        try await stage.execute("create table seen (name text)")
        try await stage.execute(
            """
            create function notice() returns event_trigger language plpgsql as $$
            begin
                insert into public.seen
                select object_name from pg_event_trigger_dropped_objects() where schema_name = 'repack';
            end $$
            """)
        try await stage.execute("create event trigger noticing on sql_drop execute function notice()")
        let (before, posts) = (try await files(stage), try await posts(stage))
        let run = try await stage.consequences(of: "statuses", "remove", "--skip-status-remove", "--compress-database")
        #expect(run.status == 0 && !run.conversation.contains("locked"), "\(run.conversation)")
        #expect(zip(before, try await files(stage)).allSatisfy { $0 != $1 })
        #expect(try await stage.number("select count(*) from seen where name like 'table_%'") >= 2)
        #expect(try await self.posts(stage) == posts)
    }

    @Test func `shares of work that keeps more leave in the end what one run leaves`() async throws {
        let words = [
            "statuses", "remove", "--days", "20", "--keep-interacted", "--keep-direct", "--keep-threads",
            "--skip-media-remove",
        ]
        var left: [Set<String>] = []
        for shares in [[], ["1/3", "2/3", "3/3"]] {
            let stage = try await Stage.make()
            try await stage.execute("delete from follows")
            try await stage.execute(
                "update statuses set visibility = 2 where not local and id % 5 = 0 and reblog_of_id is null")
            // An answer that goes makes what it answers free to go, in whatever order shares look at them.
            var before: Set<String> = []
            var rest = try await posts(stage)
            let all = rest
            while rest != before {
                let runs = try (shares.isEmpty ? [words] : shares.map { words + ["--shard", $0] }).map {
                    try stage.start($0)
                }
                for run in runs {
                    let ended = await run.end()
                    #expect(ended.status == 0, "\(ended.conversation)")
                }
                (before, rest) = (rest, try await posts(stage))
            }
            #expect(rest != all)
            left.append(rest)
        }
        #expect(left[0] == left[1])
    }
}
