import Faults
import Model
import Stores

/// Deletes jobs, puts them back into their queues, or gives them up, by what is true of them.
package struct JobChange: Operation {
    private let deed: JobDeed
    private let query: JobQuery
    private let places: [JobPlace]

    /// - Parameter places: where they are looked for; none for where the deed makes sense.
    package init(_ deed: JobDeed, where query: JobQuery, in places: [JobPlace]) {
        self.deed = deed
        self.query = query
        self.places = places
    }

    package var card: Card {
        let done = [JobDeed.delete: "deleted", .kill: "given up", .requeue: "put back"][deed] ?? ""
        return Card(
            "queues \(deed.rawValue)", of: "jobs", done, risk: deed == .requeue ? .mild : .moderate, lane: .direct,
            lock: .shared("queues"), tables: [], namesItems: false)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<KeptJob> {
        var wanted = places
        if wanted.isEmpty {
            wanted = deed == .requeue ? [.retry, .dead] : [.retry, .scheduled]
            if deed == .delete { wanted.append(.dead) }
            if deed != .requeue { wanted += try await site.jobs.queueNames().map { .queue($0) } }
        }
        if deed == .kill { wanted.removeAll { $0 == .dead } }
        if deed == .requeue { wanted.removeAll(where: \.isQueue) }
        let all = wanted
        let (query, now, deed) = (query, UTCTime.now, deed)
        let batches = Batches<KeptJob> {
            var rest = all[...]
            var pages: JobPages.AsyncIterator?
            var found: [KeptJob] = []
            return {
                while true {
                    if !found.isEmpty {
                        // Each hundred alone: what comes later is counted from the end of the queue.
                        let some = Array(found.prefix(100))
                        found.removeFirst(some.count)
                        return Batch(some, isAlone: true)
                    }
                    if pages == nil {
                        guard let place = rest.popFirst() else { return nil }
                        pages = site.jobs.pages(of: place, for: query).makeAsyncIterator()
                    }
                    guard let page = try await pages?.next() else {
                        pages = nil
                        continue
                    }
                    found = page.filter { query.fits($0.record, at: now) }
                }
            }
        }
        return Prepared(Survey(count: nil), batches) { jobs, site in
            let there = try await site.jobs.change(jobs, deed, at: .now, processes: site.jobs.processes())
            let changed = there.count { $0 }
            return Outcome(changed: changed, skipped: jobs.count - changed)
        }
    }
}

extension KeptJob: WorkItem {
    package var label: String? { "\(record.worker) \(record.id) in \(place.name)" }
}

/// Finds locks of unique jobs whose jobs are nowhere any more, and lets them go when asked to.
package struct LockClearing: Operation {
    private let age: Double

    /// - Parameter age: seconds; younger locks are left alone, since their jobs may be on their way.
    package init(olderThan age: Double) {
        self.age = age
    }

    package var card: Card {
        Card(
            "queues locks", of: "stale locks", "let go", risk: .moderate, lane: .direct, lock: .shared("queues"),
            tables: [],
            namesItems: false, isCheck: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<StaleLock> {
        let bound = UTCTime.now.seconds - age
        let jobs = site.jobs
        var start = 0
        var stale: [StaleLock] = []
        while true {
            let locks = try await jobs.locks(from: start, count: 5_000).filter { $0.taken < bound }
            if locks.isEmpty { break }
            start += 5_000
            let holders = try await jobs.holders(of: locks.map(\.name))
            let alive = try await Self.alive(among: Set(holders.joined()), jobs)
            stale += zip(locks, holders).filter { alive.isDisjoint(with: $0.1) }.map { StaleLock(name: $0.0.name) }
        }
        return Prepared(Survey(count: stale.count), Batches(of: stale, by: 200)) { locks, site in
            try await site.jobs.release(locks: locks.map(\.name))
            return Outcome(changed: locks.count)
        }
    }

    /// Those of the ids whose jobs wait anywhere or run.
    private static func alive(among ids: Set<String>, _ jobs: JobStore<ReadOnly>) async throws -> Set<String> {
        var alive = Set(try await jobs.workload(at: .now).runs.map(\.job.id)).intersection(ids)
        let places = try await jobs.queueNames().map { JobPlace.queue($0) } + [.retry, .scheduled]
        for place in places {
            for try await page in jobs.pages(of: place) { alive.formUnion(ids.intersection(page.map(\.record.id))) }
        }
        return alive
    }
}

/// A lock whose job is gone.
package struct StaleLock: WorkItem {
    package let name: String
    package var label: String? { name }
}
