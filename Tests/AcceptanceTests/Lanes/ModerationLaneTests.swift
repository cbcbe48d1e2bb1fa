import Faults
import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: Program.isBuilt)) struct ModerationLaneTests {
    /// A token of the first owner's.
    private func make() async throws -> AdminLane {
        let lane = try await AdminLane.make()
        let owners = try await lane.stage.texts(
            """
            select accounts.username
            from users
            join user_roles on user_roles.id = users.role_id
            join accounts on accounts.id = users.account_id
            where user_roles.permissions & 1 = 1
            order by user_roles.position desc, users.id
            limit 1
            """)
        let owner = try #require(owners.first)
        lane.server.grant("good-token", owner: owner)
        return lane
    }

    /// The id and handle of an account of another server that nobody acted on.
    private func stranger(_ lane: AdminLane) async throws -> (id: String, handle: String) {
        let found = try await lane.stage.texts(
            """
            select id || ' ' || username || '@' || domain from accounts
            where domain is not null and suspended_at is null and silenced_at is null and sensitized_at is null
            order by id limit 1
            """)
        let parts = try #require(found.first).split(separator: " ").map(String.init)
        return (parts[0], parts[1])
    }

    @Test func `with a token accounts are acted on by the Admin API, and no row is touched`() async throws {
        let lane = try await make()
        let (id, handle) = try await stranger(lane)
        let rows = "select md5(string_agg(accounts::text, ' ' order by id)) from accounts" as Statement
        let before = try await lane.stage.texts(rows)
        let words = ["accounts", "suspend", handle, "--text", "spam", "--no-notify"]
        let rehearsed = try await lane.run(words + ["--dry-run"])
        #expect(rehearsed.status == 0 && lane.asked.isEmpty, "\(rehearsed)")
        let run = try await lane.run(words + ["--yes", "--format", "json"])
        #expect(run.status == 0, "\(run)")
        #expect(try await lane.stage.figure("lane", of: run) == "api")
        for verb in ["silence", "unsilence", "sensitize", "desensitize"] {
            let run = try await lane.run(["accounts", verb, handle, "--yes"])
            #expect(run.status == 0, "\(run)")
        }
        let base = "POST /api/v1/admin/accounts/\(id)"
        #expect(
            lane.asked == [
                "\(base)/action", "\(base)/action", "\(base)/unsilence", "\(base)/action", "\(base)/unsensitive",
            ])
        #expect(lane.server.asked.map { $0.parameters["type"] } == ["suspend", "silence", nil, "sensitive", nil])
        #expect(lane.server.asked[0].parameters["text"] == "spam")
        #expect(lane.server.asked[0].parameters["send_email_notification"] == false)
        #expect(lane.server.complaints == [])
        #expect(try await lane.stage.texts(rows) == before)
    }

    @Test func `reports are dealt with by the Admin API`() async throws {
        let lane = try await make()
        let ids = try await lane.stage.texts("select id::text from reports order by id limit 1")
        let id = try #require(ids.first)
        for verb in ["assign", "unassign", "resolve", "reopen"] {
            let run = try await lane.run(["reports", verb, id])
            #expect(run.status == 0, "\(run)")
        }
        let base = "POST /api/v1/admin/reports/\(id)"
        #expect(
            lane.asked == ["\(base)/assign_to_self", "\(base)/unassign", "\(base)/resolve", "\(base)/reopen"])
    }

    @Test func `an account that is gone by then is its own failure, and a plan can be carried out by the Admin API`()
        async throws
    {
        let lane = try await make()
        let (id, handle) = try await stranger(lane)
        let plan = "\(lane.stage.instance.folder)/plan.json"
        let planned = try await lane.run(["accounts", "silence", handle, "--plan-out", plan])
        #expect(planned.status == 0 && lane.asked.isEmpty, "\(planned)")
        lane.server.lose(try #require(Int64(id)))
        let applied = try await lane.run(["apply", plan, "--yes"])
        #expect(applied.status == 1 && applied.conversation.contains("no such record"), "\(applied)")
        #expect(lane.asked == ["POST /api/v1/admin/accounts/\(id)/action"])
    }

    @Test func `the Admin API deletes only whom it has suspended`() async throws {
        let lane = try await make()
        let proxy = lane.proxied()
        let names = try await lane.stage.texts(
            "select username from accounts where domain is null and id > 0 order by id desc limit 1")
        let name = try #require(names.first)
        let asked = try await lane.run(["accounts", "delete", name, "--via", "api", "--yes"])
        #expect(asked.status == 0 && lane.asked.last?.hasPrefix("DELETE ") == true, "\(asked)")
        let free =
            #"{"id":"1","username":"x","created_at":"2026-03-04T05:06:07Z","suspended":false,"silenced":false,"sensitized":false}"#
        proxy.fail(.answer(200, body: free)) { $0.target.hasPrefix("/api/v1/admin/accounts/") }
        let refused = try await lane.run(["accounts", "delete", name, "--via", "api", "--yes"])
        #expect(refused.status == 1 && refused.conversation.contains("is not suspended"), "\(refused)")
    }
}
