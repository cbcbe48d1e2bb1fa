import Glibc
import Model
import Postgres
import Support
import Testing

/// Backups whose database pgBackRest has.
@Suite(
    .enabled(
        if: TestServers.areInstalled && Program.isBuilt && BackupStage.areInstalled && ArchivingServer.isInstalled))
struct BackupClusterTests {
    /// The instance in a server that sends its log to pgBackRest; the repository's password comes from a file.
    private func make() async throws -> (place: BackupStage, server: ArchivingServer) {
        let ready = try await BackupStage.ready()
        let server = try await ArchivingServer.make()
        try await server.take(ready.stage.instance.database)
        let path = "\(ready.state)/backup.toml"
        let variables = ArchivingServer.variables.map { "\($0.key)=\($0.value)\n" }.joined()
        TextFile.write(variables, to: "\(ready.state)/variables")
        chmod("\(ready.state)/variables", 0o600)
        let user = server.user.map { "pgbackrest_user = \"\($0)\"\n" } ?? ""
        TextFile.write(
            """
            \(TextFile.read(path) ?? "")env_file = "\(ready.state)/variables"
            pgbackrest_stanza = "\(ArchivingServer.stanza)"
            pgbackrest_config = "\(server.configuration)"
            \(user)
            """, to: path)
        chmod(path, 0o600)
        return (BackupStage(stage: ready.stage.with(["DB_PORT": "\(server.port)"])), server)
    }

    @Test func `pgBackRest saves the database, which is proven and brought to any instant since`() async throws {
        let (place, server) = try await make()
        let stage = place.stage
        let name = stage.instance.database.database ?? ""
        let id = try await place.create("--engine", "pgbackrest", "--parts", "database,secrets")
        let listed = try await stage.run("backup", "list", "--format", "json")
        #expect(try await stage.figure("backups.0.parts", of: listed) == #"["database", "secrets"]"#)
        let shown = try await stage.run("backup", "show", id, "--format", "json")
        let label = try #require(try await stage.figure("manifest.database.cluster.label", of: shown))
        #expect(try await server.pgbackrest("info", "--set=\(label)").contains("mastodon: 4.6"))
        #expect(try await stage.figure("backups.0.cluster_label", of: listed) == label)
        #expect(try await stage.figure("manifest.database.cluster.type", of: shown) == "full")
        let verified = try await stage.run("backup", "verify")
        #expect(verified.status == 0, "\(verified.answer)\(verified.conversation)")

        // Nothing of a rehearsal reaches the server's archive, though the copy has its settings.
        try await server.archive()
        let archived = try await server.files("archive")
        let rehearsed = try await stage.start(["backup", "rehearse", "--directory", server.folder]).end()
        #expect(rehearsed.status == 0, "\(rehearsed.answer)\(rehearsed.conversation)")
        #expect(try await server.files("archive") == archived)
        #expect(stage.files(below: server.folder).allSatisfy { !$0.contains("mastoctl-rehearsal") })

        try await server.execute("update users set email = 'then-' || id || '@example.org'", in: name)
        // Rounded up: a time goes through a floating number on its way.
        let now = try #require(
            try await server.text(
                """
                select to_char((clock_timestamp() + interval '1 millisecond') at time zone 'UTC',
                    'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
                """))
        try await server.execute("update users set email = 'later-' || id || '@example.org'", in: name)
        try await server.archive()
        let words = ["backup", "restore", "latest", "--parts", "database", "--replace", "sandbox.example", "--yes"]
        let early = try await stage.start(words + ["--point-in-time", "2020-01-01"]).end()
        #expect(early.status == 66, "\(early.conversation)")
        let beyond = try await stage.start(words + ["--point-in-time", "2100-01-01"]).end()
        #expect(beyond.status == 65 && beyond.conversation.contains("recovery ended before"), "\(beyond.conversation)")
        #expect(!beyond.conversation.contains("not accepting"))
        let restored = try await stage.start(words + ["--point-in-time", now]).end()
        #expect(restored.status == 0, "\(restored.conversation)\(restored.answer)")
        #expect(
            try await server.text(
                "select count(*)::text from users where email not like 'then-%'", in: name) == "0")
        #expect(try await server.files("archive").allSatisfy { !$0.hasSuffix(".history") })
        #expect(place.leaks() == [])

        // What pgBackRest has lost is found before somebody counts on it.
        let file = try #require(try await server.files("backup/test/\(label)/pg_data/base").first)
        try ArchivingServer.flip(file)
        let damaged = try await stage.run("backup", "verify")
        #expect(damaged.status == 1 && damaged.answer.contains("invalid"), "\(damaged.answer)\(damaged.conversation)")
        try ArchivingServer.flip(file)
        let second = try await place.create("--engine", "pgbackrest", "--parts", "database,secrets")
        let full = try await stage.run("backup", "show", second, "--format", "json")
        #expect(try await stage.figure("manifest.database.cluster.type", of: full) == "incr")
        // The first stays in any case for as long as it is the newest that was proven.
        let proven = try await stage.start(["backup", "rehearse", second, "--directory", server.folder]).end()
        #expect(proven.status == 0, "\(proven.answer)\(proven.conversation)")
        let rule = [
            "backup", "prune", "--keep-last", "1", "--keep-daily", "0", "--keep-weekly", "0", "--keep-monthly", "0",
            "--dry-run",
        ]
        let dropping = try await stage.start(rule).end()
        #expect(dropping.conversation.contains("its own retention"), "\(dropping.conversation)\(dropping.answer)")
        // pgBackRest keeps its last whole one; what builds on it can go.
        let built = try #require(try await stage.figure("manifest.database.cluster.label", of: full))
        _ = try await server.pgbackrest("expire", "--set=\(built)")
        #expect(try await place.states() == [id: "whole", second: "incomplete"])
        let newest = try await stage.run("backup", "show", "latest", "--format", "json")
        #expect(try await stage.figure("manifest.id", of: newest) == id, "nobody restores what has no database")
        let lost = try await stage.run("backup", "verify")
        #expect(lost.status == 1 && lost.answer.contains("no backup \(built) any more"), "\(lost.answer)")
        let without = try await stage.start(rule).end()
        #expect(without.conversation.contains("1 of them have no database any more"), "\(without.conversation)")
        let refused = try await stage.start(["backup", "rehearse", second, "--directory", server.folder]).end()
        #expect(refused.status == 1 && refused.answer.contains("cannot be had back"), "\(refused.answer)")
        await server.stop()
    }

    @Test func `another server's stanza and another archiver are refused before anything is made`() async throws {
        let (place, server) = try await make()
        let words = ["backup", "create", "--engine", "pgbackrest"]
        let off = try await place.stage.with(["DB_PORT": place.stage.instance.database.port ?? ""]).start(words).end()
        #expect(off.status == 78 && off.conversation.contains("no archive of its log"), "\(off.conversation)")
        try await server.pretend("archive_command", is: "envdir /etc/wal-g.d wal-g wal-push %p")
        let other = try await place.stage.start(words).end()
        #expect(other.status == 78 && other.conversation.contains("goes to WAL-G"), "\(other.conversation)")
        // Another server under the same name.
        let second = try await ArchivingServer.make()
        try await second.take(place.stage.instance.database)
        let strange = try await place.stage.with(["DB_PORT": "\(second.port)"]).start(words).end()
        #expect(strange.status == 78 && strange.conversation.contains("another server's"), "\(strange.conversation)")
        #expect(try await place.states() == [:])
        await server.stop()
        await second.stop()
    }
}
