import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct ReportsTests {
    @Test(arguments: MastodonRelease.allCases)
    func `reports are assigned, resolved, opened again and let go`(release: MastodonRelease) async throws {
        let stage = try await Stage.make(release)
        let name = try await stage.ordinaryUsers()[0]
        let id = "\(try await stage.report(about: name))"
        let moderator = try await stage.holder(of: "Moderator")
        try await stage.emptyQueues()
        for (verb, logged, state) in [
            ("assign", "assigned_to_self", "assigned_account_id is not null"),
            ("resolve", "resolve", "action_taken_at is not null and action_taken_by_account_id is not null"),
            ("reopen", "reopen", "action_taken_at is null and action_taken_by_account_id is null"),
            ("unassign", "unassigned", "assigned_account_id is null"),
        ] as [(String, String, Statement)] {
            let dry = try await stage.consequences(of: "reports", verb, id, "--dry-run")
            #expect(dry.status == 0, "\(dry.conversation)")
            let run = try await stage.consequences(of: "reports", verb, id, "--as", moderator)
            #expect(run.status == 0, "\(run.conversation)")
            #expect(try await stage.number("select count(*) from reports where id = \(id) and \(fragment: state)") == 1)
            #expect(
                try await stage.texts(
                    """
                    select action || ' ' || human_identifier || ' ' || username
                    from admin_action_logs join accounts on accounts.id = account_id
                    order by admin_action_logs.id desc limit 1
                    """) == ["\(logged) \(id) \(moderator)"])
        }
        #expect(try await stage.jobNames(in: "default") == ["TriggerWebhookWorker"])
        let shown = try await stage.consequences(of: "reports", "show", id, "--format", "json")
        #expect(shown.status == 0, "\(shown.conversation)")
        #expect(try await stage.figure("report.target", of: shown) == name)
        #expect(try await stage.figure("history.0.action", of: shown) == "unassigned")
        #expect(try await stage.figure("posts.1.id", of: shown) == "12")
    }

    @Test func `reports are found by what is known of them`() async throws {
        let stage = try await Stage.make()
        let names = try await stage.ordinaryUsers(2)
        let (one, other) = (try await stage.report(about: names[0]), try await stage.report(about: names[1]))
        let listed = try await stage.consequences(of: "reports", "list", "--target", names[0], "--format", "ids")
        #expect(listed.answer.split(separator: "\n").contains("\(one)"))
        #expect(!listed.answer.split(separator: "\n").contains("\(other)"))
        #expect(try await stage.consequences(of: "reports", "resolve", "\(one)").status == 0)
        let open = try await stage.consequences(of: "reports", "list", "--target", names[0], "--format", "json")
        #expect(open.status == 0 && !open.answer.contains("\"\(one)\""))
        let all = try await stage.consequences(
            of:
                "reports", "list", "--resolved", "--unresolved", "--target", names[0], "--category", "other",
            "--format",
            "ids")
        #expect(all.answer.split(separator: "\n").contains("\(one)"))
        #expect(try await stage.consequences(of: "reports", "resolve", "999999").status == 66)
        #expect(try await stage.consequences(of: "reports", "show", "999999").status == 66)
        #expect(try await stage.consequences(of: "reports", "resolve", "\(one)", "--as", names[0]).status == 77)
        #expect(try await stage.consequences(of: "reports", "list", "--target", "nobody.here").status == 66)
        #expect(try await stage.consequences(of: "reports", "list", "--category", "nonsense").status == 64)
    }
}
