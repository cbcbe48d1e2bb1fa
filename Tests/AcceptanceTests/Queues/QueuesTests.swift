import Faults
import Model
import Redis
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct QueuesTests {
    /// One server for all: its Redis has a populated queue.
    private func stage() async throws -> (Program, RedisConnection, TestInstance) {
        let instance = try await TestInstance.make(size: .empty)
        return (Program(for: instance), try await RedisConnection.connect(instance.redis), instance)
    }

    private static func job(_ worker: String, _ id: Int, queue: String = "push", more: String = "") -> RedisArgument {
        let host = id % 2 == 0 ? "dead.example" : "alive.example"
        return RedisArgument(
            #"{"class":"\#(worker)","args":["{}",1,"https://\#(host)/inbox"],"queue":"\#(queue)","jid":"j\#(id)","#
                + #""created_at":1700000000.5,"enqueued_at":1700000000500\#(more)}"#)
    }

    @Test func `queues, processes and schedules are told, and what waits too long ends with 1`() async throws {
        let (program, redis, instance) = try await stage()
        defer { withExtendedLifetime(instance) {} }
        try await redis.command(["SADD", "queues", "push", "mailers"])
        try await redis.command(["RPUSH", "queue:push", Self.job("DeliveryWorker", 1), Self.job("DeliveryWorker", 2)])
        let info =
            #"{"hostname":"h","concurrency":5,"pid":9,"queues":["push"],"version":"8.1.6","started_at":1700000000}"#
        try await redis.command(["SADD", "processes", "h:9:a"])
        try await redis.command([
            "HSET", "h:9:a", "info", RedisArgument(info), "busy", "1", "beat", "1", "quiet", "false",
        ])
        try await redis.command(["EXPIRE", "h:9:a", "60"])
        let run =
            #"{"queue":"push","run_at":1700000000,"payload":"{\"class\":\"SlowWorker\",\"jid\":\"s\",\"args\":[]}"}"#
        try await redis.command(["HSET", "h:9:a:work", "t1", RedisArgument(run)])
        try await redis.command([
            "HSET", "sidekiq-scheduler:last_times", "indexing_scheduler", "2026-11-28 10:00:00 +0000",
        ])
        await redis.close()
        let list = try await program.run(["queues", "list", "--format", "json"])
        let answer = try #require(JSONValue(parsing: list.output), "\(list)")
        #expect(answer["queues"]?.array?.first { $0["name"]?.string == "push" }?["size"]?.integer == 2)
        #expect(answer["busy"]?.integer == 1 && answer["threads"]?.integer == 5)
        let late = try await program.run(["queues", "latency", "--over", "1h", "--format", "ids"])
        #expect(late.status == 1 && late.output == "push\n", "\(late)")
        let processes = try await program.run(["queues", "processes"])
        #expect(processes.output.contains("h:9:a") && processes.output.contains("SlowWorker"), "\(processes)")
        let schedules = try await program.run(["queues", "schedules", "--format", "tsv"])
        #expect(schedules.output.contains("indexing_scheduler\t1 min\t2026-11-28T10:00:00Z\ton"), "\(schedules)")
    }

    @Test func `jobs are listed, deleted, given up and put back by what is true of them`() async throws {
        let (program, redis, instance) = try await stage()
        defer { withExtendedLifetime(instance) {} }
        let count = 1_200
        try await redis.command(["SADD", "queues", "push"])
        try await redis.command(["RPUSH", "queue:push"] + (1...count).map { Self.job("DeliveryWorker", $0) })
        let failed =
            #","error_class":"HTTP::TimeoutError","error_message":"read timeout","retry_count":3,"failed_at":1700000000"#
        try await redis.command(
            ["ZADD", "retry"]
                + (1...40).flatMap {
                    [RedisArgument($0), Self.job("ActivityPub::DeliveryWorker", 5_000 + $0, more: failed)]
                })
        try await redis.command(["ZADD", "dead", "1", Self.job("LinkCrawlWorker", 9_001, queue: "pull", more: failed)])
        try await redis.command([
            "ZADD", "schedule", "9999999999", Self.job("PublishScheduledStatusWorker", 8_001, queue: "default"),
        ])

        let shown = try await program.run([
            "queues", "show", "push", "--where", "host:dead.example", "--limit", "7", "--format", "ids",
        ])
        #expect(shown.output.split(separator: "\n").count == 7, "\(shown)")
        let retries = try await program.run([
            "queues", "retry", "list", "--where", "class:DeliveryWorker error:~TIMEOUT older:>2d", "--format", "jsonl",
        ])
        #expect(
            retries.output.split(separator: "\n").count == 40 && retries.output.contains(#""host":"dead.example""#),
            "\(retries)")
        #expect(try await program.run(["queues", "dead", "list", "--format", "ids"]).output == "j9001\n")
        #expect(try await program.run(["queues", "scheduled", "list", "--format", "ids"]).output == "j8001\n")

        let rehearsal = try await program.run([
            "queues", "delete", "--in", "queue:push", "--where", "host:dead.example", "--dry-run",
        ])
        #expect(rehearsal.output.hasPrefix("would have deleted 600 jobs"), "\(rehearsal)")
        #expect(try await redis.command(["LLEN", "queue:push"]).integer == 1_200)
        let deleted = try await program.run([
            "queues", "delete", "--in", "queue:push", "--where", "host:dead.example", "--yes",
        ])
        #expect(deleted.output.hasPrefix("deleted 600 jobs"), "\(deleted)")
        let rest = try await redis.command(["LRANGE", "queue:push", 0, -1]).texts ?? []
        #expect(rest.count == 600 && !rest.contains { $0.contains("dead.example") || $0.contains("mastoctl") })

        let killed = try await program.run(["queues", "kill", "--in", "retry", "--where", "host:dead.example", "--yes"])
        #expect(killed.output.hasPrefix("given up 20 jobs"), "\(killed)")
        #expect(try await redis.command(["ZCARD", "dead"]).integer == 21)
        let requeued = try await program.run(["queues", "requeue", "--where", "class:LinkCrawlWorker"])
        #expect(requeued.output.hasPrefix("put back 1 job"), "\(requeued)")
        let back = try await redis.command(["LRANGE", "queue:pull", 0, -1]).texts ?? []
        #expect(
            back.count == 1 && back[0].contains(#""retry_count":2"#) && !back[0].contains("1700000000500"), "\(back)")
        await redis.close()
    }

    @Test func `locks whose jobs are gone are found and let go, others stay`() async throws {
        let (program, redis, instance) = try await stage()
        defer { withExtendedLifetime(instance) {} }
        try await redis.command(["SADD", "queues", "push"])
        try await redis.command(["RPUSH", "queue:push", Self.job("DeliveryWorker", 1)])
        for (lock, job) in [("uniquejobs:held", "j1"), ("uniquejobs:gone", "j2")] {
            try await redis.command(["ZADD", "uniquejobs:digests", "1700000000", RedisArgument(lock)])
            try await redis.command(["SET", RedisArgument(lock), RedisArgument(job)])
            try await redis.command(["HSET", RedisArgument("\(lock):LOCKED"), RedisArgument(job), "1"])
        }
        let found = try await program.run(["queues", "locks"])
        #expect(found.status == 0 && found.output.contains("1 stale lock"), "\(found)")
        #expect(try await redis.command(["ZCARD", "uniquejobs:digests"]).integer == 2)
        let mended = try await program.run(["queues", "locks", "--delete", "--yes"])
        #expect(mended.status == 0 && mended.output.hasPrefix("let go 1 stale lock"), "\(mended)")
        #expect(try await redis.command(["ZRANGE", "uniquejobs:digests", 0, -1]).texts == ["uniquejobs:held"])
        #expect(try await redis.command(["EXISTS", "uniquejobs:gone", "uniquejobs:gone:LOCKED"]).integer == 0)
        await redis.close()
    }

    @Test func `through a read-only profile nothing is changed`() async throws {
        let (_, redis, instance) = try await stage()
        try await redis.command(["ZADD", "dead", "1", Self.job("LinkCrawlWorker", 1, queue: "pull")])
        let program = Program(["MASTOCTL_READ_ONLY": "false"])
        program.folder.make(
            "careful.toml",
            content: "env_file = \"\(instance.environmentFile)\"\nread_only = true\ntags = [\"hosted\"]\n")
        let profile = "\(program.folder.path)/careful.toml"
        let refused = try await program.run([
            "queues", "delete", "--profile", profile, "--where", "class:LinkCrawlWorker", "--yes",
        ])
        #expect(refused.status == 77 && refused.errors.contains("read_only"), "\(refused)")
        #expect(try await redis.command(["ZCARD", "dead"]).integer == 1)
        let rehearsal = try await program.run([
            "queues", "delete", "--profile", profile, "--where", "class:LinkCrawlWorker", "--dry-run",
        ])
        #expect(rehearsal.status == 0 && rehearsal.output.hasPrefix("would have deleted 1 job"), "\(rehearsal)")
        await redis.close()
    }
}
