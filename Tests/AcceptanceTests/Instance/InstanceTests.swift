import Faults
import Glibc
import Model
import Postgres
import Redis
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct InstanceTests {
    private func overview(_ program: Program) async throws -> (JSONValue, status: Int32) {
        let ending = try await program.run(["instance", "show", "--format", "json"])
        return (try #require(JSONValue(parsing: ending.output), "\(ending)"), ending.status)
    }

    private func named(_ name: String, in list: JSONValue?) -> JSONValue? {
        list?.array?.first { $0["name"]?.string == name }
    }

    @Test func `an instance is told with its size and its lanes`() async throws {
        let instance = try await TestInstance.make(release: .v4_5)
        let connection = try await instance.connect()
        try await connection.execute("analyze")
        await connection.close()
        let (answer, status) = try await overview(Program(for: instance, ["MASTOCTL_API_TOKEN": "s3cr3t"]))
        #expect(status == 0 && answer["release"]?.string == "Mastodon 4.5")
        #expect(answer["domain"]?.string == "sandbox.example" && answer["storage_kind"]?.string == "filesystem")
        #expect((answer["accounts"]?.integer ?? 0) > 0 && (answer["database_bytes"]?.integer ?? 0) > 1_000_000)
        #expect(named("api", in: answer["lanes"])?["is_available"] == .boolean(true))
        #expect(named("direct", in: answer["lanes"])?["is_available"] == .boolean(true))
        try await instance.remove()
    }

    @Test func `Sidekiq's processes open the lane of jobs`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let (before, _) = try await overview(Program(for: instance))
        #expect(named("jobs", in: before["lanes"])?["reason"]?.string == "no Sidekiq process is registered")
        var settings = RedisSettings(host: "127.0.0.1", port: instance.redisPort)
        settings.database = instance.redisDatabase
        let redis = try await RedisConnection.connect(settings)
        let info = #"{"hostname":"h","concurrency":7,"queues":["default"],"version":"8.0.1","identity":"h:1:a"}"#
        try await redis.command(["SADD", "processes", "h:1:a", "gone:2:b"])
        try await redis.command(["HSET", "h:1:a", "info", RedisArgument(info), "beat", "1.5", "quiet", "false"])
        // As a live process does with every beat; an entry without an expiry is nobody's.
        try await redis.command(["EXPIRE", "h:1:a", "60"])
        try await redis.command(["SADD", "queues", "default"])
        try await redis.command(["LPUSH", "queue:default", "{}", "{}"])
        await redis.close()
        let (answer, status) = try await overview(Program(for: instance))
        let sidekiq = answer["sidekiq"]
        #expect(status == 0 && sidekiq?["version"]?.string == "8.0.1" && sidekiq?["processes"]?.integer == 1)
        #expect(sidekiq?["threads"]?.integer == 7)
        #expect(named("default", in: sidekiq?["queues"])?["size"]?.integer == 2)
        #expect(named("jobs", in: answer["lanes"])?["is_available"] == .boolean(true))
    }

    @Test func `a service that is down leaves a gap`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let changes = ["REDIS_URL": "redis://127.0.0.1:1/0", "ES_ENABLED": "true", "ES_PORT": "1"]
        let (answer, status) = try await overview(Program(for: instance, changes))
        #expect(status == 1 && named("postgres", in: answer["services"])?["state"]?.string == "up")
        for name in ["redis", "elasticsearch"] {
            #expect(named(name, in: answer["services"])?["state"]?.string == "down", "\(name)")
        }
        #expect(answer["release"]?.string == "Mastodon \(MastodonRelease.usual.rawValue)" && answer["sidekiq"] == nil)
    }

    @Test func `version tells the libraries, and the instance when asked`() async throws {
        let instance = try await TestInstance.make(release: .v4_3, size: .empty)
        let program = Program(for: instance)
        let plain = try await Program().run(["version"])
        #expect(plain.status == 0 && plain.output.hasPrefix("mastoctl ") && plain.output.contains("libpq "))
        let known = try await program.run(["version", "--instance"])
        #expect(known.output.contains("instance sandbox.example: Mastodon 4.3 (schema 20241007071624)"), "\(known)")
        #expect(try await Program(for: instance, ["DB_PORT": "1"]).run(["version", "--instance"]).status == 69)
    }
}
