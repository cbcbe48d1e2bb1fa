import Model
import Redis
import Support
import Testing

@testable import Stores

@Suite(.enabled(if: TestServers.areInstalled, "PostgreSQL and Redis are not installed")) struct CacheStoreTests {
    @Test func `the rendered copies of the posts go, and nothing else`() async throws {
        let settings = try await TestServers.shared.redisSettings()
        let redis = try await RedisConnection.connect(settings)
        for key in ["cache:v3:statuses/1", "cache:v3:statuses/2", "cache:v3:statuses/3", "v3:statuses/1"] {
            try await redis.command(["SET", RedisArgument(key), "x"])
        }
        let warnings = SiteWarnings()
        let cache = CacheStore<ReadWrite>(
            LazyRedis(settings), keys: CacheKeys(RedisNamespace(nil, release: .v4_6)), warnings: warnings)
        await cache.forget(statuses: [1, 3, 3, 99])
        let left = try await redis.command(["KEYS", "*"]).texts ?? []
        #expect(Set(left) == ["cache:v3:statuses/2", "v3:statuses/1"])
        #expect(warnings.told == [])
        await redis.close()
    }

    @Test func `a Redis that is down costs one warning and no more`() async throws {
        let heard = Counter()
        let warnings = SiteWarnings { _ in heard.add(1) }
        let cache = CacheStore<ReadWrite>(
            LazyRedis(RedisSettings(host: "127.0.0.1", port: 1)), keys: CacheKeys(RedisNamespace(nil, release: nil)),
            warnings: warnings)
        for id in Int64(1)...50 { await cache.forget(statuses: [id]) }
        #expect(warnings.told.count == 1)
        #expect(heard.value == 1)
        #expect(warnings.told.first?.contains("10 minutes") == true)
    }
}
