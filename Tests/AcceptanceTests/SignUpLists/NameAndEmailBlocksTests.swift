import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct NameAndEmailBlocksTests {
    @Test(arguments: MastodonRelease.allCases)
    func `an address is blocked in every spelling, and nowhere written down`(release: MastodonRelease) async throws {
        let stage = try await Stage.make(release)
        let before = try await stage.snapshot()
        let dry = try await stage.consequences(
            of: "canonical-email-blocks", "add", "F.irst+x@Mail.example", "--dry-run")
        #expect(dry.status == 0)
        #expect(try await stage.snapshot() == before)
        let run = try await stage.consequences(of: "canonical-email-blocks", "add", "F.irst+x@Mail.example")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(
            try await stage.snapshot().changedTables(from: before) == ["canonical_email_blocks", "admin_action_logs"])
        // SHA-256 by PostgreSQL, apart from ours.
        #expect(
            try await stage.number(
                """
                select count(*) from canonical_email_blocks join admin_action_logs on target_id = canonical_email_blocks.id
                where canonical_email_hash = encode(sha256('first@mail.example'), 'hex')
                    and human_identifier = canonical_email_hash and target_type = 'CanonicalEmailBlock'
                """) == 1)
        let found = try await stage.consequences(
            of: "canonical-email-blocks", "find", "first@mail.example", "other@mail.example")
        #expect(found.status == 0)
        #expect(found.answer == "first@mail.example is blocked\nother@mail.example is not blocked\n")
        let trail = stage.files(below: stage.environment["MASTOCTL_STATE_DIR"] ?? "").filter { $0.contains("audit") }
        #expect(!trail.isEmpty)
        #expect(
            trail.allSatisfy {
                TextFile.read("\(stage.environment["MASTOCTL_STATE_DIR"]!)/\($0)")?.contains("@") == false
            })
        let away = try await stage.consequences(
            of:
                "canonical-email-blocks", "remove", "fi.rst@mail.example", "other@mail.example", "--format", "json")
        #expect(try await stage.figure("changed", of: away) == "1")
        #expect(try await stage.snapshot().changedTables(from: before) == ["admin_action_logs"])
        #expect(try await stage.consequences(of: "canonical-email-blocks", "find", "nonsense").status == 65)
    }

    @Test func `hashes of another server are taken over`() async throws {
        let stage = try await Stage.make()
        let hashes = try await stage.consequences(of: "canonical-email-blocks", "list", "--format", "ids").answer
        #expect(hashes == String(repeating: "5a", count: 32) + "\n")
        try await stage.execute("delete from canonical_email_blocks")
        stage.write("\(hashes)someone@mail.example\n", to: "list", from: stage.instance.folder)
        let run = try await stage.consequences(
            of: "canonical-email-blocks", "add", "--from", "\(stage.instance.folder)/list")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.number("select count(*) from canonical_email_blocks") == 2)
    }

    @Test func `a list of names is refused as a whole, or read without its bad lines`() async throws {
        let stage = try await Stage.make(.v4_6)
        stage.write("supp0rt # ours\n\nno name\nbilling\n", to: "list", from: stage.instance.folder)
        let before = try await stage.snapshot()
        let words = ["username-blocks", "import", "\(stage.instance.folder)/list"]
        let refused = try await stage.start(words).end()
        #expect(refused.status == 65, "\(refused.conversation)")
        #expect(refused.conversation.contains("3"))
        #expect(try await stage.snapshot() == before)
        let run = try await stage.start(words + ["--skip-bad", "--format", "json"]).end()
        #expect(try await stage.figure("changed", of: run) == "2", "\(run.conversation)")
        #expect(
            try await stage.number("select count(*) from username_blocks where username in ('supp0rt', 'billing')")
                == 2)
    }

    @Test(arguments: MastodonRelease.allCases)
    func `names are blocked where the server keeps a list of them`(release: MastodonRelease) async throws {
        let stage = try await Stage.make(release)
        let before = try await stage.snapshot()
        let words = ["username-blocks", "add", "Supp0rt", "supp0rt", "billing", "--format", "json"]
        guard release >= .v4_5 else {
            for words in [words, ["username-blocks", "list"], ["username-blocks", "remove", "x"]] {
                let run = try await stage.start(words).end()
                #expect(run.status == 78 && run.conversation.contains("has no list of blocked user names"))
            }
            #expect(try await stage.snapshot() == before)
            return
        }
        let dry = try await stage.start(words + ["--dry-run"]).end()
        #expect(try await stage.figure("changed", of: dry) == "2")
        #expect(try await stage.snapshot() == before)
        let run = try await stage.start(words).end()
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.snapshot().changedTables(from: before) == ["username_blocks", "admin_action_logs"])
        func rows() async throws -> [String] {
            try await stage.texts(
                """
                select concat_ws(' ', username, normalized_username, exact, allow_with_approval)
                from username_blocks where username in ('Supp0rt', 'billing') order by id
                """)
        }
        #expect(try await rows() == ["Supp0rt support t f", "billing billing t f"])
        let kept = try await stage.consequences(of: "username-blocks", "add", "BILLING", "--contains")
        #expect(kept.status == 0)
        #expect(try await rows().last == "billing billing t f")
        let forced = try await stage.consequences(
            of:
                "username-blocks", "add", "BILLING", "--contains", "--allow-with-approval", "--force")
        #expect(forced.status == 0, "\(forced.conversation)")
        #expect(try await rows().last == "billing billing f t")
        let away = try await stage.consequences(
            of: "username-blocks", "remove", "SUPP0RT", "billing", "never", "--format", "json")
        #expect(try await stage.figure("changed", of: away) == "2")
        #expect(
            try await stage.texts(
                "select action || ' ' || human_identifier from admin_action_logs where target_type = 'UsernameBlock' order by id"
            ) == ["create Supp0rt", "create billing", "update billing", "destroy Supp0rt", "destroy billing"])
    }

    @Test func `lists of domains and names leave out what cannot be read where that is wanted`() async throws {
        let stage = try await Stage.make()
        let domains = stage.file("domains", "*.spammy.example\nno domain\nother.example # why\n")
        let names = stage.file("names", "billing\ntwo words\n@helpdesk\na@b\n")
        for (noun, list, bad, good) in [
            ("email-domain-blocks", domains, "line 2: 'no domain' is not a domain", "2"),
            ("username-blocks", names, "line 2: 'two words' is not a user name", "2"),
        ] {
            let before = try await stage.snapshot()
            let refused = try await stage.consequences(of: noun, "import", list)
            #expect(refused.status == 65 && refused.conversation.contains(bad), "\(refused)")
            #expect(try await stage.snapshot() == before)
            let dry = try await stage.consequences(of: noun, "import", list, "--skip-bad", "--dry-run")
            #expect(dry.status == 0 && dry.conversation.contains(bad), "\(dry)")
            #expect(try await stage.snapshot() == before)
            let run = try await stage.consequences(of: noun, "import", list, "--skip-bad", "--format", "json")
            #expect(run.status == 0 && run.conversation.contains(bad), "\(run)")
            #expect(try await stage.figure("changed", of: run) == good)
        }
        #expect(
            try await stage.number("select count(*) from email_domain_blocks where domain = 'spammy.example'") == 1)
        #expect(
            try await stage.texts("select username from username_blocks where username in ('billing', 'helpdesk')")
                .sorted() == ["billing", "helpdesk"])
    }
}
