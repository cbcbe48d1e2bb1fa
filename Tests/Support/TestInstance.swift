import Faults
import Glibc
import Model
import Postgres
import Processes
import Redis
import S3
import Sandbox

/// An instance of a test's own: a database, a Redis database and a media root, with an env file that names them.
///
///     let instance = try await TestInstance.make(release: .v4_4, size: .small)
package struct TestInstance: Sendable {
    package enum Size: Sendable {
        /// All tables, no rows, no files.
        case empty
        /// Some of everything, with a quarter of a small sandbox's posts and files: most tests plant all of them, compare
        /// them twice and remove them.
        case usual
        /// `Population(.small)` with its files.
        case small

        func population(_ release: MastodonRelease) -> Population? {
            var population = Population(.small, release: release, now: TestServers.now)
            switch self {
            case .empty: return nil
            case .usual:
                population.counts.statuses /= 4
                population.counts.attachments /= 4
            case .small: break
            }
            return population
        }
    }

    package enum Storage: Sendable {
        case filesystem
        /// A bucket of its own; the test needs `.enabled(if: TestServers.hasS3)`.
        case s3
    }

    package var release: MastodonRelease
    /// What it was filled with, nil when empty.
    package var population: Population?
    package var database: ConnectionSettings
    package var redisPort: Int
    /// The number of its Redis database.
    package var redisDatabase: Int
    /// Holds the media root and the env file; removed when the instance is.
    package var folder: String
    private let tenancy: Tenancy
    /// Its bucket, when the files are in one.
    package var bucket: S3Settings?
    package var mediaRoot: String { "\(folder)/media" }
    /// As a server's `.env.production`.
    package var environmentFile: String { "\(folder)/env.production" }

    /// Makes one; ages count from `TestServers.now`.
    package static func make(
        release: MastodonRelease = .usual, size: Size = .usual, storage: Storage = .filesystem
    ) async throws -> TestInstance {
        try await make(release: release, population: size.population(release), storage: storage)
    }

    /// Makes one with a population of its own making, without files unless `hasFiles`.
    package static func make(
        population: Population, hasFiles: Bool = true, storage: Storage = .filesystem
    ) async throws -> TestInstance {
        try await make(
            release: population.release, population: population, hasFiles: hasFiles, storage: storage)
    }

    private static func make(
        release: MastodonRelease, population: Population?, hasFiles: Bool = true, storage: Storage
    ) async throws -> TestInstance {
        await Tenancy.enter()
        let servers = try await TestServers.shared.running()
        let number = await TestServers.shared.number()
        async let database = TestServers.shared.database(release, population: population)
        let folder = "\(servers.folder)/instance\(number)"
        guard mkdir(folder, 0o755) == 0, mkdir("\(folder)/media", 0o755) == 0 else {
            throw Fault(.inputOutput, "cannot make \(folder)")
        }
        var bucket: S3Settings?
        if storage == .s3 {
            let settings = try await TestServers.shared.s3().settings(bucket: "test-\(number)")
            bucket = settings
            let client = S3Client(settings)
            defer { client.close() }
            try await client.createBucket()
            if let population, hasFiles { _ = try await population.plant(by: BucketPlanter(client)) }
        } else if let population, hasFiles {
            _ = try await population.plant(by: DirectoryPlanter(root: "\(folder)/media"))
        }
        let settings = try await database
        let instance = TestInstance(
            release: release, population: population, database: settings, redisPort: servers.redis.port,
            redisDatabase: number, folder: folder, tenancy: Tenancy(database: settings, folder: folder), bucket: bucket)
        if let population {
            let connection = try await RedisConnection.connect(instance.redis)
            try await population.load(into: connection)
            await connection.close()
        }
        try instance.write(instance.environment.map { "\($0)=\($1)\n" }.joined(), to: instance.environmentFile)
        return instance
    }

    /// Names and values of the env file.
    package var environment: [(String, String)] {
        let storage: [(String, String)] =
            if let bucket, let endpoint = bucket.endpoint {
                [
                    ("S3_ENABLED", "true"), ("S3_BUCKET", bucket.bucket), ("S3_ENDPOINT", endpoint),
                    ("S3_REGION", bucket.region), ("S3_PROTOCOL", "http"),
                    ("S3_HOSTNAME", String(endpoint.dropFirst("http://".utf8.count))),
                    ("AWS_ACCESS_KEY_ID", bucket.accessKey), ("AWS_SECRET_ACCESS_KEY", bucket.secretKey),
                ]
            } else {
                [("PAPERCLIP_ROOT_PATH", mediaRoot)]
            }
        return [
            ("LOCAL_DOMAIN", "sandbox.example"), ("DB_HOST", database.host ?? ""), ("DB_PORT", database.port ?? ""),
            ("DB_NAME", database.database ?? ""), ("DB_USER", database.user ?? ""), ("DB_PASS", ""),
            ("REDIS_URL", "redis://127.0.0.1:\(redisPort)/\(redisDatabase)"),
        ] + Population.encryption + storage
    }

    package var redis: RedisSettings {
        var settings = RedisSettings(host: "127.0.0.1", port: redisPort)
        settings.database = redisDatabase
        return settings
    }

    package func connect() async throws -> PostgresConnection {
        try await PostgresConnection.connect(database)
    }

    /// Drops the database and removes the files before the process ends; for big ones.
    package func remove() async throws {
        var settings = database
        settings.database = "postgres"
        let connection = try await PostgresConnection.connect(settings)
        try await connection.execute("drop database \(identifier: database.database ?? "") with (force)")
        await connection.close()
        _ = try await ChildProcess.run("/bin/rm", ["-rf", "--", folder])
    }

    private func write(_ text: String, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Fault(.inputOutput, "cannot write \(path)") }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
            throw Fault(.inputOutput, "cannot write \(path)")
        }
    }
}
