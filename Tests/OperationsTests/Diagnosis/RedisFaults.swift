import Glibc
import Model
import Stores

extension CheckFault {
    private static func configured(_ id: String, limit: Double? = nil, _ name: String, _ value: String, back: String)
        -> CheckFault
    {
        var fault = redis(id, limit: limit, [["CONFIG", "SET", name, value]])
        fault.undo = { stage, _, number in try await stage.tell([["CONFIG", "SET", name, back]], redis: number) }
        return fault
    }

    private static func job(_ worker: String, queue: String = "default", ago seconds: Double = 0, more: String = "")
        -> String
    {
        let since = UTCTime.now.seconds - seconds
        return
            #"{"class":"\#(worker)","args":["{}",1,"https://dead.example/inbox"],"queue":"\#(queue)","jid":"\#(worker)\#(seconds)","#
            + #""created_at":\#(since),"enqueued_at":\#(Int64(since * 1_000))\#(more)}"#
    }

    private static func late(_ id: String, _ queue: String) -> CheckFault {
        redis(id, [["SADD", "queues", queue], ["RPUSH", "queue:\(queue)", job("Worker", queue: queue, ago: 50_000)]])
    }

    private static func worker(_ id: String, _ identity: String, _ told: String, _ fields: [String] = []) -> [[String]]
    {
        let info =
            #"{"hostname":"h","started_at":1700000000,"pid":1,"concurrency":5,"identity":"\#(identity)",\#(told)}"#
        return [
            ["SADD", "processes", identity],
            ["HSET", identity, "info", info, "busy", "0", "beat", "1", "quiet", "false"] + fields,
            ["EXPIRE", identity, "86400"],
        ]
    }

    static let redisServers: [CheckFault] = [
        variables("redis.reachable", ["CACHE_REDIS_URL": "redis://127.0.0.1:1/0"]),
        CheckFault(
            id: "redis.writable",
            make: { stage, _, number in
                try await stage.tell([["CONFIG", "SET", "min-replicas-to-write", "1"]], redis: number)
            },
            undo: { stage, _, number in
                try await stage.tell([["CONFIG", "SET", "min-replicas-to-write", "0"]], redis: number)
            }),
        CheckFault(
            id: "redis.read-only",
            make: { stage, _, number in
                try await stage.tell([["REPLICAOF", "127.0.0.1", "1"]], redis: number)
            }, undo: { stage, _, number in try await stage.tell([["REPLICAOF", "NO", "ONE"]], redis: number) }),
        configured("redis.eviction", "maxmemory-policy", "allkeys-lru", back: "noeviction"),
        configured("redis.memory", limit: 1, "maxmemory", "50mb", back: "0"), limit("redis.version", 99),
        limit("redis.latency", -1), limit("redis.clients", -1),
        limit("redis.last-save-age", -1e9), limit("redis.fragmentation", -1), limit("redis.evicted", -1),
        limit("redis.rejected-clients", -1),
        configured("redis.no-persistence", limit: -1, "appendonly", "no", back: "yes"),
        CheckFault(
            id: "redis.exposed",
            make: { stage, _, number in
                try await stage.awaitNoChild(redis: number)
                try await stage.tell(
                    [["CONFIG", "SET", "protected-mode", "no"], ["CONFIG", "SET", "bind", "*"]], redis: number)
            },
            undo: { stage, _, number in
                try await stage.awaitNoChild(redis: number)
                try await stage.tell(
                    [["CONFIG", "SET", "bind", "127.0.0.1"], ["CONFIG", "SET", "protected-mode", "yes"]], redis: number)
            }),
        redis("redis.shared-db", (1...20).map { ["ZADD", "feed:home:77777\($0)", "1", "1"] }),
        redis("redis.feeds-inactive", limit: -1, (1...120).map { ["ZADD", "feed:home:88888\($0)", "1", "1"] }),
        redis("redis.locks-dangling", limit: 2, [["ZADD", "uniquejobs:digests", "1", "a", "2", "b", "3", "c"]]),
        redis("redis.chewy-backlog", limit: 1, [["SADD", "chewy:queue:AccountsIndex", "1", "2", "3"]]),
        redis("redis.cache-no-ttl", (1...30).map { ["SET", "cache:page\($0)", "x"] }),
    ]

    static let jobs: [CheckFault] = [
        late("sidekiq.latency-default", "default"), late("sidekiq.latency-mailers", "mailers"),
        late("sidekiq.latency-push", "ingress"), late("sidekiq.latency-pull", "pull"),
        late("sidekiq.latency-scheduler", "scheduler"),
        redis(
            "sidekiq.failure-rate",
            [
                ["SET", "stat:processed:\("\(UTCTime.now)".prefix(10))", "5000"],
                ["SET", "stat:failed:\("\(UTCTime.now)".prefix(10))", "4000"],
            ]),
        redis(
            "sidekiq.error-cluster",
            [["ZADD", "retry", "1", job("PushWorker", more: #","error_class":"NoMethodError","error_message":"x""#)]]),
        redis(
            "sidekiq.retry-host", limit: 2,
            (1...5).map { ["ZADD", "retry", "\($0)", job("DeliveryWorker", ago: Double($0))] }),
        limit("sidekiq.retries-many", 1), limit("sidekiq.dead-near-limit", 0),
        redis(
            "sidekiq.flood", limit: 3,
            (1...20).map { ["LPUSH", "queue:pull", job("LinkCrawlWorker", queue: "pull", ago: Double($0))] }),
        redis(
            "sidekiq.unknown-queue", [["SADD", "queues", "odd"], ["LPUSH", "queue:odd", job("Odd", queue: "odd")]]),
        redis(
            "mail.failing-jobs", limit: 1,
            (1...3).map { ["ZADD", "retry", "\($0)", job("UserMailer", queue: "mailers", ago: Double($0))] }),
        redis("people.webhooks-failing", [["ZADD", "retry", "1", job("Webhooks::DeliveryWorker")]]),
        redis("sched.disabled", [["HSET", "sidekiq-scheduler:states", "vacuum_scheduler", #"{"enabled":false}"#]]),
        redis(
            "sched.never",
            [["HSET", "sidekiq-scheduler:last_times", "indexing_scheduler", "2020-01-01 00:00:00 +0000"]]),
        redis("fed.outbound", limit: 2, (1...5).map { ["SADD", "exhausted_deliveries:h\($0).example", "20261128"] }),
        redis("sidekiq.scheduler-twice", worker("", "two:1:a", #""queues":["scheduler"],"version":"8.1.6""#)),
        redis("sidekiq.quiet", worker("", "old:1:a", #""queues":["default"],"version":"8.1.6""#, ["quiet", "true"])),
        redis("sidekiq.memory", worker("", "fat:1:a", #""queues":["default"],"version":"8.1.6""#, ["rss", "9000000"])),
        CheckFault(id: "sidekiq.concurrency-pool", environment: ["DB_POOL": "2"]),
        redis("sidekiq.versions-mixed", worker("", "odd:1:a", #""queues":["default"],"version":"7.3.9""#)),
        redis(
            "sidekiq.stuck-job",
            [
                [
                    "HSET", "web:77:a:work", "t1",
                    #"{"queue":"default","payload":\#(JSONValue.string(job("SlowWorker")).text),"run_at":1700000000}"#,
                ]
            ]),
        redis(
            "sidekiq.saturated",
            [["DEL", "fat:1:a", "old:1:a", "odd:1:a", "two:1:a"], ["HSET", "web:77:a", "busy", "5"]]
                + (1...20).map { ["RPUSH", "queue:default", job("Worker", ago: 9_000 + Double($0))] }),
        redis(
            "sidekiq.queue-unserved",
            [
                [
                    "HSET", "web:77:a", "info",
                    #"{"hostname":"h","started_at":1,"pid":1,"concurrency":5,"queues":["default"]}"#,
                ]
            ]),
        redis("sidekiq.none", [["DEL", "web:77:a"]]),
    ]
}
