import Faults
import Model
import Stores

/// Waits until some jobs have come to an end: done, dead, or put off for another try.
///
/// A job that is in no queue may run already: processes tell what they are at with their heartbeats only, every ten
/// seconds. So it counts as done once every process that was alive when it left the queue has spoken again, or is gone,
/// and it is in none of the places where failed jobs wait. What the jobs were to change may be known sooner.
struct JobFollowing<Mode: Access>: Sendable {
    let jobs: JobStore<Mode>
    let worker: SidekiqWorker
    /// Seconds between two looks, at first and at most.
    var pause = (0.1, 1.0)
    /// How often Redis may fail to answer in a row.
    var patience = 10

    init(_ jobs: JobStore<Mode>, of worker: SidekiqWorker) {
        self.jobs = jobs
        self.worker = worker
    }

    /// - Parameter finished: those of the ids given that are known to be done by what they changed.
    /// - Throws: `Fault(.unreachable)` when nobody is left to run them, or when they are lost sight of for a while.
    func end(
        of ids: Set<String>, finished: @Sendable (Set<String>) async throws -> Set<String>
    ) async throws -> JobEndings {
        var pending = Pending(ids)
        var pause = pause.0
        var blinks = 0
        while true {
            let sighting: JobSighting
            do {
                sighting = try await look(&pending, finished)
                blinks = 0
            } catch let error as any Transient where error.isTransient {
                // Never thrown on: a batch that is tried again would push its jobs again.
                blinks += 1
                guard blinks < patience else {
                    throw Fault(
                        .unreachable, "lost sight of \(Noun.counted(pending.ids.count, "jobs"))", notes: ["\(error)"],
                        help: "the jobs go on by themselves; run the command again later for what is left", cause: error
                    )
                }
                if await Stopping.rest(self.pause.1) { return pending.left }
                continue
            }
            if pending.ids.isEmpty { return pending.left }
            guard sighting.processes.contains(where: { $0.queues.contains(worker.queue) }) else {
                throw Fault(
                    .unreachable, "no Sidekiq process takes jobs from the queue \(worker.queue) any more",
                    notes: [Noun.counted(pending.ids.count, "jobs of this run", "wait for one")],
                    help: "start the server's Sidekiq; the jobs go on by themselves")
            }
            if await Stopping.rest(pause) { return pending.left }
            pause = min(pause * 1.5, self.pause.1)
        }
    }

    private func look(
        _ pending: inout Pending, _ finished: @Sendable (Set<String>) async throws -> Set<String>
    ) async throws -> JobSighting {
        let sighting = try await jobs.look(for: pending.ids, in: worker.queue)
        pending.note(sighting)
        if !pending.vanished.isEmpty { pending.end(try await finished(pending.vanished), as: .done) }
        let settled = pending.settled(sighting)
        if !settled.isEmpty {
            let failed = try await jobs.failed(settled, of: worker)
            for id in settled { pending.settle(id, failed[id] ?? .done) }
        }
        return sighting
    }
}

/// The jobs whose end is not known yet.
private struct Pending {
    private(set) var ids: Set<String>
    private(set) var endings: [String: JobState] = [:]
    /// What each process' last heartbeat was when a job was first in no queue.
    private var beats: [String: [String: Double]] = [:]

    init(_ ids: Set<String>) {
        self.ids = ids
    }

    /// Jobs last seen in no queue.
    var vanished: Set<String> { Set(beats.keys) }

    mutating func note(_ sighting: JobSighting) {
        for id in ids {
            // What cannot be looked into may hold any of them.
            if sighting.enqueued?.contains(id) ?? true || sighting.running.contains(id) {
                beats[id] = nil
            } else if beats[id] == nil {
                let now = sighting.processes.map { ($0.identity, $0.beat) }
                beats[id] = Dictionary(now, uniquingKeysWith: { first, _ in first })
            }
        }
    }

    /// Jobs in no queue that no process has been at since.
    func settled(_ sighting: JobSighting) -> Set<String> {
        let now = Dictionary(
            sighting.processes.map { ($0.identity, $0.beat) }, uniquingKeysWith: { first, _ in first })
        return Set(
            beats.filter { _, then in
                then.allSatisfy { identity, beat in now[identity].map { $0 != beat } ?? true }
            }.keys)
    }

    mutating func settle(_ id: String, _ state: JobState) {
        // Back in the queue meanwhile, or waiting for its time: not the end.
        if state == .enqueued || state == .running { beats[id] = nil } else { end([id], as: state) }
    }

    mutating func end(_ done: Set<String>, as state: JobState) {
        for id in done where ids.remove(id) != nil {
            beats[id] = nil
            endings[id] = state
        }
    }

    /// How the jobs ended, and where those are that have not.
    var left: JobEndings {
        JobEndings(states: endings.merging(ids.map { ($0, beats[$0] == nil ? .enqueued : .running) }) { $1 })
    }
}
