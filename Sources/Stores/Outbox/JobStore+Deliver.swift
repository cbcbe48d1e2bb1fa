import Model
import Redis

/// What became of jobs that were to be queued.
package enum Queued: Sendable, Equatable {
    /// They are in the queue, but for those whose lock another job holds.
    case queued
    /// None is, since so many wait that the bound would be passed.
    case noRoom(waiting: Int)
}

/// The same, with the jobs whose locks are held.
enum Delivered: Sendable, Equatable {
    case queued(held: [OutgoingJob])
    /// So many wait that the bound would be passed.
    case noRoom(waiting: Int)

    var held: [OutgoingJob] { if case .queued(let held) = self { held } else { [] } }
}

extension JobStore where Mode == ReadWrite {
    /// Jobs as they go to Sidekiq's Redis.
    ///
    /// - Parameter processes: those alive; they tell how jobs are written.
    func outgoing(_ pushes: [Aftermath.Push], at now: UTCTime, _ processes: [SidekiqProcess]) -> [OutgoingJob] {
        let dialect = dialect(processes)
        return pushes.map { push in
            let due = push.delay > 0 ? UTCTime(now.seconds + push.delay) : nil
            var job = OutgoingJob(
                worker: push.job.worker.name, queue: push.job.worker.queue,
                payload: push.job.payload(at: now, due: due, in: dialect), due: due?.seconds)
            if let lock = push.job.lock {
                job.lock = OutgoingJob.Lock(
                    name: names.lock(lock), holders: names.holders(of: lock), job: push.job.id,
                    seconds: Int(push.job.lockSeconds))
            }
            return job
        }
    }

    /// Pushes the jobs, all in one call, and never twice: the mark tells a later call that it was done.
    ///
    /// - Parameter limit: jobs that may wait in the first one's queue afterwards, whoever pushed them; nil for no bound.
    ///   Redis itself keeps it, so that pushes from several places keep it together.
    /// - Returns: those whose lock another job holds, which Sidekiq would drop without a word; or that there was no room,
    ///   and then nothing was done.
    /// - Throws: `RedisError`.
    func deliver(
        _ jobs: [OutgoingJob], mark: String, at now: UTCTime, limit: Int? = nil
    ) async throws -> Delivered {
        guard let first = jobs.first else { return .queued(held: []) }
        var command: [RedisArgument] = [
            "EVAL", RedisArgument(Self.delivery), 5, RedisArgument(mark), RedisArgument(names.queues),
            RedisArgument(names.schedule), RedisArgument(names.locks), RedisArgument(names.queue(first.queue)),
            RedisArgument(now.seconds), RedisArgument(limit ?? -1),
        ]
        for job in jobs {
            command += [
                RedisArgument(job.queue), RedisArgument(names.queue(job.queue)), RedisArgument(job.payload),
                RedisArgument(job.due.map { "\($0)" } ?? ""), RedisArgument(job.lock?.name ?? ""),
                RedisArgument(job.lock?.holders ?? ""), RedisArgument(job.lock?.job ?? ""),
                RedisArgument(job.lock?.seconds ?? 0),
            ]
        }
        let answer = (try await connection().command(command).array ?? []).compactMap(\.integer)
        if answer.first == -1 { return .noRoom(waiting: Int(answer.last ?? 0)) }
        return .queued(held: answer.map { jobs[Int($0)] })
    }

    /// Forgets marks whose deliveries are known to be done.
    func forget(marks: [String]) async throws {
        if !marks.isEmpty { _ = try await connection().command(["UNLINK"] + marks.map { RedisArgument($0) }) }
    }

    /// Sets the mark, which is kept for a day, and pushes each job as a push of the server's own would: its lock first.
    /// Tells the numbers of those whose lock is taken.
    private static var delivery: String {
        """
        local held = {}
        if redis.call('EXISTS', KEYS[1]) == 1 then return held end
        local limit, length = tonumber(ARGV[2]), redis.call('LLEN', KEYS[5])
        if limit >= 0 and length + (#ARGV - 2) / 8 > limit then return {-1, length} end
        redis.call('SET', KEYS[1], 1, 'EX', 86400)
        for index = 3, #ARGV, 8 do
          local queue, list, payload, due = ARGV[index], ARGV[index + 1], ARGV[index + 2], ARGV[index + 3]
          local lock, holders, job, seconds = ARGV[index + 4], ARGV[index + 5], ARGV[index + 6], ARGV[index + 7]
          if lock ~= '' and redis.call('EXISTS', holders) == 1 then
            held[#held + 1] = (index - 3) / 8
          else
            if lock ~= '' then
              redis.call('SET', lock, job, 'EX', seconds)
              redis.call('HSET', holders, job, ARGV[1])
              redis.call('EXPIRE', holders, seconds)
              redis.call('ZADD', KEYS[4], ARGV[1], lock)
            end
            if due == '' then
              redis.call('SADD', KEYS[2], queue)
              redis.call('LPUSH', list, payload)
            else
              redis.call('ZADD', KEYS[3], due, payload)
            end
          end
        end
        return held
        """
    }
}

extension KeyStore where Mode == ReadWrite {
    /// Commands as they go to Redis.
    func outgoing(_ changes: [KeyChange]) -> [[String]] {
        changes.flatMap { $0.commands(prefix) }.map { command in
            command.map { String(decoding: $0.bytes, as: UTF8.self) }
        }
    }

    /// Carries commands out, all in one call, and never twice, as `JobStore.deliver`.
    ///
    /// - Throws: `RedisError`.
    func deliver(_ commands: [[String]], mark: String) async throws {
        if commands.isEmpty { return }
        var command: [RedisArgument] = ["EVAL", RedisArgument(Self.delivery), 1, RedisArgument(mark)]
        for words in commands { command += [RedisArgument(words.count)] + words.map { RedisArgument($0) } }
        _ = try await connection().command(command)
    }

    func forget(marks: [String]) async throws {
        if !marks.isEmpty { _ = try await connection().command(["UNLINK"] + marks.map { RedisArgument($0) }) }
    }

    /// Lua gives a call some thousand arguments at most, so a long command is given in parts.
    private static var delivery: String {
        """
        if not redis.call('SET', KEYS[1], 1, 'NX', 'EX', 86400) then return 0 end
        local index = 1
        while index <= #ARGV do
          local count = tonumber(ARGV[index])
          local first, last = index + 1, index + count
          local verb, key = ARGV[first], ARGV[first + 1]
          if count <= 1000 then
            redis.call(unpack(ARGV, first, last))
          else
            local from, parts = first + 1, {}
            if verb ~= 'UNLINK' and verb ~= 'DEL' then from, parts = first + 2, {key} end
            while from <= last do
              local call = {verb}
              for _, part in ipairs(parts) do call[#call + 1] = part end
              for part = from, math.min(from + 799, last) do call[#call + 1] = ARGV[part] end
              redis.call(unpack(call))
              from = from + 800
            end
          end
          index = last + 1
        end
        return 1
        """
    }
}
