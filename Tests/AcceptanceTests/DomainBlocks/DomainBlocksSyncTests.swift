import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct DomainBlocksSyncTests {
    private func list(_ stage: Stage, _ sources: String, head: String = "") -> String {
        stage.file("main.toml", "\(head)\n\(sources)")
    }

    private func source(_ name: String) -> String { "[[source]]\nfile = \"\(name)\"\n" }

    @Test(arguments: MastodonRelease.allCases)
    func `what is planned is synced, and then there is nothing to do`(release: MastodonRelease) async throws {
        let stage = try await Stage.make(release)
        _ = stage.file(
            "a.csv", "#domain,#severity\nbad.example,suspend\nbig.example,suspend\nsocial4.example,suspend\n")
        _ = stage.file("b.txt", "bad.example\nsandbox.example\nfriend.example\n")
        let path = list(stage, source("a.csv") + source("b.txt"), head: "allow = [\"friend.example\"]")
        let before = try await stage.snapshot()
        let drift = try await stage.consequences(of: "domain-blocks", "drift", path, "--quiet")
        #expect(drift.status == 1, "\(drift)")
        let plan = try await stage.consequences(of: "domain-blocks", "plan", path, "--format", "json", "--all")
        #expect(plan.status == 0, "\(plan)")
        #expect(try await stage.figure("add", of: plan) == "2", "\(plan)")
        #expect(plan.answer.contains("protected: sandbox.example is this server's own"))
        #expect(plan.answer.contains("\"followers\": "))
        let dry = try await stage.consequences(of: "domain-blocks", "sync", path, "--dry-run")
        #expect(dry.status == 0)
        #expect(try await stage.snapshot() == before)

        let run = try await stage.consequences(of: "domain-blocks", "sync", path, "--yes")
        #expect(run.status == 0, "\(run)")
        #expect(
            try await stage.blocks(where: "private_comment like '[mastoctl:main]%'") == [
                "bad.example 1 f f f [mastoctl:main] from a.csv, b.txt",
                "big.example 0 f f f [mastoctl:main] from a.csv",
            ])
        #expect(try await stage.waitingWork().count == 2)
        let after = try await stage.snapshot()
        let again = try await stage.consequences(of: "domain-blocks", "sync", path, "--yes", "--format", "json")
        #expect(again.status == 0, "\(again)")
        #expect(try await stage.figure("changed", of: again) == "0", "\(again)")
        #expect(try await stage.snapshot() == after)
        let calm = try await stage.consequences(of: "domain-blocks", "drift", path, "--quiet")
        #expect(calm.status == 0 && calm.answer.isEmpty, "\(calm)")

        // The list takes one back; what somebody did by hand stays.
        _ = stage.file("a.csv", "#domain,#severity\nsocial4.example,suspend\n")
        try await stage.execute(
            "update domain_blocks set severity = 2, reject_media = true where domain = 'bad.example'")
        let third = try await stage.consequences(of: "domain-blocks", "sync", path, "--yes")
        #expect(third.status == 0, "\(third)")
        #expect(try await stage.blocks(where: "private_comment like '[mastoctl:main]%'").count == 1)
        #expect(try await stage.logged() == ["destroy DomainBlock big.example"])
    }

    @Test func `a plan is saved, applied once, and applied again without effect`() async throws {
        let stage = try await Stage.make()
        _ = stage.file("a.txt", "one.example\ntwo.example\n")
        let path = list(stage, source("a.txt"))
        let before = try await stage.snapshot()
        let plan = "\(stage.instance.folder)/plan.json"
        for (command, file) in [("plan", plan), ("sync", plan + "2")] {
            let saved = try await stage.consequences(of: "domain-blocks", command, path, "--plan-out", file)
            #expect(saved.status == 0, "\(saved)")
        }
        #expect(try await stage.snapshot() == before)
        // One of them is blocked by hand before the plan is carried out.
        #expect(try await stage.consequences(of: "domain-blocks", "add", "two.example").status == 0)
        let run = try await stage.consequences(of: "apply", plan, "--yes", "--format", "json")
        #expect(run.status == 0, "\(run)")
        #expect(try await stage.figure("changed", of: run) == "1", "\(run)")
        #expect(try await stage.figure("skips.0.item", of: run) == "two.example")
        #expect(try await stage.blocks(where: "domain = 'two.example'") == ["two.example 0 f f f"])
        let after = try await stage.snapshot()
        #expect(try await stage.consequences(of: "apply", plan, "--yes").status == 0)
        #expect(try await stage.snapshot() == after)
        #expect(try await stage.consequences(of: "domain-blocks", "sync", path, "--yes").status == 0)
        #expect(try await stage.snapshot() == after)
    }

    @Test func `no more is changed or removed at once than the list allows`() async throws {
        let stage = try await Stage.make()
        _ = stage.file("a.txt", (0..<40).map { "d\($0).example\n" }.joined())
        let path = list(stage, source("a.txt"), head: "max_changes = 30")
        let before = try await stage.snapshot()
        let many = try await stage.consequences(of: "domain-blocks", "sync", path, "--yes")
        #expect(many.status == 77 && many.conversation.contains("--max-changes 40"), "\(many)")
        #expect(try await stage.snapshot() == before)
        #expect(
            try await stage.consequences(of: "domain-blocks", "sync", path, "--yes", "--max-changes", "40").status == 0)
        _ = stage.file("a.txt", (0..<20).map { "d\($0).example\n" }.joined())
        let after = try await stage.snapshot()
        let gone = try await stage.consequences(of: "domain-blocks", "sync", path, "--yes")
        #expect(gone.status == 77 && gone.conversation.contains("remove 20 of its 40 blocks"), "\(gone)")
        #expect(try await stage.snapshot() == after)
        #expect(
            try await stage.consequences(of: "domain-blocks", "sync", path, "--yes", "--max-removals", "50%").status
                == 0)
        #expect(try await stage.number("select count(*) from domain_blocks where domain ~ '^d[0-9]+\\.example'") == 20)
    }

    @Test func `an interrupted sync does the rest when it runs again`() async throws {
        let stage = try await Stage.make()
        _ = stage.file("a.txt", (0..<350).map { "d\($0).example\n" }.joined())
        let path = list(stage, source("a.txt"))
        let first = try await stage.consequences(of: "domain-blocks", "sync", path, "--yes", "--limit", "130")
        #expect(first.status == 0, "\(first)")
        #expect(try await stage.number("select count(*) from domain_blocks where domain like 'd%.example'") == 130)
        // Killed in the middle, it leaves whole blocks only.
        let killed = try stage.start(["domain-blocks", "sync", path, "--yes", "--rate", "20/s"])
        try await untilTrue("it makes some blocks") {
            try await stage.number("select count(*) from domain_blocks where domain like 'd%.example'") > 130
        }
        killed.send(9)
        #expect(await killed.end().status == 137)
        try await untilTrue("its sessions end") {
            try await stage.number(
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and application_name like 'mastoctl domain-blocks%'
                """) == 0
        }
        let last = try await stage.consequences(of: "domain-blocks", "sync", path, "--yes")
        #expect(last.status == 0, "\(last)")
        #expect(try await stage.number("select count(*) from domain_blocks where domain like 'd%.example'") == 350)
        let calm = try await stage.consequences(of: "domain-blocks", "drift", path)
        #expect(calm.status == 0, "\(calm)")
    }

    @Test func `a source on the web is asked again with its tag, and its copy stands in for it`() async throws {
        let stage = try await Stage.make()
        let server = FaultProxy(upstream: nil)
        defer { server.stop() }
        let path = list(
            stage,
            "[[source]]\nname = \"web\"\nurl = \"http://127.0.0.1:\(server.port)/list.csv?key=secret\"\nttl = \"0s\"\n")
        server.fail(.answer(404, body: "gone"))
        let missing = try await stage.consequences(of: "domain-blocks", "plan", path)
        #expect(missing.status == 69 && missing.conversation.contains("the source web answers with status 404"))
        server.fail(.answer(200, body: "<html>\nhello"))
        let garbage = try await stage.consequences(of: "domain-blocks", "sync", path, "--yes")
        #expect(garbage.status == 65 && garbage.conversation.contains("the source web is no list of blocks"))
        server.fail(.answer(200, body: "#domain,#severity\nw.example,suspend\n", headers: ["ETag: \"v1\""]))
        #expect(try await stage.consequences(of: "domain-blocks", "sync", path, "--yes").status == 0)
        server.fail(.answer(304))
        let same = try await stage.consequences(of: "domain-blocks", "drift", path)
        #expect(same.status == 0, "\(same)")
        #expect(server.requests.last?.head.contains("If-None-Match: \"v1\"") == true)
        server.fail(.answer(500, body: "no"), times: 9)
        let stale = try await stage.consequences(of: "domain-blocks", "sync", path, "--yes")
        #expect(
            stale.status == 0 && stale.conversation.contains("its copy of 0 hours ago is taken instead"), "\(stale)")
        #expect(try await stage.blocks(where: "domain = 'w.example'").count == 1)
        #expect([missing, garbage, same, stale].allSatisfy { !$0.conversation.contains("secret") })
    }

    @Test func `other servers' lists are read, as everybody sees them and as their moderators do`() async throws {
        let stage = try await Stage.make()
        let server = FaultProxy(upstream: nil)
        defer { server.stop() }
        let base = "http://127.0.0.1:\(server.port)"
        server.fail(
            .answer(
                200,
                body: #"[{"domain":"p.example","severity":"silence"},{"domain":"q*.example","severity":"suspend"}]"#)
        ) { $0.target == "/api/v1/instance/domain_blocks" }
        server.fail(
            .answer(
                200, body: #"[{"domain":"m1.example","severity":"suspend"}]"#,
                headers: ["Link: <\(base)/api/v1/admin/domain_blocks?max_id=5>; rel=\"next\""])
        ) { $0.target.hasSuffix("?limit=200") }
        server.fail(.answer(200, body: #"[{"domain":"m2.example","severity":"noop","reject_media":true}]"#)) {
            $0.target.hasSuffix("?max_id=5")
        }
        _ = stage.file("token", "s3cret\n")
        let path = list(
            stage,
            "[[source]]\ninstance = \"\(base)\"\n[[source]]\nname = \"m\"\ninstance = \"\(base)\"\ntoken_file = \"token\"\n"
        )
        let plan = try await stage.consequences(of: "domain-blocks", "plan", path, "--format", "ids")
        #expect(plan.status == 0 && plan.answer == "m1.example\nm2.example\np.example\n", "\(plan)")
        let tokens = server.requests.map { $0.head.contains("Authorization: Bearer s3cret") }
        #expect(tokens == [false, true, true])
        // Fresh copies are not asked for again.
        #expect(
            try await stage.consequences(of: "domain-blocks", "plan", path, "--format", "ids").answer == plan.answer)
        #expect(server.requests.count == 3)
    }

    @Test func `a list that cannot be understood is a fault of the configuration`() async throws {
        let stage = try await Stage.make(size: .empty)
        for text in ["merge = ", "merge = \"some\"\n[[source]]\nfile = \"x\"", "[[source]]\nurl = \"ftp://x\"", ""] {
            let run = try await stage.consequences(of: "domain-blocks", "plan", stage.file("x.toml", text))
            #expect(run.status == 78, "\(text) \(run)")
        }
        #expect(try await stage.consequences(of: "domain-blocks", "plan", "/nowhere.toml").status == 78)
    }
}
