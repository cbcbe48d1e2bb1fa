import Postgres
import Support
import Testing

/// A database that is not there, not whole, not ours to write, or goes away.
@Suite(.enabled(if: TestServers.areInstalled))
struct DatabaseFaultTests {
    @Test func `settings that lead nowhere are told apart and change nothing`() async throws {
        let stage = try await Stage.pictures(10, on: .filesystem)
        let refusing = FaultProxy(upstream: nil, speaksHTTP: false)
        refusing.fail(.refuse, times: .max)
        let cases: [([String: String], Int32, String)] = [
            (["DB_HOST": "nowhere.invalid"], 69, "cannot reach PostgreSQL at nowhere.invalid"),
            (["DB_PORT": "\(refusing.port)"], 69, "PostgreSQL at 127.0.0.1:\(refusing.port)"),
            (["DB_NAME": "nothing_here"], 78, "no such database"),
            (["DB_USER": "nobody_known", "DB_PASS": "hunter2"], 77, "refused the role"),
            (["DB_NAME": "postgres"], 78, "not a Mastodon server's"),
        ]
        let before = try await stage.snapshot()
        for (changes, status, words) in cases {
            let run = try await stage.with(changes).run("media", "remove")
            #expect(run.status == status, "\(changes): \(run.conversation)")
            #expect(run.conversation.contains(words), "\(run.conversation)")
            #expect(!run.conversation.contains("hunter2"))
        }
        #expect(try await stage.snapshot() == before)
    }

    @Test func `a half-migrated or unknown schema is read but not written`() async throws {
        let stage = try await Stage.pictures(10, on: .filesystem)
        let before = try await stage.snapshot()
        try await stage.execute("insert into schema_migrations (version) values ('20990101000000')")
        let unknown = try await stage.run("media", "remove")
        #expect(unknown.status == 78, "\(unknown.conversation)")
        #expect(unknown.conversation.contains("--allow-schema 20990101000000"))
        #expect(try await stage.run("media", "remove", "--allow-schema", "20980101000000").status == 78)
        #expect(try await stage.run("media", "remove", "--dry-run").status == 0)
        #expect(try await stage.snapshot().changedTables(from: before) == ["schema_migrations"])
        #expect(try await stage.run("media", "remove", "--limit", "1", "--allow-schema", "20990101000000").status == 0)

        try await stage.execute("delete from schema_migrations where version = '20990101000000'")
        try await stage.execute("alter table media_attachments rename column thumbnail_remote_url to lost")
        let halved = try await stage.run("media", "remove")
        #expect(halved.status == 78, "\(halved.conversation)")
        #expect(halved.conversation.contains("media_attachments.thumbnail_remote_url"))
        try await stage.execute("alter table media_attachments rename column file_file_name to also_lost")
        #expect(try await stage.run("media", "remove", "--dry-run").status == 78)
        try await stage.execute("alter table media_attachments rename to gone")
        #expect(try await stage.run("media", "remove").status == 78)
    }

    @Test func `a role that may only read changes nothing`() async throws {
        let stage = try await Stage.pictures(10, on: .filesystem)
        let role = "reader_\(UInt32.random(in: 0 ... .max))"
        try await stage.execute("create role \(identifier: role) login")
        try await stage.execute("grant select on all tables in schema public to \(identifier: role)")
        let before = try await stage.snapshot()
        let reading = stage.with(["DB_USER": role])
        #expect(try await reading.run("media", "remove", "--dry-run").status == 0)
        for words in [["media", "remove"], ["media", "remove", "--prune-profiles", "--days", "0"]] {
            let run = try await reading.start(words).end()
            #expect(run.status == 77, "\(run.conversation)")
        }
        #expect(try await stage.snapshot() == before)
        #expect(stage.journals.isEmpty)
        try await stage.execute("drop owned by \(identifier: role)")
        try await stage.execute("drop role \(identifier: role)")
    }

    @Test func `a database that is read-only by default is not written`() async throws {
        let stage = try await Stage.pictures(10, on: .filesystem)
        let before = try await stage.snapshot()
        try await stage.execute(
            "alter database \(identifier: stage.settings["DB_NAME"] ?? "") set default_transaction_read_only = on")
        let run = try await stage.run("media", "remove")
        #expect(run.status == 77, "\(run.conversation)")
        #expect(try await stage.snapshot() == before)
        #expect(stage.journals.isEmpty)
    }

    @Test func `connections cut at any point leave nothing a further run cannot finish`() async throws {
        let stage = try await Stage.pictures(300, on: .filesystem)
        let before = try await stage.snapshot()
        let doomed = try await stage.mediaFolders(where: "item.remote_url <> ''")
        let port = stage.settings["DB_PORT"].flatMap { Int($0) } ?? 0
        for connection in 0..<4 {
            for bytes in [600, 4_000, 120_000] {
                let proxy = FaultProxy(upstream: port, speaksHTTP: false)
                proxy.fail(.cut(afterBytes: bytes), skipping: connection)
                let run = try await stage.with(["DB_PORT": "\(proxy.port)"])
                    .run("media", "remove", "--limit", "12", "--concurrency", "2")
                #expect([0, 69].contains(run.status), "\(connection), \(bytes): \(run.conversation)")
                let missing = try await stage.namedOriginals().subtracting(stage.objects().keys)
                #expect(missing.isEmpty, "\(connection), \(bytes)")
                proxy.stop()
            }
        }
        let run = try await stage.run("media", "remove")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.snapshot().lost(since: before) == before.objects.keys.inFolders(doomed))
        #expect(stage.journals.isEmpty)
    }

    @Test func `a slow line and a pooler in transaction mode are good enough`() async throws {
        let stage = try await Stage.pictures(40, on: .filesystem)
        let port = stage.settings["DB_PORT"].flatMap { Int($0) } ?? 0
        let proxy = FaultProxy(upstream: port, speaksHTTP: false)
        proxy.fail(.slow(bytesPerSecond: 200_000), times: .max)
        let slow = try await stage.with(["DB_PORT": "\(proxy.port)"]).run("media", "remove", "--limit", "5")
        #expect(slow.status == 0, "\(slow.conversation)")

        guard let pooler = try await Pooler.start(before: port) else { return }
        let before = try await stage.snapshot()
        let doomed = try await stage.mediaFolders(where: "item.remote_url <> '' and item.file_file_name <> ''")
        let pooled = stage.with(["DB_PORT": "\(pooler.port)", "PREPARED_STATEMENTS": "false"])
        let run = try await pooled.run("media", "remove")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await pooled.run("media", "remove-orphans", "--min-age", "0s").status == 0)
        #expect(try await stage.snapshot().lost(since: before) == before.objects.keys.inFolders(doomed))
        await pooler.stop()
    }

    @Test func `a replica that does not answer is warned of, and the primary is read`() async throws {
        let stage = try await Stage.pictures(10, on: .filesystem)
        let fresh = stage.with(["REPLICA_DB_NAME": stage.settings["DB_NAME"] ?? ""])
        let read = try await fresh.run("media", "remove", "--dry-run")
        #expect(read.status == 0 && !read.conversation.contains("replica"), "\(read.conversation)")
        let broken = try await stage.with(["REPLICA_DB_PORT": "1", "REPLICA_DB_NAME": stage.settings["DB_NAME"] ?? ""])
            .run("media", "remove")
        #expect(broken.status == 0, "\(broken.conversation)")
        #expect(broken.conversation.contains("reading from the primary: the replica at 127.0.0.1:1"))
        #expect(
            try await stage.number(
                "select count(*) from media_attachments where remote_url <> '' and file_file_name <> ''") == 0)
    }
}
