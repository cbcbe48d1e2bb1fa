import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct EmailDomainBlocksTests {
    /// `domain below parent`, in the order they came.
    private func rows(_ stage: Stage) async throws -> [String] {
        try await stage.texts(
            """
            select block.domain || coalesce(' below ' || parent.domain, '')
            from email_domain_blocks as block
            left join email_domain_blocks as parent on parent.id = block.parent_id
            order by block.id
            """)
    }

    private func owner(_ stage: Stage) async throws -> String {
        try await stage.texts(
            """
            select accounts.username from users join accounts on accounts.id = users.account_id
            join user_roles on user_roles.id = users.role_id where permissions & 1 = 1 order by users.id limit 1
            """)[0]
    }

    @Test(arguments: MastodonRelease.allCases)
    func `domains are blocked in the server's spelling, and go again`(release: MastodonRelease) async throws {
        let stage = try await Stage.make(release)
        let before = try await stage.snapshot()
        let old = try await rows(stage)
        let words = [
            "email-domain-blocks", "add", "New.Example", "münchen.example", "SPAM.example", "new.example.", "--format",
            "json",
        ]
        let dry = try await stage.start(words + ["--dry-run"]).end()
        #expect(try await stage.figure("changed", of: dry) == "2")
        #expect(try await stage.snapshot() == before)
        let run = try await stage.start(words).end()
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "2")
        #expect(try await stage.figure("details.already_blocked", of: run) == "1")
        #expect(try await rows(stage) == old + ["new.example", "xn--mnchen-3ya.example"])
        #expect(try await stage.snapshot().changedTables(from: before) == ["email_domain_blocks"])
        let away = try await stage.consequences(
            of:
                "email-domain-blocks", "remove", "NEW.example", "münchen.example", "never.example", "--format", "json")
        #expect(try await stage.figure("changed", of: away) == "2")
        #expect(try await stage.figure("details.not_blocked", of: away) == "1")
        #expect(try await stage.snapshot() == before)
        let all = try await stage.consequences(of: "email-domain-blocks", "remove", "spam.example", "--format", "json")
        #expect(try await stage.figure("details.mail_servers", of: all) == "2")
        #expect(try await rows(stage) == ["xn--bses-5qa.example"])
    }

    @Test func `mail servers are blocked with their domain`() async throws {
        let stage = try await Stage.make()
        let names = NameServerStandIn([
            "one.example": .hosts(["MX.one.example", "two.example", "mx1.spam.example", "bad_name.example"]),
            "two.example": .hosts(["mx.one.example", "mx.two.example"]), "quiet.example": .failure,
        ])
        defer { names.stop() }
        try await stage.execute("delete from email_domain_blocks where domain like 'xn--%'")
        let old = try await rows(stage)
        let run = try await stage.consequences(
            of:
                "email-domain-blocks", "add", "one.example", "two.example", "quiet.example", "--with-dns-records",
            "--resolver", names.address, "--format", "json")
        #expect(run.status == 1)
        #expect(try await stage.figure("failures.0.item", of: run) == "bad_name.example")
        #expect(run.conversation.contains("the mail servers of quiet.example are not known"))
        #expect(
            try await rows(stage) == old + [
                "one.example", "mx.one.example below one.example", "two.example below one.example", "quiet.example",
            ])
        let list = try await stage.consequences(of: "email-domain-blocks", "list", "--format", "json")
        #expect(try await stage.figure("blocks.1.mail_servers.1", of: list) == "two.example")
        _ = try await stage.consequences(of: "email-domain-blocks", "remove", "one.example")
        #expect(try await rows(stage) == old + ["quiet.example"])
    }

    @Test func `the audit log is told when a moderator is named`() async throws {
        let stage = try await Stage.make()
        let name = try await owner(stage)
        let before = try await stage.snapshot()
        for words in [["add", "new.example"], ["remove", "spam.example"]] {
            let run = try await stage.start(["email-domain-blocks"] + words + ["--as", name]).end()
            #expect(run.status == 0, "\(run.conversation)")
        }
        #expect(
            try await stage.snapshot().changedTables(from: before) == ["email_domain_blocks", "admin_action_logs"])
        #expect(
            try await stage.texts(
                """
                select concat_ws(' ', action, target_type, human_identifier) from admin_action_logs
                where target_type = 'EmailDomainBlock' order by id
                """) == ["create EmailDomainBlock new.example", "destroy EmailDomainBlock spam.example"])
        #expect(
            try await stage.consequences(of: "email-domain-blocks", "add", "x.example", "--as", "nobody_here").status
                == 66)
        #expect(try await stage.number("select count(*) from email_domain_blocks where domain = 'x.example'") == 0)
    }

    @Test(arguments: [MastodonRelease.v4_2, .v4_3])
    func `sign-ups with approval are for releases that know them`(release: MastodonRelease) async throws {
        let stage = try await Stage.make(release)
        let before = try await stage.snapshot()
        let run = try await stage.consequences(of: "email-domain-blocks", "add", "new.example", "--allow-with-approval")
        let list = try await stage.consequences(
            of: "email-domain-blocks", "list", "--only-with-approval", "--format", "ids")
        if release == .v4_2 {
            #expect(run.status == 78 && list.status == 78)
            #expect(try await stage.snapshot() == before)
        } else {
            #expect(run.status == 0 && list.answer == "new.example\n")
            let blocked = try await stage.consequences(
                of: "email-domain-blocks", "list", "--only-blocked", "--format", "ids")
            #expect(!blocked.answer.contains("new.example"))
        }
    }

    @Test func `an exported list is read back, and a bad line keeps all of it out`() async throws {
        let stage = try await Stage.make()
        let list = try await stage.consequences(of: "email-domain-blocks", "export")
        #expect(list.answer.hasPrefix("spam.example\nmx1.spam.example\nmx2.spam.example\n"))
        stage.write("# ours\r\n" + list.answer, to: "list", from: stage.instance.folder)
        try await stage.execute("delete from email_domain_blocks")
        let read = try await stage.consequences(of: "email-domain-blocks", "import", "\(stage.instance.folder)/list")
        #expect(read.status == 0, "\(read.conversation)")
        #expect(try await rows(stage).count == 4)
        stage.write("a.example\nnot a domain\n\nb_c.example\n", to: "bad", from: stage.instance.folder)
        let bad = try await stage.consequences(of: "email-domain-blocks", "import", "\(stage.instance.folder)/bad")
        #expect(bad.status == 65 && bad.conversation.contains("line 4: 'b_c.example' is not a domain"))
        #expect(try await rows(stage).count == 4)
        #expect(try await stage.consequences(of: "email-domain-blocks", "add", "b_c.example").status == 65)
    }
}
