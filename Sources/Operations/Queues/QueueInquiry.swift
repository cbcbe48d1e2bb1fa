import Faults
import Model
import Stores

/// The server's queues at one moment.
package struct QueueState: Sendable, Encodable {
    package struct Queue: Sendable, Encodable {
        package var name: String
        package var size: Int
        /// Seconds the next job has waited.
        package var latency: Double?
        /// Whether a process takes jobs of it.
        package var isServed: Bool
    }

    package var schema = "queues.list/1"
    package var queues: [Queue]
    package var scheduled: Int
    package var retries: Int
    package var dead: Int
    package var processedToday: Int
    package var failedToday: Int
    package var processes: Int
    package var threads: Int
    package var busy: Int
    /// Seconds that the next job of a queue may wait; nil for no bound.
    package var bound: Double?

    init(_ load: Workload, bound: Double?) {
        let served = Set(load.workers.flatMap(\.queues))
        let known = Set(load.queues.map(\.name))
        let empty = served.subtracting(known).sorted().map { Workload.Queue(name: $0, size: 0, latency: nil) }
        queues = (load.queues + empty).map {
            Queue(
                name: $0.name, size: $0.size, latency: $0.latency.map { ($0 * 10).rounded() / 10 },
                isServed: served.contains($0.name))
        }
        (scheduled, retries, dead) = (load.scheduled, load.retries, load.dead)
        (processedToday, failedToday) = (load.processedToday, load.failedToday)
        processes = load.workers.count
        threads = load.workers.reduce(0) { $0 + $1.threads }
        busy = load.workers.reduce(0) { $0 + $1.busy }
        self.bound = bound
    }

    package var late: [Queue] { queues.filter { ($0.latency ?? 0) > bound ?? .infinity } }
}

/// The processes that do the server's work, and what each is at.
package struct WorkerState: Sendable, Encodable {
    package struct Run: Sendable, Encodable {
        package var worker: String
        package var queue: String
        package var id: String
        package var seconds: Double?
    }

    package struct Worker: Sendable, Encodable {
        package var identity: String
        package var version: String?
        package var queues: [String]
        package var threads: Int
        package var busy: Int
        package var isQuiet: Bool
        package var startedAt: UTCTime?
        /// Bytes.
        package var memory: Int64?
        package var runs: [Run]
    }

    package var schema = "queues.processes/1"
    package var processes: [Worker]

    fileprivate static func read(at site: Site<ReadOnly>) async throws -> WorkerState {
        let now = UTCTime.now
        let load = try await site.jobs.workload(at: now)
        return WorkerState(
            processes: load.workers.map { worker in
                Worker(
                    identity: worker.identity, version: worker.version, queues: worker.queues, threads: worker.threads,
                    busy: worker.busy, isQuiet: worker.isQuiet, startedAt: worker.started.map { UTCTime($0) },
                    memory: worker.memory,
                    runs: load.runs.filter { $0.process == worker.identity }.map { run in
                        Run(
                            worker: run.job.worker, queue: run.job.queue, id: run.job.id,
                            seconds: run.started.map { (now.seconds - $0).rounded() })
                    })
            })
    }
}

/// What the server does by the clock.
package struct ScheduleList: Sendable, Encodable {
    package struct Schedule: Sendable, Encodable {
        package var name: String
        /// Seconds; nil for one the release does not have.
        package var interval: Double?
        package var lastRunAt: UTCTime?
        package var isDisabled: Bool
    }

    package var schema = "queues.schedules/1"
    package var schedules: [Schedule]

    fileprivate static func read(at site: Site<ReadOnly>) async throws -> ScheduleList {
        ScheduleList(
            schedules: try await site.jobs.schedules(of: site.instance.schema.release).map {
                Schedule(
                    name: $0.name, interval: $0.interval, lastRunAt: $0.last.map { UTCTime($0) },
                    isDisabled: $0.isDisabled)
            })
    }
}

/// Asks how much waits in the queues, and for how long.
package struct QueueInquiry: Question {
    private let bound: Double?

    /// - Parameter bound: seconds that the next job of a queue may wait; nil for no bound.
    package init(bound: Double? = nil) {
        self.bound = bound
    }

    /// - Throws: `RedisError`.
    package func answer(at site: Site<ReadOnly>) async throws -> QueueState {
        QueueState(try await site.jobs.workload(at: .now), bound: bound)
    }
}

/// Asks who does the server's work.
package struct WorkerInquiry: Question {
    package init() {}

    /// - Throws: `RedisError`.
    package func answer(at site: Site<ReadOnly>) async throws -> WorkerState { try await .read(at: site) }
}

/// Asks what is done by the clock.
package struct ScheduleInquiry: Question {
    package init() {}

    /// - Throws: `RedisError`.
    package func answer(at site: Site<ReadOnly>) async throws -> ScheduleList { try await .read(at: site) }
}

/// Asks for the jobs of a place.
package struct JobInquiry: Question {
    private let place: JobPlace
    private let query: JobQuery
    private let limit: Int

    /// - Parameter limit: jobs at most.
    package init(_ place: JobPlace, where query: JobQuery, limit: Int) {
        self.place = place
        self.query = query
        self.limit = limit
    }

    package func answer(at site: Site<ReadOnly>) -> JobListing {
        JobListing([place], where: query, limit: limit, at: site)
    }
}

/// The jobs of some places, page by page.
package struct JobListing: AsyncSequence, Sendable {
    package typealias Element = [KeptJob]
    private let pages: [JobPages]
    private let query: JobQuery
    private let limit: Int

    fileprivate init(_ places: [JobPlace], where query: JobQuery, limit: Int, at site: Site<ReadOnly>) {
        pages = places.map { site.jobs.pages(of: $0, for: query) }
        self.query = query
        self.limit = limit
    }

    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(rest: pages[...], query: query, left: limit) }

    package struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate var rest: ArraySlice<JobPages>
        fileprivate let query: JobQuery
        fileprivate var left: Int
        private var current: JobPages.AsyncIterator?
        private let now = UTCTime.now

        fileprivate init(rest: ArraySlice<JobPages>, query: JobQuery, left: Int) {
            self.rest = rest
            self.query = query
            self.left = left
        }

        /// The next page that has a job that is wanted.
        package mutating func next() async throws -> [KeptJob]? {
            while left > 0 {
                if current == nil {
                    guard let pages = rest.popFirst() else { return nil }
                    current = pages.makeAsyncIterator()
                }
                guard let page = try await current?.next() else {
                    current = nil
                    continue
                }
                let wanted = page.filter { query.fits($0.record, at: now) }.prefix(left)
                left -= wanted.count
                if !wanted.isEmpty { return Array(wanted) }
            }
            return nil
        }
    }
}
