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
    /// The base again, for what does not wait for it.
    let locks: LazyRedis

    init(_ configuration: Configuration) {
        base = LazyRedis(Self.patient(configuration.redis))
        jobs =
            configuration.sidekiqRedis == configuration.redis
            ? base : LazyRedis(Self.patient(configuration.sidekiqRedis))
        // Nothing is lost when rendered copies cannot be deleted, so nothing waits long for this one.
        var brief = Redis.RedisSettings(configuration.cacheRedis)
        brief.connectTimeout = .seconds(2)
        brief.timeout = .seconds(5)
        cache = LazyRedis(brief)
        var quick = Redis.RedisSettings(configuration.redis)
        quick.connectTimeout = .seconds(2)
        quick.timeout = .seconds(2)
        locks = LazyRedis(quick)
    }

    /// One that hangs is known within a step's 30 s, tries included.
    private static func patient(_ settings: RedisSettings) -> Redis.RedisSettings {
        var patient = Redis.RedisSettings(settings)
        patient.timeout = .seconds(10)
        return patient
    }

    func close() async {
        await base.close()
        await jobs.close()
        await cache.close()
        await locks.close()
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
