import Faults
import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: Program.isBuilt)) struct BlockListLaneTests {
    @Test func `with a token the lists are changed by the Admin API, and no row is touched`() async throws {
        let lane = try await AdminLane.make()
        let counts = """
            select (select count(*) from email_domain_blocks) + (select count(*) from ip_blocks)
                + (select count(*) from canonical_email_blocks)
            """ as Statement
        let before = try await lane.stage.number(counts)
        let hash = String(repeating: "0f", count: 32)
        for words in [
            ["email-domain-blocks", "add", "spam-mail.example"],
            ["ip-blocks", "add", "192.0.2.77/32", "--severity", "no_access", "--comment", "why", "--duration", "1h"],
            ["canonical-email-blocks", "add", hash], ["domain-allows", "add", "friend.example"],
        ] {
            let rehearsed = try await lane.run(words + ["--dry-run"])
            #expect(rehearsed.status == 0, "\(rehearsed)")
            let run = try await lane.run(words + ["--format", "json"])
            #expect(run.status == 0, "\(run)")
            #expect(try await lane.stage.figure("lane", of: run) == "api")
        }
        #expect(
            lane.asked == [
                "POST /api/v1/admin/email_domain_blocks", "POST /api/v1/admin/ip_blocks",
                "POST /api/v1/admin/canonical_email_blocks", "POST /api/v1/admin/domain_allows",
            ])
        #expect(lane.server.asked[1].parameters["expires_in"] == 3_600)
        #expect(lane.server.asked[1].parameters["ip"] == "192.0.2.77/32")
        #expect(lane.server.asked[2].parameters == ["canonical_email_hash": .string(hash)])
        #expect(lane.server.complaints == [])
        #expect(try await lane.stage.number(counts) == before)
    }

    @Test func `lists are imported by the Admin API, a request each, and its limit is waited for`() async throws {
        let lane = try await AdminLane.make()
        let path = lane.stage.file("domains.txt", "one.example\ntwo.example\n")
        let addresses = lane.stage.file("addresses.txt", "203.0.113.200\n2001:db8:77::/48\n")
        let proxy = lane.proxied()
        proxy.fail(.answer(429, headers: ["Retry-After: 1"])) { $0.method == "POST" }
        for words in [
            ["domain-blocks", "import", path], ["email-domain-blocks", "import", path],
            ["ip-blocks", "import", addresses],
        ] {
            let run = try await lane.run(words + ["--yes", "--via", "api", "--format", "json"])
            #expect(run.status == 0, "\(run)")
            #expect(try await lane.stage.figure("lane", of: run) == "api")
            #expect(try await lane.stage.figure("changed", of: run) == "2")
        }
        #expect(
            lane.asked.filter { $0.hasPrefix("POST") }
                == ["domain_blocks", "email_domain_blocks", "ip_blocks"].flatMap {
                    Array(repeating: "POST /api/v1/admin/\($0)", count: 2)
                })
        #expect(lane.server.complaints == [])
    }

    @Test func `a declared list is synced by the Admin API`() async throws {
        let lane = try await AdminLane.make()
        _ = lane.stage.file("a.txt", "one.example\ntwo.example\n")
        let list = lane.stage.file("main.toml", "[[source]]\nfile = \"a.txt\"\n")
        let run = try await lane.run(["domain-blocks", "sync", list, "--yes", "--via", "api", "--format", "json"])
        #expect(run.status == 0, "\(run)")
        #expect(try await lane.stage.figure("changed", of: run) == "2")
        #expect(lane.asked == Array(repeating: "POST /api/v1/admin/domain_blocks", count: 2))
        #expect(lane.server.asked[0].parameters["private_comment"] == "[mastoctl:main] from a.txt")
    }

    @Test func `rows are removed by their ids, and one that is gone meanwhile is none to remove`() async throws {
        let lane = try await AdminLane.make()
        try await lane.stage.execute(
            """
            insert into email_domain_blocks (id, domain, created_at, updated_at)
            values (901, 'one.example', now(), now()), (902, 'two.example', now(), now())
            """)
        lane.server.lose(902)
        let run = try await lane.run(
            ["email-domain-blocks", "remove", "one.example", "two.example", "--format", "json"])
        #expect(run.status == 0, "\(run)")
        #expect(try await lane.stage.figure("changed", of: run) == "1")
        #expect(try await lane.stage.figure("skipped", of: run) == "1")
        #expect(
            lane.asked == [
                "DELETE /api/v1/admin/email_domain_blocks/901", "DELETE /api/v1/admin/email_domain_blocks/902",
            ])
    }
}
