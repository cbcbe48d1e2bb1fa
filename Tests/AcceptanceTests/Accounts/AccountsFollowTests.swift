import Model
import Postgres
import Redis
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled)) struct AccountsFollowTests {
    /// Accounts of this server, and one of another: `hub`, `ann`, `bea` (silenced), `cid` (suspended), `dan` (blocks the
    /// hub), `eve` (follows it); `far@there.example`.
    private static func make(_ release: MastodonRelease = .usual) async throws -> Stage {
        let stage = try await Stage.make(release, size: .empty)
        try await stage.execute(
            """
            insert into accounts (id, username, domain, uri, inbox_url, protocol, silenced_at, suspended_at,
                created_at, updated_at)
            select id, username, domain, \(fragment: release >= .v4_7 ? "nullif(uri, '')" : "uri"), inbox, protocol,
                silenced, suspended, now(), now()
            from (values
                (11, 'hub', null, '', '', 0, null::timestamp, null::timestamp),
                (12, 'ann', null, '', '', 0, null, null), (13, 'bea', null, '', '', 0, now(), null),
                (14, 'cid', null, '', '', 0, null, now()), (15, 'dan', null, '', '', 0, null, null),
                (16, 'eve', null, '', '', 0, null, null),
                (21, 'far', 'there.example', 'https://there.example/users/far',
                    'https://there.example/users/far/inbox', 1, null, null))
                as person (id, username, domain, uri, inbox, protocol, silenced, suspended)
            """)
        try await stage.execute(
            """
            insert into blocks (account_id, target_account_id, created_at, updated_at) values (15, 11, now(), now())
            """)
        try await stage.follow(16, 11, "https://sandbox.example/first")
        return stage
    }

    @Test(arguments: MastodonRelease.allCases)
    func `everybody who may follows, the silenced ask, and the server is given the rest to do`(
        release: MastodonRelease
    ) async throws {
        let stage = try await Self.make(release)
        let before = try await stage.snapshot()
        let dry = try await stage.consequences(of: "accounts", "follow", "hub", "--dry-run", "--format", "json")
        #expect(try await stage.figure("changed", of: dry) == "2")
        #expect(try await stage.snapshot() == before)
        #expect(try await stage.jobs(in: "default").isEmpty)

        let run = try await stage.consequences(of: "accounts", "follow", "hub", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "2")
        #expect(try await stage.texts("select account_id::text from follows order by account_id") == ["12", "16"])
        #expect(try await stage.texts("select account_id::text from follow_requests") == ["13"])
        #expect(
            try await stage.texts("select uri from follows where account_id = 12")[0]
                .wholeMatch(of: /https:\/\/sandbox\.example\/[0-9a-f-]{36}/) != nil)
        #expect(
            try await stage.texts(
                "select account_id || ' ' || following_count || ' ' || followers_count from account_stats order by 1")
                == ["11 0 1", "12 1 0"])
        let merges = try await stage.arguments(of: "MergeWorker", in: "default")
        #expect(merges == [release < .v4_4 ? "[11,12]" : #"[11,12,"home"]"#])
        let told = try await stage.arguments(of: "LocalNotificationWorker", in: "default")
        #expect(told.count == 2)
        #expect(told.contains { $0.hasSuffix(#","Follow","follow"]"#) })
        #expect(told.contains { $0.hasSuffix(#","FollowRequest","follow_request"]"#) })
        let type = try await stage.withRedis { try await $0.command(["TYPE", "account:12:regeneration"]).text }
        #expect(type == (release < .v4_4 ? "string" : "hash"))

        let again = try await stage.consequences(of: "accounts", "follow", "hub", "--format", "json")
        #expect(try await stage.figure("changed", of: again) == "0")
    }

    @Test func `only an account of this server can be followed by all, and a clear word is said otherwise`()
        async throws
    {
        let stage = try await Self.make()
        let before = try await stage.snapshot()
        #expect(try await stage.consequences(of: "accounts", "follow", "far@there.example").status == 65)
        #expect(try await stage.consequences(of: "accounts", "follow", "nobody").status == 66)
        #expect(try await stage.consequences(of: "accounts", "follow", "12").status == 0)
        try await stage.execute("update accounts set username = '13' where id = 12")
        let ambiguous = try await stage.consequences(of: "accounts", "follow", "13")
        #expect(ambiguous.status == 65)
        #expect(ambiguous.conversation.contains("several accounts"))
        try await stage.execute("update accounts set username = 'ann' where id = 12")
        let suspended = try await stage.consequences(of: "accounts", "follow", "cid")
        #expect(suspended.status == 0)
        #expect(suspended.conversation.contains("suspended"))
        #expect(
            try await stage.snapshot().changedTables(from: before).subtracting([
                "follows", "follow_requests", "account_stats",
            ]) == [])
    }

    @Test(arguments: MastodonRelease.allCases)
    func `unfollowing tells the other server, and takes posts, list entries and counts away`(
        release: MastodonRelease
    ) async throws {
        let stage = try await Self.make(release)
        try await stage.follow(12, 21, "https://sandbox.example/second")
        try await stage.follow(16, 21, nil)
        try await stage.execute(
            "insert into lists (id, account_id, title, created_at, updated_at) values (5, 12, 'l', now(), now())")
        try await stage.execute(
            "insert into list_accounts (list_id, account_id, follow_id) select 5, 21, id from follows where account_id = 12"
        )
        try await stage.execute(
            "insert into account_pins (account_id, target_account_id, created_at, updated_at) values (12, 21, now(), now())"
        )
        try await stage.execute(
            """
            insert into account_stats (account_id, following_count, followers_count, created_at, updated_at)
            values (12, 1, 0, now(), now()), (21, 0, 7, now(), now())
            """)
        let dry = try await stage.consequences(
            of: "accounts", "unfollow", "far@there.example", "--dry-run", "--format", "json")
        #expect(try await stage.figure("changed", of: dry) == "2")
        let run = try await stage.consequences(of: "accounts", "unfollow", "@far@there.example", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.number("select count(*) from follows where target_account_id = 21") == 0)
        #expect(try await stage.number("select count(*) from list_accounts") == 0)
        #expect(try await stage.number("select count(*) from account_pins") == 0)
        #expect(
            try await stage.texts(
                "select account_id || ' ' || following_count || ' ' || followers_count from account_stats order by 1")
                == ["12 0 0", "16 0 0", "21 0 5"])
        let unmerges = try await stage.arguments(of: "UnmergeWorker", in: "pull")
        #expect(
            unmerges
                == (release < .v4_4
                    ? ["[21,12]", "[21,16]"] : [#"[21,12,"home"]"#, #"[21,5,"list"]"#, #"[21,16,"home"]"#]))
        let news = try await stage.jobs(in: "push")
        #expect(news.count == 2)
        let arguments = try #require(news.first?["args"]?.array)
        #expect(Array(arguments.dropFirst()) == [12, "https://there.example/users/far/inbox"])
        let activity = try #require(arguments.first?.string.flatMap { JSONValue(parsing: $0) })
        #expect(activity["type"] == "Undo")
        let name = release < .v4_5 ? "users/ann" : "ap/users/12"
        #expect(activity["actor"] == .string("https://sandbox.example/\(name)"))
        #expect(activity["object"]?["id"] == "https://sandbox.example/second")
        #expect(activity["object"]?["object"] == "https://there.example/users/far")
    }

    @Test(arguments: MastodonRelease.allCases)
    func `resetting ends both ways, sends remote followers away, and begins anew`(
        release: MastodonRelease
    ) async throws {
        let stage = try await Self.make(release)
        try await stage.follow(11, 12, nil)
        try await stage.follow(11, 21, nil)
        try await stage.follow(21, 11, "https://there.example/follow")
        #expect(try await stage.consequences(of: "accounts", "reset-relationships", "hub").status == 64)
        #expect(
            try await stage.consequences(of: "accounts", "reset-relationships", "far@there.example", "--follows").status
                == 65)
        let dry = try await stage.consequences(
            of:
                "accounts", "reset_relationships", "hub", "--follows", "--followers", "--dry-run", "--format", "json")
        #expect(try await stage.figure("changed", of: dry) == "4")
        #expect(try await stage.number("select count(*) from follows") == 4)
        let run = try await stage.consequences(of: "accounts", "reset_relationships", "hub", "--follows", "--followers")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.number("select count(*) from follows") == 0)
        #expect(try await stage.arguments(of: "BootstrapTimelineWorker", in: "default") == ["[11]"])
        let types = try await stage.jobs(in: "push").compactMap { job in
            job["args"]?.array?.first?.string.flatMap { JSONValue(parsing: $0)?["type"]?.string }
        }
        #expect(types.sorted() == ["Reject", "Undo"])
        #expect(try await stage.arguments(of: "UnmergeWorker", in: "pull").count == 4)
    }

    @Test func `followers alone leave what the account follows, and nothing begins anew`() async throws {
        let stage = try await Self.make()
        try await stage.follow(11, 12, nil)
        let run = try await stage.consequences(of: "accounts", "reset-relationships", "hub", "--followers")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.texts("select account_id || '>' || target_account_id from follows") == ["11>12"])
        #expect(try await stage.jobs(in: "default").isEmpty)
    }
}

extension Stage {
    func follow(_ one: Int, _ other: Int, _ uri: String?) async throws {
        try await execute(
            """
            insert into follows (account_id, target_account_id, uri, created_at, updated_at)
            values (\(one), \(other), \(uri), now(), now())
            """)
    }
}
