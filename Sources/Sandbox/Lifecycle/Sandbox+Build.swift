import Faults
import Glibc
import Model
import Postgres
import Redis
import S3

extension Sandbox {
    static let databaseName = "mastodon_sandbox"
    static let databaseUser = "mastodon"
    static let bucketName = "mastodon-media"

    /// Starts the servers, fills them, writes the environment file.
    static func build(
        _ population: Population, size: Population.Size, in place: SandboxDirectory, hasBucket: Bool, hasFiles: Bool,
        progress: Progress
    ) async throws -> SandboxInstance {
        progress(hasBucket ? "starting PostgreSQL, Redis and Ceph's S3" : "starting PostgreSQL and Redis")
        let password = secret()
        let redisPassword = secret()
        async let postgres = startPostgres(in: place.path, password: password)
        async let redis = startRedis(in: place.path, password: redisPassword)
        async let s3 = hasBucket ? S3Server.start(in: "\(place.path)/s3", isDetached: true) : nil
        let mediaRoot = "\(place.path)/media"
        guard mkdir(mediaRoot, 0o755) == 0 else { throw DirectoryPlanter.fault("make", mediaRoot) }
        var instance = try await SandboxInstance(
            directory: place.path, release: population.release, size: size, databasePort: postgres.port,
            databaseName: databaseName, databaseUser: databaseUser, databasePassword: password,
            redisPort: redis.port, redisPassword: redisPassword, mediaRoot: mediaRoot,
            localDomain: population.localDomain)

        let server = try await s3
        instance.bucket = server.map { server in
            SandboxInstance.Bucket(
                endpoint: server.endpoint, name: bucketName, region: "us-east-1", accessKey: server.accessKey,
                secretKey: server.secretKey)
        }

        progress("making accounts, posts and media")
        try await makeDatabase(port: instance.databasePort, password: password)
        let settings = instance.databaseSettings
        async let rows = populate(settings, with: population)
        if let server {
            (instance.files, instance.bytes) = try await fillBucket(server, with: hasFiles ? population : nil)
        } else if hasFiles {
            (instance.files, instance.bytes) = try await population.plant(by: DirectoryPlanter(root: mediaRoot))
            try File.write("not a file of the server\n", to: "\(place.path)/outside.txt")
        }
        try await fillRedis(instance, with: population)
        instance.rows = try await rows
        try File.write(instance.environmentText, to: instance.environmentFile)
        try SandboxRecord(instance).write()
        return instance
    }

    /// Builds the schema and loads the rows: tables, rows, then indexes and foreign keys. Returns the number of rows.
    package static func populate(
        _ settings: ConnectionSettings, with population: Population
    ) async throws -> Int {
        let connection = try await PostgresConnection.connect(settings)
        do {
            let script = SchemaScript(population.release)
            try await connection.script(Script(trusted: script.tables))
            let rows = try await population.load(into: connection)
            try await connection.script(Script(trusted: script.constraints))
            try await population.settle(connection)
            await connection.close()
            return rows
        } catch {
            await connection.close()
            throw error
        }
    }

    private static func startPostgres(in path: String, password: String) async throws -> PostgresServer {
        var options = PostgresServer.Options()
        options.password = password
        options.isDetached = true
        options.settings = [
            "maintenance_work_mem": "256MB", "max_wal_size": "4GB", "checkpoint_timeout": "30min", "autovacuum": "on",
            "wal_level": "minimal", "max_wal_senders": "0",
        ]
        let directory = "\(path)/postgres"
        guard mkdir(directory, 0o711) == 0 || errno == EEXIST else { throw DirectoryPlanter.fault("make", directory) }
        return try await PostgresServer.start(in: directory, options: options)
    }

    private static func startRedis(in path: String, password: String) async throws -> RedisServer {
        var options = RedisServer.Options()
        options.password = password
        options.isDetached = true
        return try await RedisServer.start(in: "\(path)/redis", options: options)
    }

    private static func fillBucket(
        _ server: S3Server, with population: Population?
    ) async throws -> (files: Int, bytes: Int) {
        let client = S3Client(server.settings(bucket: bucketName))
        defer { client.close() }
        try await client.createBucket()
        guard let population else { return (0, 0) }
        return try await population.plant(by: BucketPlanter(client))
    }

    private static func fillRedis(_ instance: SandboxInstance, with population: Population) async throws {
        let connection = try await RedisConnection.connect(
            RedisSettings(host: "127.0.0.1", port: instance.redisPort, password: instance.redisPassword))
        do {
            try await population.load(into: connection)
            await connection.close()
        } catch {
            await connection.close()
            throw error
        }
    }

    private static func makeDatabase(port: Int, password: String) async throws {
        let connection = try await PostgresConnection.connect(
            ConnectionSettings(
                host: "127.0.0.1", port: port, database: "postgres", user: PostgresServer.user, password: password))
        try await connection.execute(
            "create role \(identifier: databaseUser) login createdb password \(literal: password)")
        try await connection.execute(
            "create database \(identifier: databaseName) owner \(identifier: databaseUser)")
        await connection.close()
    }

    /// What runs in the directory, whoever started it.
    static func inspect(_ path: String) async -> SandboxStatus {
        let postgres = PostgresServer.running(in: "\(path)/postgres")
        let redis = RedisServer.running(in: "\(path)/redis")
        var status = SandboxStatus(directory: path, state: .broken)
        status.isDatabaseAlive = postgres != nil
        status.isRedisAlive = redis != nil
        if let record = SandboxRecord(in: path), let postgres, let redis {
            let instance = record.instance(databasePort: postgres.port, redisPort: redis.port)
            if instance?.bucket != nil { status.isBucketAlive = S3Server.running(in: "\(path)/s3") != nil }
            if status.isBucketAlive != false { status.instance = instance }
            status.state = status.instance == nil ? .broken : .running
        }
        return status
    }

    static func stopServers(in path: String) async {
        async let postgres: Void? = PostgresServer.running(in: "\(path)/postgres")?.stop()
        async let redis: Void? = RedisServer.running(in: "\(path)/redis")?.stop()
        async let s3: Void? = S3Server.running(in: "\(path)/s3")?.stop()
        _ = await (postgres, redis, s3)
        // What a killed start left behind before it was ready, and what an asked server did not take with it.
        for process in Leftovers.processes(in: path) { await process.stop(SIGKILL) }
    }

    /// 32 random hex digits.
    static func secret() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<32).map { _ in String(Int.random(in: 0..<16, using: &generator), radix: 16) }.joined()
    }
}
