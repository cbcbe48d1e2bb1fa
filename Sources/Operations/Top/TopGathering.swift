import Faults
import Model
import Stores

/// Asks the services what they are at. It reads, and a service that does not answer holds up nothing but its own part.
package struct TopGathering: Sendable {
    private let services: Services
    private let patience: Duration
    /// Jobs looked at for their errors.
    static let sample = 500

    /// - Parameter patience: how long one service may take.
    package init(_ services: Services, patience: Duration = .seconds(2)) {
        self.services = services
        self.patience = patience
    }

    package func frame() async -> TopFrame {
        async let jobs = part("sidekiq", jobsAddress) { try await self.jobs() }
        async let database = part("postgres", services.primary.address) { try await self.database() }
        async let media = part("postgres", services.primary.address) { try await self.media() }
        var frame = TopFrame(domain: services.localDomain, time: .now)
        for trouble in [
            await jobs.into(&frame.jobs), await database.into(&frame.database),
            await media.into(&frame.mediaOfLastHour),
        ].compactMap(\.self) where !frame.troubles.contains(where: { $0.service == trouble.service }) {
            frame.troubles.append(trouble)
        }
        return frame
    }

    private enum Part<Value: Sendable>: Sendable {
        case told(Value)
        case trouble(TopFrame.Trouble)

        /// - Returns: why there is nothing.
        func into(_ place: inout Value?) -> TopFrame.Trouble? {
            switch self {
            case .told(let value):
                place = value
                return nil
            case .trouble(let trouble): return trouble
            }
        }
    }

    private func part<Value: Sendable>(
        _ service: String, _ address: String, _ ask: @escaping @Sendable () async throws -> Value
    ) async -> Part<Value> {
        let told: Part<Value>? = await withinTime(patience) {
            do {
                return .told(try await ask())
            } catch {
                let fault = services.explain(error, address)
                return .trouble(
                    .init(service: service, reason: ([fault.message] + fault.notes).joined(separator: ": ")))
            }
        }
        return told
            ?? .trouble(.init(service: service, reason: "\(address) does not answer within \(patience.brief)"))
    }

    private var sidekiq: Services.Redis? { services.redis.first { $0.name == "sidekiq" } }
    private var jobsAddress: String { sidekiq?.address ?? "" }

    private func jobs() async throws -> TopFrame.Jobs {
        guard let sidekiq else { throw Fault(.unreachable, "no Redis holds jobs") }
        // The release decides about a namespace alone, and PostgreSQL may be what is down.
        let store = JobStore<ReadOnly>(
            sidekiq.server, release: nil, namespace: RedisNamespace(services.namespace, release: nil))
        let now = UTCTime.now
        let work = try await store.workload(at: now)
        let retries = try await store.sampleRetries(most: Self.sample)
        return TopFrame.Jobs(
            queues: work.queues.map { .init(name: $0.name, size: $0.size, latency: $0.latency) },
            processes: work.workers.map { worker in
                .init(
                    identity: worker.identity, busy: worker.busy, threads: worker.threads, memory: worker.memory,
                    isQuiet: worker.isQuiet, silence: worker.beat.map { max(now.seconds - $0, 0) })
            },
            scheduled: work.scheduled, retries: work.retries, dead: work.dead, processedToday: work.processedToday,
            failedToday: work.failedToday, failures: Self.failures(retries), failuresLookedAt: retries.count)
    }

    /// The most frequent first.
    static func failures(_ jobs: [JobRecord]) -> [TopFrame.Failure] {
        let groups = Dictionary(grouping: jobs) { [$0.errorClass ?? "unknown", $0.shortName] }
        return groups.map { TopFrame.Failure(errorClass: $0.key[0], worker: $0.key[1], count: $0.value.count) }
            .sorted { ($1.count, $0.errorClass, $0.worker) < ($0.count, $1.errorClass, $1.worker) }
    }

    private func database() async throws -> TopFrame.Database {
        let activity = try await services.primary.activity()
        return TopFrame.Database(
            connections: activity.connections, limit: activity.limit, active: activity.active,
            idleInTransaction: activity.idleInTransaction, waiting: activity.waiting,
            transactions: activity.transactions, size: activity.size,
            statements: activity.works.map {
                .init(
                    processID: $0.processID, seconds: $0.seconds, state: $0.state, blockers: $0.blockers,
                    statement: $0.statement)
            })
    }

    private func media() async throws -> TopFrame.Media {
        let growth = try await services.primary.mediaGrowth(since: UTCTime(UTCTime.now.seconds - 3_600))
        return TopFrame.Media(files: growth.files, bytes: growth.bytes, remoteBytes: growth.remoteBytes)
    }
}
