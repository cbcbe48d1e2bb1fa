import Model
import Redis

extension JobStore {
    /// Queues with their ages, processes with what they are at, and how much waits elsewhere; three round trips.
    ///
    /// - Throws: `RedisError`.
    package func workload(at now: UTCTime) async throws -> Workload {
        let redis = try await connection()
        let day = String("\(now)".prefix(10))
        let first = try await redis.pipeline([
            ["SMEMBERS", RedisArgument(names.queues)], ["SMEMBERS", RedisArgument(names.processes)],
            ["ZCARD", RedisArgument(names.schedule)], ["ZCARD", RedisArgument(names.retries)],
            ["ZCARD", RedisArgument(names.dead)], ["GET", RedisArgument("\(names.prefix)stat:processed:\(day)")],
            ["GET", RedisArgument("\(names.prefix)stat:failed:\(day)")],
        ])
        if case .error(let error)? = first.first { throw error }
        func number(_ index: Int) -> Int { Int(first[index].integer ?? 0) }
        let queues = (first[0].texts ?? []).sorted()
        let identities = (first[1].texts ?? []).sorted()
        return Workload(
            queues: try await self.queues(queues, redis, at: now), workers: try await workers(identities, redis),
            runs: try await runs(of: identities, redis), scheduled: number(2), retries: number(3), dead: number(4),
            processedToday: number(5), failedToday: number(6))
    }

    private func queues(
        _ queues: [String], _ redis: RedisConnection, at now: UTCTime
    ) async throws -> [Workload.Queue] {
        // The next job of a queue stands at its end.
        let answers = try await redis.pipeline(
            queues.flatMap { queue -> [[RedisArgument]] in
                let key = RedisArgument(names.queue(queue))
                return [["LLEN", key], ["LINDEX", key, -1]]
            })
        return queues.enumerated().map { index, name in
            let since = answers[index * 2 + 1].text.flatMap { JobRecord(parsing: $0)?.since }
            return Workload.Queue(
                name: name, size: Int(answers[index * 2].integer ?? 0), latency: since.map { max(now.seconds - $0, 0) })
        }
    }

    /// Those whose heartbeat has not expired.
    private func workers(_ identities: [String], _ redis: RedisConnection) async throws -> [Workload.Worker] {
        let fields: [RedisArgument] = ["info", "busy", "beat", "quiet", "rss"]
        let answers = try await redis.pipeline(
            identities.flatMap { identity -> [[RedisArgument]] in
                let key = RedisArgument(names.process(identity))
                return [["HMGET", key] + fields, ["PTTL", key]]
            })
        return identities.enumerated().compactMap { index, identity in
            guard let told = answers[index * 2].array, told.count == fields.count,
                let left = answers[index * 2 + 1].integer, left > 0,
                let info = told[0].text.flatMap({ JSONValue(parsing: $0) })
            else { return nil }
            return Workload.Worker(
                identity: identity, info: info, busy: Int(told[1].integer ?? 0), isQuiet: told[3].text == "true",
                beat: told[2].text.flatMap { Double($0) }, memory: told[4].integer.map { $0 * 1_024 })
        }
    }

    private func runs(of identities: [String], _ redis: RedisConnection) async throws -> [Workload.Run] {
        let answers = try await redis.pipeline(identities.map { ["HGETALL", RedisArgument(names.work($0))] })
        return zip(identities, answers).flatMap { identity, answer -> [Workload.Run] in
            let texts = answer.texts ?? []
            return stride(from: 0, to: texts.count - 1, by: 2).compactMap { index in
                guard let work = JSONValue(parsing: texts[index + 1]), let payload = work["payload"] else { return nil }
                // Old versions keep the job itself there, not its text.
                guard let job = payload.string.flatMap(JobRecord.init(parsing:)) ?? JobRecord(payload) else {
                    return nil
                }
                return Workload.Run(
                    process: identity, thread: texts[index], job: job, started: JobRecord.seconds(work["run_at"]))
            }
        }
    }

    /// Jobs of a queue whose turn comes first; the next one first.
    package func sample(queue: String, most: Int) async throws -> [JobRecord] {
        let answer = try await connection().command([
            "LRANGE", RedisArgument(names.queue(queue)), RedisArgument(-most), -1,
        ])
        return (answer.texts ?? []).reversed().compactMap(JobRecord.init(parsing:))
    }

    /// Jobs that failed and whose next try comes first.
    package func sampleRetries(most: Int) async throws -> [JobRecord] {
        let answer = try await connection().command([
            "ZRANGE", RedisArgument(names.retries), 0, RedisArgument(most - 1),
        ])
        return (answer.texts ?? []).compactMap(JobRecord.init(parsing:))
    }

    /// The server's schedules: those of the release, and whatever else Redis knows.
    package func schedules(of release: MastodonRelease?) async throws -> [ScheduleState] {
        let redis = try await connection()
        let answers = try await redis.pipeline([
            ["HGETALL", RedisArgument("\(names.prefix)sidekiq-scheduler:last_times")],
            ["HGETALL", RedisArgument("\(names.prefix)sidekiq-scheduler:states")],
        ])
        let last = Self.pairs(answers[0])
        let states = Self.pairs(answers[1])
        let known = ServerSchedule.all.filter { $0.since <= release ?? .v4_2 }
        let others = Set(last.keys).union(states.keys).subtracting(ServerSchedule.all.map(\.name)).sorted()
        return (known.map { ($0.name, $0.interval as Double?) } + others.map { ($0, nil) }).map { name, interval in
            ScheduleState(
                name: name, interval: interval, last: last[name].flatMap { UTCTime(ofRuby: $0)?.seconds },
                isDisabled: states[name].flatMap { JSONValue(parsing: $0)?["enabled"] } == .boolean(false))
        }
    }

    private static func pairs(_ answer: RedisValue) -> [String: String] {
        let texts = answer.texts ?? []
        var pairs: [String: String] = [:]
        for index in stride(from: 0, to: texts.count - 1, by: 2) { pairs[texts[index]] = texts[index + 1] }
        return pairs
    }

    /// How many locks of unique jobs there are.
    package func locks() async throws -> Int {
        Int(try await connection().command(["ZCARD", RedisArgument(names.locks)]).integer ?? 0)
    }
}

extension UTCTime {
    /// Reads a time as Ruby prints one, `2026-11-28 22:00:00 +0000` or with `UTC` behind it, and ISO 8601.
    fileprivate init?(ofRuby text: String) {
        self.init(parsing: text.replacing(" UTC", with: "Z").replacing(" +", with: "+").replacing(" -", with: "-"))
    }
}
