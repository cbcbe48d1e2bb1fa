import Redis
import Sandbox

extension TestServers {
    /// An empty database of the shared Redis.
    package func redisSettings() async throws -> RedisSettings {
        let servers = try await running()
        var settings = RedisSettings(host: servers.redis.host, port: servers.redis.port)
        settings.database = number()
        return settings
    }
}
