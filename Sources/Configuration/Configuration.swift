import Faults
import Model

/// Everything known about one instance and how to reach it, and where each value came from.
package struct Configuration: Sendable {
    /// The profile in use, or nil when there is none.
    package var profileName: String?
    package var profilePath: String?
    package var envFilePath: String?
    /// Mastodon's own directory, when known.
    package var root: String?
    /// The release an admin named, such as `4.5`; a hint for a schema that cannot be told.
    package var release: String?
    /// A schema version that an admin vouches for although it is unknown.
    package var allowedSchema: String?

    /// Words by which a fleet chooses this profile.
    package var tags: [String]
    /// Whether nothing may be changed: the profile says so, which nothing can take back, or the environment.
    package var isReadOnly: Bool
    /// The way to the server; nil for a direct one.
    package var via: Way?

    package var identity: IdentitySettings
    /// The key and the salt of encrypted columns, where both are known.
    package var encryption: EncryptionSettings?
    package var postgres: PostgresSettings
    package var replica: PostgresSettings?
    package var redis: RedisSettings
    package var sidekiqRedis: RedisSettings
    package var cacheRedis: RedisSettings
    /// With the colon Mastodon puts behind it, `name:`; nil for none. Mastodon 4.4 and newer refuse to start with one.
    package var redisNamespace: String?
    package var storage: StorageSettings
    package var elasticsearch: ElasticsearchSettings
    package var cacheBuster: CacheBusterSettings?
    package var lanes: LaneSettings
    /// What `mastoctl login` left, when it is for this server.
    package var credentials: Credentials?
    /// Where `mastoctl login` is to leave it; nil when neither profile nor domain says.
    package var credentialsPath: String?
    /// Why credentials that are there were not read.
    package var credentialsTrouble: String?
    package var run: RunSettings
    package var prune: [PruneSettings]
    package var backup: BackupSettings
    /// Further buckets, by the names of their sections `[bucket.NAME]`.
    package var buckets: [String: S3Settings]

    /// Every setting that has a value, in the catalog's order.
    package var rows: [ConfigurationRow]
    /// Things an admin should know; none stops a run.
    package var warnings: [String]
    /// Variables of the env file that say where media and rows lie and that other readers would understand otherwise.
    /// What deletes or clears must not begin while there are any.
    package var doubts: [String]
    /// The env file, as somebody who looks for faults reads it; nil when none was read.
    package var envFile: EnvFile?
    /// From where on a check of the doctor's finds something, by its id (`[doctor.limit]` of the profile).
    package var checkLimits: [String: Double]
    /// What 10^9 bytes cost for a month, by kind of storage (`[report.price]` of the profile).
    package var prices: [String: Double]
    /// Takes secrets out of the words of servers.
    package var redaction: Redaction

    /// Where a setting came from; `default` when nobody said anything.
    package func origin(of key: String) -> Origin {
        rows.first { $0.key == key }?.origin ?? .standard
    }

    /// Reads profile and env file, and decides what holds.
    ///
    /// Flag, then environment, then profile, then env file, then default. Besides the keys of `Setting.all`, an
    /// override may have the key `profile`.
    ///
    /// - Throws: `Fault` of kind `configuration` or `denied`, with the file and the line where there is one.
    package static func load(
        overrides: [Override] = [], environment: [String: String], files: any FileReader
    ) throws -> Configuration {
        let discovery = try Discovery(overrides: overrides, environment: environment, files: files)
        if let trouble = discovery.trouble { throw trouble }
        let resolver = Resolver(
            overrides: overrides, environment: environment, profile: discovery.profile, envFile: discovery.envFile,
            credentials: discovery.credentials.credentials)
        let configuration = try Configuration(resolver, discovery: discovery, files: files)
        return configuration
    }

    init(_ resolver: Resolver, discovery: Discovery, files: any FileReader) throws {
        profileName = discovery.profile?.name
        profilePath = discovery.profile?.path
        envFilePath = discovery.envFile?.path
        root = discovery.root
        release = resolver.filled("mastodon")
        allowedSchema = resolver.filled("allow_schema")
        tags = resolver.list("tags")
        let isForLooking = try resolver.boolean("read_only")
        isReadOnly = isForLooking || Self.isReadOnly(resolver.environment)
        via = try resolver.way()
        identity = try IdentitySettings(resolver)
        encryption = EncryptionSettings(resolver)
        postgres = try PostgresReading(resolver: resolver, section: "postgres").settings()
        replica = try PostgresReading.replica(resolver, primary: postgres)
        guard let base = try RedisReading(resolver: resolver, section: "redis").settings() else {
            throw Fault(.configuration, "no Redis host is given", help: "set REDIS_URL or REDIS_HOST")
        }
        redis = base
        sidekiqRedis = try RedisReading(resolver: resolver, section: "redis.sidekiq").settings() ?? base
        cacheRedis = try RedisReading(resolver: resolver, section: "redis.cache").settings() ?? base
        redisNamespace = resolver.filled("redis.namespace").map { $0 + ":" }
        storage = try StorageReading(resolver: resolver, root: discovery.root).settings()
        elasticsearch = try ElasticsearchSettings(resolver)
        cacheBuster = try CacheBusterSettings(resolver)
        lanes = try LaneSettings(resolver, identity: identity)
        credentials = discovery.credentials.credentials
        credentialsPath = discovery.credentials.place
        credentialsTrouble = discovery.credentials.trouble
        let run = try RunSettings(resolver, files: files)
        self.run = run
        prune = try PrunePart.allCases.map { try PruneSettings($0, resolver, run: run) }
        let said = try BackupSettings(resolver, database: postgres, files: files)
        backup =
            said.repository != nil || profilePath != nil
            ? said
            : try .beside(
                run.stateDirectory, environment: resolver.environment, database: postgres, files: files) ?? said
        rows = ConfigurationRow.all(resolver, discovery: discovery)
        doubts = Self.doubts(resolver)
        envFile = discovery.envFile
        checkLimits = try Self.checkLimits(discovery.profile)
        prices = try Self.prices(discovery.profile)
        redaction = Redaction(resolver)
        let others = try OtherBuckets(discovery.profile, environment: resolver.environment, files: files)
            .merging(backup.buckets)
        buckets = others.settings
        redaction.hide(others.secrets)
        var seen: Set<String> = []
        warnings = (discovery.warnings + Warnings.all(resolver) + resolver.warnings + others.warnings)
            .filter { seen.insert($0).inserted }
    }
}
