import Faults
import Model
import Stores

/// What the checks of one run look at. What several of them ask is asked once.
package final class Inspection: Sendable {
    let services: Services
    let now: UTCTime
    /// From where on something is found, by the ids of checks, where a profile says otherwise.
    let limits: [String: Double]
    /// Why nothing is written where the services have no door for probes.
    let whyNoProbe: String
    private let memory = Recollection()

    package init(_ services: Services, limits: [String: Double] = [:], whyNoProbe: String, now: UTCTime = .now) {
        self.services = services
        self.limits = limits
        self.whyNoProbe = whyNoProbe
        self.now = now
    }

    func limit(of check: Check) -> Double { limits[check.id] ?? check.limit?.value ?? 0 }

    func recall<Value: Sendable>(
        _ key: String, _ make: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await memory.recall(key, make)
    }

    /// Ends what is still being asked.
    func forget() async { await memory.forget() }

    // MARK: - the database

    func database() async throws -> DatabaseState {
        try await recall("database") { [services] in try await services.primary.state() }
    }

    func schema() async throws -> LiveSchema {
        try await recall("schema") { [services] in try await services.primary.schema() }
    }

    /// Nil when it cannot be told.
    func release() async -> MastodonRelease? {
        guard let schema = try? await schema() else { return nil }
        return schema.release ?? MastodonRelease.allCases.last { $0.schemaVersion <= schema.version }
    }

    /// `Mastodon 4.6`; nil when the database was not reached.
    package var releaseInWords: String? {
        get async { try? await schema().releaseInWords }
    }

    func tables() async throws -> [TableState] {
        try await recall("tables") { [services] in try await services.primary.tables() }
    }

    func objects() async throws -> SchemaObjects {
        try await recall("objects") { [services] in try await services.primary.objects() }
    }

    /// `max_connections` and others, as `pg_settings` has them.
    func settings() async throws -> [String: String] {
        try await recall("settings") { [services] in try await services.primary.settings() }
    }

    /// - Returns: nil when the tables or columns it asks for are not in this schema.
    func measures(_ question: HealthQuestion, limit: Double, patience: Duration) async throws -> Measures? {
        let schema = try await schema()
        guard question.fits(schema) else { return nil }
        return try await services.primary.measures(question, limit: limit, patience: patience)
    }

    // MARK: - Redis

    var jobs: Services.Redis? { services.redis.first { $0.name == "sidekiq" } }
    var base: Services.Redis? { services.redis.first { $0.name == "redis" } }

    /// Redis servers that differ, each under the first of its names.
    var redisServers: [Services.Redis] {
        var seen: [Services.Redis] = []
        for redis in services.redis where !seen.contains(where: { $0.server === redis.server }) { seen.append(redis) }
        return seen
    }

    func state(of redis: Services.Redis) async throws -> RedisState {
        try await recall("redis \(redis.name)") { try await redis.server.state() }
    }

    func jobStore() async -> JobStore<ReadOnly>? {
        guard let jobs else { return nil }
        let release = await release()
        return JobStore(
            jobs.server, release: release, namespace: RedisNamespace(services.namespace, release: release))
    }

    func workload() async throws -> Workload {
        let store = await jobStore()
        return try await recall("workload") { [now] in
            guard let store else { throw Fault(.unreachable, "no Redis holds jobs") }
            return try await store.workload(at: now)
        }
    }

    // MARK: - the machine

    /// The server's machine: this one, unless its services are brought from another.
    ///
    /// - Parameter more: words of `MachineReport.script`.
    /// - Throws: `Fault(.unreachable)` when the other one tells nothing.
    func machine(_ more: [String] = []) async throws -> Machine {
        guard let ask = services.farMachine else { return services.machine }
        let media = services.storage.kind == "filesystem" ? [services.storage.place] : []
        let words = (["/tmp", "/var"] + media).map { "place:\($0)" } + more
        return try await recall("machine \(more)") { try await ask(words) }
    }

    /// The one that has the folder of media.
    func mediaMachine() async throws -> Machine { services.farMachine == nil ? Machine() : try await machine() }

    // MARK: - backups

    /// All backups, the newest first.
    func backupEntries() async throws -> [BackupEntry] {
        let watch = services.backups
        return try await recall("backups") { try await watch?.archive.entries() ?? [] }
    }

    // MARK: - what is needed

    /// Why a need is not met: nothing to look at, or something that cannot be reached. Nil when it is met.
    func obstacle(_ need: Check.Need) async -> Verdict? {
        switch need {
        case .database: await reach("PostgreSQL was not reached") { _ = try await self.schema() }
        case .redis:
            await reach("Redis was not reached") {
                guard let base = self.base else { throw Fault(.unreachable, "no Redis") }
                _ = try await self.state(of: base)
            }
        case .jobs:
            await reach("Sidekiq's Redis was not reached") {
                guard let jobs = self.jobs else { throw Fault(.unreachable, "no Redis") }
                _ = try await self.state(of: jobs)
            }
        case .storage: nil
        case .search: services.search == nil ? .skipped("the server searches without Elasticsearch") : nil
        case .api: adminObstacle
        case .variables:
            services.variables == nil ? .skipped("no env file was read, so there is none to look at") : nil
        case .backups: services.backups == nil ? .skipped("no place for backups is configured") : nil
        case .secrets:
            services.variables?.holdsSecrets == true
                ? nil : .skipped("the server's own secrets are in no env file that was read")
        case .production:
            services.isProduction
                ? nil : .skipped("\(services.localDomain ?? "the server") is a name nobody can own, so this is a trial")
        }
    }

    private var adminObstacle: Verdict? {
        guard services.lanes.contains("api") else { return .skipped("the profile does not allow the lane api") }
        return services.admin == nil ? .skipped("no token for the Admin API is configured") : nil
    }

    private func reach(_ words: String, _ ask: () async throws -> Void) async -> Verdict? {
        do {
            try await ask()
            return nil
        } catch {
            return .unseen(words)
        }
    }
}

/// Answers that are kept, each asked for once.
private actor Recollection {
    private var tasks: [String: Task<any Sendable, any Error>] = [:]

    func recall<Value: Sendable>(
        _ key: String, _ make: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let task = tasks[key] ?? Task { try await make() }
        tasks[key] = task
        guard let value = try await task.value as? Value else { throw Fault(.ourBug, "another answer than was asked") }
        return value
    }

    func forget() {
        for task in tasks.values { task.cancel() }
    }
}
