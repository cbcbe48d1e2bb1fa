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
            "EVAL", RedisArgument(Self.script), 3, RedisArgument(names.queues), RedisArgument(names.queue(queue)),
            RedisArgument(names.locks), RedisArgument(queue), RedisArgument(limit ?? -1), RedisArgument(free.count),
            RedisArgument(time.seconds),
        ]
        command += free.map { RedisArgument($0.payload(at: time, in: dialect)) }
        for job in free {
            guard let lock = job.lock else { continue }
            command += [
                RedisArgument(names.lock(lock)), RedisArgument(names.holders(of: lock)), RedisArgument(job.id),
                RedisArgument(Int(job.lockSeconds)),
            ]
        }
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
        let scheduling: [RedisArgument] = [
            "ZADD", RedisArgument(names.schedule), RedisArgument(due.seconds), RedisArgument(payload),
        ]
        for answer in try await connection().pipeline(taking(job, at: time) + [scheduling]) {
            if case .error(let error) = answer { throw error }
        }
        return .pushed(held: [])
    }

    /// What takes the lock of a job, before it is seen anywhere: the same keys that a push of the server's own leaves, so
    /// that the server pushes no second one and its process lets the lock go when the job is done.
    private func taking(_ job: SidekiqJob, at time: UTCTime) -> [[RedisArgument]] {
        guard let lock = job.lock else { return [] }
        let (name, holders) = (RedisArgument(names.lock(lock)), RedisArgument(names.holders(of: lock)))
        let (id, seconds) = (RedisArgument(job.id), RedisArgument(Int(job.lockSeconds)))
        return [
            ["SET", name, id, "EX", seconds], ["HSET", holders, id, RedisArgument(time.seconds)],
            ["EXPIRE", holders, seconds], ["ZADD", RedisArgument(names.locks), RedisArgument(time.seconds), name],
        ]
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

    /// Takes the locks, as `taking` does, in the same moment as it pushes.
    ///
    /// The length of the queue afterwards, or minus one minus its length when there is no room.
    private static var script: String {
        """
        local length = redis.call('LLEN', KEYS[2])
        local limit, count = tonumber(ARGV[2]), tonumber(ARGV[3])
        if limit >= 0 and length + count > limit then return -1 - length end
        for index = 5 + count, #ARGV, 4 do
          local lock, holders, id, seconds = ARGV[index], ARGV[index + 1], ARGV[index + 2], ARGV[index + 3]
          redis.call('SET', lock, id, 'EX', seconds)
          redis.call('HSET', holders, id, ARGV[4])
          redis.call('EXPIRE', holders, seconds)
          redis.call('ZADD', KEYS[3], ARGV[4], lock)
        end
        redis.call('SADD', KEYS[1], ARGV[1])
        for index = 5, 4 + count do length = redis.call('LPUSH', KEYS[2], ARGV[index]) end
        return length
        """
    }
}
