import Model
import Postgres
import Redis
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct AccountsShowTests {
    @Test(arguments: MastodonRelease.allCases)
    func `an account is shown with all that concerns it, in every release`(release: MastodonRelease) async throws {
        let stage = try await Stage.make(release)
        let id = try await stage.number("select account_id from users where role_id is null order by id limit 1")
        for statement: Statement in [
            "update account_stats set followers_count = followers_count + 7 where account_id = \(id)",
            "update users set otp_required_for_login = true, email = 'first.last+x@sub.mail.test' where account_id = \(id)",
            """
            insert into session_activations (session_id, user_id, ip, user_agent, created_at, updated_at)
            select 'one', id, '203.0.113.5', 'Firefox', now(), now() from users where account_id = \(id)
            """,
            "delete from ip_blocks",
            "insert into ip_blocks (ip, severity, created_at, updated_at) values ('203.0.113.0/24', 5500, now(), now())",
            """
            insert into ip_blocks (ip, severity, expires_at, created_at, updated_at)
            values ('203.0.113.5', 9999, now() - interval '1 day', now(), now())
            """,
            """
            insert into email_domain_blocks (domain, created_at, updated_at) values ('mail.test', now(), now())
            """,
            """
            insert into canonical_email_blocks (canonical_email_hash, created_at, updated_at)
            values (encode(sha256('firstlast@sub.mail.test'), 'hex'), now(), now())
            """,
            """
            insert into account_warnings (target_account_id, account_id, action, text, created_at, updated_at)
            values (\(id), 1, 3000, 'be nice', now(), now())
            """,
            "insert into account_deletion_requests (account_id, created_at, updated_at) values (\(id), '2026-01-01', now())",
            "update accounts set suspended_at = '2026-01-01', suspension_origin = 0, moved_to_account_id = 2 where id = \(id)",
        ] {
            try await stage.execute(statement)
        }
        let redis = try await RedisConnection.connect(stage.instance.redis)
        for job in [
            #"{"class":"RegenerationWorker","args":[\#(id)],"queue":"default","jid":"a"}"#,
            #"{"class":"RegenerationWorker","args":["\#(id)"],"queue":"default","jid":"b"}"#,
            #"{"class":"LinkCrawlWorker","args":[\#(id)],"queue":"default","jid":"c"}"#,
        ] {
            try await redis.command(["LPUSH", "queue:default", RedisArgument(job)])
        }
        try await redis.command(["SADD", "queues", "default"])
        let retry = #"{"class":"MergeWorker","args":[1,\#(id)],"queue":"pull","jid":"d"}"#
        try await redis.command(["ZADD", "retry", 1, RedisArgument(retry)])
        await redis.close()

        let name = try await stage.texts("select username from accounts where id = \(id)")[0]
        let run = try await stage.consequences(of: "accounts", "show", name, "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        func figure(_ path: String) async throws -> String? { try await stage.figure(path, of: run) }
        let followers = try await stage.number("select count(*) from follows where target_account_id = \(id)")
        let bytes = try await stage.number(
            """
            select coalesce(sum(coalesce(file_file_size, 0) + coalesce(thumbnail_file_size, 0)), 0)
            from media_attachments where account_id = \(id)
            """)
        let expected: [(String, String?)] = [
            ("schema", "accounts.show/1"), ("id", "\(id)"), ("handle", name), ("user.otp", "true"),
            ("user.email", "first.last+x@sub.mail.test"), ("user.sessions.0.ip", "203.0.113.5"),
            ("user.sessions.0.user_agent", "Firefox"), ("user.session_count", "1"),
            ("followers.counted", "\(followers)"), ("followers.stored", "\(followers + 7)"),
            ("media.attachment_bytes", "\(bytes)"), ("strikes.0.action", "silence"), ("strikes.0.text", "be nice"),
            ("blocks.ips.0.range", "203.0.113.0/24"), ("blocks.ips.0.severity", "sign_up_block"),
            ("blocks.ips.1", nil), ("blocks.email_domains.0", "mail.test"), ("blocks.canonical_email", "true"),
            ("suspension_origin", "local"), ("deletion.due_at", "2026-01-31T00:00:00Z"),
            ("moved_to", try await stage.texts("select username || '@' || domain from accounts where id = 2").first),
        ]
        for (path, value) in expected { #expect(try await figure(path) == value, "\(path)") }
        let jobs = try await stage.texts(
            """
            select (job ->> 'place') || ' ' || (job ->> 'worker') || ' ' || (job ->> 'count')
            from jsonb_array_elements(\(run.answer)::jsonb -> 'jobs') as job
            order by 1
            """)
        #expect(jobs.contains("retry MergeWorker 1"))
        #expect(
            jobs.contains { $0.hasPrefix("queue:default RegenerationWorker ") }
                && !jobs.contains { $0.contains("Link") })
        let told = try await stage.consequences(of: "accounts", "show", "id:\(id)")
        #expect(told.answer.contains("! really \(followers)") && told.answer.contains("e-mail domain block"))
        let byMail = try await stage.consequences(
            of: "accounts", "show", "first.last+x@sub.mail.test", "--format", "ids")
        #expect(byMail.answer == "\(id)\n")
        try await stage.instance.remove()
    }

    @Test func `a remote account has no user, and the block of its domain's parent applies`() async throws {
        let stage = try await Stage.make()
        try await stage.execute(
            """
            insert into domain_blocks (domain, severity, reject_media, created_at, updated_at)
            values ('big.example', 0, true, now(), now())
            on conflict (domain) do update set severity = 0, reject_media = true
            """)
        let handle = try await stage.texts(
            "select username || '@' || domain from accounts where domain = 'sub.big.example' limit 1")[0]
        let run = try await stage.consequences(of: "accounts", "show", "@\(handle)", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("blocks.domain.domain", of: run) == "big.example")
        #expect(try await stage.figure("blocks.domain.severity", of: run) == "silence")
        #expect(try await stage.figure("user", of: run) == nil)
        try await stage.instance.remove()
    }

    @Test func `who is nobody, or may be two people, is told apart`() async throws {
        let stage = try await Stage.make()
        let nobody = try await stage.consequences(of: "accounts", "show", "nobody@nowhere.example")
        #expect(nobody.status == 66 && nobody.answer.isEmpty)
        #expect(try await stage.consequences(of: "accounts", "show", "id:424242").status == 66)
        #expect(try await stage.consequences(of: "accounts", "show", "a b c").status == 65)
        // The instance actor is nobody.
        #expect(try await stage.consequences(of: "accounts", "show", "id:-99").status == 66)
        try await stage.execute("update accounts set username = '2' where id = 1")
        let two = try await stage.consequences(of: "accounts", "show", "2")
        #expect(two.status == 65 && two.conversation.contains("id:"), "\(two)")
        #expect(try await stage.consequences(of: "accounts", "show", "id:2", "--format", "ids").answer == "2\n")
        try await stage.instance.remove()
    }

    @Test func `an account is shown without Redis, with a warning`() async throws {
        let stage = try await Stage.make().with(["REDIS_URL": "redis://127.0.0.1:1/0"])
        let run = try await stage.consequences(of: "accounts", "show", "owner", "--format", "json")
        #expect(run.status == 0 && run.conversation.contains("warning:"), "\(run)")
        #expect(try await stage.figure("jobs", of: run) == nil)
        try await stage.instance.remove()
    }
}
