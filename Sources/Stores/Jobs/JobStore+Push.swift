import Model
import Redis

/// What became of a push.
package enum Pushed: Sendable, Equatable {
    /// They are in the queue, but for those whose lock another job holds: Sidekiq would drop them without a word.
    case pushed(held: [SidekiqJob])
    /// Nothing was pushed, since so many wait that the bound would be passed.
    case noRoom(waiting: Int)
}

extension JobStore where Mode == ReadWrite {
    /// Pushes jobs of one queue, all or none, as one call of the server's own would.
    ///
    /// - Parameters:
    ///   - limit: jobs that may wait in the queue afterwards, whoever pushed them; nil for no bound. It is kept by
    ///     Redis itself, so that pushes from several places keep it together.
    ///   - processes: those alive; they tell how jobs are written.
    /// - Throws: `RedisError`. After a broken connection nobody knows whether the jobs are in the queue; those this
    ///   program pushes may run twice.
    package func push(
        _ jobs: [SidekiqJob], limit: Int? = nil, at time: UTCTime, processes: [SidekiqProcess]
    ) async throws -> Pushed {
        let held = try await held(jobs)
        let free = jobs.filter { job in !held.contains { $0.id == job.id } }
        guard let queue = free.first?.worker.queue else { return .pushed(held: held) }
        precondition(free.allSatisfy { $0.worker.queue == queue }, "one push goes to one queue")
        let dialect = dialect(processes)
        var command: [RedisArgument] = [
            "EVAL", RedisArgument(Self.script), 2, RedisArgument(names.queues), RedisArgument(names.queue(queue)),
            RedisArgument(queue), RedisArgument(limit ?? -1),
        ]
        command += free.map { RedisArgument($0.payload(at: time, in: dialect)) }
        let answer = try await connection().command(command).integer ?? 0
        return answer < 0 ? .noRoom(waiting: Int(-answer - 1)) : .pushed(held: held)
    }

    /// Puts a job where Sidekiq finds it when its time has come.
    package func schedule(
        _ job: SidekiqJob, for due: UTCTime, at time: UTCTime, processes: [SidekiqProcess]
    ) async throws -> Pushed {
        let held = try await held([job])
        guard held.isEmpty else { return .pushed(held: held) }
        let payload = job.payload(at: time, due: due, in: dialect(processes))
        try await connection().command([
            "ZADD", RedisArgument(names.schedule), RedisArgument(due.seconds), RedisArgument(payload),
        ])
        return .pushed(held: [])
    }

    /// Those of the jobs whose lock is taken: by one that waits or runs, or by one whose process was killed.
    private func held(_ jobs: [SidekiqJob]) async throws -> [SidekiqJob] {
        let unique = jobs.compactMap { job in job.lock.map { (job, $0) } }
        guard !unique.isEmpty else { return [] }
        let answers = try await connection().pipeline(
            unique.map { ["EXISTS", RedisArgument(names.holders(of: $0.1))] })
        return try zip(unique, answers).compactMap { entry, answer in
            if case .error(let error) = answer { throw error }
            return answer.integer == 1 ? entry.0 : nil
        }
    }

    /// The length of the queue afterwards, or minus one minus its length when there is no room.
    private static var script: String {
        """
        local length = redis.call('LLEN', KEYS[2])
        local limit = tonumber(ARGV[2])
        if limit >= 0 and length + #ARGV - 2 > limit then return -1 - length end
        redis.call('SADD', KEYS[1], ARGV[1])
        for index = 3, #ARGV do length = redis.call('LPUSH', KEYS[2], ARGV[index]) end
        return length
        """
    }
}
