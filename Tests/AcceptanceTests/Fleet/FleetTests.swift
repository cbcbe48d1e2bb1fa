import Glibc
import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct FleetTests {
    /// A person's machine with profiles.
    private struct Desk {
        let program: Program
        var folder: TemporaryFolder { program.folder }

        init(_ environment: [String: String] = [:]) {
            program = Program(environment)
        }

        func add(_ name: String, _ instance: TestInstance, tags: String, more: String = "") {
            folder.make(
                ".config/mastoctl/\(name).toml",
                content: "env_file = \"\(instance.environmentFile)\"\ntags = [\(tags)]\n" + more)
        }

        func servers(_ words: [String]) async throws -> (status: Int32, JSONValue) {
            let run = try await program.run(words)
            return (run.status, try #require(JSONValue(parsing: run.output)?["servers"], "\(run)"))
        }
    }

    @Test func `profiles are listed by what chooses them, broken ones among them`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let desk = Desk()
        desk.add("one", instance, tags: #""hosted", "eu""#)
        desk.add("two", instance, tags: #""hosted""#, more: "read_only = true\n")
        desk.folder.make(".config/mastoctl/bad.toml", content: "tags = [\n")
        let ids = try await desk.program.run(["fleet", "list", "tag:hosted !eu", "--format", "ids"])
        #expect(ids.status == 0 && ids.output == "two\n", "\(ids)")
        let all = try await desk.program.run(["fleet", "list", "all"])
        #expect(all.status == 0 && all.errors.contains("bad.toml:"), "\(all)")
        #expect(all.output.contains("read") && all.output.contains("hosted eu"), "\(all)")
        AnswerShape.check(try await desk.program.run(["fleet", "list", "all", "--format", "json"]).output)
        let none = try await desk.program.run(["fleet", "list", "tag:nobody"])
        #expect(none.status == 66, "\(none)")
        let aimed = try await desk.program.run(["fleet", "list", "all", "--profile", "one"])
        #expect(aimed.status == 64, "\(aimed)")
    }

    @Test func `each server is asked by itself: dead, hanging, broken and read-only ones hold up no other`()
        async throws
    {
        let first = try await TestInstance.make(size: .empty)
        let second = try await TestInstance.make(size: .empty)
        // What is set in the person's own shell reaches none of them.
        let desk = Desk(["DB_NAME": "nothing", "DB_PASS": "canary-of-the-shell", "REDIS_URL": "redis://127.0.0.1:1"])
        let hanging = FaultProxy(upstream: nil, speaksHTTP: false)
        hanging.fail(.stall, times: 1_000) { _ in true }
        desk.add("a", first, tags: #""hosted""#)
        desk.add("b", second, tags: #""hosted""#, more: "read_only = true\n")
        desk.add("dead", first, tags: #""hosted""#, more: "[postgres]\nport = 1\n")
        desk.add(
            "hanging", first, tags: #""hosted""#,
            more: "[postgres]\nport = \(hanging.port)\nconnect_timeout = \"30m\"\n")
        desk.folder.make(".config/mastoctl/bad.toml", content: "tags = [\"hosted\"]\nx = 1\n")
        let out = "\(desk.folder.path)/out"
        let (status, servers) = try await desk.servers([
            "fleet", "run", "!other", "--time-limit", "20s", "--parallel", "2", "--out", out, "--format", "json", "--",
            "accounts", "list", "--format", "json",
        ])
        #expect(status == 1)
        for name in ["a", "b"] {
            #expect(servers[name]?["state"]?.string == "done", "\(servers)")
            #expect(servers[name]?["answer"]?.array != nil)
        }
        #expect(servers["dead"]?["status"]?.integer == 69)
        #expect(servers["dead"]?["line"]?.string?.hasPrefix("error: cannot reach PostgreSQL") == true)
        #expect(servers["hanging"]?["state"]?.string == "timed out", "\(servers)")
        #expect(servers["bad"]?["state"]?.string == "left out", "\(servers)")
        #expect(TextFile.mode("\(out)/a.out") == 0o600)
        let again = try await desk.program.run(["fleet", "run", "all", "--out", out, "--", "version"])
        #expect(again.status == 64, "\(again)")

        let (_, shown) = try await desk.servers([
            "fleet", "run", "name:a", "--format", "json", "--", "config", "show", "--format", "json",
        ])
        #expect(!"\(shown)".contains("DB_NAME in environment") && !"\(shown)".contains("environment DB_"), "\(shown)")
    }

    @Test func `what would change something is refused by fleet run, on servers that may be written, too`() async throws
    {
        let instance = try await TestInstance.make()
        let desk = Desk()
        desk.add("a", instance, tags: "")
        let told = try await desk.program.run([
            "fleet", "run", "all", "--", "settings", "registrations", "close", "--yes",
        ])
        #expect(told.status == 1 && told.output.contains("nothing may be changed in this run"), "\(told)")
        let asked = try await desk.program.run(["fleet", "run", "all", "--canary", "1", "--", "version"])
        #expect(asked.status == 64 && asked.errors.contains("nobody can be asked"), "\(asked)")
    }

    @Test func `changes are planned, reviewed and carried out, and told who made them where`() async throws {
        let (first, second) = (try await TestInstance.make(), try await TestInstance.make())
        let desk = Desk()
        desk.add("a", first, tags: #""hosted""#)
        desk.add("b", second, tags: #""hosted""#, more: "read_only = true\n")
        desk.folder.make(
            ".config/mastoctl/far.toml", content: "tags = [\"hosted\"]\nvia = \"ssh-exec://nobody@127.0.0.1:1\"\n")
        let connection = try await first.connect()
        let name = try await first.plainUser()
        let plans = "\(desk.folder.path)/plans"
        let (planned, servers) = try await desk.servers([
            "fleet", "plan", "tag:hosted", "--out", plans, "--format", "json", "--", "accounts", "suspend", name,
        ])
        #expect(planned == 1 && servers["far"]?["state"]?.string == "left out", "\(servers)")
        #expect(servers["a"]?["state"]?.string == "done" && servers["b"]?["state"]?.string == "done", "\(servers)")
        func count() async throws -> Int64? {
            try await connection.first(
                "select count(*) from accounts where suspended_at is not null and domain is null"
            ) { try $0.value(0, as: Int64.self) }
        }
        let before = try await count()
        let unasked = try await desk.program.run(["fleet", "apply", plans])
        #expect(unasked.status == 64, "\(unasked)")
        let dry = try await desk.program.run(["fleet", "apply", plans, "--dry-run"])
        #expect(dry.status == 0 && dry.errors.contains("a: 1 item: accounts suspend"), "\(dry)")
        #expect(try await count() == before)
        let (applied, results) = try await desk.servers(["fleet", "apply", plans, "--yes", "--format", "json"])
        #expect(applied == 1 && results["a"]?["state"]?.string == "done", "\(results)")
        #expect(results["b"]?["status"]?.integer == 77, "\(results)")
        #expect(try await count() == before.map { $0 + 1 })
        let audit = try await desk.program.run(["fleet", "audit", "name:a*", "--since", "1d", "--format", "json"])
        let entries = try #require(JSONValue(parsing: audit.output)?["entries"]?.array, "\(audit)")
        #expect(
            entries.contains {
                $0["server"]?.string == "a" && $0["record"]?["action"]?.string?.contains("suspend") == true
            }, "\(audit)")
        await connection.close()
    }

    @Test func `a change that names no items is rehearsed, and carried out for no more than was found`() async throws {
        let (first, second) = (try await TestInstance.make(), try await TestInstance.make())
        let desk = Desk()
        desk.add("a", first, tags: "")
        desk.add("b", second, tags: "")
        let plans = "\(desk.folder.path)/plans"
        let connection = try await first.connect()
        func cached() async throws -> Int {
            try await connection.first(
                "select count(*) from media_attachments where file_file_name is not null and remote_url <> ''"
            ) { try $0.value(0, as: Int.self) } ?? 0
        }
        let before = try await cached()
        let planned = try await desk.program.run([
            "fleet", "plan", "all", "--out", plans, "--", "media", "remove", "--days", "0", "--limit", "5",
        ])
        #expect(planned.status == 0, "\(planned)")
        #expect(try await cached() == before && before > 5)
        #expect(desk.folder.has("plans/a.json") && desk.folder.has("plans/b.json"))
        AnswerShape.check(TextFile.read("\(plans)/a.json") ?? "")
        // Another server through the same name, and a plan that was edited.
        desk.add("b", second, tags: "", more: "[run]\nconcurrency = 2\n")
        let (applied, servers) = try await desk.servers(["fleet", "apply", plans, "--yes", "--format", "json"])
        #expect(applied == 1 && servers["a"]?["state"]?.string == "done", "\(servers)")
        #expect(servers["b"]?["line"]?.string?.contains("the profile was changed") == true, "\(servers)")
        #expect(try await cached() == before - 5)
        let text = TextFile.read("\(plans)/a.json") ?? ""
        TextFile.write(text.replacing("\"5\"", with: "\"500\""), to: "\(plans)/a.json")
        let edited = try await desk.program.run(["fleet", "apply", plans, "--yes"])
        #expect(edited.status == 65 && edited.errors.contains("was changed since"), "\(edited)")
        #expect(try await cached() == before - 5)
        await connection.close()
    }

    @Test func `a month is reported with those before it, and who did not report is named`() async throws {
        let instance = try await TestInstance.make()
        let desk = Desk()
        desk.add("a", instance, tags: "")
        desk.add("dead", instance, tags: "", more: "[postgres]\nport = 1\n")
        let before = try await desk.program.run(["fleet", "report", "name:a", "--month", "2026-09"])
        #expect(before.status == 0 && before.output.contains("Mastodon"), "\(before)")
        let now = try await desk.program.run(["fleet", "report", "all", "--month", "2026-10", "--format", "json"])
        #expect(now.status == 1, "\(now)")
        let report = try #require(JSONValue(parsing: now.output))
        let servers = try #require(report["servers"]?.array)
        #expect(servers.map { $0["server"]?.string } == ["a", "dead"])
        let alone = try await desk.program.run(
            ["instance", "report", "--month", "2026-10", "--format", "json", "--env-file", instance.environmentFile])
        let users = try #require(
            JSONValue(parsing: alone.output)?["figures"]?.array?.first { $0["name"]?.string == "users" }?["value"]?
                .double)
        #expect(users > 0 && servers[0]["figures"]?["users"]?.double == users, "\(servers)")
        #expect(servers[0]["history"]?["2026-09"]?["users"]?.double != nil)
        #expect(servers[1]["reason"]?.string?.contains("cannot reach PostgreSQL") == true, "\(servers)")
        let table = try await desk.program.run(["fleet", "report", "name:a", "--month", "2026-10"])
        #expect(table.output.contains("▄ "), "two equal months are a line: \(table)")
        let csv = try await desk.program.run(["fleet", "report", "all", "--month", "2026-10", "--format", "csv"])
        #expect(csv.output.hasPrefix("server,domain,release,month,users,active_users"), "\(csv)")
        #expect(csv.output.contains("\"a\",\"sandbox.example\""), "\(csv)")
        let page = try await desk.program.run(["fleet", "report", "all", "--month", "2026-10", "--format", "html"])
        #expect(page.output.contains("<th scope=\"row\">sandbox.example</th>"), "\(page)")
    }

    @Test func `servers that are otherwise than declared are told with what differs`() async throws {
        let (same, other) = (try await TestInstance.make(), try await TestInstance.make())
        let desk = Desk()
        desk.add("same", same, tags: "")
        desk.add("other", other, tags: "")
        desk.add("dead", same, tags: "", more: "[postgres]\nport = 1\n")
        for (instance, mode) in [(same, "approved"), (other, "open")] {
            let set = try await desk.program.run([
                "settings", "registrations", mode, "--yes", "--env-file", instance.environmentFile,
            ])
            #expect(set.status == 0, "\(set)")
        }
        desk.folder.make("blocks.txt", content: "bad.example\n")
        desk.folder.make("list.toml", content: "[[source]]\nfile = \"blocks.txt\"\n")
        let declared = "\(desk.folder.path)/fleet.toml"
        desk.folder.make(
            "fleet.toml",
            content: """
                release = "\(same.release.rawValue)"
                block_lists = ["list.toml"]
                [settings]
                registrations_mode = "approved"
                """)
        let synced = try await desk.program.run([
            "domain-blocks", "sync", "\(desk.folder.path)/list.toml", "--yes", "--env-file", same.environmentFile,
        ])
        #expect(synced.status == 0, "\(synced)")
        let run = try await desk.program.run(["fleet", "drift", "all", "--declared", declared, "--format", "json"])
        #expect(run.status == 1, "\(run)")
        let servers = try #require(JSONValue(parsing: run.output)?["servers"]?.array, "\(run)")
        #expect(servers.map { $0["server"]?.string } == ["dead", "other", "same"])
        #expect(servers[0]["reason"]?.string?.contains("cannot reach PostgreSQL") == true, "\(run)")
        let differences = try #require(servers[1]["differences"]?.array)
        #expect(differences.map { $0["part"]?.string } == ["setting", "block_list"], "\(run)")
        #expect(differences.first?["declared"]?.string == "approved" && differences.first?["found"]?.string == "open")
        #expect(differences.last?["found"]?.integer == 1)
        #expect(servers[2]["differences"]?.array == [] && servers[2]["reason"] == nil, "\(run)")
        let alike = try await desk.program.run(["fleet", "drift", "name:same", "--declared", declared, "--quiet"])
        #expect(alike.status == 0 && alike.output == "", "\(alike)")
        desk.folder.make("empty.toml", content: "")
        let nothing = try await desk.program.run([
            "fleet", "drift", "all", "--declared", "\(desk.folder.path)/empty.toml",
        ])
        #expect(nothing.status == 78 && nothing.errors.contains("declares nothing"), "\(nothing)")
    }
}
