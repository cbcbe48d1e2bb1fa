import Model
import Redis

extension JobStore {
    /// The names of the queues there are.
    ///
    /// - Throws: `RedisError`.
    package func queueNames() async throws -> [String] {
        (try await connection().command(["SMEMBERS", RedisArgument(names.queues)]).texts ?? []).sorted()
    }

    /// The jobs of a place, some at a time: a page is what Redis reads in a millisecond or so.
    ///
    /// - Parameter query: jobs that it cannot mean are left out; others that it does not mean may be among them.
    package func pages(of place: JobPlace, for query: JobQuery = JobQuery()) -> JobPages {
        JobPages(store: JobStore<ReadOnly>(reading: self), place: place, sieve: JobSieve(query))
    }

    func key(of place: JobPlace) -> String {
        switch place {
        case .queue(let name): names.queue(name)
        case .retry: names.retries
        case .scheduled: names.schedule
        case .dead: names.dead
        }
    }

    /// Locks of unique jobs in the order in which they were taken.
    package func locks(from start: Int, count: Int) async throws -> [(name: String, taken: Double)] {
        let answer = try await connection().command([
            "ZRANGE", RedisArgument(names.locks), RedisArgument(start), RedisArgument(start + count - 1), "WITHSCORES",
        ])
        let texts = answer.texts ?? []
        return stride(from: 0, to: texts.count - 1, by: 2).map { (texts[$0], Double(texts[$0 + 1]) ?? 0) }
    }

    /// The ids of the jobs that hold locks, by lock.
    package func holders(of locks: [String]) async throws -> [[String]] {
        try await connection().pipeline(locks.map { ["HKEYS", RedisArgument(names.holders(of: $0))] })
            .map { $0.texts ?? [] }
    }
}

/// The jobs of a place, page by page.
///
/// A queue is read from its new end to the old one, by places counted from the old end: what is pushed meanwhile, and
/// what was taken out of pages that are done, moves nothing that is still to come. A sorted set is scanned, and a job may
/// come twice.
package struct JobPages: AsyncSequence, Sendable {
    package typealias Element = [KeptJob]
    let store: JobStore<ReadOnly>
    let place: JobPlace
    let sieve: JobSieve

    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(store: store, place: place, sieve: sieve) }

    package struct AsyncIterator: AsyncIteratorProtocol {
        /// Jobs that Redis reads in a millisecond or so, and how often that is asked for at once: it goes on while what
        /// came is looked at.
        private static var size: Int { 1_000 }
        private static var ahead: Int { 4 }
        let store: JobStore<ReadOnly>
        let place: JobPlace
        let sieve: JobSieve
        /// How many jobs of a queue are still to come; nil before the first page.
        private var left: Int?
        private var cursor: String? = "0"

        init(store: JobStore<ReadOnly>, place: JobPlace, sieve: JobSieve) {
            (self.store, self.place, self.sieve) = (store, place, sieve)
        }

        package mutating func next() async throws -> [KeptJob]? {
            place.isQueue ? try await nextOfQueue() : try await nextOfSet()
        }

        private mutating func nextOfQueue() async throws -> [KeptJob]? {
            let redis = try await store.connection()
            let key = RedisArgument(store.key(of: place))
            var rest = left ?? 0
            if left == nil { rest = Int(try await redis.command(["LLEN", key]).integer ?? 0) }
            guard rest > 0 else { return nil }
            let starts = Array(stride(from: rest, to: 0, by: -Self.size).prefix(Self.ahead))
            left = Swift.max(0, rest - Self.size * Self.ahead)
            let answers = try await redis.pipeline(
                starts.map {
                    ["LRANGE", key, RedisArgument(-$0), RedisArgument(Swift.min($0, Self.size) - $0 - 1)]
                },
                keeping: { [sieve] in sieve.lets($0) })
            return try zip(starts, answers).flatMap { start, answer in
                if case .error(let error) = answer { throw error }
                return (answer.array ?? []).enumerated().compactMap { job($1, due: nil, position: $0 - start) }
            }
        }

        private mutating func nextOfSet() async throws -> [KeptJob]? {
            guard let cursor else { return nil }
            let answer = try await store.connection().command([
                "ZSCAN", RedisArgument(store.key(of: place)), RedisArgument(cursor), "COUNT", RedisArgument(Self.size),
            ])
            guard let parts = answer.array, parts.count == 2, let next = parts[0].text else {
                throw RedisError(.protocolViolation, "Redis answered a scan with something else")
            }
            self.cursor = next == "0" ? nil : next
            let members = parts[1].array ?? []
            return stride(from: 0, to: members.count - 1, by: 2).compactMap { index in
                guard members[index].bytes?.withUnsafeBytes(sieve.lets) == true else { return nil }
                return job(members[index], due: members[index + 1].text.flatMap { Double($0) }, position: 0)
            }
        }

        private func job(_ value: RedisValue, due: Double?, position: Int) -> KeptJob? {
            guard let payload = value.text else { return nil }
            return JobRecord(parsing: payload).map {
                KeptJob(place: place, payload: payload, record: $0, due: due, position: position)
            }
        }
    }
}

extension JobStore where Mode == ReadWrite {
    /// Takes jobs of one place out of it, if they are still there, and puts them where they belong.
    ///
    /// - Parameter jobs: a hundred at most, so that Redis is held up for a few milliseconds.
    /// - Returns: which of them were still there.
    /// - Throws: `RedisError`.
    package func change(
        _ jobs: [KeptJob], _ deed: JobDeed, at now: UTCTime, processes: [SidekiqProcess]
    ) async throws -> [Bool] {
        guard let place = jobs.first?.place else { return [] }
        let dialect = dialect(processes)
        var command: [RedisArgument] = [
            "EVAL", RedisArgument(Self.changing), 4, RedisArgument(key(of: place)), RedisArgument(names.dead),
            RedisArgument(names.queues), RedisArgument(names.locks), RedisArgument(deed.rawValue),
            place.isQueue ? "1" : "0", RedisArgument(now.seconds), RedisArgument(names.prefix),
        ]
        for job in jobs {
            command += [
                RedisArgument(job.payload), RedisArgument(deed == .requeue ? job.fresh(at: now, in: dialect) : ""),
                RedisArgument(job.record.queue), RedisArgument(job.record.lock ?? ""), RedisArgument(job.record.id),
                RedisArgument(job.position),
            ]
        }
        return (try await connection().command(command).array ?? []).map { $0.integer == 1 }
    }

    /// Lets locks go whose jobs are nowhere any more.
    package func release(locks: [String]) async throws {
        let keys = locks.flatMap { lock in
            [
                "", ":QUEUED", ":PRIMED", ":LOCKED", ":INFO", ":RUN", ":RUN:QUEUED", ":RUN:PRIMED", ":RUN:LOCKED",
                ":RUN:INFO",
            ]
            .map { RedisArgument(names.lock(lock + $0)) }
        }
        let answers = try await connection().pipeline([
            ["UNLINK"] + keys, ["ZREM", RedisArgument(names.locks)] + locks.map { RedisArgument(names.lock($0)) },
        ])
        for answer in answers { if case .error(let error) = answer { throw error } }
    }

    /// A job of a queue is marked where it was, or near by when others were taken meanwhile, and all marked ones go at
    /// once: nobody can take a mark for a job, since a script is one step to Redis. A job that is deleted or killed lets
    /// its lock go, or no other like it would ever run.
    private static var changing: String {
        """
        local place, dead, queues, locks = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
        local deed, list, now, prefix = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
        local done, marked, mark, deep = {}, 0, 'mastoctl ' .. now, 0
        for index = 5, #ARGV, 6 do
          local payload, fresh, queue = ARGV[index], ARGV[index + 1], ARGV[index + 2]
          local lock, id, at = ARGV[index + 3], ARGV[index + 4], tonumber(ARGV[index + 5])
          local found = 0
          if list == '1' then
            for shift = 0, 64 do
              if at + shift < 0 and redis.call('LINDEX', place, at + shift) == payload then
                redis.call('LSET', place, at + shift, mark)
                found, marked, deep = 1, marked + 1, at
                break
              end
            end
          else
            found = redis.call('ZREM', place, payload)
          end
          if found == 1 then
            if deed == 'kill' then redis.call('ZADD', dead, now, payload) end
            if deed == 'requeue' then
              redis.call('SADD', queues, queue)
              redis.call('LPUSH', prefix .. 'queue:' .. queue, fresh)
            elseif lock ~= '' then
              local name = prefix .. lock
              redis.call('HDEL', name .. ':LOCKED', id)
              if redis.call('HLEN', name .. ':LOCKED') == 0 then
                redis.call('DEL', name, name .. ':QUEUED', name .. ':PRIMED', name .. ':INFO')
                redis.call('ZREM', locks, name)
              end
            end
          end
          done[#done + 1] = found
        end
        if marked > 0 then
          local length = redis.call('LLEN', place)
          if -deep > length / 2 then redis.call('LREM', place, marked, mark) else redis.call('LREM', place, -marked, mark) end
        end
        if deed == 'kill' then redis.call('ZREMRANGEBYRANK', dead, 0, -10001) end
        return done
        """
    }
}
