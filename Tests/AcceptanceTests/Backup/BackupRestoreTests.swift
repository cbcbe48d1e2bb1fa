import Glibc
import Postgres
import Redis
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt && BackupStage.areInstalled)) struct BackupRestoreTests
{
    @Test func `a restored instance is the instance`() async throws {
        let place = try await BackupStage.ready()
        let stage = place.stage
        let before = try await stage.snapshot()
        _ = try await place.create()
        let refused = try await stage.run("backup", "restore", "latest", "--yes")
        #expect(refused.status == 1 && refused.conversation.contains("--replace"), "\(refused.conversation)")
        #expect(try await stage.snapshot().changedTables(from: before) == [])

        try await stage.execute("delete from media_attachments")
        try await stage.execute("update users set email = 'gone-' || id || '@example.org'")
        let shown = try await stage.run("backup", "show", "latest", "--format", "json")
        let sample = try #require(try await stage.figure("manifest.media.sample", of: shown))
        let lost = try await stage.texts("select jsonb_object_keys(\(sample)::jsonb)")
        #expect(lost.count > 5)
        for key in lost { stage.remove(key) }
        // restic 0.14 makes no link where one is.
        stage.remove("media_attachments/files/666/555/444/original/link.png")
        let dry = try await stage.run("backup", "restore", "latest", "--replace", "sandbox.example", "--dry-run")
        #expect(dry.status == 0, "\(dry.conversation)")
        let run = try await stage.run("backup", "restore", "latest", "--replace", "sandbox.example", "--yes")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(run.answer.contains("to do: start the server's processes"))
        let after = try await stage.snapshot()
        #expect(after.changedTables(from: before) == [])
        #expect(after.lost(since: before) == [] && after.gained(since: before) == [])
        let aside = try await stage.texts("select datname::text from pg_database where datname like '%_before_%'")
        #expect(aside.count >= 1)
        for name in aside where name.hasPrefix((stage.instance.database.database ?? "").prefix(30)) {
            try await stage.execute("drop database \(identifier: name)")
        }
        #expect(place.leaks() == [])
    }

    @Test func `what remains after a restore is done`() async throws {
        let place = try await BackupStage.ready()
        let stage = place.stage
        _ = try await place.create("--parts", "database,secrets")
        try await stage.withRedis { redis in
            for try await keys in redis.keys(matching: "feed:home:*") {
                for key in keys {
                    try await redis.command(["DEL", RedisArgument(String(decoding: key, as: UTF8.self))])
                }
            }
        }
        // Cached, and not in a backup.
        let cached = try await stage.number(
            "select count(*) from media_attachments where remote_url <> '' and file_file_name is not null")
        for name in stage.files(below: "\(stage.instance.folder)/media/cache/media_attachments") {
            stage.remove("cache/media_attachments/\(name)")
        }
        let run = try await stage.run(
            "backup", "restore", "latest", "--replace", "sandbox.example", "--finish", "--yes", "--parts", "database",
            "--format", "json")
        #expect(run.status == 0, "\(run.conversation)\(run.answer)")
        let remains = try #require(try await stage.figure("remains", of: run))
        #expect(remains.contains("start the server") && remains.contains("doctor"))
        #expect(!remains.contains("feeds build") && !remains.contains("media verify"), "\(remains)")
        var feeds = 0
        try await stage.withRedis { redis in
            for try await keys in redis.keys(matching: "feed:home:*") { feeds += keys.count }
        }
        #expect(feeds > 0)
        #expect(
            try await stage.number(
                "select count(*) from media_attachments where remote_url <> '' and file_file_name is not null") < cached
        )
        try await place.dropAside()
    }

    @Test func `another domain than the instance's is no leave to replace it`() async throws {
        let place = try await BackupStage.ready()
        _ = try await place.create("--parts", "database,secrets")
        let before = try await place.stage.snapshot()
        let other = try await place.stage.run("backup", "restore", "nonsense", "--yes")
        #expect(other.status == 66)
        let wrong = try await place.stage.run("backup", "restore", "latest", "--replace", "other.example", "--yes")
        #expect(wrong.status == 1)
        #expect(try await place.stage.snapshot().changedTables(from: before) == [])
    }
}
