import Glibc
import Postgres
import Support
import Testing

/// Dumps that go into the repository as one stream, where the disk has no room for them.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt && BackupStage.areInstalled)) struct BackupStreamTests {
    @Test func `a dump that was streamed rehearses and restores`() async throws {
        let place = try await BackupStage.ready()
        let stage = place.stage
        let before = try await stage.snapshot()
        let id = try await place.create("--stream", "--parts", "database,secrets")
        let shown = try await stage.run("backup", "show", id, "--format", "json")
        #expect(try await stage.figure("manifest.database.is_stream", of: shown) == "true")
        let rehearsed = try await stage.run("backup", "rehearse", id)
        #expect(rehearsed.status == 0, "\(rehearsed.answer)\(rehearsed.conversation)")
        try await stage.execute("update users set email = 'other-' || id || '@example.org'")
        let restored = try await stage.run(
            "backup", "restore", id, "--parts", "database", "--replace", "sandbox.example", "--yes")
        #expect(restored.status == 0, "\(restored.conversation)")
        #expect(try await stage.snapshot().changedTables(from: before) == [])
        try await place.dropAside()
    }

    /// Trap: restic takes the end of its input for the end of the data, also when pg_dump died half way.
    @Test(arguments: [20_000, 120_000, 400_000])
    func `a pg_dump that dies half way leaves no backup`(bytes: Int) async throws {
        let place = try await BackupStage.ready()
        let port = try #require(place.stage.settings["DB_PORT"].flatMap { Int($0) })
        let proxy = FaultProxy(upstream: port, speaksHTTP: false)
        let path = "\(place.state)/backup.toml"
        let user = place.stage.settings["DB_USER"] ?? ""
        TextFile.write(
            (TextFile.read(path) ?? "") + "database_url = \"postgres://\(user)@127.0.0.1:\(proxy.port)\"\n", to: path)
        chmod(path, 0o600)
        // The first connection holds the snapshot, the second is pg_dump's.
        proxy.fail(.cut(afterBytes: bytes), times: .max, skipping: 1)
        let run = try await place.stage.run("backup", "create", "--stream", "--parts", "database,secrets")
        #expect(run.status != 0, "\(run.conversation)")
        #expect(try await place.states().values.allSatisfy { $0 == "unfinished" })
        #expect(try await place.stage.run("backup", "show", "latest").status == 66)
        proxy.reset()
        let id = try await place.create("--stream", "--parts", "database,secrets")
        #expect(try await place.states()[id] == "whole")
    }
}
