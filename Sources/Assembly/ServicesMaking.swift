import Configuration
import HTTP
import Model
import Postgres
import Stores

/// Builds the services of a configured instance; nothing is connected yet.
package struct ServicesMaking {
    private let configuration: Configuration
    private let purpose: String
    private let environment: [String: String]

    /// - Parameters:
    ///   - purpose: what this run is called in PostgreSQL's own lists: `mastoctl doctor`.
    ///   - environment: of this process, for what the place of the backups wants to know.
    package init(_ configuration: Configuration, purpose: String, environment: [String: String] = [:]) {
        self.configuration = configuration
        self.environment = environment
        self.purpose = purpose
    }

    /// Lends the services, and closes them; where they are brought by ssh, it ends with them.
    ///
    /// - Parameter mayProbe: whether something may be written to see whether writing works.
    /// - Throws: what `Tunnel.open` and the body throw.
    package func lend<Value>(mayProbe: Bool = false, _ body: (Services) async throws -> Value) async throws -> Value {
        guard let tunnel = Tunnel(configuration) else {
            return try await Self.lend(try services(mayProbe: mayProbe), body)
        }
        do {
            try await tunnel.open()
            var services = try services(through: tunnel.inside, mayProbe: mayProbe)
            services.farMachine = { try await tunnel.machine($0) }
            let value = try await Self.lend(services, body)
            await tunnel.close()
            return value
        } catch {
            await tunnel.close()
            throw error
        }
    }

    private static func lend<Value>(
        _ services: Services, _ body: (Services) async throws -> Value
    ) async throws -> Value {
        do {
            let value = try await body(services)
            await close(services)
            return value
        } catch {
            await close(services)
            throw error
        }
    }

    /// One that hangs does not hold up the answer.
    private static func close(_ services: Services) async {
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        Task {
            await services.close()
            end.finish()
        }
        let clock = Task {
            try? await Task.sleep(for: .seconds(2))
            end.finish()
        }
        for await _ in ends {}
        clock.cancel()
    }

    package func services(mayProbe: Bool) throws -> Services {
        try services(through: configuration, mayProbe: mayProbe)
    }

    /// - Parameter reached: what connections are made by; the configuration says what people are told.
    private func services(through reached: Configuration, mayProbe: Bool) throws -> Services {
        let redis = RedisServers(reached)
        let cache = configuration.cacheRedis == configuration.redis ? redis.base : redis.cache
        let folders = StateFolders(configuration).journals
        let translation = FaultTranslation(configuration)
        var services = Services(
            localDomain: configuration.identity.localDomain,
            primary: database(reached.postgres, configuration.postgres),
            replica: replica(reached),
            redis: [
                .init(name: "redis", address: configuration.redis.address, server: redis.base),
                .init(name: "sidekiq", address: configuration.sidekiqRedis.address, server: redis.jobs),
                .init(name: "cache", address: configuration.cacheRedis.address, server: cache),
            ],
            namespace: configuration.redisNamespace, storage: storage, search: search(reached), stateFolders: folders,
            journal: Journal(folders: folders),
            requiresTLS: configuration.postgres.requiresTLS,
            lanes: configuration.lanes.allowed.map(\.rawValue), hasAPIToken: configuration.lanes.apiToken != nil,
            probes: mayProbe ? ProbeDoor() : nil
        ) { error, address in translation.fault(for: error, at: address) }
        services.variables = configuration.variables
        services.doubts = configuration.findings().filter { $0.severity != .note }.map {
            ($0.severity == .problem, $0.text, $0.help)
        }
        services.mediaAddress = mediaAddress
        services.mail = try configuration.mailRelayInReach
        services.backups = try backups
        services.admin = admin(reached)
        if let local = configuration.identity.localDomain {
            var settings = HTTPClient.Settings()
            settings.detours = try configuration.detours()
            services.site = WebSite(
                localDomain: local, webDomain: configuration.identity.webDomain ?? local, settings)
            services.secure = SecureServers(settings)
            if settings.detours.isEmpty { services.names = NameServers() }
        }
        return services
    }

    /// Whole, also where the server serves its files itself.
    private var mediaAddress: String? {
        guard let address = configuration.storage.address else { return nil }
        guard address.hasPrefix("/") else { return address }
        return configuration.identity.baseURL.map { $0 + address }
    }

    private func admin(_ reached: Configuration) -> AdminServer? {
        guard configuration.lanes.apiToken != nil else { return nil }
        let address = configuration.lanes.apiSocket ?? (try? configuration.lanes.address().description) ?? ""
        return AdminServer(address: address) {
            try AdminMaking(reached).client(isPatient: false) { _ in }
        }
    }

    private func replica(_ reached: Configuration) -> DatabaseServer? {
        guard let way = reached.replica, let told = configuration.replica else { return nil }
        return database(way, told)
    }

    private func database(_ reached: PostgresSettings, _ told: PostgresSettings) -> DatabaseServer {
        DatabaseServer(ConnectionSettings(reached, purpose: purpose), address: told.address)
    }

    private var storage: LazyObjects {
        let place =
            switch configuration.storage {
            case .filesystem(let root, _): root
            case .s3(let bucket): bucket.place
            case .swift(let container, _, _): container
            case .azure(let account, let container, _): "\(account)/\(container)"
            }
        return LazyObjects(kind: configuration.storage.kind, place: place) { [configuration] in
            try ObjectStoreMaking(configuration).store()
        }
    }

    private var backups: BackupWatch? {
        get throws {
            guard configuration.backup.repository != nil, let path = configuration.backup.passwordFile else {
                return nil
            }
            let making = BackupMaking(configuration, environment: environment, purpose: purpose)
            return BackupWatch(try making.archive(), passwordPath: path)
        }
    }

    private func search(_ reached: Configuration) -> SearchServer? {
        let settings = reached.elasticsearch
        guard settings.isEnabled else { return nil }
        return SearchServer(
            url: settings.url, address: settings.address, user: settings.user,
            password: settings.password?.reveal(), caFile: settings.caFile,
            socket: settings.socket)
    }
}
