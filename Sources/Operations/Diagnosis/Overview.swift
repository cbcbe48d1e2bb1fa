import Faults
import Model
import Stores

/// Gathers what `mastoctl instance` tells; a service that is down leaves a gap, not an error.
package struct Overview: Sendable {
    private let services: Services

    package init(_ services: Services) {
        self.services = services
    }

    package func overview() async -> InstanceOverview {
        async let replica = replica()
        async let redis = redis()
        async let storage = storage()
        async let search = search()
        var overview = InstanceOverview(
            domain: services.localDomain, storageKind: services.storage.kind, storagePlace: services.storage.place)
        var release: MastodonRelease?
        let direct = await database(&overview, &release)
        overview.services += await replica + redis + storage + search
        let workers = await sidekiq(release)
        overview.sidekiq = workers.map(InstanceOverview.Sidekiq.init)
        overview.lanes = services.lanes.map { name in
            let hurdle: String? =
                switch name {
                case "api": services.hasAPIToken ? nil : "no token is configured (lanes.api_token)"
                case "jobs": jobsHurdle(workers)
                default: direct
                }
            return InstanceOverview.Lane(name: name, isAvailable: hurdle == nil, reason: hurdle ?? "")
        }
        return overview
    }

    private func jobsHurdle(_ workers: JobOverview?) -> String? {
        guard let workers else { return "Sidekiq's Redis does not answer" }
        return workers.processes.isEmpty ? "no Sidekiq process is registered" : nil
    }

    private func service(
        _ name: String, _ address: String, _ ask: () async throws -> (latency: Double, detail: String)
    ) async -> InstanceOverview.Service {
        do {
            let answer = try await ask()
            return InstanceOverview.Service(
                name: name, address: address, state: .up,
                milliseconds: (answer.latency * 100_000).rounded() / 100, detail: answer.detail)
        } catch {
            let fault = services.explain(error, address)
            return InstanceOverview.Service(
                name: name, address: address, state: .down,
                detail: ([fault.message] + fault.notes).joined(separator: ": "))
        }
    }

    /// - Returns: why the direct lane cannot be taken, nil when it can.
    private func database(_ overview: inout InstanceOverview, _ release: inout MastodonRelease?) async -> String? {
        let server = services.primary
        var found: DatabaseState?
        overview.services.append(
            await service("postgres", server.address) {
                let state = try await server.state()
                found = state
                let pooled = state.isPooled ? ", through a pooler" : ""
                return (state.latency, "PostgreSQL \(state.versionText)\(state.isEncrypted ? ", TLS" : "")\(pooled)")
            })
        guard let found else { return "PostgreSQL does not answer" }
        overview.databaseBytes = found.size
        do {
            let schema = try await server.schema()
            overview.release = schema.releaseInWords
            overview.schemaVersion = schema.version
            overview.fork = schema.extras.fork
            overview.more = schema.extras.inWords
            overview.extraTables = schema.extras.tables
            overview.extraColumns = schema.extras.columns
            overview.extraMigrations = schema.extras.migrations
            release = schema.release
            let tables = try await server.tables()
            overview.tables = tables.prefix(10).map { .init(name: $0.name, rows: $0.rows, bytes: $0.bytes) }
            func estimate(_ name: String) -> Int64? { tables.first { $0.name == name }?.rows }
            overview.accounts = estimate("accounts")
            overview.statuses = estimate("statuses")
            overview.mediaAttachments = estimate("media_attachments")
            if !Check.mayWrite(found, tables) { return "the role \(found.role) may not change media" }
            try schema.requireWritable(Check.changed, allowing: nil)
            return nil
        } catch {
            return services.explain(error, server.address).message
        }
    }

    private func replica() async -> [InstanceOverview.Service] {
        guard let server = services.replica else { return [] }
        return [
            await service("replica", server.address) {
                let state = try await server.state()
                let lag =
                    !state.isStandby
                    ? "not a standby" : state.isCurrent ? "up to date" : "\(Int(state.behind)) s behind"
                return (state.latency, "PostgreSQL \(state.versionText), \(lag)")
            }
        ]
    }

    private func redis() async -> [InstanceOverview.Service] {
        var all: [InstanceOverview.Service] = []
        for redis in services.redis {
            let name = redis.name == "redis" ? "redis" : "redis (\(redis.name))"
            all.append(
                await service(name, redis.address) {
                    let state = try await redis.server.state()
                    return (state.latency, "Redis \(state.version)")
                })
        }
        return all
    }

    private func sidekiq(_ release: MastodonRelease?) async -> JobOverview? {
        guard let redis = services.redis.first(where: { $0.name == "sidekiq" }) else { return nil }
        let namespace = RedisNamespace(services.namespace, release: release)
        return try? await JobStore<ReadOnly>(redis.server, release: release, namespace: namespace).overview()
    }

    private func storage() async -> [InstanceOverview.Service] {
        let storage = services.storage
        return [
            await service("storage", storage.place) {
                let clock = ContinuousClock()
                let start = clock.now
                var pages = try await storage.store().list(prefix: "", after: nil).makeAsyncIterator()
                _ = try await pages.next()
                return ((clock.now - start).inSeconds, storage.kind)
            }
        ]
    }

    private func search() async -> [InstanceOverview.Service] {
        guard let server = services.search else { return [] }
        return [
            await service("elasticsearch", server.address) {
                let state = try await server.state()
                guard state.status == 200 else { throw Fault(.unreachable, "answers with status \(state.status)") }
                return (state.latency, state.version.isEmpty ? "answers" : "version \(state.version)")
            }
        ]
    }
}
