import Faults
import Glibc
import Model
import Processes
import Support
import Testing

@testable import Engines

/// pgBackRest as it is installed, over a server that sends its log there. Its statuses pass over much; each remedy of ours
/// has a test that fails without it.
@Suite(.serialized, .enabled(if: TestServers.areInstalled && ArchivingServer.isInstalled)) struct PgBackRestTests {
    private func engine(
        _ server: ArchivingServer, _ variables: [String: String] = [:], stanza: String = ArchivingServer.stanza
    ) async throws -> PgBackRest {
        try await PgBackRest(
            PgBackRestPlace(
                stanza: stanza, configuration: server.configuration, user: server.user,
                variables: ArchivingServer.variables.merging(variables) { $1 }))
    }

    private func kind(_ body: () async throws -> Void) async throws -> EngineError.Kind? {
        do {
            try await body()
            return nil
        } catch let error as EngineError {
            return error.kind
        }
    }

    @Test func `what it passes over is told`() async throws {
        let server = try await ArchivingServer.make()
        let engine = try await engine(server)

        // Trap: without a stanza, and with a repository it cannot read, `info` ends with status 0.
        let strange = try await self.engine(server, stanza: "nobody")
        #expect(try await kind { _ = try await strange.info() } == .noRepository)
        let blind = try await self.engine(server, ["PGBACKREST_REPO1_CIPHER_PASS": "another"])
        #expect(try await kind { _ = try await blind.info() } == .failed)
        #expect(try await engine.info().code == 2, "no backup yet")

        // Trap: what was to be built on a backup that is not there becomes a whole one, and nothing tells how it is called.
        try await engine.check()
        let first = try await engine.backup("one", facts: [("mastodon", "4.6")])
        #expect(first.type == "full" && first.id == "one" && !first.hasDamage)
        let second = try await engine.backup("two", facts: [])
        #expect(second.type == "incr" && second.id == "two" && second.label.hasPrefix(first.label))
        #expect(try await engine.info().set(annotated: "one") == first)
        #expect(try await server.pgbackrest("info", "--set=\(first.label)").contains("mastodon: 4.6"))

        // Trap: `verify` ends with status 0 whatever it finds.
        #expect(try await engine.verify() == [])
        let file = try #require(
            try await server.files("backup/test/\(first.label)/pg_data/base").max { size($0) < size($1) })
        try ArchivingServer.flip(file)
        #expect(try await engine.verify().contains { $0.contains(first.label) && $0.contains("invalid") })
        try ArchivingServer.flip(file)
        rename(file, "\(file).gone")
        #expect(try await engine.verify().contains { $0.contains("missing: 1") })
        rename("\(file).gone", file)
        #expect(try await engine.verify() == [])

        // Trap: it passes over a piece of log that a backup needs.
        #expect(try await engine.missingLogs(of: first) == [])
        let pieces = try await server.files("archive/test/15-1")
        let piece = try #require(pieces.first { $0.contains("/\(first.lastLog)-") })
        rename(piece, "\(server.folder)/piece")
        #expect(try await engine.verify() == [])
        #expect(try await engine.missingLogs(of: first) == [first.lastLog])
        rename("\(server.folder)/piece", piece)

        // Trap: pages with a wrong checksum are a warning, with status 0.
        let path = try #require(try await server.page(of: "pg_description"))
        try ArchivingServer.flip(path)
        #expect(try await kind { _ = try await engine.backup("three", facts: []) } == .damaged)
        #expect(try await engine.info().set(annotated: "three")?.hasDamage == true)
        try ArchivingServer.flip(path)

        // A log that does not arrive is told before hours are spent.
        try await server.pretend("archive_command", is: "false pgbackrest")
        let hasty = try await self.engine(server, ["PGBACKREST_ARCHIVE_TIMEOUT": "1"])
        do {
            try await hasty.check()
            Issue.record("the log does not arrive")
        } catch let error as EngineError {
            #expect(error.status == 82 && error.lines.contains { $0.contains("ERROR: [082]") }, "\(error)")
        }
        await server.stop()
    }

    private func size(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// A program in its place notes what others on the machine can see.
    @Test func `no secret is an argument`() async throws {
        let folder = TemporaryFolder()
        chmod(folder.path, 0o777)
        let script =
            "#!/bin/sh\necho \"$@\" >>\(folder.path)/seen\n[ \"$1\" = version ] && echo 'pgBackRest 2.45'\nexit 0\n"
        TextFile.write(script, to: "\(folder.path)/pgbackrest")
        chmod("\(folder.path)/pgbackrest", 0o755)
        let user = try Account.unprivileged()?.name
        let engine = try await PgBackRest(
            PgBackRestPlace(
                stanza: "test", configuration: "/c", user: user, variables: ArchivingServer.variables),
            path: "\(folder.path)/pgbackrest")
        chmod("\(folder.path)/seen", 0o666)
        try await engine.check()
        _ = try? await engine.backup("one", facts: [("mastodon", "4.6")])
        _ = try? await engine.verify()
        try await engine.restore("X", from: 2, until: UTCTime(1_796_011_713), into: "/d")
        let seen = TextFile.read("\(folder.path)/seen") ?? ""
        #expect(seen.contains("check --stanza=test --config=/c"))
        #expect(
            seen.contains(
                "--repo=2 --set=X --pg1-path=/d --target-action=promote --archive-mode=off --type=time "
                    + "--target=2026-11-30 04:08:33+00"), "\(seen)")
        #expect(!seen.contains(ArchivingServer.password))
    }

    @Test(.enabled(if: geteuid() == 0)) func `it is not run by root`() async {
        await #expect(throws: Fault.self) { try await PgBackRest(PgBackRestPlace(stanza: "test")) }
    }

    @Test func `its statuses and the names of pieces of log are read`() {
        func kind(_ status: Int32, _ words: String = "") -> EngineError.Kind {
            PgBackRest.kind(status, words)
        }
        #expect(kind(50) == .locked && kind(55) == .noRepository && kind(103) == .noRepository)
        #expect(kind(75) == .damaged && kind(95) == .wrongPassword && kind(82) == .failed)
        #expect(kind(39, "write: [28] No space left on device") == .diskFull)
        let timeline = "00000001"
        func name(_ log: String, _ piece: String) -> String { "\(timeline)000000\(log)000000\(piece)" }
        // The last piece of a log is known by those that are there.
        #expect(
            LogSegments.names(from: name("00", "FE"), to: name("02", "01"), among: [name("01", "FF")])
                == [name("00", "FE"), name("00", "FF")]
                + (0...255).map { name("01", ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true)) }
                + [name("02", "00"), name("02", "01")])
        #expect(PgBackRest.instant(UTCTime(1_796_011_713.25)) == "2026-11-30 04:08:33.250000+00")
        #expect(LogSegments.names(from: name("00", "02"), to: name("00", "02"), among: []) == [name("00", "02")])
    }
}
