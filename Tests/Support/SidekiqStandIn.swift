import Model
import Redis

/// A stand-in for a Sidekiq process: it takes jobs from one queue and tells of itself as a process does, without Ruby.
///
/// Its heartbeat comes with each round, not every ten seconds.
package actor SidekiqStandIn {
    package enum Ending: Sendable { case done, retried, dead }
    package typealias Work = @Sendable (_ class: String, _ id: Int64) async throws -> Ending

    private let redis: RedisConnection
    private let prefix: String
    private let version: String?
    private let queue: String
    private let work: Work
    private var loop: Task<Void, any Error>?
    private var beat = 1_000.0
    /// Jobs taken so far, as they were in the queue.
    package private(set) var taken: [String] = []
    /// The most jobs it saw waiting at once.
    package private(set) var longestQueue = 0

    /// - Parameter version: nil for one before 7, which does not tell.
    package init(
        _ redis: RedisConnection, queue: String = "pull", prefix: String = "", version: String? = "8.1.6",
        work: @escaping Work
    ) {
        self.redis = redis
        self.queue = queue
        self.prefix = prefix
        self.version = version
        self.work = work
    }

    private var identity: String { "standin:1:abc" }

    /// Signs on and begins to take jobs.
    package func start() async throws {
        try await tell(nil)
        loop = Task { while !Task.isCancelled { try await self.round() } }
    }

    /// Goes as a process that is killed does, but its key expires at once.
    package func stop() async throws {
        loop?.cancel()
        _ = try? await loop?.value
        _ = try await redis.pipeline([
            ["DEL", RedisArgument(prefix + identity)],
            ["SREM", RedisArgument("\(prefix)processes"), RedisArgument(identity)],
        ])
    }

    private func round() async throws {
        let key = RedisArgument("\(prefix)queue:\(queue)")
        let length = try await redis.command(["LLEN", key]).integer ?? 0
        longestQueue = max(longestQueue, Int(length))
        guard let job = try await redis.command(["RPOP", key]).text else {
            try await tell(nil)
            try await Task.sleep(for: .milliseconds(5))
            return
        }
        taken.append(job)
        try await tell(job)
        let told = JSONValue(parsing: job)
        let id = told?["args"]?.array?.first?.integer ?? 0
        switch try await work(told?["class"]?.string ?? "", id) {
        case .done: break
        case .retried:
            try await redis.command(["ZADD", RedisArgument("\(prefix)retry"), 2_000_000_000, RedisArgument(job)])
        case .dead: try await redis.command(["ZADD", RedisArgument("\(prefix)dead"), 1, RedisArgument(job)])
        }
    }

    private func tell(_ job: String?) async throws {
        beat += 1
        var members: [JSONValue.Member] = [
            .init("hostname", "standin"), .init("pid", 1), .init("concurrency", 1),
            .init("queues", .array([.string(queue)])), .init("identity", .string(identity)),
        ]
        if let version { members.append(.init("version", .string(version))) }
        let key = RedisArgument(prefix + identity)
        let busy = RedisArgument("\(prefix)\(identity):work")
        var commands: [[RedisArgument]] = [
            ["SADD", RedisArgument("\(prefix)processes"), RedisArgument(identity)],
            [
                "HSET", key, "info", RedisArgument(JSONValue.object(members).text), "beat", RedisArgument(beat),
                "quiet",
                "false",
            ],
            ["EXPIRE", key, 60], ["DEL", busy],
        ]
        if let job {
            let entry: JSONValue = .object([.init("queue", .string(queue)), .init("payload", .string(job))])
            commands.append(["HSET", busy, "thread", RedisArgument(entry.text)])
        }
        _ = try await redis.pipeline(commands)
    }
}
