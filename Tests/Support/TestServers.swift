import Faults
import Glibc
import Model
import Postgres
import Processes
import Sandbox

/// One PostgreSQL, one Redis and one S3 for the whole test process, each started when the first test asks.
///
/// A watchdog outlives the process: when it ends, however it ends, the servers are stopped and their folder is removed.
package actor TestServers {
    package static let shared = TestServers()

    package struct Running: Sendable {
        package var folder: String
        package var postgres: PostgresServer
        package var redis: RedisServer
    }

    /// Moments in tests count from here, so that a populated template serves all of them.
    package static let now = Instant.now

    /// Whether tests with servers can run: `.enabled(if: TestServers.areInstalled)`. With `CI` set they run and fail.
    package static let areInstalled: Bool = {
        if getenv("CI") != nil { return true }
        let versions = (9...30).map { "/usr/lib/postgresql/\($0)/bin" }
        return Executable.find("initdb", in: versions) != nil && Executable.find("redis-server") != nil
    }()

    /// As `areInstalled`, for tests with a bucket.
    package static let hasS3 = areInstalled && (getenv("CI") != nil || S3Server.obstacle == nil)

    /// As `areInstalled`, for tests that have tables written anew.
    package static let hasRepack =
        areInstalled && (getenv("CI") != nil || access("/usr/lib/postgresql/15/bin/pg_repack", X_OK) == 0)

    private var folder: String?
    private var starting: Task<Running, any Error>?
    private var startingS3: Task<S3Server, any Error>?
    private var templates: [String: Task<String, any Error>] = [:]
    private var count = 0

    /// The servers, started if need be.
    package func running() async throws -> Running {
        if let starting { return try await starting.value }
        let folder = try place()
        let task = Task { try await Self.start(in: folder) }
        starting = task
        return try await task.value
    }

    /// Ceph's S3, started when the first test asks for a bucket.
    package func s3() async throws -> S3Server {
        if let startingS3 { return try await startingS3.value }
        let folder = try place()
        let task = Task { try await S3Server.start(in: "\(folder)/s3", isDetached: true) }
        startingS3 = task
        return try await task.value
    }

    /// A number nobody else in this process has.
    package func number() -> Int {
        count += 1
        return count
    }

    /// A fresh database, copied from a template that is made when it is first asked for.
    ///
    /// `population` nil leaves all tables empty.
    package func database(_ release: MastodonRelease, population: Population?) async throws -> ConnectionSettings {
        let servers = try await running()
        let template = try await template(release, population, servers)
        let name = "test_\(number())"
        let connection = try await PostgresConnection.connect(Self.settings(servers, "postgres"))
        // Half the work of a copy that is written to the log, too.
        try await connection.execute(
            "create database \(identifier: name) template \(identifier: template) strategy file_copy")
        await connection.close()
        return Self.settings(servers, name)
    }

    private func template(
        _ release: MastodonRelease, _ population: Population?, _ servers: Running
    ) async throws -> String {
        let key = "\(release.rawValue) \(population.map { "\($0)" } ?? "empty")"
        if let task = templates[key] { return try await task.value }
        let name = "template_\(templates.count)"
        let task = Task {
            let connection = try await PostgresConnection.connect(Self.settings(servers, "postgres"))
            try await connection.execute("create database \(identifier: name)")
            await connection.close()
            if let population {
                _ = try await Sandbox.populate(Self.settings(servers, name), with: population)
            } else {
                let connection = try await PostgresConnection.connect(Self.settings(servers, name))
                try await connection.script(Script(trusted: SchemaScript(release).all))
                await connection.close()
            }
            return name
        }
        templates[key] = task
        return try await task.value
    }

    private static func settings(_ servers: Running, _ database: String) -> ConnectionSettings {
        ConnectionSettings(
            host: servers.postgres.host, port: servers.postgres.port, database: database, user: PostgresServer.user)
    }

    /// The folder of all of them, with its watchdog.
    private func place() throws -> String {
        if let folder { return folder }
        let folder = TemporaryFolder.make("mastoctl-tests")
        chmod(folder, 0o711)
        try Self.watch(folder)
        self.folder = folder
        return folder
    }

    private static func start(in folder: String) async throws -> Running {
        var options = PostgresServer.Options()
        options.isDetached = true
        options.maximumConnections = 200
        options.settings = [
            "wal_level": "minimal", "max_wal_senders": "0", "autovacuum": "off", "dynamic_shared_memory_type": "mmap",
        ]
        var redisOptions = RedisServer.Options()
        redisOptions.isDetached = true
        redisOptions.lines = ["databases 4096"]
        async let postgres = PostgresServer.start(in: "\(folder)/postgres", options: options)
        async let redis = RedisServer.start(in: "\(folder)/redis", options: redisOptions)
        return try await Running(folder: folder, postgres: postgres, redis: redis)
    }

    /// Starts the watchdog: a shell that waits for the end of a pipe nobody but this process holds open. Then it ends
    /// every process that works in the folder, until there is none, and removes the folder.
    private static func watch(_ folder: String) throws {
        var ends: [CInt] = [0, 0]
        guard pipe(&ends) == 0 else { throw Fault(.inputOutput, "cannot make a pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let script = #"""
            cat >/dev/null
            cd /
            for try in 1 2 3 4 5 6 7 8 9 10; do
                found=
                for cwd in /proc/[0-9]*/cwd; do
                    case "$(readlink "$cwd" 2>/dev/null)" in
                    "$1" | "$1"/*) id=${cwd#/proc/}; kill -9 "${id%/cwd}" 2>/dev/null; found=yes ;;
                    esac
                done
                [ -n "$found" ] || break
                sleep 0.2
            done
            rm -rf -- "$1"
            """#
        _ = try ChildProcess.spawn(
            "/bin/sh", ["-c", script, "mastoctl-test-watchdog", folder], input: ends[0], detached: true)
        close(ends[0])
        // The other end stays open as long as this process lives.
    }
}
