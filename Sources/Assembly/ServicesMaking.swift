import Configuration
import Postgres
import Stores

/// Builds the services of a configured instance; nothing is connected yet.
package struct ServicesMaking {
    private let configuration: Configuration
    private let purpose: String

    /// - Parameter purpose: what this run is called in PostgreSQL's own lists: `mastoctl doctor`.
    package init(_ configuration: Configuration, purpose: String) {
        self.configuration = configuration
        self.purpose = purpose
    }

    /// - Parameter mayProbe: whether something may be written to see whether writing works.
    package func services(mayProbe: Bool) -> Services {
        let redis = RedisServers(configuration)
        let cache = configuration.cacheRedis == configuration.redis ? redis.base : redis.cache
        let folders = StateFolders(configuration).journals
        let translation = FaultTranslation(configuration)
        return Services(
            localDomain: configuration.identity.localDomain, primary: database(configuration.postgres),
            replica: configuration.replica.map(database),
            redis: [
                .init(name: "redis", address: configuration.redis.address, server: redis.base),
                .init(name: "sidekiq", address: configuration.sidekiqRedis.address, server: redis.jobs),
                .init(name: "cache", address: configuration.cacheRedis.address, server: cache),
            ],
            namespace: configuration.redisNamespace, storage: storage, search: search, stateFolders: folders,
            journal: Journal(folders: folders),
            requiresTLS: ["require", "verify-ca", "verify-full"].contains(configuration.postgres.sslmode),
            lanes: configuration.lanes.allowed.map(\.rawValue), hasAPIToken: configuration.lanes.apiToken != nil,
            probes: mayProbe ? ProbeDoor() : nil
        ) { error, address in translation.fault(for: error, at: address) }
    }

    private func database(_ settings: PostgresSettings) -> DatabaseServer {
        DatabaseServer(ConnectionSettings(settings, purpose: purpose), address: settings.address)
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

    private var search: SearchServer? {
        let settings = configuration.elasticsearch
        guard settings.isEnabled else { return nil }
        return SearchServer(
            url: settings.url, address: settings.address, user: settings.user,
            password: settings.password?.reveal(), caFile: settings.caFile)
    }
}
