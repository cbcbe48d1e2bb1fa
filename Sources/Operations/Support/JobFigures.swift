import Faults
import Model
import Stores

/// What is told of jobs outside their server: how many, how old, of which class, how they failed. Arguments are counted,
/// never told.
struct JobFigures: Sendable {
    private let inspection: Inspection
    private let encode: @Sendable (any Encodable & Sendable) throws -> JSONValue

    init(_ inspection: Inspection, _ encode: @escaping @Sendable (any Encodable & Sendable) throws -> JSONValue) {
        self.inspection = inspection
        self.encode = encode
    }

    func document() async throws -> JSONValue {
        guard let store = await inspection.jobStore() else { throw Fault(.unreachable, "no Redis holds jobs") }
        let load = try await inspection.workload()
        let state = QueueState(load, bound: nil)
        var samples: [JSONValue] = []
        for queue in load.queues where queue.size > 0 {
            samples += try await store.sample(queue: queue.name, most: 5).map(Self.sample)
        }
        let retries = try await store.sampleRetries(most: 200)
        let schedules = try await store.schedules(of: inspection.release()).map { schedule in
            JSONValue.object([
                .init("name", .string(schedule.name)), .init("disabled", .boolean(schedule.isDisabled)),
                .init("last_run_at", schedule.last.map { .string("\(UTCTime($0))") } ?? .null),
            ])
        }
        let processes = load.workers.map { worker in
            JSONValue.object([
                .init("identity", .string(worker.identity)),
                .init("version", worker.version.map { .string($0) } ?? .null),
                .init("threads", .integer(Int64(worker.threads))), .init("busy", .integer(Int64(worker.busy))),
                .init("quiet", .boolean(worker.isQuiet)),
                .init("memory_bytes", worker.memory.map { .integer($0) } ?? .null),
                .init("queues", .array(worker.queues.map { .string($0) })),
            ])
        }
        return .object([
            .init("schema", "support.queues/1"), .init("state", try encode(state)),
            .init("processes", .array(processes)),
            .init("schedules", .array(schedules)), .init("errors", .array(Self.errors(retries))),
            .init("samples", .array(samples)), .init("retries", .array(retries.prefix(20).map(Self.sample))),
        ])
    }

    /// How often what failed with what, the most often first.
    private static func errors(_ jobs: [JobRecord]) -> [JSONValue] {
        let groups = Dictionary(grouping: jobs) { "\($0.worker) \($0.errorClass ?? "?")" }
        return groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { _, jobs in
            .object([
                .init("class", .string(jobs[0].worker)), .init("error", .string(jobs[0].errorClass ?? "?")),
                .init("jobs", .integer(Int64(jobs.count))),
            ])
        }
    }

    private static func sample(_ job: JobRecord) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("class", .string(job.worker)), .init("queue", .string(job.queue)),
            .init("arguments", .integer(Int64(job.arguments.count))), .init("tries", .integer(Int64(job.retries))),
        ]
        if let since = job.since { members.append(.init("since", .string("\(UTCTime(since))"))) }
        if let error = job.errorClass { members.append(.init("error", .string(error))) }
        if let message = job.errorMessage { members.append(.init("message", .string(String(message.prefix(300))))) }
        return .object(members)
    }
}
