import Model
import Postgres
import Redis
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct DomainsShowTests {
    @Test(arguments: MastodonRelease.allCases)
    func `other servers are listed with the database's own figures, in every release`(
        release: MastodonRelease
    ) async throws {
        let stage = try await Stage.make(release)
        try await stage.execute("refresh materialized view instances")
        let run = try await stage.consequences(of: "domains", "list", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        let wrong = try await stage.texts(
            """
            select coalesce(told.domain, real.domain)
            from jsonb_to_recordset(\(run.answer)::jsonb) as told(domain text, accounts bigint, posts bigint,
                media_bytes bigint, schema text, severity text)
            full join (
                select
                    accounts.domain,
                    count(*) as accounts,
                    sum((select count(*) from statuses where account_id = accounts.id and deleted_at is null)) as posts,
                    sum(coalesce(avatar_file_size, 0) + coalesce(header_file_size, 0) + coalesce((
                        select sum(coalesce(file_file_size, 0) + coalesce(thumbnail_file_size, 0))
                        from media_attachments where account_id = accounts.id), 0)) as media_bytes
                from accounts
                where domain is not null
                group by domain
            ) as real on real.domain = told.domain
            where told.domain is null or told.schema <> 'domains.list/1'
                or told.accounts <> coalesce(real.accounts, 0) or told.posts <> coalesce(real.posts, 0)
                or told.media_bytes <> coalesce(real.media_bytes, 0)
            """)
        #expect(wrong == [])
        for order in DomainOrder.allCases {
            let key =
                [
                    "accounts": "accounts", "media": "media_bytes", "posts": "posts",
                    "last-activity": "last_activity_at",
                ][order.rawValue] ?? ""
            let ids = try await stage.consequences(
                of:
                    "domains", "list", "--sort", order.rawValue, "--limit", "5", "--format", "ids")
            let expected = try await stage.texts(
                """
                select told.row ->> 'domain'
                from jsonb_array_elements(\(run.answer)::jsonb) as told(row)
                order by nullif(told.row -> \(key), 'null') desc nulls last, told.row ->> 'domain' collate "C"
                limit 5
                """)
            #expect(ids.answer.split(separator: "\n").map(String.init) == expected, "\(order)")
        }
        let blocked = try await stage.consequences(of: "domains", "list", "--blocked", "--format", "ids")
        let expected = try await stage.texts(
            """
            select domain from instances
            where exists (select from domain_blocks
                where instances.domain = domain_blocks.domain or instances.domain like '%.' || domain_blocks.domain)
            order by domain collate "C"
            """)
        #expect(blocked.answer.split(separator: "\n").map(String.init).sorted() == expected && !expected.isEmpty)
        try await stage.instance.remove()
    }

    @Test func `a domain's dossier tells what the database has, and its parent's block`() async throws {
        let stage = try await Stage.make()
        for statement: Statement in [
            """
            insert into domain_blocks (domain, severity, created_at, updated_at) values ('example', 2, now(), now())
            on conflict (domain) do update set severity = 2
            """,
            "delete from domain_blocks where domain in ('big.example', 'sub.big.example')",
            """
            insert into unavailable_domains (domain, created_at, updated_at)
            values ('big.example', '2026-01-01', now()) on conflict (domain) do update set created_at = '2026-01-01'
            """,
            "refresh materialized view instances",
        ] {
            try await stage.execute(statement)
        }
        let redis = try await RedisConnection.connect(stage.instance.redis)
        try await redis.command(["SADD", "exhausted_deliveries:big.example", "20261102", "20261101"])
        await redis.close()
        let run = try await stage.consequences(of: "domains", "show", "https://BIG.example/", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        let members: Statement = "(select id from accounts where domain = 'big.example')"
        let figures: [(String, Statement)] = [
            ("accounts", "select count(*) from accounts where domain = 'big.example'"),
            ("follows.outgoing", "select count(*) from follows where target_account_id in \(fragment: members)"),
            (
                "follows.followers_here",
                "select count(distinct account_id) from follows where target_account_id in \(fragment: members)"
            ),
            ("follows.incoming", "select count(*) from follows where account_id in \(fragment: members)"),
            ("posts", "select count(*) from statuses where deleted_at is null and account_id in \(fragment: members)"),
            ("attachments", "select count(*) from media_attachments where account_id in \(fragment: members)"),
            ("custom_emojis", "select count(*) from custom_emojis where domain = 'big.example'"),
            ("subdomains", "select count(*) from instances where domain like '%.big.example'"),
        ]
        for (path, statement) in figures {
            let expected = try await stage.number(statement)
            #expect(try await stage.figure(path, of: run) == "\(expected)", "\(path)")
        }
        let facts: [(String, String?)] = [
            ("schema", "domains.show/1"), ("domain", "big.example"), ("block.domain", "example"),
            ("block.severity", "noop"), ("delivery.0.host", "big.example"),
            ("delivery.0.stopped_at", "2026-01-01T00:00:00Z"), ("delivery.0.failure_days.0", "2026-11-01"),
            ("delivery.0.failure_days.1", "2026-11-02"), ("software", nil),
        ]
        for (path, value) in facts { #expect(try await stage.figure(path, of: run) == value, "\(path)") }
        #expect(try await stage.consequences(of: "domains", "show", "never-heard-of.test").status == 66)
        #expect(try await stage.consequences(of: "domains", "show", "not a domain").status == 65)
        try await stage.instance.remove()
    }

    @Test func `only when asked to does it ask the other server what it runs`() async throws {
        let server = FaultProxy(upstream: nil)
        defer { server.stop() }
        server.fail(
            .answer(
                200,
                body: """
                    {"links":[{"rel":"http://nodeinfo.diaspora.software/ns/schema/2.0","href":"https://big.example/n/2.0"}]}
                    """), times: 10, when: { $0.target == "/.well-known/nodeinfo" })
        server.fail(
            .answer(
                200,
                body:
                    #"{"software":{"name":"pleroma\u001b[2J","version":"9"},"usage":{"users":{"total":7}},"openRegistrations":false}"#
            ), times: 10, when: { $0.target == "/n/2.0" })
        var stage = try await Stage.make()
        stage.environment["MASTOCTL_CONNECT_TO"] = "::127.0.0.1:\(server.port):plain"
        _ = try await stage.consequences(of: "domains", "show", "big.example")
        #expect(server.requests.isEmpty)
        let run = try await stage.consequences(of: "domains", "show", "big.example", "--fetch", "--format", "json")
        #expect(try await stage.figure("software.version", of: run) == "9")
        #expect(try await stage.figure("software.users", of: run) == "7")
        #expect(server.requests.allSatisfy { $0.head.contains("Host: big.example") && $0.head.contains("mastoctl") })
        let told = try await stage.consequences(of: "domains", "show", "big.example", "--fetch")
        #expect(told.answer.contains("pleroma") && !told.answer.contains("\u{1B}"))
        server.reset()
        let mute = try await stage.consequences(of: "domains", "show", "big.example", "--fetch", "--format", "json")
        #expect(mute.status == 0)
        #expect(try await stage.figure("software.failure", of: mute) != nil)
        try await stage.instance.remove()
    }
}
