import Assembly
import Configuration
import Faults
import Glibc
import Model
import Operations
import Postgres
import Redis
import Sandbox
import Stores
import Support

/// A sound server for checks: PostgreSQL and Redis of its own with the settings of a server in production, a populated
/// database, its files, a site, a Sidekiq that tells of itself, and a folder that looks like a machine.
struct CheckStage: Sendable {
    static let domain = "town.social"
    private static let made = Task { try await make() }

    let folder: String
    let postgres: PostgresServer
    let redisServer: RedisServer
    let site: SiteStandIn
    let mail: MailStandIn
    let front: CheckFront
    let population: Population

    static func shared() async throws -> CheckStage { try await made.value }

    /// Settings as a server's env file has them, with those of a test's own in their place.
    func environment(database: String = "sound", redis: Int = 0, _ changes: [String: String] = [:]) -> [String: String]
    {
        let own = [
            "LOCAL_DOMAIN": Self.domain, "DB_HOST": "127.0.0.1", "DB_PORT": "\(postgres.port)", "DB_NAME": database,
            "DB_USER": PostgresServer.user, "DB_PASS": "x",
            "REDIS_URL": "redis://127.0.0.1:\(redisServer.port)/\(redis)",
            "PAPERCLIP_ROOT_PATH": "\(folder)/media", "SECRET_KEY_BASE": Self.secret(1),
            "ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY": Self.secret(2),
            "ACTIVE_RECORD_ENCRYPTION_DETERMINISTIC_KEY": Self.secret(3),
            "ACTIVE_RECORD_ENCRYPTION_KEY_DERIVATION_SALT": Self.secret(4), "VAPID_PRIVATE_KEY": Self.secret(5),
            "VAPID_PUBLIC_KEY": Self.secret(6), "SMTP_SERVER": "mail.town.social", "SMTP_LOGIN": "town",
            "SMTP_PASSWORD": "p4ss-w0rd", "SMTP_FROM_ADDRESS": "notifications@town.social",
        ]
        return own.merging(changes) { $1 }.filter { !$0.value.isEmpty }
    }

    /// 64 letters that look like nobody chose them.
    private static func secret(_ seed: UInt64) -> String {
        var state = seed
        return (0..<64).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return String(state >> 60, radix: 16)
        }.joined()
    }

    /// Looks, as the command does.
    ///
    /// - Parameters:
    ///   - text: of the env file, in the place of the settings.
    ///   - machine: files of a machine, by path.
    ///   - backups: the repository of backups, by name; nil where none is configured.
    ///   - front: what greets over TLS and tells names; nil for the sound one.
    func look(
        at ids: [String]? = nil, _ environment: [String: String], text: String? = nil, mode: mode_t = 0o600,
        limits: [String: Double] = [:], machine: [String: String]? = nil, site: SiteStandIn? = nil,
        backups: String? = "sound", front: CheckFront? = nil, now: UTCTime = .now
    ) async throws -> [String: CheckResult] {
        let place = TemporaryFolder()
        let content = text ?? environment.sorted { $0.key < $1.key }.map { "\($0)=\($1)\n" }.joined()
        let file = "\(place.path)/env.production"
        place.make("env.production", content: content)
        chmod(file, mode)
        if let backups, Self.hasRestic { place.make("state/backup.toml", content: repository(backups)) }
        let configuration = try Configuration.load(
            environment: [
                "MASTOCTL_ENV_FILE": file, "MASTOCTL_STATE_DIR": "\(place.path)/state",
                "MASTOCTL_ENV_DIALECT": text == nil ? "dotenv" : "auto",
                "MASTOCTL_API_TOKEN": "t0ken",
                "MASTOCTL_CONNECT_TO": "mail.town.social:25:127.0.0.1:\(mail.port),\((site ?? self.site).mapping)",
            ], files: SystemFileReader())
        var services = try ServicesMaking(configuration, purpose: "mastoctl tests").services(mayProbe: true)
        for (path, text) in machine ?? Self.quietMachine { place.make("machine" + path, content: text) }
        services.machine = Machine(root: "\(place.path)/machine")
        let front = front ?? self.front
        // Its servers are there as long as it is.
        defer { withExtendedLifetime(front) {} }
        services.secure = front.secure
        services.names = front.resolver
        let inspection = Inspection(services, limits: limits, whyNoProbe: "no", now: now)
        let checks = ids.map { ids in Check.all.filter { ids.contains($0.id) } } ?? Check.all
        let patience = Examination.Patience(each: .seconds(60), all: .seconds(600))
        let results = await Examination(inspection, patience: patience).results(of: checks)
        await services.close()
        return Dictionary(uniqueKeysWithValues: results.map { ($0.id, $0) })
    }

    /// A copy of the sound database, and a Redis database with the same content.
    func copy(_ name: String, redis number: Int) async throws {
        try await administer("drop database if exists \(identifier: name) with (force)")
        try await administer("create database \(identifier: name) template sound_template")
        try await fill(redis: number)
    }

    func administer(_ statement: Statement, in database: String = "postgres") async throws {
        let connection = try await connect(database)
        try await connection.execute(statement)
        await connection.close()
    }

    func run(_ script: String, in database: String) async throws {
        let connection = try await connect(database)
        try await connection.script(Script(trusted: script))
        await connection.close()
    }

    func connect(_ database: String) async throws -> PostgresConnection {
        try await PostgresConnection.connect(
            ConnectionSettings(
                host: postgres.host, port: postgres.port, database: database, user: PostgresServer.user))
    }

    func redis(_ number: Int) async throws -> RedisConnection {
        var settings = RedisSettings(host: "127.0.0.1", port: redisServer.port)
        settings.database = number
        return try await RedisConnection.connect(settings)
    }

    /// Waits until Redis has no child that saves or rewrites: such a one holds the socket that Redis listens on, so that
    /// no other address can be bound, and Redis ends over it.
    func awaitNoChild(redis number: Int) async throws {
        let connection = try await redis(number)
        var patience = Patience()
        while !patience.isOver {
            let told = try await connection.command(["INFO", "persistence"]).text ?? ""
            let fields = ["rdb_bgsave_in_progress", "aof_rewrite_in_progress", "aof_rewrite_scheduled"]
            if fields.allSatisfy({ told.contains("\($0):0") }) { break }
            try await Task.sleep(for: .milliseconds(10))
        }
        await connection.close()
    }

    func tell(_ commands: [[String]], redis number: Int) async throws {
        let connection = try await redis(number)
        for answer in try await connection.pipeline(commands.map { $0.map { RedisArgument($0) } }) {
            if case .error(let error) = answer { throw error }
        }
        await connection.close()
    }

    static let quietMachine = [
        "/proc/meminfo": "MemTotal: 64000000 kB\nMemAvailable: 32000000 kB\nSwapTotal: 1000 kB\nSwapFree: 1000 kB\n",
        "/proc/vmstat": "oom_kill 0\n", "/proc/stat": "btime 1700000000\n", "/proc/sys/vm/overcommit_memory": "1\n",
        "/sys/kernel/mm/transparent_hugepage/enabled": "always [madvise] never\n",
        "/proc/net/if_inet6": "20010db8000000000000000000000001 02 40 00 80 eth0\n",
        "/proc/sys/fs/file-nr": "1000\t0\t900000\n", "/proc/pressure/cpu": "some avg10=0 avg60=0 avg300=1.5 total=1\n",
        "/proc/pressure/memory": "some avg10=0 avg60=0 avg300=0.0 total=1\n",
        "/proc/pressure/io": "some avg10=0 avg60=0 avg300=0.5 total=1\n", "/tmp/x": "", "/var/x": "",
    ]
}
