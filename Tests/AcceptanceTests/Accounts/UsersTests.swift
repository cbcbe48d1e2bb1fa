import Model
import Postgres
import Support
import Testing

/// Approvals, keys, archives, roles, memorials.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct UsersTests {
    @Test(arguments: MastodonRelease.allCases)
    func `those who wait are approved, the oldest first`(release: MastodonRelease) async throws {
        let stage = try await Stage.withRoles(release)
        try await stage.people("a", "b", "c", "d")
        try await stage.execute("update users set approved = false, created_at = now() - id * interval '1 day'")
        let before = try await stage.snapshot()
        #expect(try await stage.consequences(of: "accounts", "approve", "--all", "--dry-run").status == 0)
        #expect(try await stage.snapshot() == before)
        #expect(try await stage.consequences(of: "accounts", "approve", "a").status == 0)
        #expect(try await stage.calls(in: "default").count == 2)
        #expect(try await stage.consequences(of: "accounts", "approve", "-n", "1").status == 0)
        #expect(
            try await stage.texts(
                "select username from accounts join users on account_id = accounts.id where approved order by 1")
                == ["a", "d"])
        #expect(try await stage.consequences(of: "accounts", "approve", "--all").status == 0)
        #expect(try await stage.number("select count(*) from users where not approved") == 0)
        #expect(try await stage.calls(in: "default").count == 8)
        #expect(try await stage.consequences(of: "accounts", "approve", "nobody").status == 66)
        #expect(try await stage.consequences(of: "accounts", "approve").status == 64)
    }

    @Test(arguments: MastodonRelease.allCases.filter { $0 < .v4_7 })
    func `new keys come with a letter signed by the old ones`(release: MastodonRelease) async throws {
        let stage = try await Stage.withRoles(release)
        try await stage.people("alice", "bob", "gone")
        try await stage.execute("update accounts set suspended_at = now() where username = 'gone'")
        let keys: Statement = "select private_key from accounts order by username"
        let before = try await stage.texts(keys)
        let run = try await stage.consequences(of: "accounts", "rotate", "--all")
        #expect(run.status == 0, "\(run.conversation)")
        let after = try await stage.texts(keys)
        #expect(after[0] != before[0] && after[1] != before[1] && after[2] == before[2])
        let jobs = try await stage.jobs(in: "push")
        #expect(jobs.map { $0["args"]?.array?.last?["sign_with"]?.string } == [before[0], before[1]])
        #expect(jobs[0]["lock_ttl"]?.integer == (release == .v4_2 ? 4_320_000 : 86_400))
        #expect(!run.answer.contains("PRIVATE") && !run.conversation.contains("PRIVATE"))
        #expect(try await stage.consequences(of: "accounts", "rotate", "nobody").status == 66)
        #expect(try await stage.consequences(of: "accounts", "rotate").status == 64)
    }

    @Test(arguments: MastodonRelease.allCases)
    func `an archive is asked for once per call`(release: MastodonRelease) async throws {
        let stage = try await Stage.withRoles(release)
        try await stage.people("alice")
        let before = try await stage.snapshot()
        #expect(try await stage.consequences(of: "accounts", "backup", "alice", "--dry-run").status == 0)
        #expect(try await stage.snapshot() == before)
        let run = try await stage.consequences(of: "accounts", "backup", "@alice", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("facts.backup_id", of: run) == "1")
        #expect(try await stage.calls(in: "pull") == ["BackupWorker [1]"])
        try await stage.execute("delete from users")
        let none = try await stage.consequences(of: "accounts", "backup", "alice")
        #expect(none.status == 66 && none.conversation.contains("has no user"))
    }

    @Test(arguments: MastodonRelease.allCases)
    func `a role is given as the server's page gives it`(release: MastodonRelease) async throws {
        let stage = try await Stage.withRoles(release)
        try await stage.people("owner", role: "Owner")
        try await stage.people("chief", role: "Admin")
        try await stage.people("alice", "bob")
        let before = try await stage.snapshot()
        #expect(
            try await stage.consequences(of: "accounts", "role", "alice", "bob", "Moderator", "--dry-run").status == 0)
        #expect(
            try await stage.consequences(of: "accounts", "role", "alice", "Owner", "--as", "chief", "--yes").status
                == 77)
        #expect(
            try await stage.consequences(of: "accounts", "role", "owner", "none", "--as", "chief", "--yes").status == 77
        )
        #expect(
            try await stage.consequences(of: "accounts", "role", "alice", "nobody", "Moderator", "--yes").status == 66)
        #expect(try await stage.consequences(of: "accounts", "role", "alice", "King", "--yes").status == 66)
        #expect(try await stage.snapshot() == before)
        let run = try await stage.consequences(
            of: "accounts", "role", "alice", "bob", "Moderator", "--as", "chief", "--yes")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.number("select count(*) from users where role_id = 1") == 2)
        #expect(
            try await stage.texts(
                """
                select concat_ws(',', account.username, action, target_type, human_identifier,
                    route_param::bigint = users.account_id, target_id = users.id)
                from admin_action_logs
                join accounts as account on account.id = admin_action_logs.account_id
                join users on users.id = target_id
                order by human_identifier
                """) == ["chief,change_role,User,alice,t,t", "chief,change_role,User,bob,t,t"])
        _ = try await stage.consequences(of: "accounts", "role", "alice", "none", "--yes")
        #expect(try await stage.number("select count(*) from users where role_id = 1") == 1)
        #expect(try await stage.records().contains(#""items":["alice"]"#))
    }

    @Test(arguments: MastodonRelease.allCases)
    func `a memorial is made once and told`(release: MastodonRelease) async throws {
        let stage = try await Stage.withRoles(release)
        try await stage.people("owner", role: "Owner")
        try await stage.people("alice")
        let before = try await stage.snapshot()
        #expect(try await stage.consequences(of: "accounts", "memorialize", "alice").status == 64)
        #expect(try await stage.consequences(of: "accounts", "memorialize", "alice", "--dry-run").status == 0)
        #expect(try await stage.consequences(of: "accounts", "memorialize", "owner", "--yes").status == 77)
        #expect(try await stage.consequences(of: "accounts", "memorialize", "x@y.example", "--yes").status == 66)
        #expect(try await stage.snapshot() == before)
        #expect(try await stage.consequences(of: "accounts", "memorialize", "alice", "--yes").status == 0)
        #expect(try await stage.consequences(of: "accounts", "memorialize", "alice", "--yes").status == 0)
        #expect(try await stage.texts("select username from accounts where memorial") == ["alice"])
        #expect(try await stage.texts("select action || target_type from admin_action_logs") == ["memorializeAccount"])
        #expect(try await stage.calls(in: "default").count == 1)
    }
}
