import Assembly
import Configuration
import Faults
import Model
import Postgres
import Redis
import Sandbox
import Stores
import Support
import Synchronization

@testable import Operations

/// An empty instance with a handful of remote attachments, and what is needed to run `media refresh` on it.
struct RefreshBench {
    let instance: TestInstance
    let database: PostgresConnection
    let redis: RedisConnection
    let redisSettings: Redis.RedisSettings

    /// Accounts 1 (local) and 2 to 6 of remote domains; attachments are made by `attach`.
    static func make(
        release: MastodonRelease = .v4_6, redis settings: Redis.RedisSettings? = nil
    ) async throws -> RefreshBench {
        let instance = try await TestInstance.make(release: release, size: .empty)
        let database = try await instance.connect()
        let domains = [nil, "a.example", "sub.a.example", "b.example", "blocked.example", "ok.blocked.example"]
        for (index, domain) in domains.enumerated() {
            try await database.execute(
                """
                insert into accounts (id, username, domain, created_at, updated_at)
                values (\(index + 1), \("User\(index + 1)"), \(domain), now(), now())
                """)
        }
        let standard = try await TestServers.shared.redisSettings()
        let redisSettings = settings ?? standard
        return RefreshBench(
            instance: instance, database: database, redis: try await RedisConnection.connect(redisSettings),
            redisSettings: redisSettings)
    }

    func attach(_ id: Int64, to account: Int?, url: String = "https://a.example/x.png", file: String? = nil)
        async throws
    {
        try await database.execute(
            """
            insert into media_attachments (id, account_id, remote_url, file_file_name, created_at, updated_at)
            values (\(id), \(account), \(url), \(file), now(), now())
            """)
    }

    /// What the server's worker does to a row whose file comes.
    func store(_ id: Int64) async throws {
        try await database.execute(
            """
            update media_attachments
            set file_file_name = \("f\(SidekiqJob.newID()).png"), file_file_size = 100, file_updated_at = now()
            where id = \(id)
            """)
    }

    /// A stand-in whose files come unless `ending` says otherwise.
    func standIn(
        prefix: String = "", version: String? = "8.1.6",
        ending: @escaping @Sendable (Int64) -> SidekiqStandIn.Ending = { _ in .done }
    ) async throws -> SidekiqStandIn {
        let connection = try await RedisConnection.connect(redisSettings)
        return SidekiqStandIn(connection, prefix: prefix, version: version) { name, id in
            guard name == "RedownloadMediaWorker" else { return .dead }
            let end = ending(id)
            if end == .done { try await store(id) }
            return end
        }
    }

    func run(
        _ operation: some Operations.Operation, mode: RunMode = .apply, namespace: String? = nil,
        cache: String? = nil, pace: Pace = Pace(concurrency: 2),
        stopping: Stopping = Stopping(), tell: @escaping @Sendable (Event) -> Void = { _ in }
    ) async throws -> Report {
        var environment = [
            "REDIS_URL":
                "redis://\(redisSettings.address.host):\(redisSettings.address.port)/\(redisSettings.database)",
            "XDG_STATE_HOME": instance.folder,
        ]
        environment["REDIS_NAMESPACE"] = namespace
        environment["CACHE_REDIS_URL"] = cache
        let configuration = try Configuration.load(
            overrides: [
                Override(flag: "--env-file", key: "env_file", value: instance.environmentFile),
                Override(flag: "--state", key: "run.state_dir", value: "\(instance.folder)/state"),
            ], environment: environment, files: SystemFileReader())
        let opening = InstanceOpening(configuration, purpose: "test")
        let runner = Runner(
            opening: opening, mode: mode, pace: pace, consent: Agreed(), stopping: stopping, words: { _ in [] },
            tell: tell)
        do {
            let report = try await runner.run(operation)
            await opening.close()
            return report
        } catch {
            await opening.close()
            throw error
        }
    }

    func close() async {
        await database.close()
        await redis.close()
    }

    private struct Agreed: Consenting {
        var canAsk: Bool { true }
        func consent(to card: Card, _ survey: Survey) async throws {}
    }
}
