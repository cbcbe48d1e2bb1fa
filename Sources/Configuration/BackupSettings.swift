import Faults
import Model

/// Where backups are kept, and how many.
package struct BackupSettings: Sendable, Equatable {
    /// Nil when nobody has said; then there are no backups of this program's.
    package var repository: Secret?
    package var passwordFile: String?
    /// Variables for the repository's place, read from a file of their own.
    package var variables: [String: Secret]
    package var staging: String?
    package var jobs: Int
    /// The database without a pooler between.
    package var database: PostgresSettings?
    package var redis: RedisExtent
    package var recipient: String?
    /// Who saves the database.
    package var engine: BackupEngine
    /// How pgBackRest calls the server; nil where it is not used.
    package var pgBackRestStanza: String?
    package var pgBackRestConfiguration: String?
    /// The account that owns the server's files.
    package var pgBackRestUser: String?
    package var retention: BackupRetention
    /// Files others than their owner can read, with their modes.
    package var openFiles: [(path: String, mode: UInt32)] = []
    /// Where media in a bucket are mirrored to: `fs:PATH` or `s3:NAME`; nil for nowhere.
    package var mediaMirror: String?
    /// Buckets that are named in a file beside the state folder.
    var buckets = OtherBuckets()

    package static func == (left: Self, right: Self) -> Bool {
        left.repository == right.repository && left.passwordFile == right.passwordFile
            && left.retention == right.retention
    }

    init(_ resolver: Resolver, database base: PostgresSettings, files: any FileReader) throws {
        repository = resolver.secret("backup.repository")
        passwordFile = resolver.filled("backup.password_path").map(files.absolute)
        staging = resolver.filled("backup.staging").map(files.absolute)
        jobs = min(max(try resolver.integer("backup.jobs") ?? 2, 1), 64)
        redis = try resolver.choice("backup.redis").flatMap { RedisExtent(rawValue: $0) } ?? .queues
        recipient = resolver.filled("backup.recipient")
        engine = try resolver.choice("backup.engine").flatMap { BackupEngine(rawValue: $0) } ?? .dump
        pgBackRestStanza = resolver.filled("backup.pgbackrest_stanza")
        pgBackRestConfiguration = resolver.filled("backup.pgbackrest_config").map(files.absolute)
        pgBackRestUser = resolver.filled("backup.pgbackrest_user")
        mediaMirror = resolver.filled("backup.media_mirror")
        retention = BackupRetention(
            last: try resolver.integer("backup.keep_last") ?? 3,
            hourly: try resolver.integer("backup.keep_hourly") ?? 0,
            daily: try resolver.integer("backup.keep_daily") ?? 7,
            weekly: try resolver.integer("backup.keep_weekly") ?? 5,
            monthly: try resolver.integer("backup.keep_monthly") ?? 12,
            yearly: try resolver.integer("backup.keep_yearly") ?? 0)
        variables = [:]
        if let said = resolver.said("backup.database_url"), !said.value.isEmpty {
            let url = try ConnectionURL(said.value, origin: said.origin)
            var direct = base
            if let host = url.host { direct.host = host }
            if let port = url.port.flatMap({ Int($0) }) { direct.port = port }
            if let user = url.user { direct.user = user }
            if let password = url.password { direct.password = Secret(password) }
            if let path = url.path, !path.isEmpty { direct.name = path }
            database = direct
        }
        if let path = resolver.filled("backup.env_file").map(files.absolute) {
            try readVariables(path, environment: resolver.environment, files: files)
        }
    }

    mutating func readVariables(
        _ path: String, environment: [String: String], files: any FileReader
    ) throws {
        let content = try files.content(of: path, as: "the file of backup.env_file")
        if content.mode & 0o077 != 0 { openFiles.append((path, content.mode)) }
        let file = try EnvFile(path: path, content: content, dialect: .dotenv, environment: environment)
        variables = file.entries.mapValues { Secret($0.value) }
    }

    /// What stands beside the state folder, where there is no profile.
    static func beside(
        _ stateDirectory: String, environment: [String: String], database: PostgresSettings, files: any FileReader
    ) throws -> BackupSettings? {
        let path = joined(stateDirectory, "backup.toml")
        guard files.exists(path) else { return nil }
        let content = try files.content(of: path, as: "the backup settings")
        let profile = try Profile(path: path, content: content, files: files)
        let resolver = Resolver(overrides: [], environment: environment, profile: profile, envFile: nil)
        var settings = try BackupSettings(resolver, database: database, files: files)
        settings.buckets = try OtherBuckets(profile, environment: environment, files: files)
        return settings
    }
}

extension Configuration {
    /// Where `backup init` writes: into the profile, or beside the state folder where there is none.
    package var backupFile: String { profilePath ?? joined(run.stateDirectory, "backup.toml") }

    /// The instance's env file as it stands, for the part of a backup that holds the secrets; nil when there is none.
    package func environmentFile(_ files: any FileReader) throws -> (path: String, bytes: [UInt8], file: EnvFile)? {
        guard let path = envFilePath else { return nil }
        let content = try files.content(of: path, as: "the env file")
        guard let file = try? EnvFile(path: path, content: content, dialect: envDialect, environment: [:]) else {
            return nil
        }
        return (path, content.bytes, file)
    }

    /// The variables in an env file's bytes, as the server reads its own; none for what cannot be read.
    package func environment(in bytes: [UInt8]) -> [String: String] {
        let file = try? EnvFile(
            path: "the part secrets", content: FileContent(bytes: bytes), dialect: envDialect, environment: [:])
        return file?.entries.mapValues(\.value) ?? [:]
    }

    private var envDialect: EnvDialect {
        rows.first { $0.key == "env_dialect" }.flatMap { EnvDialect(rawValue: $0.value) } ?? .auto
    }
}
