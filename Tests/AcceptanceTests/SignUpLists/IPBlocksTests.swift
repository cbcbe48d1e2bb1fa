import Model
import Postgres
import Redis
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct IPBlocksTests {
    /// `range severity comment`, by address.
    private func rows(_ stage: Stage) async throws -> [String] {
        try await stage.texts(
            """
            select concat_ws(' ', host(ip) || '/' || masklen(ip), severity, nullif(comment, ''),
                case when expires_at is null then 'for good'
                    else round(extract(epoch from expires_at - updated_at))::text end)
            from ip_blocks order by ip
            """)
    }

    /// Plants the copy of the blocked addresses that the server keeps, and tells whether it is still there.
    private func withCopy(_ stage: Stage, _ body: () async throws -> Void) async throws -> Bool {
        let redis = try await RedisConnection.connect(stage.instance.redis)
        try await redis.command(["SET", "cache:blocked_ips", "x"])
        try await body()
        let isThere = try await redis.command(["EXISTS", "cache:blocked_ips"]).integer == 1
        await redis.close()
        return isThere
    }

    @Test(arguments: MastodonRelease.allCases)
    func `addresses are blocked as given, once, and the server's copy goes`(release: MastodonRelease) async throws {
        let stage = try await Stage.make(release)
        try await stage.execute("delete from ip_blocks")
        let words = [
            "ip-blocks", "add", "192.0.2.77/24", "2001:DB8::1", "192.0.2.9", "--severity", "no_access", "--comment",
            "it's",
            "--format", "json",
        ]
        let before = try await stage.snapshot()
        let dry = try await stage.start(words + ["--dry-run"]).end()
        #expect(try await stage.figure("changed", of: dry) == "3")
        #expect(try await stage.snapshot() == before)
        let hasCopy = try await withCopy(stage) {
            let run = try await stage.start(words).end()
            #expect(run.status == 0, "\(run.conversation)")
            #expect(try await stage.figure("schema", of: run) == "ip-blocks.add/1")
            #expect(try await stage.figure("changed", of: run) == "3")
        }
        #expect(!hasCopy)
        #expect(
            try await rows(stage) == [
                "192.0.2.0/24 9999 it's for good", "192.0.2.9/32 9999 it's for good",
                "2001:db8::1/128 9999 it's for good",
            ])
        let after = try await stage.snapshot()
        #expect(after.changedTables(from: before) == ["ip_blocks"])
        let again = try await stage.start(words).end()
        #expect(again.status == 0)
        #expect(try await stage.figure("changed", of: again) == "0")
        #expect(try await stage.figure("details.already_blocked", of: again) == "3")
        #expect(try await stage.snapshot() == after)
    }

    @Test func `force changes what is there and leaves the rest of it`() async throws {
        let stage = try await Stage.make()
        try await stage.execute("delete from ip_blocks")
        _ = try await stage.consequences(
            of:
                "ip-blocks", "add", "192.0.2.0/24", "--severity", "no_access", "--comment", "old", "--duration", "86400"
        )
        #expect(try await rows(stage) == ["192.0.2.0/24 9999 old 86400"])
        let without = try await stage.consequences(
            of: "ip-blocks", "add", "192.0.2.0/24", "--severity", "sign_up_block")
        #expect(without.status == 0)
        #expect(try await rows(stage) == ["192.0.2.0/24 9999 old 86400"])
        let words = ["ip-blocks", "add", "192.0.2.0/24", "192.0.2.1", "--severity", "sign-up-block", "-f"]
        let with = try await stage.start(words).end()
        #expect(with.status == 0, "\(with.conversation)")
        #expect(try await rows(stage) == ["192.0.2.0/24 5500 old for good", "192.0.2.1/32 5500 for good"])
        // Nothing to change: the row's own moment stays, and the copy goes as it does on the server.
        let before = try await stage.snapshot()
        let hasCopy = try await withCopy(stage) { _ = try await stage.start(words).end() }
        #expect(!hasCopy)
        #expect(try await stage.snapshot() == before)
    }

    @Test func `the letters of a new block are those of tootctl`() async throws {
        let stage = try await Stage.make()
        try await stage.execute("delete from ip_blocks")
        let run = try await stage.consequences(
            of:
                "ip-blocks", "add", "192.0.2.0/24", "--severity", "no_access", "-c", "spam wave", "-d86400", "-f")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await rows(stage) == ["192.0.2.0/24 9999 spam wave 86400"])
    }

    @Test func `removing takes what lies within, or with force what lies around`() async throws {
        let stage = try await Stage.make()
        let all = ["10.0.0.0/8", "10.1.0.0/16", "10.1.2.0/24", "10.1.2.3", "11.0.0.0/8", "2001:db8::/32"]
        func left(_ words: String...) async throws -> Set<String> {
            try await stage.execute("delete from ip_blocks")
            _ = try await stage.start(
                ["ip-blocks", "add", "--severity", "no_access", "--allow-lockout"] + all
            ).end()
            let run = try await stage.start(["ip-blocks", "remove"] + words).end()
            #expect(run.status == 0, "\(run.conversation)")
            return Set(try await rows(stage).compactMap { $0.split(separator: " ").first.map(String.init) })
        }
        #expect(try await left("10.1.0.0/16") == ["10.0.0.0/8", "11.0.0.0/8", "2001:db8::/32"])
        #expect(try await left("10.1.2.0/24", "--force") == ["10.1.2.3/32", "11.0.0.0/8", "2001:db8::/32"])
        #expect(try await left("10.1.2.3", "11.0.0.0/8").count == 4)
        #expect(try await left("12.0.0.0/8", "2001:db9::/32").count == 6)
        #expect(try await left("0.0.0.0/0", "10.1.0.0/16") == ["2001:db8::/32"])
    }

    @Test func `what is no address is told, and the others go on`() async throws {
        let stage = try await Stage.make()
        let before = try await stage.snapshot()
        for verb in ["add", "remove"] {
            let words =
                ["ip-blocks", verb, "bogus", "1.2.3.4/40"] + (verb == "add" ? ["--severity", "no_access"] : [])
            let run = try await stage.start(words).end()
            #expect(run.status == 65, "\(run.conversation)")
        }
        #expect(try await stage.snapshot() == before)
        let some = try await stage.consequences(
            of:
                "ip-blocks", "add", "bogus", "203.0.113.7", "--severity", "no_access", "--format", "json")
        #expect(some.status == 1)
        #expect(try await stage.figure("changed", of: some) == "1")
        #expect(try await stage.figure("failures.0.item", of: some) == "bogus")
        for words in [["203.0.113.7"], ["203.0.113.7", "--severity", "nonsense"], ["--severity", "no_access"]] {
            #expect(try await stage.start(["ip-blocks", "add"] + words).end().status == 64)
        }
    }

    @Test func `lists are exported for other programs and read back`() async throws {
        let stage = try await Stage.make()
        let plain = try await stage.consequences(of: "ip-blocks", "export")
        #expect(plain.answer == "192.0.2.0/24\n198.51.100.99/32\n")
        let nginx = try await stage.consequences(of: "ip-blocks", "export", "--format", "nginx", "--active")
        #expect(nginx.answer == "deny 192.0.2.0/24;\n")
        let json = try await stage.consequences(of: "ip-blocks", "export", "--format", "json")
        #expect(try await stage.figure("blocks.1.ip", of: json) == "198.51.100.99/32")
        #expect(try await stage.consequences(of: "ip-blocks", "list", "--format", "nginx").status == 64)
        let nftables = try await stage.consequences(
            of:
                "ip-blocks", "export", "--format", "nftables", "--severity", "sign_up_requires_approval", "--severity",
            "no_access")
        stage.write(nftables.answer, to: "list", from: stage.instance.folder)
        try await stage.execute("delete from ip_blocks")
        let read = try await stage.consequences(
            of: "ip_blocks", "import", "\(stage.instance.folder)/list", "--duration", "30d")
        #expect(read.status == 0, "\(read.conversation)")
        #expect(
            try await rows(stage) == [
                "192.0.2.0/24 9999 2592000", "198.51.100.99/32 9999 2592000", "2001:db8::/32 9999 2592000",
            ])
        // Importing is what only mastoctl does, so that the server's audit log tells of it.
        #expect(
            try await stage.number(
                "select count(*) from admin_action_logs where target_type = 'IpBlock' and action = 'create'")
                == 3)
        stage.write("10.0.0.1\n10.0.0.300\nx\n", to: "bad", from: stage.instance.folder)
        let bad = try await stage.consequences(of: "ip-blocks", "import", "\(stage.instance.folder)/bad")
        #expect(bad.status == 65 && bad.conversation.contains("line 2: '10.0.0.300' is no IP address"))
        #expect(try await rows(stage).count == 3)
        #expect(try await stage.consequences(of: "ip-blocks", "import", "\(stage.instance.folder)/none").status == 66)
    }

    @Test
    func `lists of Spamhaus and Tor are imported, and lines that cannot be read are left out where that is wanted`()
        async throws
    {
        let stage = try await Stage.make()
        let lists = [
            ("drop.txt", "; a comment\n192.0.2.128/25 ; SBL1\n198.51.100.0/25 ; SBL2\nx ; SBL3\n", 2, 1),
            (
                "drop.json",
                "{\"cidr\":\"203.0.113.0/25\",\"sblid\":\"SBL4\",\"rir\":\"x\"}\n{\"type\":\"metadata\"}\n", 1, 0
            ),
            ("tor.txt", "ExitNode AAAA\nExitAddress 203.0.113.200 2026-01-01 00:00:00\n", 1, 0),
        ]
        for (name, text, count, bad) in lists {
            let words = ["ip-blocks", "import", stage.file(name, text), "--yes", "--format", "json"]
            if bad > 0 {
                let refused = try await stage.start(words).end()
                #expect(
                    refused.status == 65 && refused.conversation.contains("line 4: 'x' is no IP address"), "\(refused)")
            }
            let run = try await stage.start(words + ["--skip-bad"]).end()
            #expect(run.status == 0, "\(name): \(run)")
            #expect(try await stage.figure("changed", of: run) == "\(count)", "\(name): \(run)")
            #expect(try await stage.figure("details.unreadable_lines", of: run) == (bad > 0 ? "\(bad)" : nil))
            #expect(try await stage.figure("skips.0.item", of: run) == (bad > 0 ? "line 4" : nil))
        }
        #expect(
            try await stage.texts("select comment from ip_blocks where comment like 'SBL%' order by comment")
                == ["SBL1", "SBL2", "SBL4"])
    }

    @Test func `ranges that shut out everybody or the staff are named, and blocked only when that is said`()
        async throws
    {
        let stage = try await Stage.make()
        try await stage.execute(
            """
            insert into login_activities (user_id, authentication_method, success, ip, created_at)
            select users.id, 'password', true, '198.51.100.201', now() - interval '20 days'
            from users join accounts on accounts.id = users.account_id
            where username = \(try await owner(stage))
            """)
        try await stage.execute(
            """
            insert into login_activities (user_id, authentication_method, success, ip, created_at)
            select users.id, 'password', true, '203.0.113.77', now() - interval '40 days' from users
            """)
        let name = try await owner(stage)
        let before = try await stage.snapshot()
        let list = stage.file("everybody.txt", "0.0.0.0/0\n::/0\n198.51.100.200/31\n127.0.0.1\n203.0.113.64/26\n")
        let words = ["ip-blocks", "import", list, "--yes"]
        for line in [words, words + ["--dry-run"], words + ["--skip-bad"]] {
            let run = try await stage.start(line).end()
            #expect(run.status == 77, "\(run)")
            for part in [
                "0.0.0.0/0 is everybody", "::/0 is everybody", "\(name) signed in from there within 30 days",
                "127.0.0.1/32 holds addresses by which this machine reaches itself", "--allow-lockout",
            ] { #expect(run.conversation.contains(part), "\(part): \(run)") }
            #expect(!run.conversation.contains("203.0.113"), "\(run)")
        }
        let one = try await stage.consequences(
            of: "ip-blocks", "add", "198.51.100.201", "--severity", "no_access", "--yes")
        #expect(one.status == 77 && one.conversation.contains(name), "\(one)")
        #expect(try await stage.snapshot() == before)
        let mild = try await stage.consequences(
            of: "ip-blocks", "add", "198.51.100.201", "--severity", "sign_up_requires_approval")
        #expect(mild.status == 0, "\(mild)")
        let asked = try await stage.start(words + ["--allow-lockout", "--format", "json"]).end()
        #expect(asked.status == 0 && asked.conversation.contains("0.0.0.0/0 is everybody"), "\(asked)")
        #expect(try await stage.figure("changed", of: asked) == "5", "\(asked)")
    }

    private func owner(_ stage: Stage) async throws -> String {
        try await stage.texts(
            """
            select accounts.username from users join accounts on accounts.id = users.account_id
            join user_roles on user_roles.id = users.role_id where permissions & 1 = 1 order by users.id limit 1
            """)[0]
    }

    @Test func `blocks whose end has come or is near are listed`() async throws {
        let stage = try await Stage.make()
        #expect(
            try await stage.consequences(of: "ip-blocks", "list", "--expired", "--format", "ids").answer
                == "198.51.100.99/32\n")
        #expect(
            try await stage.consequences(of: "ip-blocks", "list", "--expiring", "11d", "--format", "ids").answer
                == "198.51.100.7/32\n")
        #expect(
            try await stage.consequences(of: "ip-blocks", "list", "--covering", "192.0.2.200", "--format", "ids").answer
                == "192.0.2.0/24\n")
        let none = try await stage.consequences(
            of: "ip-blocks", "list", "--covering", "203.0.113.1", "--format", "json")
        #expect(none.status == 0)
        #expect(try await stage.figure("blocks", of: none) == "[]")
    }
}
