import Model
import Redis
import Support
import Testing

@testable import Stores

@Suite(.enabled(if: TestServers.areInstalled, "PostgreSQL and Redis are not installed")) struct JobStoreTests {
    private let purge = SidekiqWorker(
        "Admin::DomainPurgeWorker", queue: "pull",
        options: [.init("lock", "until_executed"), .init("lock_ttl", 604_800)])

    private func withStore(
        _ namespace: String? = nil, _ release: MastodonRelease = .v4_6,
        _ body: (JobStore<ReadWrite>, RedisConnection) async throws -> Void
    ) async throws {
        let settings = try await TestServers.shared.redisSettings()
        let redis = try await RedisConnection.connect(settings)
        let source = LazyRedis(settings)
        try await body(
            JobStore(source, release: release, namespace: RedisNamespace(namespace, release: release)), redis)
        await source.close()
        await redis.close()
    }

    /// Sends jobs as a change that owes them does.
    private func deliver(
        _ jobs: [SidekiqJob], in delay: Double = 0, limit: Int? = nil, at time: UTCTime, to store: JobStore<ReadWrite>,
        mark: String = "mark \(UInt64.random(in: 0 ... .max))"
    ) async throws -> Delivered {
        var aftermath = Aftermath()
        for job in jobs { aftermath.push(job, in: delay) }
        return try await store.deliver(
            store.outgoing(aftermath.pushes, at: time, []), mark: mark, at: time, limit: limit)
    }

    @Test func `jobs are taken in the order in which they were pushed`() async throws {
        try await withStore { store, redis in
            let jobs = (1...3).map { SidekiqJob(.redownloadMedia, [.integer($0)]) }
            let pushed = try await deliver(jobs, at: UTCTime(1), to: store, mark: "once")
            #expect(pushed == .queued(held: []))
            #expect(try await deliver(jobs, at: UTCTime(1), to: store, mark: "once") == .queued(held: []))
            #expect(try await redis.command(["SMEMBERS", "queues"]).texts == ["pull"])
            for job in jobs {
                #expect(
                    try await redis.command(["RPOP", "queue:pull"]).text
                        == job.payload(at: UTCTime(1), in: SidekiqDialect(writesMilliseconds: true)))
            }
        }
    }

    @Test func `a push that would pass the bound is refused whole`() async throws {
        try await withStore { store, _ in
            let jobs = (1...3).map { SidekiqJob(.redownloadMedia, [.integer($0)]) }
            let pushed = try await deliver(jobs, limit: 5, at: UTCTime(1), to: store)
            #expect(pushed == .queued(held: []))
            #expect(try await deliver(jobs, limit: 5, at: UTCTime(1), to: store, mark: "m") == .noRoom(waiting: 3))
            #expect(try await store.waiting(in: "pull") == 3)
            // What found no room was not done, so that the same may be sent again.
            let two = Array(jobs.prefix(2))
            #expect(try await deliver(two, limit: 5, at: UTCTime(1), to: store, mark: "m") == .queued(held: []))
            #expect(try await store.waiting(in: "pull") == 5)
        }
    }

    @Test func `a job whose lock is held is not pushed, and told`() async throws {
        try await withStore { store, redis in
            let held = SidekiqJob(purge, ["beta.example"])
            let free = SidekiqJob(purge, ["alpha.example"])
            try await redis.command([
                "HSET", "uniquejobs:ad2fc6ab3bb3bf3a2494e7f5cb3b3652:LOCKED", "009171c4e9cad78b33d3a757", "1.5",
            ])
            let delivered = try await deliver([held, free], at: UTCTime(1), to: store)
            #expect(delivered.held.compactMap { $0.lock?.job } == [held.id])
            #expect(try await store.waiting(in: "pull") == 1)
            let later = try await deliver([held], in: 8, at: UTCTime(1), to: store)
            #expect(later.held.compactMap { $0.lock?.job } == [held.id])
        }
    }

    /// The keys are those that the server had after its own push.
    @Test func `a pushed job holds its lock as one of the server's own does`() async throws {
        try await withStore { store, redis in
            let lock = "uniquejobs:ad2fc6ab3bb3bf3a2494e7f5cb3b3652"
            let job = SidekiqJob(purge, ["beta.example"])
            let later = SidekiqJob(purge, ["alpha.example"])
            _ = try await deliver([job, SidekiqJob(.redownloadMedia, [1])], at: UTCTime(1.5), to: store)
            _ = try await deliver([later], in: 7.5, at: UTCTime(1.5), to: store)
            #expect(try await redis.command(["GET", RedisArgument(lock)]).text == job.id)
            #expect(try await redis.command(["HGETALL", RedisArgument("\(lock):LOCKED")]).texts == [job.id, "1.5"])
            for key in [lock, "\(lock):LOCKED"] {
                #expect(try await redis.command(["TTL", RedisArgument(key)]).integer ?? 0 > 604_790)
            }
            let locks = try await redis.command(["ZRANGE", "uniquejobs:digests", 0, -1]).texts ?? []
            #expect(Set(locks) == Set([job.lock, later.lock].compactMap { $0 }))
            #expect(try await deliver([job], at: UTCTime(2), to: store).held.compactMap { $0.lock?.job } == [job.id])
            #expect(try await store.waiting(in: "pull") == 2)
        }
    }

    @Test func `a job for later waits in the schedule with its time`() async throws {
        try await withStore { store, redis in
            let job = SidekiqJob(.redownloadMedia, [1])
            _ = try await deliver([job], in: 1_795_238_736.5, at: UTCTime(1), to: store)
            let entry = try await redis.command(["ZRANGE", "schedule", 0, -1, "WITHSCORES"]).texts ?? []
            #expect(entry.last == "1795238737.5")
            #expect(entry.first?.contains("enqueued_at") == false)
            #expect(try await store.failed([job.id], of: .redownloadMedia) == [job.id: .enqueued])
        }
    }

    @Test func `a namespace is kept, and seconds are written, up to 4_3`() async throws {
        try await withStore("masto", .v4_3) { store, redis in
            let job = SidekiqJob(.redownloadMedia, [1])
            _ = try await deliver([job], at: UTCTime(1.5), to: store)
            #expect(try await redis.command(["SMEMBERS", "masto:queues"]).texts == ["pull"])
            let text = try await redis.command(["LINDEX", "masto:queue:pull", 0]).text ?? ""
            #expect(text.contains(#""enqueued_at":1.5}"#))
        }
    }

    @Test func `processes tell their version and queues, and those that are gone are not told`() async throws {
        try await withStore { store, redis in
            let standIn = SidekiqStandIn(redis, version: "8.0.9") { _, _ in .done }
            try await standIn.start()
            try await redis.command(["SADD", "processes", "gone:1:abc"])
            let processes = try await store.processes()
            #expect(processes.map(\.version) == ["8.0.9"])
            #expect(processes.first?.queues == ["pull"])
            try await standIn.stop()
            #expect(try await store.processes() == [])
        }
    }

    @Test func `a process whose word never expires is none`() async throws {
        try await withStore { store, redis in
            try await redis.command(["SADD", "processes", "left:1:abc"])
            try await redis.command([
                "HSET", "left:1:abc", "info", #"{"queues":["pull"]}"#, "beat", "1.0", "quiet", "false",
            ])
            #expect(try await store.processes() == [])
            try await redis.command(["EXPIRE", "left:1:abc", 60])
            #expect(try await store.processes().map(\.identity) == ["left:1:abc"])
        }
    }

    @Test func `a job is seen where it is`() async throws {
        try await withStore { store, redis in
            let jobs = (1...4).map { SidekiqJob(.redownloadMedia, [.integer($0)]) }
            _ = try await deliver([jobs[0]], at: UTCTime(1), to: store)
            let text = jobs.map { $0.payload(at: UTCTime(1), in: SidekiqDialect(writesMilliseconds: true)) }
            try await redis.command(["ZADD", "retry", 5, RedisArgument(text[1])])
            try await redis.command(["ZADD", "dead", 5, RedisArgument(text[2])])
            let ids = Set(jobs.map(\.id))
            #expect(try await store.look(for: ids, in: "pull").enqueued == [jobs[0].id])
            #expect(
                try await store.failed(ids, of: .redownloadMedia) == [jobs[1].id: .retried, jobs[2].id: .dead])
        }
    }
}
