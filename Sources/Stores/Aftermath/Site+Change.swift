import Faults
import Model
import Postgres

extension Site where Mode == ReadWrite {
    /// Changes rows in one transaction, and then does what the server does after the commit.
    ///
    /// Both Redis servers are spoken to before the transaction begins, so that a Redis that is down leaves everything
    /// as it was.
    ///
    /// - Parameter body: changes the rows and tells what comes after them; it may be run again after a deadlock.
    /// - Throws: what the body throws; `AftermathLost` when the rows are changed and the rest could not be done.
    package func change<Value: Sendable>(
        _ body: @Sendable (isolated PostgresConnection) async throws -> (Value, Aftermath)
    ) async throws -> Value {
        _ = try await keys.connection()
        let processes = try await jobs.processes()
        let (value, aftermath) = try await database.write(body)
        do {
            try await carryOut(aftermath, processes)
        } catch {
            throw AftermathLost(cause: error)
        }
        return value
    }

    /// Does what comes after a change that is committed already.
    ///
    /// - Throws: `RedisError`.
    package func carryOut(_ aftermath: Aftermath) async throws {
        try await carryOut(aftermath, try await jobs.processes())
    }

    private func carryOut(_ aftermath: Aftermath, _ processes: [SidekiqProcess]) async throws {
        if aftermath.isEmpty { return }
        await cache.forget(aftermath.stale)
        for pattern in aftermath.stalePatterns { await cache.forget(matching: pattern) }
        try await keys.apply(aftermath.keys)
        let now = UTCTime.now
        var held: [SidekiqJob] = []
        for (queue, pushes) in aftermath.pushesByQueue {
            _ = queue
            let due = pushes.filter { $0.delay <= 0 }.map(\.job)
            if !due.isEmpty, case .pushed(let locked) = try await jobs.push(due, at: now, processes: processes) {
                held += locked
            }
        }
        for push in aftermath.pushes where push.delay > 0 {
            let due = UTCTime(now.seconds + push.delay)
            if case .pushed(let locked) = try await jobs.schedule(push.job, for: due, at: now, processes: processes) {
                held += locked
            }
        }
        for job in held {
            warnings.warn(
                "\(job.worker.name) was not queued: the same job is queued or running already, or its lock was left by "
                    + "a process that was killed")
        }
    }
}

extension Aftermath {
    /// The jobs in their order, those of one queue together.
    var pushesByQueue: [(queue: String, pushes: [Push])] {
        var order: [String] = []
        var groups: [String: [Push]] = [:]
        for push in pushes {
            let queue = push.job.worker.queue
            if groups[queue] == nil { order.append(queue) }
            groups[queue, default: []].append(push)
        }
        return order.map { ($0, groups[$0] ?? []) }
    }
}

/// The rows of a change are committed, and what should follow them could not be done.
package struct AftermathLost: Wrapping {
    package let cause: any Error
    package var note: String {
        "the rows were changed before that; jobs and keys in Redis that belong to them are missing"
    }
}
