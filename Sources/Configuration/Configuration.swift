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

    package var identity: IdentitySettings
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

    /// Every setting that has a value, in the catalog's order.
    package var rows: [ConfigurationRow]
    /// Things an admin should know; none stops a run.
    package var warnings: [String]

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
        identity = try IdentitySettings(resolver)
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
        rows = ConfigurationRow.all(resolver, discovery: discovery)
        var seen: Set<String> = []
        warnings = (discovery.warnings + Warnings.all(resolver) + resolver.warnings).filter { seen.insert($0).inserted }
    }
}
