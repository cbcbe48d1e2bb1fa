import Faults
import Glibc
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct RunHooksTests {
    private static let policy = "[attachments]\ndays = 0\n[preview_cards]\ndays = 0\n"

    private func monitor() -> FaultProxy {
        let monitor = FaultProxy(upstream: nil)
        monitor.fail(.answer(200, body: "OK"), times: .max)
        return monitor
    }

    private func value(_ family: String, _ operation: String, in text: String) -> Double? {
        let head = "\(family){domain=\"sandbox.example\",operation=\"\(operation)\"} "
        return text.split(separator: "\n").first { $0.hasPrefix(head) }.flatMap { Double($0.dropFirst(head.count)) }
    }

    @Test func `figures of several operations share a metrics file`() async throws {
        let instance = try await TestInstance.make()
        let program = Program(for: instance)
        let metrics = program.folder.path + "/m.prom"
        let policy = program.folder.path + "/policy.toml"
        TextFile.write(Self.policy, to: policy)
        let words = ["--quiet", "--metrics-file", metrics]
        #expect(try await program.run(["media", "remove", "--days", "0", "--limit", "2"] + words).status == 0)
        #expect(try await program.run(["prune", "--policy", policy] + words).status == 0)
        let text = try #require(TextFile.read(metrics))
        #expect(TextFile.mode(metrics) == 0o644)
        #expect(value("mastoctl_run_items", "media remove", in: text) == 2)
        let parts = ["attachments", "preview_cards"].compactMap { value("mastoctl_run_items", "prune \($0)", in: text) }
        #expect(parts.count == 2 && value("mastoctl_run_items", "prune", in: text) == parts.reduce(0, +))
        #expect(value("mastoctl_run_exit_status", "prune", in: text) == 0)

        // A run that cannot reach the database keeps the last success and says that it failed.
        let success = value("mastoctl_last_success_timestamp_seconds", "prune", in: text)
        let lost = Program(program.environment.merging(["DB_PORT": "1"]) { $1 })
        #expect(try await lost.run(["prune", "--policy", policy] + words).status == 69)
        let later = try #require(TextFile.read(metrics))
        #expect(value("mastoctl_last_success_timestamp_seconds", "prune", in: later) == success && success != nil)
        #expect(value("mastoctl_run_exit_status", "prune", in: later) == 69)
        #expect(value("mastoctl_run_items", "media remove", in: later) == 2)

        // A dry run leaves no figures.
        #expect(try await program.run(["prune", "--dry-run", "--policy", policy] + words).status == 0)
        #expect(TextFile.read(metrics) == later)
        try await instance.remove()
    }

    @Test func `a file that is not of this program is left alone`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let program = Program(for: instance)
        let file = program.folder.path + "/precious"
        TextFile.write("root:x:0:0\n", to: file)
        let ending = try await program.run(["media", "remove", "--quiet", "--metrics-file", file])
        #expect(ending.status == 0 && ending.errors.contains("is left alone"), "\(ending)")
        #expect(TextFile.read(file) == "root:x:0:0\n")
    }

    @Test func `a monitor hears of start, success and failure, not of dry runs, and is never named`() async throws {
        let instance = try await TestInstance.make()
        let program = Program(for: instance)
        let policy = program.folder.path + "/policy.toml"
        TextFile.write(Self.policy, to: policy)
        let monitor = monitor()
        let url = "http://127.0.0.1:\(monitor.port)/s3cr3t?create=1"
        func said() -> [String] { monitor.requests.map { "\($0.method) \($0.target)" } }

        let rehearsal = try await program.run(["prune", "--policy", policy, "--dry-run", "--ping", url])
        #expect(rehearsal.status == 0 && said().isEmpty)
        let good = try await program.run(["prune", "--policy", policy, "--quiet", "--ping", url])
        #expect(good.status == 0 && good.errors.isEmpty && good.output.isEmpty, "\(good)")
        #expect(said() == ["GET /s3cr3t/start?create=1", "GET /s3cr3t?create=1"])

        let lost = Program(program.environment.merging(["DB_PORT": "1", "MASTOCTL_PING_URL": url]) { $1 })
        let bad = try await lost.run(["prune", "--policy", policy, "--quiet"])
        #expect(bad.status == 69 && said().suffix(2) == ["GET /s3cr3t/start?create=1", "POST /s3cr3t/fail?create=1"])
        let body = String(decoding: monitor.requests.last?.body ?? [], as: UTF8.self)
        #expect(body.contains("mastoctl prune: cannot reach PostgreSQL"), "\(body)")

        monitor.stop()
        let deaf = try await program.run(["media", "remove", "--quiet", "--ping", url])
        #expect(deaf.status == 0 && deaf.errors.contains("warning: the monitor could not be told"), "\(deaf)")
        #expect(!deaf.errors.contains("s3cr3t") && deaf.errors.split(separator: "\n").count == 1)
        try await instance.remove()
    }

    @Test func `a terminated run is told of like any other`() async throws {
        let instance = try await TestInstance.make()
        let program = Program(for: instance)
        let monitor = monitor()
        let (metrics, log) = (program.folder.path + "/m.prom", program.folder.path + "/run.log")
        let running = try program.start([
            "media", "remove", "--days", "0", "--rate", "1/s", "--quiet", "--metrics-file", metrics, "--log-file", log,
            "--ping", "http://127.0.0.1:\(monitor.port)/x",
        ])
        while monitor.requests.isEmpty { await Task.yield() }
        running.send(SIGTERM)
        #expect(await running.ending().status == 143)
        #expect(monitor.requests.map(\.target) == ["/x/start", "/x/fail"])
        let text = try #require(TextFile.read(metrics))
        #expect(value("mastoctl_run_exit_status", "media remove", in: text) == 143)
        #expect(!text.contains("last_success"))
        #expect(TextFile.read(log)?.contains(#""message":"end","#) == true)
        try await instance.remove()
    }

    @Test func `the log holds a run from its arguments to its end, without secrets`() async throws {
        let instance = try await TestInstance.make()
        let program = Program(for: instance)
        let log = program.folder.path + "/run.log"
        let words = [
            "media", "remove", "--days", "0", "--quiet", "--log-file", log, "--ping", "http://127.0.0.1:1/s3cr3t",
        ]
        #expect(try await program.run(words).status == 0)
        let lines = try #require(TextFile.read(log)).split(separator: "\n")
        #expect(TextFile.mode(log) == 0o640)
        #expect(lines.count == 4, "\(lines)")
        #expect(
            lines.allSatisfy { $0.wholeMatch(of: /\{"time":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ","level":.*\}/) != nil })
        #expect(lines[0].contains(#""message":"start","arguments":"media remove --days 0"#))
        #expect(lines[1].contains("summary") && lines[1].contains(#""operation":"media remove""#))
        #expect(lines[2].contains("the monitor could not be told"))
        #expect(lines[3].contains(#""message":"end""#) && lines[3].contains(#""status":0"#))
        #expect(!lines.joined().contains("s3cr3t"))
        let full = try await program.run(["media", "remove", "--days", "0", "--quiet", "--log-file", "/dev/full"])
        #expect(full.status == 0)
        #expect(full.errors == "warning: cannot write the log file /dev/full: No space left on device\n")
        try await instance.remove()
    }
}
