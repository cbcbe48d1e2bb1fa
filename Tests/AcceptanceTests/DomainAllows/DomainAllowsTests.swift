import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct DomainAllowsTests {
    @Test(arguments: MastodonRelease.allCases)
    func `a domain is allowed once, listed, and disallowed`(release: MastodonRelease) async throws {
        let stage = try await Stage.make(release)
        let before = try await stage.snapshot()
        #expect(try await stage.consequences(of: "domain-allows", "add", "New.example", "--dry-run").status == 0)
        #expect(try await stage.snapshot() == before)
        #expect(try await stage.consequences(of: "domain-allows", "add", "New.example", "new.example.").status == 0)
        #expect(
            try await stage.snapshot().changedTables(from: before) == ["domain_allows", "admin_action_logs"])
        #expect(try await stage.logged() == ["create DomainAllow new.example"])
        #expect(try await stage.number("select count(*) from instances where domain = 'new.example'") == 1)
        let once = try await stage.snapshot()
        #expect(try await stage.consequences(of: "domain-allows", "add", "new.example").status == 0)
        #expect(try await stage.snapshot() == once)
        let list = try await stage.consequences(of: "domain-allows", "list", "--format", "ids")
        #expect(list.answer.split(separator: "\n").contains("new.example"))
        #expect(try await stage.consequences(of: "domain-allows", "remove", "new.example").status == 0)
        #expect(try await stage.logged() == ["destroy DomainAllow new.example"])
        #expect(try await stage.consequences(of: "domain-allows", "remove", "new.example").status == 66)
        #expect(try await stage.consequences(of: "domain-allows", "add", "no domain").status == 65)
        #expect(try await stage.waitingWork() == [])
    }

    @Test(arguments: [MastodonRelease.v4_3, .v4_6])
    func `where federation is limited, disallowing suspends the accounts and leaves the rest to the worker`(
        release: MastodonRelease
    ) async throws {
        let stage = try await Stage.make(release).with(["LIMITED_FEDERATION_MODE": "true"])
        #expect(try await stage.consequences(of: "domain-allows", "add", "big.example").status == 0)
        let fresh = "updated_at > now() at time zone 'utc' - interval '10 minutes'" as Statement
        try await stage.execute("update accounts set updated_at = '2020-01-01' where domain = 'big.example'")
        #expect(try await stage.consequences(of: "domain-allows", "remove", "big.example", "--no-input").status == 64)
        let run = try await stage.consequences(of: "domain-allows", "remove", "big.example", "--yes")
        #expect(run.status == 0, "\(run)")
        #expect(
            try await stage.number(
                "select count(*) from accounts where domain = 'big.example' and suspended_at is null") == 0)
        let touched = try await stage.number(
            "select count(*) from accounts where domain = 'big.example' and \(fragment: fresh)")
        #expect((touched > 0) == (release >= .v4_4))
        #expect(try await stage.waitingWork() == ["AfterUnallowDomainWorker [\"big.example\"]"])
    }
}
