import Configuration
// Several modules have settings of this name; the bare ones are the configured ones.
import struct Configuration.PostgresSettings
import Engines
import Faults
import Glibc
import Model
import Postgres
import Stores

/// Builds what backups are made of and with; nothing is connected yet.
package struct BackupMaking {
    private let configuration: Configuration
    private let environment: [String: String]
    private let purpose: String

    /// - Parameter environment: of this process: variables for the repository's place are taken from it, and the server's
    ///   own where there is no env file.
    package init(_ configuration: Configuration, environment: [String: String], purpose: String) {
        self.configuration = configuration
        self.environment = environment
        self.purpose = purpose
    }

    /// The repository.
    ///
    /// - Parameter rate: bytes a second at most.
    /// - Throws: `Fault(.configuration)` when none is configured.
    package func archive(rate: ByteCount? = nil) throws -> BackupArchive<ReadOnly> {
        BackupArchive(
            try repository(rate: rate), domain: configuration.identity.localDomain ?? "localhost", cluster: cluster)
    }

    /// Warnings about files with secrets that others can read.
    package var warnings: [String] {
        var open = configuration.backup.openFiles
        if let path = configuration.backup.passwordFile {
            var status = stat()
            if stat(path, &status) == 0, status.st_mode & 0o077 != 0 { open.append((path, status.st_mode & 0o7777)) }
        }
        return open.map { "\($0.path) can be read by others (mode \(String($0.mode, radix: 8)))" }
    }

    func repository(rate: ByteCount?) throws -> ResticRepository {
        guard let location = configuration.backup.repository?.reveal(), let file = configuration.backup.passwordFile
        else {
            throw Fault(
                .configuration, "no place for backups is configured",
                help: "`mastoctl backup init --repository FORM` makes one")
        }
        var variables = environment.filter { name, _ in Self.prefixes.contains { name.hasPrefix($0) } }
        variables.merge(configuration.backup.variables.mapValues { $0.reveal() }) { $1 }
        // sftp: wants the keys and the known hosts of whoever runs this.
        variables["HOME"] = environment["HOME"]
        variables["SSH_AUTH_SOCK"] = environment["SSH_AUTH_SOCK"]
        return ResticRepository(
            location, passwordFile: file, variables: variables,
            cache: "\(configuration.run.stateDirectory)/restic-cache", rate: rate)
    }

    /// Of variables that restic's own backends read.
    private static let prefixes = [
        "AWS_", "B2_", "AZURE_", "OS_", "ST_", "GOOGLE_", "RCLONE_", "RESTIC_REST_", "RESTIC_COMPRESSION",
        "RESTIC_PACK_SIZE", "SSL_CERT_", "HTTP_PROXY", "HTTPS_PROXY", "https_proxy", "http_proxy",
    ]

    /// Everything a backup is made of.
    ///
    /// - Parameters:
    ///   - program: this program's version.
    ///   - hasArchive: false for work that needs no place for backups.
    ///   - room: the folder in which a server's files are brought back; that of the dump unless said otherwise.
    ///   - trial: where a rehearsal restores; a throw-away server of this machine unless said otherwise.
    package func tools(
        program: String, hasArchive: Bool = true, rate: ByteCount? = nil,
        trial: any TrialServing = ThrowAwayServer(), room: String? = nil
    ) throws -> BackupTools {
        if let via = configuration.via {
            throw Fault(
                .configuration, "a backup is not made through \(via.text)",
                help: "run it on the server itself, or through a profile with via = \"ssh-exec://…\"")
        }
        let backup = configuration.backup
        let redis = RedisServers(configuration)
        let archive =
            try hasArchive || backup.repository != nil
            ? archive(rate: rate)
            : BackupArchive(
                ResticRepository("", passwordFile: "", cache: ""),
                domain: configuration.identity.localDomain ?? "localhost")
        var tools = BackupTools(
            archive: archive, database: database, media: media,
            redis: RedisExtract(
                jobs: redis.jobs, base: redis.base,
                prefix: configuration.redisNamespace ?? ""),
            secrets: try secrets(), recipient: backup.recipient, staging: staging, jobs: backup.jobs, program: program,
            redisExtent: backup.redis, readEnvironment: { [configuration] in configuration.environment(in: $0) },
            trial: trial, target: target)
        tools.mirror = try mirror()
        tools.cluster = cluster
        if let room = room ?? backup.staging { tools.room = room }
        return tools
    }

    /// What pgBackRest keeps of the server; nil where no stanza is configured.
    package var cluster: ClusterArchive? {
        let backup = configuration.backup
        guard let stanza = backup.pgBackRestStanza else { return nil }
        var variables = environment.filter { $0.key.hasPrefix("PGBACKREST_") }
        variables.merge(backup.variables.filter { $0.key.hasPrefix("PGBACKREST_") }.mapValues { $0.reveal() }) { $1 }
        return ClusterArchive(
            PgBackRestPlace(
                stanza: stanza, configuration: backup.pgBackRestConfiguration, user: backup.pgBackRestUser,
                variables: variables))
    }

    /// Where copies of media in a bucket are kept; nil for nowhere.
    ///
    /// - Throws: `Fault(.configuration)` for a place that cannot be understood, or a bucket that no section names.
    package func mirror() throws -> MediaMirror? {
        guard let text = configuration.backup.mediaMirror else { return nil }
        guard let form = StorageForm(text) else {
            throw Fault(
                .configuration, "backup.media_mirror must be fs:PATH or s3:NAME",
                help: "s3:NAME is a section [bucket.NAME] of the profile")
        }
        let places = StoragePlaces(configuration)
        return try MediaMirror(of: places.own(), in: places.named(form), grace: Self.mirrorGrace)
    }

    /// The bucket that a hand-over is written to or comes from; nil for a folder.
    ///
    /// - Throws: `Fault(.configuration)` for a bucket that no section names.
    package func handoverBucket(_ text: String) throws -> HandoverBucket? {
        guard text.hasPrefix("s3:") else { return nil }
        guard case .bucket(let name)? = StorageForm(text) else {
            throw Fault(.usage, "\(text) names no bucket", help: "s3:NAME is a section [bucket.NAME] of the profile")
        }
        let places = StoragePlaces(configuration)
        let (files, media) = try places.handover(name)
        return HandoverBucket(
            files, media: try MediaMirror(of: places.own(), in: media, grace: Self.mirrorGrace),
            below: staging)
    }

    /// Seconds for which a copy that no backup names is kept: longer than any backup takes.
    private static let mirrorGrace = 7.0 * 24 * 3_600

    /// The database that a restore fills: the primary, without a pooler where that is told.
    private var target: RestoreTarget {
        let settings = configuration.backup.database ?? configuration.postgres
        return RestoreTarget(ConnectionSettings(settings, purpose: purpose), PgPlace(settings))
    }

    /// The id of a backup that a killed run may go on with.
    package var begun: String? { staging.unfinished()?.id }

    package var staging: StagingFolder {
        StagingFolder(path: configuration.backup.staging ?? "\(StateFolders(configuration).folder)/backup")
    }

    /// The replica where one is configured and fresh; else the primary, without a pooler where that is told.
    private var database: DatabaseSource {
        DatabaseSource { [configuration, purpose] in
            var settings = configuration.backup.database ?? configuration.postgres
            if configuration.backup.database == nil, let replica = configuration.replica,
                let pool = try? await Replica(configuration, purpose: purpose, warn: { _ in }).pool()
            {
                await pool.close()
                settings = replica
            }
            return (ConnectionSettings(settings, purpose: purpose), PgPlace(settings))
        }
    }

    private var media: MediaSource {
        switch configuration.storage {
        case .filesystem(let root, _): .folder(root)
        case .s3(let bucket): .bucket(place: bucket.place)
        case .swift, .azure: .unreachable(kind: configuration.storage.kind)
        }
    }

    /// The env file; where there is none, the variables of this process that a server would read.
    package func secrets() throws -> InstanceSecrets {
        if let (path, bytes, file) = try configuration.environmentFile(SystemFileReader()) {
            var values = file.entries.mapValues(\.value)
            for name in BackupSecrets.names { if let value = environment[name] { values[name] = value } }
            return InstanceSecrets(path: path, bytes: bytes, values: values)
        }
        let names = Set(Setting.variables.map(\.name) + BackupSecrets.names)
        let values = environment.filter { names.contains($0.key) && !$0.key.hasPrefix("MASTOCTL_") }
        let text = values.sorted { $0.key < $1.key }.map { name, value in
            "\(name)='\(value.replacing("'", with: "'\\''"))'\n"
        }
        return InstanceSecrets(path: nil, bytes: Array(text.joined().utf8), values: values)
    }
}

extension PgPlace {
    init(_ settings: PostgresSettings) {
        self.init(
            host: settings.host.isEmpty ? "localhost" : settings.host, port: settings.port, database: settings.name,
            user: settings.user, password: settings.password?.reveal(), sslMode: settings.sslmode,
            rootCertificate: settings.sslRootCert)
    }
}
