import Glibc
import Model
import Postgres
import Support
import Testing

/// Runs are killed at any instant. Programs they have started go on without them, as they would on a real server.
@Suite(.serialized, .enabled(if: TestServers.areInstalled && Program.isBuilt && BackupStage.areInstalled))
struct BackupKillTests {
    private static let changing: Statement = "update users set email = 'other-' || id || '@example.org'"
    private static let kills = Rounds.of(100, atLeast: 10)

    /// Runs something so often, and kills it at another instant each time.
    ///
    /// - Parameter check: is told whether the run ended well before it was killed.
    private func kill(
        _ stage: Stage, _ words: [String], over seconds: Double, check: (_ ended: Bool) async throws -> Void
    ) async throws {
        for _ in 0..<Self.kills {
            let running = try stage.start(words)
            try await Task.sleep(for: .seconds(Double.random(in: 0.1...0.95) * seconds))
            running.send(SIGKILL)
            try await check(await running.end().status == 0)
        }
    }

    @Test func `a backup that is killed is not whole, and the next one finishes`() async throws {
        let place = try await BackupStage.ready()
        let words = ["backup", "create", "--format", "json"]
        let whole = try await place.stage.start(words).end()
        #expect(whole.status == 0, "\(whole.conversation)")
        var made = 1
        try await kill(place.stage, words, over: whole.seconds) { ended in
            if ended { made += 1 }
            let states = try await place.states()
            let wholes = states.filter { $0.value == "whole" }.map(\.key)
            // A restic that was writing the manifest when its parent died may still finish it.
            #expect(wholes.count >= made && wholes.count <= made + 1, "\(states)")
            made = wholes.count
        }
        _ = try await place.create()
        let verified = try await place.stage.run("backup", "verify", "--read-data")
        #expect(verified.status == 0, "\(verified.conversation)\(verified.answer)")
        #expect(place.leaks() == [])
    }

    @Test func `what a killed run has made whole is not made a second time`() async throws {
        let place = try await BackupStage.ready()
        let first = try await place.create("--parts", "secrets")
        let shown = try await place.stage.run("backup", "show", first, "--format", "json")
        // As a run leaves it that is killed between its last step and its tidying.
        let draft = try #require(try await place.stage.figure("manifest", of: shown))
        TextFile.write(draft, to: "\(place.state)/backup/draft.json")
        let second = try await place.create("--parts", "secrets")
        #expect(second != first)
        #expect(try await place.states() == [first: "whole", second: "whole"])
    }

    @Test func `pruning that is killed drops nothing that is kept, and the next one finishes`() async throws {
        let place = try await BackupStage.ready()
        let words = [
            "backup", "prune", "--keep-last", "1", "--keep-daily", "0", "--keep-weekly", "0", "--keep-monthly", "0",
            "--yes",
        ]
        _ = try await place.create("--parts", "secrets")
        var newest = try await place.create("--parts", "secrets")
        let whole = try await place.stage.start(words).end()
        #expect(whole.status == 0, "\(whole.conversation)")
        newest = try await settled(place)
        try await kill(place.stage, words, over: whole.seconds) { _ in
            #expect(try await place.states()[newest] == "whole")
            #expect(try await place.stage.run("backup", "show", "latest").status == 0)
            newest = try await settled(place)
        }
        try await untilTrue("a restic without a parent ends") {
            try await place.stage.start(words).end().status == 0
        }
        // Parts whose manifest went first are nobody's, and go when they are a day old.
        #expect(try await place.states().filter { $0.value == "whole" }.map(\.key) == [newest])
        let verified = try await place.stage.run("backup", "verify", "--read-data")
        #expect(verified.status == 0, "\(verified.conversation)\(verified.answer)")
    }

    /// One more backup, once a restic that goes on without its parent lets go of the repository.
    private func settled(_ place: BackupStage) async throws -> String {
        var id: String?
        try await untilTrue("a restic without a parent ends") {
            id = try? await place.create("--parts", "secrets")
            return id != nil
        }
        return try #require(id)
    }

    @Test func `an instance whose restoring is killed is as it was or as it will be`() async throws {
        let place = try await BackupStage.ready()
        let stage = place.stage
        let before = try await stage.snapshot()
        _ = try await place.create("--parts", "database,secrets")
        let words = [
            "backup", "restore", "latest", "--parts", "database", "--replace", "sandbox.example", "--yes",
        ]
        let whole = try await stage.start(words).end()
        #expect(whole.status == 0, "\(whole.conversation)")
        try await stage.execute(Self.changing)
        let users = try await stage.number("select count(*) from users")
        try await kill(stage, words, over: whole.seconds) { ended in
            let others = try await stage.number("select count(*) from users where email like 'other-%'")
            #expect(others == 0 || others == users && !ended)
            if others == 0 { try await stage.execute(Self.changing) }
        }
        let last = try await stage.start(words).end()
        #expect(last.status == 0, "\(last.conversation)")
        #expect(try await stage.snapshot().changedTables(from: before) == [])
        let name = stage.instance.database.database ?? ""
        let left = try await stage.texts("select datname::text from pg_database where datname like '%mastoctl_new'")
        #expect(left.filter { $0.hasPrefix(name.prefix(40)) } == [])
        try await place.dropAside()
    }
}
