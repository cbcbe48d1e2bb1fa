import struct Configuration.RedisSettings
import Redis

extension Redis.RedisSettings {
    /// The driver's settings for a configured Redis.
    init(_ settings: RedisSettings) {
        self.init()
        database = settings.database
        user = settings.user
        password = settings.password?.reveal()
        usesTLS = settings.usesTLS
        rootCertificate = settings.caFile
        switch settings.target {
        case .server(let host, let port): address = Address(host: host, port: port)
        case .socket(let path): socket = path
        case .sentinels(let master, let places, let user, let password):
            masterName = master
            sentinels = places.map { Address(host: $0.host, port: $0.port) }
            sentinelUser = user
            sentinelPassword = password?.reveal()
        }
    }
}
