import Model
import Postgres
import Redis
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct DomainsDeliveryTests {
    private func audits(_ stage: Stage) async throws -> [String] {
        try await stage.texts(
            """
            select action || ' ' || target_type || ' ' || human_identifier || ' by ' || accounts.username
            from admin_action_logs
            join accounts on accounts.id = admin_action_logs.account_id
            where target_type = 'UnavailableDomain'
            order by admin_action_logs.id
            """)
    }

    @Test(arguments: MastodonRelease.allCases)
    func `delivery stops and begins again as a moderator's buttons do it, in every release`(
        release: MastodonRelease
    ) async throws {
        let stage = try await Stage.make(release)
        let redis = try await RedisConnection.connect(stage.instance.redis)
        func keys() async throws -> [Bool] {
            try await redis.pipeline([
                ["EXISTS", "exhausted_deliveries:one.example"], ["EXISTS", "exhausted_deliveries:two.example"],
                ["EXISTS", "cache:unavailable_domains"],
            ]).map { $0.integer == 1 }
        }
        try await redis.command(["SADD", "exhausted_deliveries:one.example", "20261101", "20261102"])
        try await redis.command(["SADD", "exhausted_deliveries:two.example", "20261101"])
        try await redis.command(["SET", "cache:unavailable_domains", "x"])
        let before = try await stage.snapshot()

        let rehearsed = try await stage.consequences(
            of: "domains", "stop-delivery", "One.example.", "two.example", "--dry-run")
        #expect(rehearsed.status == 0 && rehearsed.answer.contains("2"), "\(rehearsed)")
        #expect(try await stage.snapshot() == before)
        #expect(try await keys() == [true, true, true])

        let stopped = try await stage.consequences(
            of:
                "domains", "stop-delivery", "One.example.", "two.example", "--as", "moddy", "--format", "json")
        #expect(stopped.status == 0, "\(stopped)")
        #expect(try await stage.figure("changed", of: stopped) == "2")
        let after = try await stage.snapshot()
        #expect(after.changedTables(from: before) == ["unavailable_domains", "admin_action_logs"])
        #expect(try await keys() == [true, true, false])
        let again = try await stage.consequences(of: "domains", "stop-delivery", "one.example", "--format", "json")
        #expect(again.status == 0)
        #expect(try await stage.snapshot() == after)

        let unavailable = try await stage.consequences(of: "domains", "list", "--unavailable", "--format", "ids")
        #expect(unavailable.answer.contains("one.example\n") && unavailable.answer.contains("two.example\n"))

        try await redis.command(["SET", "cache:unavailable_domains", "x"])
        let resumed = try await stage.consequences(of: "domains", "resume-delivery", "one.example", "three.example")
        #expect(resumed.status == 0, "\(resumed)")
        #expect(try await keys() == [false, true, false])
        #expect(
            try await audits(stage) == [
                "create UnavailableDomain one.example by moddy", "create UnavailableDomain two.example by moddy",
                "destroy UnavailableDomain one.example by owner",
            ])
        #expect(try await stage.number("select count(*) from unavailable_domains where domain = 'one.example'") == 0)

        let state = try await stage.snapshot()
        let rehearsal = try await stage.consequences(of: "domains", "clear-errors", "two.example", "--dry-run")
        #expect(rehearsal.status == 0)
        #expect(try await keys() == [false, true, false])
        let cleared = try await stage.consequences(of: "domains", "clear-errors", "two.example", "--format", "json")
        #expect(cleared.status == 0, "\(cleared)")
        #expect(try await keys() == [false, false, false])
        #expect(try await stage.snapshot() == state)
        await redis.close()
        try await stage.instance.remove()
    }

    @Test func `names that are none and moderators who are none are refused`() async throws {
        let stage = try await Stage.make()
        let before = try await stage.snapshot()
        #expect(try await stage.consequences(of: "domains", "stop-delivery", "no domain").status == 65)
        #expect(
            try await stage.consequences(of: "domains", "stop-delivery", "a.example", "--as", "nobody").status == 66)
        #expect(try await stage.snapshot() == before)
        try await stage.instance.remove()
    }
}
