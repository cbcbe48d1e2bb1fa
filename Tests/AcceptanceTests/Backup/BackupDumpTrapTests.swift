import Glibc
import Postgres
import Processes
import Sandbox
import Support
import Testing

/// What goes wrong while the database is dumped: each is told, and no such run is listed as a backup.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt && BackupStage.areInstalled)) struct BackupDumpTrapTests
{
    private static let words = ["backup", "create", "--parts", "database,secrets"]

    /// More than the buffers of a connection take at once.
    private static let rows = 300_000

    /// pg_dump's own sessions get on slowly.
    private func slowed(_ place: BackupStage, port: Int) async throws -> FaultProxy {
        let proxy = FaultProxy(upstream: port, speaksHTTP: false)
        let user = place.stage.settings["DB_USER"] ?? ""
        place.configure("database_url = \"postgres://\(user)@127.0.0.1:\(proxy.port)\"")
        // The first connection holds the snapshot.
        proxy.fail(.slow(bytesPerSecond: 1_000_000), times: .max, skipping: 1)
        return proxy
    }

    @Test(arguments: [[], ["--stream"]] as [[String]])
    func `a table that somebody keeps locked is waited for, told, and makes no backup`(more: [String]) async throws {
        let place = try await BackupStage.ready()
        let holder = try await place.stage.instance.connect()
        try await holder.script("begin; lock table users in access exclusive mode")
        let run = try await place.stage.start(Self.words + more).end()
        #expect(run.status == 75, "\(run.status) \(run.conversation)")
        #expect(run.conversation.contains("the table users is held by somebody else, attempt 2"), "\(run.conversation)")
        try await place.expectNone()
        try await holder.execute("rollback")
        await holder.close()
        _ = try await place.create("--parts", "database,secrets")
    }

    /// Trap: whoever has taken a snapshot before a table is rewritten sees it empty afterwards, and no error.
    @Test func `a table that is rewritten while it is waited for is in the dump`() async throws {
        let place = try await BackupStage.ready()
        let stage = place.stage
        let follows = try await stage.number("select count(*) from follows")
        let holder = try await stage.instance.connect()
        try await holder.script("begin; alter table follows add column mark double precision default random()")
        let running = try stage.start(Self.words)
        try await untilTrue("it waits for the table") { try await stage.waitingForLocks > 0 }
        try await holder.execute("commit")
        await holder.close()
        let run = await running.end()
        #expect(run.status == 0, "\(run.conversation)")
        let shown = try await stage.run("backup", "show", "latest", "--format", "json")
        #expect(follows > 0)
        #expect(try await stage.figure("manifest.database.rows.follows", of: shown) == "\(follows)")
        let rehearsed = try await stage.run("backup", "rehearse")
        #expect(rehearsed.status == 0, "\(rehearsed.answer)\(rehearsed.conversation)")
    }

    enum End: CaseIterable {
        case session, program
    }

    @Test(arguments: End.allCases) func `a dump that ends half way makes no backup`(end: End) async throws {
        let place = try await BackupStage.ready()
        let stage = place.stage
        try await place.fill(rows: Self.rows)
        let proxy = try await slowed(place, port: try #require(stage.settings["DB_PORT"].flatMap { Int($0) }))
        let running = try stage.start(Self.words)
        let dumping: Statement = """
            select count(*) from pg_stat_activity
            where datname = current_database() and query like 'COPY public.filler%' and state = 'active'
            """
        try await untilTrue("the table is being dumped") { try await stage.number(dumping) > 0 }
        if end == .program {
            let found = try await Invocation("/usr/bin/pgrep", ["-P", "\(running.id)", "-x", "pg_dump"]).run()
            kill(try #require(pid_t(found.text.prefix { $0.isNumber })), SIGKILL)
        } else {
            try await endDumping(stage)
        }
        let run = await running.end()
        #expect(run.status == 74 && run.conversation.contains("pg_dump failed"), "\(run.status) \(run.conversation)")
        try await place.expectNone()
        // What it has started goes on without it.
        try await endDumping(stage)
        proxy.reset()
        let id = try await place.create("--parts", "database,secrets")
        #expect(try await place.states()[id] == "whole")
    }

    private func endDumping(_ stage: Stage) async throws {
        try await stage.execute(
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and query like 'COPY public.filler%'
            """)
    }

    @Test(.enabled(if: ArchivingServer.isInstalled))
    func `a database that is started anew half way makes no backup`() async throws {
        let ready = try await BackupStage.ready()
        try await ready.fill(rows: Self.rows)
        let server = try await ArchivingServer.make()
        try await server.take(ready.stage.instance.database)
        let place = BackupStage(stage: ready.stage.with(["DB_PORT": "\(server.port)"]))
        let proxy = try await slowed(place, port: server.port)
        let running = try place.stage.start(Self.words)
        try await untilTrue("the table is being dumped") {
            try await server.text(
                "select count(*)::text from pg_stat_activity where query like 'COPY public.filler%' and pid <> pg_backend_pid()"
            ) != "0"
        }
        await server.stop()
        var options = PostgresServer.Options()
        options.isDetached = true
        options.port = server.port
        let again = try await PostgresServer.start(in: "\(server.folder)/postgres", options: options)
        let run = await running.end()
        #expect([69, 74].contains(run.status), "\(run.status) \(run.conversation)")
        // Whether the server's own words still come through is chance.
        let words = ["terminating connection", "server closed the connection", "pg_dump failed"]
        #expect(words.contains { run.conversation.contains($0) }, "\(run.conversation)")
        try await place.expectNone()
        proxy.reset()
        _ = try await place.create("--parts", "database,secrets")
        await again.stop()
    }
}
