import Glibc
import Model
import Postgres
import Support
import Synchronization
import Testing

@Suite(.enabled(if: SearchCore.isAvailable))
struct SearchDeployTests {
    @Test(arguments: MastodonRelease.allCases)
    func `every index is filled, and nothing in it is other than the rows say`(release: MastodonRelease) async throws {
        let stage = try await Stage.make(release).searching("fill\(release.rawValue.filter(\.isNumber))")
        let before = try await stage.snapshot()
        let deployed = try await stage.run("search", "deploy")
        #expect(deployed.status == 0, "\(deployed.conversation)")
        let verified = try await stage.run("search", "verify", "--full", "--format", "json")
        #expect(verified.status == 0, "\(verified.answer) \(verified.conversation)")
        #expect(try await stage.figure("visited", of: verified).flatMap(Int.init) ?? 0 > 100)
        let status = try await stage.calmSearchStatus("--format", "json")
        #expect(status.status == 0, "\(status.answer) \(status.conversation)")
        #expect(try await stage.figure("indexes.4.record", of: status) == "current")
        #expect(try await stage.snapshot() == before)
    }

    @Test func `a dry run makes no index and tells what to expect`() async throws {
        let stage = try await Stage.make().searching("dry")
        let run = try await stage.run("search", "deploy", "--dry-run", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("details.expected_documents", of: run).flatMap(Int.init) ?? 0 > 100)
        #expect(try await stage.ask("GET", "/dry_*/_settings") == .object([]))
    }

    @Test func `people find all there is while a changed index is filled anew and swapped in`() async throws {
        let stage = try await Stage.make().searching("swap")
        #expect(try await stage.run("search", "deploy").status == 0)
        let count = try await stage.documents("swap_accounts")
        #expect(count > 20)
        // As a server of another release would have left it.
        _ = try await stage.ask(
            "PUT", "/swap_chewy_specifications/_doc/accounts?refresh=true", #"{"specification": "e30=\n"}"#)
        let fewest = Mutex(Int.max)
        // A search that was under way when a concrete index went away is answered with an error, once at most.
        let misses = Mutex(0)
        let running = try stage.start(["search", "deploy", "--only", "accounts", "--batch-size", "5", "--rate", "60/s"])
        let watching = Task {
            while !Task.isCancelled {
                if let found = try await stage.ask("GET", "/swap_accounts/_count")?["count"]?.integer {
                    fewest.withLock { $0 = min($0, Int(found)) }
                } else {
                    misses.withLock { $0 += 1 }
                }
            }
        }
        let run = await running.end()
        watching.cancel()
        _ = await watching.result
        #expect(run.status == 0, "\(run.conversation)")
        #expect(fewest.withLock { $0 } == count)
        #expect(misses.withLock { $0 } <= 1)
        let status = try await stage.calmSearchStatus("--format", "json")
        #expect(status.status == 0, "\(status.answer)")
        #expect(try await stage.figure("indexes.1.is_alias", of: status) == "true")
        #expect(try await stage.setting("refresh_interval", of: "swap_accounts") == "30s")
        // The next one goes from alias to alias and leaves one index.
        #expect(try await stage.run("search", "deploy", "--only", "accounts", "--swap").status == 0)
        guard case .object(let indexes)? = try await stage.ask("GET", "/swap_accounts_*/_settings") else {
            Issue.record("no index behind the alias")
            return
        }
        #expect(indexes.count == 1)
    }

    @Test func `what changed while an index was filled aside is in it`() async throws {
        let proxy = FaultProxy(upstream: try await SearchCore.port())
        defer { proxy.stop() }
        let stage = try await Stage.make().searching("watch", port: proxy.port)
        #expect(try await stage.run("search", "deploy").status == 0)
        let ids = try await stage.texts(
            "select id::text from accounts where domain is not null and suspended_at is null order by id limit 2")
        proxy.reset()
        proxy.fail(.slow(bytesPerSecond: 1_000), times: 1) { $0.target.contains("_bulk") }
        let running = try stage.start(["search", "deploy", "--only", "accounts", "--swap", "--concurrency", "1"])
        try await untilTrue("the first documents are sent") {
            proxy.requests.contains { $0.target.contains("_bulk") }
        }
        // As the server does: rows first, then a note of their ids.
        try await stage.execute(
            "update accounts set display_name = 'Changed meanwhile' where id = \(Int64(ids[0]) ?? 0)")
        try await stage.execute("update accounts set suspended_at = now() where id = \(Int64(ids[1]) ?? 0)")
        try await stage.instance.note(ids, for: "AccountsIndex")
        let run = await running.end()
        #expect(run.status == 0, "\(run.conversation)")
        let verified = try await stage.run("search", "verify", "--full", "--only", "accounts")
        #expect(verified.status == 0, "\(verified.answer)")
    }

    @Test(arguments: [SIGKILL, SIGINT])
    func `an interrupted deployment goes on where it was, and settings are put back`(signal: Int32) async throws {
        let prefix = signal == SIGKILL ? "killed" : "stopped"
        let proxy = FaultProxy(upstream: try await SearchCore.port())
        defer { proxy.stop() }
        let stage = try await Stage.make().searching(prefix, port: proxy.port)
        #expect(try await stage.run("search", "deploy", "--only", "accounts").status == 0)
        proxy.reset()
        // The fourth request for the index hangs until the run ends or is ended.
        proxy.fail(.slow(bytesPerSecond: 30), times: 1, skipping: 3) { $0.target.contains("/_bulk") }
        let words = ["search", "deploy", "--only", "accounts", "--batch-size", "5", "--concurrency", "1"]
        let running = try stage.start(words)
        try await untilTrue("four batches are sent") {
            proxy.requests.filter { $0.target.contains("/_bulk") }.count >= 4
        }
        #expect(try await stage.setting("refresh_interval", of: "\(prefix)_accounts") == "-1")
        running.send(signal)
        let ended = await running.end()
        #expect(ended.status == (signal == SIGKILL ? 137 : 130), "\(ended.conversation)")
        let interval = try await stage.setting("refresh_interval", of: "\(prefix)_accounts")
        #expect(interval == (signal == SIGKILL ? "-1" : "30s"))
        if signal == SIGKILL { #expect(try await stage.run("search", "status").status == 1) }
        proxy.reset()
        let resumed = try await stage.run("search", "deploy", "--resume")
        #expect(resumed.status == 0, "\(resumed.conversation)")
        #expect(try await stage.setting("refresh_interval", of: "\(prefix)_accounts") == "30s")
        #expect(try await stage.run("search", "verify", "--full", "--only", "accounts").status == 0)
        #expect(try await stage.run("search", "deploy", "--resume").status == 66)
    }

    @Test func `what a killed run left is put right by a new one that does not go on with it`() async throws {
        let proxy = FaultProxy(upstream: try await SearchCore.port())
        defer { proxy.stop() }
        let stage = try await Stage.make().searching("left", port: proxy.port)
        #expect(try await stage.run("search", "deploy").status == 0)
        proxy.reset()
        proxy.fail(.stall) { $0.target.contains("/_bulk") }
        let running = try stage.start(["search", "deploy", "--only", "accounts", "--swap"])
        try await untilTrue("the first batch is sent") { proxy.requests.contains { $0.target.contains("/_bulk") } }
        running.send(SIGKILL)
        _ = await running.end()
        proxy.reset()
        guard case .object(let aside)? = try await stage.ask("GET", "/left_accounts_*/_settings") else { return }
        #expect(aside.count == 1)
        #expect(try await stage.run("search", "deploy", "--only", "tags").status == 0)
        #expect(try await stage.ask("GET", "/left_accounts_*/_settings") == .object([]))
        #expect(try await stage.run("search", "verify", "--full").status == 0)
    }

    @Test func `two runs keep apart`() async throws {
        let proxy = FaultProxy(upstream: try await SearchCore.port())
        defer { proxy.stop() }
        let stage = try await Stage.make().searching("two", port: proxy.port)
        proxy.fail(.slow(bytesPerSecond: 400), times: 1) { $0.target.contains("/_bulk") }
        let first = try stage.start(["search", "deploy"])
        try await untilTrue("the first is at work") { proxy.requests.contains { $0.target.contains("/_bulk") } }
        let second = try await stage.run("search", "deploy")
        #expect(second.status == 75, "\(second.conversation)")
        #expect(await first.end().status == 0)
    }

    @Test func `a changed mapping is brought up to date in place, and records are made anew`() async throws {
        let stage = try await Stage.make().searching("map")
        #expect(try await stage.run("search", "deploy").status == 0)
        let count = try await stage.documents("map_tags")
        let reset = try await stage.run(
            "search", "deploy", "--reset-chewy", "--no-import", "--no-clean", "--only", "tags")
        #expect(reset.status == 0, "\(reset.conversation)")
        #expect(try await stage.run("search", "status").status == 1)
        let mapped = try await stage.run("search", "deploy", "--only-mapping")
        #expect(mapped.status == 0, "\(mapped.conversation)")
        #expect(try await stage.calmSearchStatus().status == 0)
        #expect(try await stage.documents("map_tags") == count)
    }
}
