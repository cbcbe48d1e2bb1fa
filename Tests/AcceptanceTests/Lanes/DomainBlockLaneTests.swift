import Faults
import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: Program.isBuilt)) struct DomainBlockLaneTests {
    @Test func `with a token blocks go by the Admin API, and no row is touched`() async throws {
        let lane = try await AdminLane.make()
        let before = try await lane.stage.number("select count(*) from domain_blocks")
        let words = [
            "domain-blocks", "add", "a.new.example", "b.new.example", "--severity", "suspend", "--reject-media",
            "--public-comment", "spam",
        ]
        let rehearsed = try await lane.run(words + ["--dry-run"])
        #expect(rehearsed.status == 0 && lane.asked.isEmpty, "\(rehearsed)")
        let run = try await lane.run(words + ["--yes", "--format", "json"])
        #expect(run.status == 0, "\(run)")
        #expect(try await lane.stage.figure("lane", of: run) == "api")
        #expect(try await lane.stage.figure("changed", of: run) == "2")
        #expect(lane.asked == Array(repeating: "POST /api/v1/admin/domain_blocks", count: 2))
        let first = try #require(lane.server.asked.first)
        #expect(first.parameters["domain"] == "a.new.example" && first.parameters["severity"] == "suspend")
        #expect(first.parameters["reject_media"] == true && first.parameters["public_comment"] == "spam")
        #expect(lane.server.complaints == [])
        #expect(try await lane.stage.number("select count(*) from domain_blocks") == before)
    }

    @Test func `blocks are changed and removed by their ids`() async throws {
        let lane = try await AdminLane.make()
        try await lane.stage.execute(
            """
            insert into domain_blocks (id, domain, severity, created_at, updated_at)
            values (77, 'there.example', 0, now(), now())
            """)
        let update = try await lane.run(["domain-blocks", "update", "there.example", "--severity", "noop"])
        #expect(update.status == 0, "\(update)")
        let removal = try await lane.run(["domain-blocks", "remove", "there.example", "--yes"])
        #expect(removal.status == 0, "\(removal)")
        #expect(lane.asked == ["PUT /api/v1/admin/domain_blocks/77", "DELETE /api/v1/admin/domain_blocks/77"])
        #expect(lane.server.asked[0].parameters == ["severity": "noop"])
    }

    @Test func `what the server refuses of one domain is that domain's failure`() async throws {
        let lane = try await AdminLane.make()
        let proxy = lane.proxied()
        proxy.fail(.answer(422, body: #"{"error":"Validation failed: Domain is odd"}"#)) { $0.method == "POST" }
        let run = try await lane.run(["domain-blocks", "add", "a.new.example", "b.new.example", "--format", "json"])
        #expect(run.status == 1, "\(run)")
        #expect(try await lane.stage.figure("changed", of: run) == "1")
        #expect(run.conversation.contains("a.new.example: ") && run.conversation.contains("Domain is odd"))
    }

    @Test func `what will be the same for the next ends the run, and what was done before it is told`() async throws {
        let lane = try await AdminLane.make()
        let proxy = lane.proxied()
        proxy.fail(.answer(503), times: 99, skipping: 1) { $0.method == "POST" }
        let run = try await lane.run(
            ["domain-blocks", "add", "a.new.example", "b.new.example", "c.new.example", "--format", "json"])
        #expect(run.status == 1, "\(run)")
        #expect(try await lane.stage.figure("changed", of: run) == "1")
        #expect(try await lane.stage.figure("failed", of: run) == "2")
        #expect(proxy.requests.count { $0.method == "POST" } == 2)
        let next = try await lane.run(["domain-blocks", "add", "d.new.example"])
        #expect(next.status == 69 && next.conversation.contains("may have been done"), "\(next)")
    }

    @Test(arguments: [
        ("a token without the scope", ["read:accounts", "admin:read"], Int64(1), "admin:write:domain_blocks"),
        ("a moderator without the permission", ["read:accounts", "admin:write"], 1 << 10, "manage_federation"),
    ])
    func `who may not is told before anything is asked`(
        what: String, scopes: [String], permissions: Int64, missing: String
    ) async throws {
        let lane = try await AdminLane.make(token: "weak")
        lane.server.grant("weak", scopes: scopes, permissions: permissions)
        for end in [[], ["--dry-run"]] {
            let run = try await lane.run(["domain-blocks", "add", "a.new.example"] + end)
            #expect(run.status == 77 && run.conversation.contains(missing), "\(what): \(run)")
        }
        #expect(lane.asked.isEmpty)
    }

    @Test func `a token that is not taken is a denial, and another moderator than its owner is too`() async throws {
        let lane = try await AdminLane.make(token: "made-up-token")
        let run = try await lane.run(["domain-blocks", "add", "a.new.example"])
        #expect(run.status == 77 && run.conversation.contains("mastoctl login"), "\(run)")
        #expect(!run.conversation.contains("made-up-token"))
        lane.write(url: lane.server.url)
        let other = try await lane.run(["domain-blocks", "add", "a.new.example", "--as", "somebody"])
        #expect(other.status == 77 && other.conversation.contains("admin's"), "\(other)")
    }

    @Test func `a limit is waited for, and told`() async throws {
        let lane = try await AdminLane.make()
        let proxy = lane.proxied()
        proxy.fail(.answer(429, headers: ["Retry-After: 1"])) { $0.method == "POST" }
        let run = try await lane.run(["domain-blocks", "add", "a.new.example"])
        #expect(run.status == 0 && run.seconds >= 1, "\(run)")
        #expect(run.conversation.contains("limit of requests is used up"))
    }

    @Test func `another lane can be asked for, and one without a token is told what is missing`() async throws {
        let lane = try await AdminLane.make()
        let run = try await lane.run(["domain-blocks", "add", "a.new.example", "--via", "jobs", "--format", "json"])
        #expect(run.status == 0, "\(run)")
        #expect(try await lane.stage.figure("lane", of: run) == "jobs" && lane.asked.isEmpty)
        let without = try await lane.stage.run("domain-blocks", "add", "b.new.example", "--via", "api")
        #expect(without.status == 78 && without.conversation.contains("mastoctl login"), "\(without)")
    }
}
