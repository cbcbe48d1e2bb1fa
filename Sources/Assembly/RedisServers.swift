import Configuration
// Both modules have settings of this name; the bare one is the configured one.
import struct Configuration.RedisSettings
import Redis
import Stores

/// The three Redis configurations of an instance. Feeds and jobs share a connection when they share a database.
struct RedisServers: Sendable {
    /// Feeds, streaming, locks.
    let base: LazyRedis
    /// Sidekiq's queues.
    let jobs: LazyRedis
    /// Rails' cache.
    let cache: LazyRedis

    init(_ configuration: Configuration) {
        base = LazyRedis(Redis.RedisSettings(configuration.redis))
        jobs =
            configuration.sidekiqRedis == configuration.redis
            ? base : LazyRedis(Redis.RedisSettings(configuration.sidekiqRedis))
        // Nothing is lost when rendered copies cannot be deleted, so nothing waits long for this one.
        var brief = Redis.RedisSettings(configuration.cacheRedis)
        brief.connectTimeout = .seconds(2)
        brief.timeout = .seconds(5)
        cache = LazyRedis(brief)
    }

    func close() async {
        await base.close()
        await jobs.close()
        await cache.close()
    }
}

extension Redis.RedisSettings {
    /// The driver's settings for a configured server.
    init(_ settings: RedisSettings) {
        self.init()
        switch settings.target {
        case .server(let host, let port): address = Address(host: host, port: port)
        case .socket(let path): socket = path
        case .sentinels(let master, let endpoints, let user, let password):
            sentinels = endpoints.map { Address(host: $0.host, port: $0.port) }
            masterName = master
            sentinelUser = user
            sentinelPassword = password?.reveal()
        }
        user = settings.user
        password = settings.password?.reveal()
        database = settings.database
        usesTLS = settings.usesTLS
        rootCertificate = settings.caFile
    }
}
