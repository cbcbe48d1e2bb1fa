import Faults
import Glibc
import Model
import Postgres
import Support
import Testing

/// What commands about accounts and reports make of what the Admin API answers.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct AccountLaneTests {
    /// The commands of these nouns that go by the Admin API, as words of a round, with the scope each needs.
    static let deeds: [[String]] = [
        ["accounts", "approve", "{pending user}"], ["accounts", "delete", "{user}", "--via", "api"],
        ["accounts", "disable", "{user}"], ["accounts", "enable", "{user}"], ["accounts", "reject", "{pending user}"],
        ["accounts", "sensitize", "{remote account}"], ["accounts", "desensitize", "{remote account}"],
        ["accounts", "silence", "{remote account}"], ["accounts", "unsilence", "{remote account}"],
        ["accounts", "suspend", "{remote account}"], ["reports", "assign", "{open report}"],
        ["reports", "reopen", "{open report}"], ["reports", "resolve", "{open report}"],
        ["reports", "unassign", "{open report}"],
    ]

    private func make() async throws -> AdminLane {
        let lane = try await AdminLane.make()
        lane.server.grant("good-token", owner: try await lane.stage.holder(of: "Owner"))
        return lane
    }

    private func words(_ deed: [String], _ lane: AdminLane) async throws -> [String] {
        try await lane.stage.words(deed) + ["--yes"]
    }

    @Test
    func `a token without the scope, one without the right and one that is not taken are denied before a request`()
        async throws
    {
        let lane = try await make()
        let owner = try await lane.stage.holder(of: "Owner")
        lane.server.grant("narrow", scopes: ["read:accounts", "admin:read"], owner: owner)
        lane.server.grant("weak", owner: owner, permissions: 1 << 5)
        let before = try await lane.stage.snapshot()
        for (token, text) in [("narrow", "admin:write"), ("weak", "manage_"), ("unknown", "mastoctl login")] {
            lane.write(url: lane.server.url, token: token)
            for deed in Self.deeds {
                for end in [[], ["--dry-run"]] {
                    let run = try await lane.run(try await words(deed, lane) + end)
                    #expect(run.status == 77, "\(token), \(deed): \(run.conversation)")
                    #expect(run.conversation.contains(text) || run.conversation.contains("delete_user_data"))
                }
            }
        }
        #expect(lane.asked.isEmpty)
        #expect(try await lane.stage.snapshot() == before)
    }

    @Test(arguments: deeds)
    func `404, 422, 500 and a used-up limit of requests each end as they should`(deed: [String]) async throws {
        let lane = try await make()
        let line = try await words(deed, lane)
        let before = try await lane.stage.snapshot()
        let isDeed: @Sendable (FaultProxy.Request) -> Bool = { $0.method != "GET" }
        for (status, ending) in [(404, 1), (422, 1), (403, 77), (500, 69)] as [(Int, Int32)] {
            let proxy = lane.proxied()
            proxy.fail(.answer(status, body: #"{"error":"cannot be"}"#), times: 9, when: isDeed)
            let run = try await lane.run(line)
            #expect(run.status == ending, "\(status): \(run)")
            #expect(!proxy.requests.isEmpty)
        }
        let proxy = lane.proxied()
        proxy.fail(.answer(429, headers: ["Retry-After: 1"]), when: isDeed)
        let late = try await lane.run(line + ["--format", "json"])
        #expect(late.status == 0 && late.seconds >= 1, "\(late)")
        #expect(late.conversation.contains("limit of requests is used up"), "\(late.conversation)")
        #expect(proxy.requests.count(where: isDeed) == 2)
        #expect(try await lane.stage.figure("lane", of: late) == "api")
        #expect(lane.server.complaints == [])
        #expect(try await lane.stage.snapshot() == before)
    }

    @Test(arguments: [
        ["Retry-After: 300"],
        ["X-RateLimit-Remaining: 0", "Date: Sat, 21 Nov 2026 11:00:00 GMT", "X-RateLimit-Reset: 2026-11-21T11:05:00Z"],
    ])
    func `waiting for a limit is told and ends with SIGINT`(headers: [String]) async throws {
        let lane = try await make()
        let proxy = lane.proxied()
        proxy.fail(.answer(429, headers: headers), times: 9) { $0.method == "POST" }
        let running = try lane.start(try await words(["accounts", "silence", "{remote account}"], lane))
        try await untilTrue("the request") { running.conversation.contains("limit of requests is used up") }
        running.send(SIGINT)
        // Five minutes were asked for.
        let run = await running.end(patience: .seconds(120))
        #expect(run.status == 130, "\(run)")
        #expect(proxy.requests.count { $0.method == "POST" } == 1)
    }

    @Test func `who waits is approved by the Admin API, and no row is touched`() async throws {
        let lane = try await make()
        let before = try await lane.stage.snapshot()
        let ids = try await lane.stage.texts(
            "select account_id::text from users where not approved order by created_at, id")
        let run = try await lane.run(["accounts", "approve", "--all", "--format", "json"])
        #expect(run.status == 0, "\(run)")
        #expect(try await lane.stage.figure("lane", of: run) == "api")
        #expect(lane.asked == ids.map { "POST /api/v1/admin/accounts/\($0)/approve" })
        #expect(try await lane.stage.snapshot() == before)
        let direct = try await lane.run(["accounts", "approve", "--all", "--via", "direct", "--format", "json"])
        #expect(direct.status == 0 && lane.asked.count == ids.count, "\(direct)")
        #expect(try await lane.stage.figure("lane", of: direct) == "direct")
        #expect(try await lane.stage.number("select count(*) from users where not approved") == 0)
    }

    @Test func `roles, memorials and sessions have no route, and say so`() async throws {
        let lane = try await make()
        for words in [["role", "{user}", "Moderator"], ["memorialize", "{user}"], ["revoke-sessions", "{user}"]] {
            let run = try await lane.run(
                try await lane.stage.words(["accounts"] + words) + ["--via", "api", "--dry-run"])
            #expect(run.status == 64 && run.conversation.contains("cannot go by api"), "\(run)")
        }
    }
}
