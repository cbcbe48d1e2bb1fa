import Model
import Postgres
import Redis
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct DomainBlocksTests {
    @Test(arguments: MastodonRelease.allCases)
    func `a block is a row, a line in the moderators' log and a job, and a dry run none of them`(
        release: MastodonRelease
    ) async throws {
        let stage = try await Stage.make(release)
        let before = try await stage.snapshot()
        let words = [
            "domain-blocks", "add", "https://Münch.example/", "--severity", "silence", "--reject-media",
            "--public-comment", "why", "--yes", "--format", "json",
        ]
        let dry = try await stage.start(words + ["--dry-run"]).end()
        #expect(dry.status == 0, "\(dry)")
        #expect(try await stage.figure("changed", of: dry) == "1", "\(dry)")
        #expect(try await stage.snapshot() == before)
        #expect(try await stage.waitingWork() == [])

        let run = try await stage.start(words).end()
        #expect(run.status == 0, "\(run)")
        #expect(try await stage.figure("lane", of: run) == "jobs")
        let after = try await stage.snapshot()
        #expect(after.changedTables(from: before) == ["domain_blocks", "admin_action_logs"])
        let name = "xn--mnch-0ra.example"
        #expect(try await stage.blocks(where: "domain = \(name)") == ["\(name) 0 t f f why"])
        #expect(try await stage.logged() == ["create DomainBlock \(name)"])
        let id = try await stage.number("select id from domain_blocks where domain = \(name)")
        let jobs = try await stage.waitingJobs()
        #expect(jobs.map { $0["args"]?.text } == ["[\(id)]"])
        #expect(jobs.first?["class"] == "DomainBlockWorker" && jobs.first?["retry"] == true)
        #expect(try await stage.number("select count(*) from instances where domain = \(name)") == 1)
        #expect(run.conversation.contains("no Sidekiq process takes jobs"))

        let again = try await stage.start(words).end()
        #expect(again.status == 0, "\(again)")
        #expect(try await stage.figure("changed", of: again) == "0", "\(again)")
        #expect(try await stage.snapshot() == after)
    }

    @Test func `conflicts are explained, and the others are blocked all the same`() async throws {
        let stage = try await Stage.make()
        #expect(
            try await stage.consequences(of: "domain-blocks", "add", "hard.example", "--severity", "suspend", "--yes")
                .status == 0)
        let same = try await stage.consequences(of: "domain-blocks", "add", "hard.example")
        #expect(same.status == 65 && same.conversation.contains("blocked already: suspend"), "\(same)")
        let below = try await stage.consequences(of: "domain-blocks", "add", "a.hard.example", "--reject-reports")
        #expect(below.status == 65 && below.conversation.contains("hard.example above it"), "\(below)")
        let many = try await stage.consequences(
            of: "domain-blocks", "add", "a.hard.example", "new.example", "new.example.")
        #expect(many.status == 1 && many.conversation.contains("a.hard.example: hard.example above it"), "\(many)")
        #expect(try await stage.blocks(where: "domain like '%hard.example' or domain = 'new.example'").count == 2)
        #expect(try await stage.consequences(of: "domain-blocks", "add", "soft.example").status == 0)
        #expect(
            try await stage.consequences(of: "domain-blocks", "add", "x.soft.example", "--severity", "suspend", "-y")
                .status == 0)
        for (words, status) in [
            (["add", "no domain"], 65), (["add", "a_b.example"], 65), (["remove", "none.example", "--yes"], 66),
            (["remove", "a.hard.example", "--yes"], 66), (["update", "none.example", "--severity", "noop"], 66),
            (["update", "hard.example"], 64), (["add", "x.example", "--severity", "death"], 64),
            (["add", "x.example", "--as", "nobody_here"], 66), (["add", "x.example", "--via", "direct"], 64),
            (["add", "y.example", "--severity", "suspend", "--no-input"], 64),
        ] {
            let before = try await stage.snapshot()
            let run = try await stage.start(["domain-blocks"] + words).end()
            #expect(run.status == status, "\(words) \(run)")
            #expect(try await stage.snapshot() == before, "\(words)")
        }
    }

    @Test(arguments: MastodonRelease.allCases)
    func `an update changes what is named, and tells the worker whether the severity did`(
        release: MastodonRelease
    ) async throws {
        let stage = try await Stage.make(release)
        try await stage.execute(
            """
            insert into domain_blocks (domain, severity, reject_reports, private_comment, created_at, updated_at)
            values ('up.example', 0, true, 'p', now() - interval '1 day', now() - interval '1 day')
            """)
        let id = try await stage.number("select id from domain_blocks where domain = 'up.example'")
        func update(_ words: String...) async throws -> Int32 {
            try await stage.start(["domain-blocks", "update", "up.example", "--yes"] + words).end().status
        }
        #expect(try await update("--severity", "suspend", "--no-reject-reports") == 0)
        #expect(try await stage.blocks(where: "domain = 'up.example'") == ["up.example 1 f f f p"])
        #expect(try await update("--severity", "silence") == 0)
        #expect(try await update("--public-comment", "x", "--obfuscate") == 0)
        // What is so already is logged and carried out once more, as on the server's own page.
        let touched = try await stage.texts("select updated_at::text from domain_blocks where domain = 'up.example'")
        #expect(try await update("--public-comment", "x") == 0)
        #expect(
            try await stage.texts("select updated_at::text from domain_blocks where domain = 'up.example'") == touched)
        #expect(try await stage.blocks(where: "domain = 'up.example'") == ["up.example 0 f f t x p"])
        #expect(try await stage.number("select count(*) from domain_blocks where updated_at > created_at") >= 1)
        let work = ["true", "true", "false", "false"].map { "DomainBlockWorker [\(id),\($0)]" }
        #expect(try await stage.waitingWork() == work)
        #expect(try await stage.logged(4) == Array(repeating: "update DomainBlock up.example", count: 4))
        // By rows alone only what the worker has no part in.
        #expect(try await update("--private-comment", "", "--via", "direct") == 0)
        #expect(try await update("--severity", "noop", "--via", "direct") == 64)
        #expect(try await stage.waitingWork() == work)
    }

    @Test func `a server that is blocked no more stays known until the server looks anew`() async throws {
        let stage = try await Stage.make()
        try await stage.execute(
            """
            insert into domain_blocks (domain, created_at, updated_at)
            values ('lone.example', now(), now()), ('both.example', now(), now())
            """)
        try await stage.execute(
            "insert into domain_allows (domain, created_at, updated_at) values ('both.example', now(), now())")
        try await stage.execute("refresh materialized view instances")
        let run = try await stage.consequences(of: "domain-blocks", "remove", "lone.example", "--yes")
        #expect(run.status == 0, "\(run)")
        #expect(
            try await stage.texts(
                "select domain from instances where domain in ('both.example', 'lone.example') order by domain")
                == ["both.example", "lone.example"])
    }

    @Test(arguments: MastodonRelease.allCases)
    func `unblocking frees the accounts of the block and no others`(release: MastodonRelease) async throws {
        let stage = try await Stage.make(release)
        try await stage.execute(
            """
            insert into domain_blocks (domain, severity, created_at, updated_at)
            values ('big.example', 1, '2026-01-02 03:04:05.678901', '2026-01-02 03:04:05.678901')
            """)
        try await stage.execute("refresh materialized view instances")
        try await stage.execute(
            """
            update accounts
            set suspended_at = case when id % 3 = 0 then timestamp '2026-01-01' else timestamp '2026-01-02 03:04:05.678901' end,
                suspension_origin = 0, silenced_at = null
            where domain = 'big.example'
            """)
        let mine = try await stage.number(
            "select count(*) from accounts where domain = 'big.example' and id % 3 = 0")
        let updated = try await stage.texts("select max(updated_at)::text from accounts")
        let run = try await stage.consequences(
            of: "domain-blocks", "remove", "big.example", "--yes", "--format", "json")
        #expect(run.status == 0, "\(run)")
        #expect(try await stage.figure("lane", of: run) == "direct", "\(run)")
        #expect(try await stage.blocks(where: "domain = 'big.example'") == [])
        #expect(try await stage.logged() == ["destroy DomainBlock big.example"])
        #expect(try await stage.waitingWork() == [])
        #expect(
            try await stage.number(
                "select count(*) from accounts where domain = 'big.example' and suspended_at is not null") == mine)
        #expect(
            try await stage.number(
                "select count(*) from accounts where suspended_at is null and suspension_origin is not null") == 0)
        #expect(try await stage.texts("select max(updated_at)::text from accounts") == updated)
    }

    @Test func `what a block does is told before and waited for`() async throws {
        let stage = try await Stage.make()
        let redis = try await RedisConnection.connect(stage.instance.redis)
        let sidekiq = SidekiqStandIn(redis, queue: "default") { _, _ in .done }
        try await sidekiq.start()
        let accounts = try await stage.number("select count(*) from accounts where \(fragment: ofBig)")
        let followed = try await stage.number(
            """
            select count(*) from follows
            join accounts as target on target.id = follows.target_account_id
            join accounts as source on source.id = follows.account_id
            where source.domain is null
                and (target.domain = 'big.example' or target.domain like '%.big.example')
            """)
        let shown = try await stage.consequences(of: "domain-blocks", "show", "BIG.example", "--format", "json")
        #expect(try await stage.figure("effect.accounts", of: shown) == "\(accounts)", "\(shown)")
        #expect(try await stage.figure("effect.following", of: shown) == "\(followed)")
        let run = try await stage.consequences(
            of: "domain-blocks", "add", "big.example", "--severity", "suspend", "--yes")
        #expect(run.status == 0, "\(run)")
        #expect(run.conversation.contains("big.example: \(accounts) accounts"), "\(run)")
        #expect(run.conversation.contains("lose \(followed) followed accounts"), "\(run)")
        #expect(await sidekiq.taken.count { $0.contains("DomainBlockWorker") } == 1)
        #expect(!run.conversation.contains("no Sidekiq"))
        try await sidekiq.stop()
        await redis.close()
    }

    @Test func `blocks are listed and exported in every form and dialect`() async throws {
        let stage = try await Stage.make()
        let count = try await stage.number("select count(*) from domain_blocks")
        let ids = try await stage.consequences(of: "domain-blocks", "list", "--format", "ids")
        #expect(ids.status == 0 && ids.answer.split(separator: "\n").count == count, "\(ids)")
        let none = try await stage.consequences(
            of: "domain-blocks", "list", "--match", "nothing-like-it", "--format", "json")
        #expect(none.status == 0)
        #expect(try await stage.figure("domain_blocks", of: none) == "[]")
        let suspended = try await stage.consequences(
            of: "domain-blocks", "list", "--severity", "suspend", "--format", "ids")
        #expect(
            suspended.answer.split(separator: "\n").count
                == (try await stage.number("select count(*) from domain_blocks where severity = 1")))
        let csv = try await stage.consequences(of: "domain-blocks", "export")
        #expect(csv.answer.hasPrefix("#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate\n"))
        let json = try await stage.consequences(of: "domain-blocks", "export", "--dialect", "json", "--all")
        #expect(try await stage.figure("0.domain", of: json) != nil)
        // What is written is taken back in as it was.
        for dialect in ["mastodon", "oliphant", "json"] {
            let words = ["export", "--dialect", dialect, "--all", "--private-comments"]
            let before = try await stage.blocks()
            let list = stage.file("list.\(dialect)", try await stage.start(["domain-blocks"] + words).end().answer)
            try await stage.execute("delete from domain_blocks")
            let run = try await stage.consequences(of: "domain-blocks", "import", list, "--yes")
            #expect(run.status == 0, "\(run)")
            #expect(try await stage.blocks() == before, "\(dialect)")
        }
    }

    @Test func `blocks are found by their comments and taken away by them`() async throws {
        let stage = try await Stage.make()
        for (domain, comment) in [("one", "Import 2026-11 a"), ("two", "import 2026-11"), ("three", "by 100% hand")] {
            let run = try await stage.consequences(
                of:
                    "domain-blocks", "add", "\(domain).example", "--private-comment", comment, "--yes", "--no-wait")
            #expect(run.status == 0, "\(run)")
        }
        let query = #"private-comment:~"import 2026-11" severity:silence"#
        let list = try await stage.consequences(of: "domain-blocks", "list", "--where", query, "--format", "ids")
        #expect(list.answer == "one.example\ntwo.example\n", "\(list)")
        let percent = try await stage.consequences(
            of: "domain-blocks", "list", "--where", "private-comment:~%", "--format", "ids")
        #expect(percent.answer == "three.example\n", "\(percent)")
        let none = try await stage.consequences(
            of:
                "domain-blocks", "list", "--where=-private-comment:none created:<1h", "--format", "ids")
        #expect(none.answer.split(separator: "\n").count == 3, "\(none)")
        let before = try await stage.snapshot()
        let words = ["domain-blocks", "remove", "--where", query, "--yes", "--format", "json"]
        let dry = try await stage.start(words + ["--dry-run"]).end()
        #expect(try await stage.figure("changed", of: dry) == "2", "\(dry)")
        #expect(try await stage.snapshot() == before)
        let run = try await stage.start(words).end()
        #expect(run.status == 0, "\(run)")
        #expect(try await stage.blocks(where: "private_comment is not null and domain like '%e.example'").count == 1)
        for bad in [["--where", ""], ["--where", "severity:x"], [], ["--skip-bad", "a.example"]] {
            #expect(try await stage.start(["domain-blocks", "remove"] + bad).end().status == 64, "\(bad)")
        }
    }

    @Test func `the blocks of a list go, and what it names besides is told and no error`() async throws {
        let stage = try await Stage.make()
        let path = stage.file(
            "list.csv",
            "domain;severity\none.example;suspend\n*.two.example;silence\n;\nnever.example;suspend\nno domain;x\n")
        let added = try await stage.consequences(
            of:
                "domain-blocks", "add", "one.example", "two.example", "below.two.example", "--yes", "--no-wait",
            "--severity",
            "suspend")
        #expect(added.status == 0, "\(added)")
        let words = ["domain-blocks", "remove", "--from", path, "--yes", "--format", "json"]
        let refused = try await stage.start(words).end()
        #expect(refused.status == 65 && refused.conversation.contains("line 6: no domain: no domain"), "\(refused)")
        let run = try await stage.start(words + ["--skip-bad"]).end()
        #expect(run.status == 0, "\(run)")
        #expect(try await stage.figure("changed", of: run) == "2", "\(run)")
        #expect(try await stage.figure("details.not_blocked", of: run) == "1", "\(run)")
        #expect(try await stage.figure("details.unreadable_lines", of: run) == "1", "\(run)")
        #expect(try await stage.blocks(where: "domain like '%two.example' or domain = 'one.example'").count == 1)
    }
}
