import Glibc
import Postgres
import Support
import Testing

/// Two runs of the same work at once.
@Suite(.enabled(if: TestServers.areInstalled))
struct TwoRunsTests {
    private static let remote: Statement =
        "select count(*) from media_attachments where remote_url <> '' and file_file_name <> ''"

    @Test func `the second run says who holds the lock and since when, and a killed run frees it`() async throws {
        let stage = try await Stage.pictures(400, on: .filesystem)
        let first = try stage.start(["media", "remove", "--rate", "1"])
        try await Self.awaitLock(on: stage)
        // Nobody who waits for older transactions, such as pg_repack, waits for the run.
        try await untilTrue("the lock is held in no transaction") {
            try await stage.number(
                """
                select count(*)
                from pg_locks
                join pg_stat_activity using (pid)
                where locktype = 'advisory' and datname = current_database() and xact_start is null
                """) == 1
        }

        let second = try await stage.run("media", "remove")
        #expect(second.status == 75)
        #expect(second.conversation.contains("held by mastoctl media remove (pid \(first.id)) on "))
        #expect(second.conversation.contains(" since 20"))

        let patient = try await stage.run("media", "remove", "--lock-wait", "1s")
        #expect(patient.status == 75)
        #expect(patient.seconds >= 1)

        first.send(SIGKILL)
        _ = await first.end()
        let third = try await stage.run("media", "remove", "--lock-wait", "60s")
        #expect(third.status == 0, "\(third.conversation)")
        #expect(try await stage.number(Self.remote) == 0)
    }

    @Test func `a run that waits for the lock goes on when it is free, and a signal ends the waiting`() async throws {
        let stage = try await Stage.pictures(400, on: .filesystem)
        let first = try stage.start(["media", "remove", "--rate", "1"])
        try await Self.awaitLock(on: stage)
        let waiting = try stage.start(["media", "remove", "--lock-wait", "5m"])
        let stopped = try stage.start(["media", "remove", "--lock-wait", "5m"])
        // Each waits in a session of its own, and in no transaction, which others would have to wait for.
        try await untilTrue("three runs ask for the lock") {
            try await stage.number(
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and state = 'idle'
                    and application_name like 'mastoctl media remove (pid %'
                """) == 3
        }
        stopped.send(SIGINT)
        let stop = await stopped.end()
        #expect(stop.status == 130, "\(stop)")
        first.send(SIGINT)
        #expect(await first.end().status == 130)
        let run = await waiting.end()
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.number(Self.remote) == 0)
    }

    @Test func `six shards get through a pool of three, and behind it runs keep each other out too`() async throws {
        let stage = try await Stage.pictures(120, on: .filesystem)
        let port = stage.settings["DB_PORT"].flatMap { Int($0) } ?? 0
        guard let pooler = try await Pooler.start(before: port, size: 3) else { return }
        let pooled = stage.with(["DB_PORT": "\(pooler.port)", "PREPARED_STATEMENTS": "false"])
        let runs = try (1...6).map { try pooled.start(["media", "remove", "--shard", "\($0)/6", "--rate", "4"]) }
        // A minute for all of them together.
        await withTaskGroup { group in
            for run in runs { group.addTask { await run.end(patience: .seconds(60)) } }
            for await end in group { #expect(end.status == 0, "\(end.conversation)") }
        }
        #expect(try await stage.number(Self.remote) == 0)

        let more = try await Stage.pictures(200, on: .filesystem)
        let morePooled = more.with(["DB_PORT": "\(pooler.port)", "PREPARED_STATEMENTS": "false"])
        let left = try await more.number(Self.remote)
        let first = try morePooled.start(["media", "remove", "--rate", "1"])
        try await untilTrue("the first has begun") { try await more.number(Self.remote) < left }
        // Between batches it holds no session of the server's.
        try await untilTrue("no transaction is open") {
            try await more.number(
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and state like 'idle in transaction%'
                """) == 0
        }
        for stage in [morePooled, more] {
            let second = try await stage.run("media", "remove")
            #expect(second.status == 75, "\(second.conversation)")
            #expect(second.conversation.contains("held by mastoctl media remove (pid "))
        }
        first.send(SIGINT)
        #expect(await first.end().status == 130)
        #expect(try await more.run("media", "remove").status == 0)
        #expect(try await more.number(Self.remote) == 0)
        await pooler.stop()
    }

    @Test func `two shards run at the same time and do everything once`() async throws {
        let stage = try await Stage.pictures(400, on: .filesystem)
        let before = try await stage.snapshot()
        let count = try await stage.number(Self.remote)
        let doomed = try await stage.mediaFolders(where: "item.remote_url <> ''")
        let first = try stage.start(["media", "remove", "--shard", "1/2", "--format", "json"])
        let second = try stage.start(["media", "remove", "--shard", "2/2", "--format", "json"])
        let runs = [await first.end(), await second.end()]
        var changed = 0
        for run in runs {
            #expect(run.status == 0, "\(run.conversation)")
            changed += try await stage.figure("changed", of: run).flatMap { Int($0) } ?? 0
        }
        #expect(changed == count)
        #expect(try await stage.number(Self.remote) == 0)
        #expect(try await stage.snapshot().lost(since: before) == before.objects.keys.inFolders(doomed))
    }

    private static func awaitLock(on stage: Stage) async throws {
        try await untilTrue("a run holds the lock") {
            try await stage.number(
                """
                select count(*) from pg_locks
                where locktype = 'advisory' and granted
                    and database = (select oid from pg_database where datname = current_database())
                """) > 0
        }
    }
}
