import Model
import Redis

/// Where some jobs were at one moment.
package struct JobSighting: Sendable {
    /// Nil when so many jobs wait that looking for some among them would cost too much.
    package var enqueued: Set<String>?
    /// As of the processes' last heartbeats.
    package var running: Set<String>
    package var processes: [SidekiqProcess]
    /// All jobs that wait in the queue.
    package var waiting: Int
}

extension JobStore {
    /// Longer queues are counted and not read.
    private static var readable: Int { 5_000 }

    /// Looks for jobs of one queue among those that wait and those that run.
    package func look(for ids: Set<String>, in queue: String) async throws -> JobSighting {
        let key = RedisArgument(names.queue(queue))
        let waiting = try await waiting(in: queue)
        var enqueued: Set<String>?
        if waiting <= Self.readable {
            let jobs = try await connection().command(["LRANGE", key, 0, RedisArgument(Self.readable * 2)])
            enqueued = Self.ids(in: jobs.texts ?? []).intersection(ids)
        }
        // The queue before the processes: a job goes from there to here.
        let processes = try await processes()
        return JobSighting(
            enqueued: enqueued, running: try await running(processes).intersection(ids), processes: processes,
            waiting: waiting)
    }

    /// Looks for jobs of one class among those that wait for another try, or for their time, and the dead. Redis
    /// itself leaves out other classes, so that long sets cost it time but no traffic.
    package func failed(_ ids: Set<String>, of worker: SidekiqWorker) async throws -> [String: JobState] {
        let places: [(String, JobState)] = [
            (names.schedule, .enqueued), (names.retries, .retried), (names.dead, .dead),
        ]
        var states: [String: JobState] = [:]
        for (key, state) in places {
            for id in try await members(of: key, naming: worker.name).intersection(ids) { states[id] = state }
        }
        return states
    }

    private func members(of key: String, naming name: String) async throws -> Set<String> {
        let redis = try await connection()
        var found: Set<String> = []
        var cursor = "0"
        repeat {
            let answer = try await redis.command([
                "ZSCAN", RedisArgument(key), RedisArgument(cursor), "MATCH", RedisArgument("*\"\(name)\"*"), "COUNT",
                1000,
            ])
            guard let parts = answer.array, parts.count == 2, let next = parts[0].text else { break }
            found.formUnion(Self.ids(in: parts[1].texts ?? []))
            cursor = next
        } while cursor != "0"
        return found
    }

    private func running(_ processes: [SidekiqProcess]) async throws -> Set<String> {
        let answers = try await connection().pipeline(
            processes.map { ["HVALS", RedisArgument(names.work($0.identity))] })
        let jobs = answers.flatMap { $0.texts ?? [] }.compactMap { work -> String? in
            switch JSONValue(parsing: work)?["payload"] {
            case .string(let payload): payload
            // Old versions keep the job itself there, not its text.
            case .some(let payload): payload.text
            case .none: nil
            }
        }
        return Self.ids(in: jobs)
    }

    private static func ids(in jobs: [String]) -> Set<String> {
        Set(jobs.compactMap { JSONValue(parsing: $0)?["jid"]?.string })
    }
}
