import Faults
import Model
import Postgres
import Redis
import Sandbox
import Stores
import Support
import Testing

@testable import Operations

@Suite(.enabled(if: TestServers.areInstalled, "PostgreSQL and Redis are not installed")) struct MediaRefreshTests {
    private func withBench(
        _ release: MastodonRelease = .v4_6, redis: Redis.RedisSettings? = nil,
        _ body: (RefreshBench) async throws -> Void
    ) async throws {
        let bench = try await RefreshBench.make(release: release, redis: redis)
        try await body(bench)
        await bench.close()
    }

    @Test(arguments: [MastodonRelease.v4_3, .v4_4, .v4_5, .v4_6])
    func `what is remote and has no file is fetched, and how many came is told`(release: MastodonRelease) async throws {
        try await withBench(release) { bench in
            for id in Int64(1)...250 { try await bench.attach(id, to: 2) }
            try await bench.attach(300, to: 2, file: "there.png")
            try await bench.attach(301, to: 1, url: "")
            try await bench.attach(302, to: nil)
            let standIn = try await bench.standIn(version: release <= .v4_3 ? nil : "8.1.6") { id in
                switch id {
                case 10: .retried
                case 20: .dead
                default: .done
                }
            }
            try await standIn.start()
            let report = try await bench.run(MediaRefresh(RefreshSelection(.domain("a.example"))))
            #expect(report.lane == .jobs)
            #expect(report.changed == 248)
            #expect(report.bytes == 24_800)
            #expect(report.details == [.toBeTriedAgain: 1])
            #expect(report.failures.map(\.item) == ["media_attachments 20"])
            let taken = await standIn.taken
            #expect(taken.count == 250)
            #expect(taken.first?.hasPrefix(#"{"retry":3,"queue":"pull","args":["#) == true)
            try await standIn.stop()
        }
    }

    @Test func `of the domain blocks above an account the longest decides, and a suspension alone does not`()
        async throws
    {
        try await withBench { bench in
            for account in 2...6 { try await bench.attach(Int64(account), to: account) }
            try await bench.database.execute(
                """
                insert into domain_blocks (domain, severity, reject_media, created_at, updated_at)
                values
                    ('blocked.example', 2, true, now(), now()), ('ok.blocked.example', 0, false, now(), now()),
                    ('b.example', 1, false, now(), now()), ('example', 0, true, now(), now()),
                    ('a.example', 0, false, now(), now())
                """)
            let report = try await bench.run(MediaRefresh(RefreshSelection(.everywhere)), mode: .dryRun)
            #expect(report.changed == 4)
            let domain = try await bench.run(MediaRefresh(RefreshSelection(.domain("a.example"))), mode: .dryRun)
            #expect(domain.changed == 2)
            let account = try #require(Handle("USER4@B.example"))
            #expect(try await bench.run(MediaRefresh(RefreshSelection(.account(account))), mode: .dryRun).changed == 1)
        }
    }

    @Test func `days count by the id`() async throws {
        try await withBench { bench in
            try await bench.attach(Snowflake.first(at: UTCTime(UTCTime.now.seconds - 3 * 86_400)), to: 2)
            try await bench.attach(Snowflake.first(at: UTCTime(UTCTime.now.seconds - 86_400)), to: 2)
            let report = try await bench.run(MediaRefresh(RefreshSelection(.everywhere, days: 2)), mode: .dryRun)
            #expect(report.changed == 1)
        }
    }

    @Test func `force fetches what has its file, and a new name says that it came`() async throws {
        try await withBench { bench in
            try await bench.attach(1, to: 2, file: "old.png")
            let standIn = try await bench.standIn()
            try await standIn.start()
            let without = try await bench.run(MediaRefresh(RefreshSelection(.everywhere)))
            #expect(without.changed == 0)
            let report = try await bench.run(MediaRefresh(RefreshSelection(.everywhere, includesStored: true)))
            #expect(report.changed == 1)
            try await standIn.stop()
        }
    }

    @Test func `without a Sidekiq process nothing is pushed`() async throws {
        try await withBench { bench in
            try await bench.attach(1, to: 2)
            let fault = await #expect(throws: Fault.self) {
                _ = try await bench.run(MediaRefresh(RefreshSelection(.everywhere)))
            }
            #expect(fault?.kind == .unreachable)
            #expect(fault?.help?.contains("--no-wait") == true)
            #expect(try await bench.redis.command(["EXISTS", "queue:pull"]).integer == 0)
        }
    }

    @Test func `without waiting the jobs are left in the queue, with a warning when nobody takes them`() async throws {
        try await withBench { bench in
            for id in Int64(1)...3 { try await bench.attach(id, to: 2) }
            let report = try await bench.run(MediaRefresh(RefreshSelection(.everywhere), waits: false))
            #expect(report.changed == 3)
            #expect(report.deed == "queued")
            #expect(report.warnings.count == 1)
            #expect(try await bench.redis.command(["LLEN", "queue:pull"]).integer == 3)
        }
    }

    @Test func `a dry run touches no queue`() async throws {
        try await withBench { bench in
            try await bench.attach(1, to: 2)
            #expect(try await bench.run(MediaRefresh(RefreshSelection(.everywhere)), mode: .dryRun).changed == 1)
            #expect(try await bench.redis.command(["DBSIZE"]).integer == 0)
        }
    }

    @Test func `the queue is never longer than the limit`() async throws {
        try await withBench { bench in
            for id in Int64(1)...60 { try await bench.attach(id, to: 2) }
            let standIn = try await bench.standIn()
            try await standIn.start()
            let report = try await bench.run(
                MediaRefresh(RefreshSelection(.everywhere), queueLimit: 7), pace: Pace(concurrency: 4))
            #expect(report.changed == 60)
            #expect(await standIn.longestQueue <= 7)
            try await standIn.stop()
        }
    }

    @Test func `the namespace of an old server is kept`() async throws {
        try await withBench(.v4_3) { bench in
            try await bench.attach(1, to: 2)
            let standIn = try await bench.standIn(prefix: "masto:", version: nil)
            try await standIn.start()
            let report = try await bench.run(MediaRefresh(RefreshSelection(.everywhere)), namespace: "masto")
            #expect(report.changed == 1)
            try await standIn.stop()
        }
    }

    @Test func `an account nobody knows is a fault`() async throws {
        try await withBench { bench in
            let handle = try #require(Handle("who@a.example"))
            let fault = await #expect(throws: Fault.self) {
                _ = try await bench.run(MediaRefresh(RefreshSelection(.account(handle))))
            }
            #expect(fault?.kind == .noSuch)
        }
    }

    @Test func `when the only process ends the run says so, and the jobs stay in the queue`() async throws {
        try await withBench { bench in
            for id in Int64(1)...3 { try await bench.attach(id, to: 2) }
            let idle = SidekiqStandIn(bench.redis) { _, _ in
                try await Task.sleep(for: .seconds(3_600))
                return .done
            }
            try await idle.start()
            let run = Task { try await bench.run(MediaRefresh(RefreshSelection(.everywhere))) }
            while await idle.taken.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            try await idle.stop()
            let fault = await #expect(throws: Fault.self) { _ = try await run.value }
            #expect(fault?.kind == .unreachable)
            #expect(try await bench.redis.command(["LLEN", "queue:pull"]).integer == 2)
        }
    }

    @Test func `a signal leaves the jobs under way to the server`() async throws {
        try await withBench { bench in
            for id in Int64(1)...3 { try await bench.attach(id, to: 2) }
            let idle = SidekiqStandIn(bench.redis) { _, _ in
                try await Task.sleep(for: .seconds(3_600))
                return .done
            }
            try await idle.start()
            let stopping = Stopping()
            async let running = bench.run(MediaRefresh(RefreshSelection(.everywhere)), stopping: stopping)
            while await idle.taken.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            stopping.ask(.interrupted)
            let report = try await running
            #expect(report.details == [.leftToTheServer: 3])
            #expect(report.stopped == .interrupted)
            try await idle.stop()
        }
    }

    @Test func `a Redis that dies in the middle ends the run with a fault`() async throws {
        let folder = TemporaryFolder()
        let server = try await RedisServer.start(in: "\(folder.path)/redis")
        try await withBench(redis: Redis.RedisSettings(host: server.host, port: server.port)) { bench in
            for id in Int64(1)...3 { try await bench.attach(id, to: 2) }
            let idle = SidekiqStandIn(bench.redis) { _, _ in
                try await Task.sleep(for: .seconds(3_600))
                return .done
            }
            try await idle.start()
            var following = MediaRefresh(RefreshSelection(.everywhere))
            following.patience = 3
            let run = Task { [following] in try await bench.run(following) }
            while await idle.taken.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            await server.stop()
            let fault = await #expect(throws: Fault.self) { _ = try await run.value }
            #expect(fault?.message.contains("lost sight of 3 jobs") == true)
            try? await idle.stop()
        }
    }
}
