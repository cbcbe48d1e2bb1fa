import Faults
import Model
import Postgres
import Support
import Testing

/// Warnings, hashtags and what trends, by the Admin API.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct PagesLaneTests {
    private func make() async throws -> AdminLane {
        let lane = try await AdminLane.make()
        lane.server.grant("good-token", owner: try await lane.stage.holder(of: "Owner"))
        return lane
    }

    private func rows(_ lane: AdminLane) async throws -> [String] {
        try await lane.stage.texts(
            """
            select md5(string_agg(item::text, ' ' order by item.id)) from tags as item
            union all select md5(string_agg(item::text, ' ' order by item.id)) from preview_cards as item
            union all select md5(string_agg(item::text, ' ' order by item.id)) from statuses as item
            union all select md5(string_agg(item::text, ' ' order by item.id)) from account_warnings as item
            """)
    }

    @Test func `an account is warned by the Admin API, and no row is touched`() async throws {
        let lane = try await make()
        let found = try await lane.stage.texts(
            """
            select accounts.id || ' ' || username from accounts join users on users.account_id = accounts.id
            where domain is null and suspended_at is null and role_id is null order by accounts.id limit 1
            """)
        let parts = try #require(found.first).split(separator: " ").map(String.init)
        let before = try await rows(lane)
        let words = ["accounts", "warn", parts[1], "--text", "Please mark such pictures.", "--report-id"]
        let report = try await lane.stage.texts("select id::text from reports order by id limit 1")
        try await lane.stage.execute("update reports set target_account_id = \(Int64(parts[0]) ?? 0)")
        let rehearsed = try await lane.run(words + report + ["--dry-run"])
        #expect(rehearsed.status == 0 && lane.asked.isEmpty, "\(rehearsed.conversation)")
        let run = try await lane.run(words + report + ["--yes", "--no-notify", "--format", "json"])
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await lane.stage.figure("lane", of: run) == "api")
        #expect(lane.asked == ["POST /api/v1/admin/accounts/\(parts[0])/action"])
        let told = lane.server.asked[0].parameters
        #expect(told["type"] == "none" && told["text"] == "Please mark such pictures.")
        #expect(told["send_email_notification"] == false)
        #expect(told["report_id"]?.string == report[0] || told["report_id"]?.integer == Int64(report[0]))
        #expect(lane.server.complaints == [])
        #expect(try await rows(lane) == before)
    }

    @Test func `hashtags are decided about by the Admin API`() async throws {
        let lane = try await make()
        let found = try await lane.stage.texts("select id || ' ' || name from tags order by id limit 1")
        let parts = try #require(found.first).split(separator: " ").map(String.init)
        let before = try await rows(lane)
        for verb in ["usable", "trendable", "listable"] {
            for end in [["--off"], []] {
                let run = try await lane.run(["tags", verb, parts[1]] + end)
                #expect(run.status == 0, "\(run.conversation)")
                #expect(lane.server.asked.last?.parameters == [verb: .boolean(end.isEmpty)])
            }
        }
        #expect(lane.asked == Array(repeating: "PUT /api/v1/admin/tags/\(parts[0])", count: 6))
        #expect(lane.server.complaints == [])
        #expect(try await rows(lane) == before)
    }

    @Test(arguments: [("links", "preview_cards"), ("statuses", "statuses"), ("tags", "tags")])
    func `what trends is decided about by the Admin API`(kind: String, table: String) async throws {
        let lane = try await make()
        let ids = try await lane.stage.texts("select id::text from \(identifier: table) order by id limit 2")
        try #require(ids.count == 2)
        let before = try await rows(lane)
        for verb in ["approve", "reject"] {
            let rehearsed = try await lane.run(["trends", kind, verb] + ids + ["--dry-run"])
            #expect(rehearsed.status == 0, "\(rehearsed.conversation)")
            let run = try await lane.run(["trends", kind, verb] + ids + ["--format", "json"])
            #expect(run.status == 0, "\(run.conversation)")
            #expect(try await lane.stage.figure("changed", of: run) == "2")
        }
        #expect(
            lane.asked
                == ["approve", "reject"].flatMap { verb in ids.map { "POST /api/v1/admin/trends/\(kind)/\($0)/\(verb)" }
                })
        #expect(lane.server.complaints == [])
        #expect(try await rows(lane) == before)
        // One that is gone by then is its own failure.
        lane.server.lose(try #require(Int64(ids[0])))
        let part = try await lane.run(["trends", kind, "approve"] + ids + ["--format", "json"])
        #expect(part.status == 1, "\(part.conversation)")
        #expect(try await lane.stage.figure("changed", of: part) == "1")
    }

    @Test func `a token that may not is denied before a request`() async throws {
        let lane = try await make()
        let owner = try await lane.stage.holder(of: "Owner")
        lane.server.grant("narrow", scopes: ["read:accounts", "admin:read"], owner: owner)
        lane.write(url: lane.server.url, token: "narrow")
        let tag = try #require(try await lane.stage.texts("select name from tags order by id limit 1").first)
        for words in [["tags", "usable", tag], ["trends", "tags", "approve", tag]] {
            let run = try await lane.run(words)
            #expect(run.status == 77 && run.conversation.contains("admin:write"), "\(run.conversation)")
        }
        #expect(lane.asked.isEmpty)
    }
}
