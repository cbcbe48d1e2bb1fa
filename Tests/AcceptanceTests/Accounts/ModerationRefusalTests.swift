import Postgres
import Support
import Testing

/// What is refused, and what a wrong or a long list of accounts leads to.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct ModerationRefusalTests {
    @Test func `what is refused changes nothing and says why`() async throws {
        let stage = try await Stage.make()
        let (person, stranger) = (try await stage.ordinaryUsers()[0], try await stage.strangers()[0])
        let (owner, moderator) = (try await stage.holder(of: "Owner"), try await stage.holder(of: "Moderator"))
        // The same words name a remote account and a local user's mailbox.
        try await stage.execute(
            """
            update users set email = \(stranger)
            where account_id = (select id from accounts where username = \(person) and domain is null)
            """)
        try await stage.execute(
            """
            update accounts set suspended_at = now(), suspension_origin = 1
            where id = (select max(id) from accounts where domain is not null)
            """)
        let gone = try await stage.texts("select 'id:' || max(id) from accounts where domain is not null")[0]
        let another = try await stage.strangers(2)[1]
        let before = try await stage.snapshot()
        for (words, status, text) in [
            (["suspend", "nobody.here"], 66, "no account is called"), (["suspend", stranger], 65, "several accounts"),
            (["suspend", "id:999999999999"], 66, "no account is called"),
            (["disable", another], 65, "is remote"), (["suspend", owner], 77, "own account"),
            (["suspend", owner, "--as", moderator], 77, "stands as high"),
            (["silence", person, "--as", person], 77, "no role"), (["unsuspend", person], 77, "is not suspended"),
            (["unsuspend", gone], 77, "by its own server"),
            (["silence", person, "--report-id", "99999"], 66, "report"),
            (["silence", person, "nobody.here"], 66, "no account"), (["suspend"], 64, "say which accounts"),
            (["suspend", "--where", " "], 64, "every account"), (["suspend", "two words"], 64, "no account"),
            (["suspend", person, "--via", "direct"], 64, "cannot go by direct"),
        ] {
            let run = try await stage.start(["accounts"] + words + ["--yes"]).end()
            #expect(run.status == Int32(status), "\(words): \(run.conversation)")
            #expect(run.conversation.contains(text), "\(words): \(run.conversation)")
        }
        let unasked = try await stage.consequences(of: "accounts", "suspend", person)
        #expect(unasked.status == 64 && unasked.conversation.contains("--yes"))
        #expect(try await stage.snapshot() == before)
    }

    @Test func `a dry run changes nothing, and a second strike is warned of`() async throws {
        let stage = try await Stage.make()
        let name = try await stage.ordinaryUsers()[0]
        let before = try await stage.snapshot()
        let dry = try await stage.consequences(of: "accounts", "silence", name, "--dry-run", "--format", "json")
        #expect(dry.status == 0)
        #expect(try await stage.figure("changed", of: dry) == "1")
        #expect(try await stage.snapshot() == before)
        for _ in 0..<2 {
            let run = try await stage.consequences(of: "accounts", "silence", name, "--yes")
            #expect(run.status == 0, "\(run.conversation)")
        }
        let again = try await stage.consequences(of: "accounts", "silence", name, "--dry-run")
        #expect(again.conversation.contains("adds another strike"))
        #expect(
            try await stage.number(
                """
                select count(*) from account_warnings where action = 3000 and target_account_id =
                    (select id from accounts where username = \(name) and domain is null)
                """) == 2)
    }

    @Test func `a list is read whole before anything is done, and lines that name nobody are told`() async throws {
        let stage = try await Stage.make()
        let names = try await stage.ordinaryUsers(3)
        let path = "\(stage.instance.folder)/list"
        TextFile.write("# spam\n\(names[0])\nnot a name\n@@@\n", to: path)
        let wrong = try await stage.consequences(of: "accounts", "silence", "--from", path, "--yes")
        #expect(wrong.status == 65 && wrong.conversation.contains("line 3") && wrong.conversation.contains("line 4"))
        #expect(try await Self.silenced(stage, names) == 0)
        TextFile.write("\(names[0]) # first\n\n@\(names[1])@sandbox.example\nnobody.here\n\(names[0])\n", to: path)
        let run = try await stage.consequences(of: "accounts", "silence", "--from", path, "--yes", "--format", "json")
        #expect(run.status == 1, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "2")
        #expect(try await stage.figure("findings.0.item", of: run) == "no account is called nobody.here")
        #expect(try await Self.silenced(stage, names) == 2)
        let again = try await stage.consequences(of: "accounts", "silence", "--from", path, "--yes", "--format", "json")
        #expect(try await stage.figure("changed", of: again) == "0")
    }

    @Test func `a query means those it means, and what may not be done to some is left alone`() async throws {
        let stage = try await Stage.make()
        let count = try await stage.number(
            "select count(*) from accounts where domain is null and id > 0 and silenced_at is null")
        let run = try await stage.consequences(
            of:
                "accounts", "silence", "--where", "origin:local", "--no-notify", "--yes", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        // Everybody but the owner, who acts.
        #expect(try await stage.figure("changed", of: run) == "\(count - 1)")
        #expect(
            try await stage.texts(
                "select username from accounts where domain is null and id > 0 and silenced_at is null")
                == [stage.holder(of: "Owner")])
        let again = try await stage.consequences(
            of:
                "accounts", "silence", "--where", "origin:local", "--no-notify", "--yes", "--format", "json")
        #expect(try await stage.figure("changed", of: again) == "0")
    }

    private static func silenced(_ stage: Stage, _ names: [String]) async throws -> Int {
        try await stage.number(
            """
            select count(*) from accounts
            where username = any(\(names)) and domain is null and silenced_at is not null
            """)
    }
}
