import Configuration
import Crypto
import Faults
import Glibc
import Model
import Postgres
import S3
import Stores

/// Opens the configured instance. Everything is built on first use and closed once.
package actor InstanceOpening: SiteOpening {
    package nonisolated let configuration: Configuration
    /// Settings of the database or the storage that another reader of the env file would understand otherwise.
    package nonisolated var doubts: [String] {
        let names = configuration.doubts
        if names.isEmpty { return [] }
        return [
            "\(names.joined(separator: ", ")): another reader of the env file would understand these otherwise; "
                + "set env_dialect in the profile to say which is meant"
        ]
    }
    /// What connections are made by: the configured server, or where ssh brings its services to.
    private let reached: Configuration
    private let tunnel: Tunnel?
    private let purpose: String
    private let allowedSchema: String?
    private let takesUnknownTables: Bool
    private let primary: PostgresPool
    private let redis: RedisServers
    private let warn: @Sendable (String) -> Void
    private let warnings: SiteWarnings
    private var reading: PostgresPool?
    private var lockConnections: [PostgresConnection] = []
    private var instance: Instance?
    private var store: (any ObjectStore)?
    private var journal: Journal?
    private var search: SearchLink?
    private let admin: LazyAdmin

    /// - Parameters:
    ///   - purpose: what this run is called in PostgreSQL's own lists: `mastoctl media remove`.
    ///   - allowedSchema: a schema version that may be written although it is unknown; else the configuration's.
    ///   - takesUnknownTables: whether rows of tables that no release has go with what they hold.
    ///   - connections: how many the run wants at once.
    package init(
        _ configuration: Configuration, purpose: String, allowedSchema: String? = nil,
        takesUnknownTables: Bool = false, connections: Int = 4,
        warn: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.purpose = purpose
        self.allowedSchema = allowedSchema ?? configuration.allowedSchema
        self.takesUnknownTables = takesUnknownTables
        self.warn = warn
        warnings = SiteWarnings(tell: warn)
        tunnel = Tunnel(configuration)
        reached = tunnel?.inside ?? configuration
        redis = RedisServers(reached)
        admin = LazyAdmin(reached, warnings: warnings)
        // PostgreSQL itself keeps a session of a profile for looking from changing anything.
        let isReadOnly = configuration.isReadOnly
        primary = PostgresPool(
            ConnectionSettings(reached.postgres, purpose: purpose), limit: max(2, min(connections, 16))
        ) {
            if isReadOnly { _ = try await $0.setSessionReadOnly() }
        }
    }

    package func forReading() async throws -> Site<ReadOnly> {
        try await tunnel?.open()
        let pool = try await readingPool()
        return site(
            try await knownInstance(), database: Database(primary: pool, reading: pool), store: try objectStore())
    }

    package func forWriting(tables: Set<String>, files: Bool) async throws -> Site<ReadWrite> {
        try configuration.requireWritable()
        try await tunnel?.open()
        let schema = try await Database<ReadOnly>(primary: primary, reading: primary).read {
            try await LiveSchema.read(over: $0)
        }
        let isProtected = try await primary.withConnection { try await Self.isReadOnly($0) }
        if isProtected {
            throw Fault(
                .denied, "the database is read-only for this role",
                notes: ["default_transaction_read_only is on for the role or the database"],
                help: "use the role the server uses")
        }
        try schema.requireWritable(tables, allowing: allowedSchema)
        var instance = try await knownInstance()
        instance.schema = schema
        let store = try objectStore()
        if files { try await requireDeletion(in: store) }
        return site(instance, database: Database(primary: primary, reading: primary), store: store)
    }

    /// The instance as it is saved: nothing of it is changed, so that no release need be known. Reads go where those of
    /// every question go.
    func forSaving() async throws -> Site<ReadWrite> {
        try await tunnel?.open()
        let pool = try await readingPool()
        return site(
            try await knownInstance(), database: Database(primary: pool, reading: pool),
            store: try StandInStore(folder: StateFolders(configuration).folder).store)
    }

    /// The instance without a question to any of its services, for work on backups while they are down.
    func unasked<Mode: Access>() throws -> Site<Mode> {
        let domain = configuration.identity.localDomain ?? "localhost"
        let known = Instance(
            localDomain: domain, webDomain: configuration.identity.webDomain ?? domain,
            schema: .unseen)
        return site(
            known, database: Database(primary: primary, reading: primary),
            store: try StandInStore(folder: StateFolders(configuration).folder).store)
    }

    package func lock(
        _ work: String, waiting seconds: Double, unless isStopping: @escaping @Sendable () -> Bool
    ) async throws -> RunLock {
        try await tunnel?.open()
        let settings = ConnectionSettings(reached.postgres, purpose: purpose)
        let connection = try await PostgresConnection.connect(settings)
        lockConnections.append(connection)
        // The number before the name of the machine, which may be so long that the server cuts it.
        let holder = "\(purpose) (pid \(getpid())) on \(Host.name)"
        let namespace = RedisNamespace(configuration.redisNamespace, release: instance?.schema.release)
        return try await RunLock.take(
            work, holder: holder, waiting: seconds, unless: isStopping,
            lease: RunLease(redis.locks, prefix: namespace.prefix, work: work), over: connection)
    }

    /// Ends every session. Nothing may be asked of the sites afterwards.
    package func close() async {
        for connection in lockConnections { await connection.close() }
        await reading?.close()
        await primary.close()
        await redis.close()
        admin.close()
        await store?.close()
        search?.close()
        await tunnel?.close()
    }

    // MARK: - parts

    /// Whether an admin has made new sessions read-only. Our own transactions say what they are, and so would get past
    /// it; a pooler's session may have another value for the moment, which means nothing.
    private static func isReadOnly(_ connection: PostgresConnection) async throws -> Bool {
        try await connection.first(
            "select reset_val = 'on' from pg_catalog.pg_settings where name = 'default_transaction_read_only'"
        ) { try $0.value(0, as: Bool.self) } ?? false
    }

    private func site<Mode: Access>(
        _ instance: Instance, database: Database<Mode>, store: any ObjectStore
    ) -> Site<Mode> {
        let release = instance.schema.release
        let namespace = RedisNamespace(configuration.redisNamespace, release: release)
        return Site(
            instance: instance, database: database, objects: Objects(store),
            cache: CacheStore(redis.cache, keys: CacheKeys(namespace), warnings: warnings),
            jobs: JobStore(redis.jobs, release: release, namespace: namespace),
            keys: KeyStore(redis.base, namespace: namespace),
            search: searchLink().map { SearchCluster($0) },
            state: StateFolder(path: StateFolders(configuration).folder),
            trail: ChangeTrail(path: configuration.run.audit != .none ? StateFolders(configuration).trail : nil),
            journal: openJournal(), warnings: warnings
        ) { [admin] in try admin.client() }
    }

    private func readingPool() async throws -> PostgresPool {
        if let reading { return reading }
        let pool = try await Replica(reached, purpose: purpose, warn: warn).pool() ?? readOnlyPrimary()
        reading = pool
        return pool
    }

    private func readOnlyPrimary() -> PostgresPool {
        PostgresPool(ConnectionSettings(reached.postgres, purpose: purpose), limit: 4) {
            _ = try await $0.setSessionReadOnly()
        }
    }

    private func knownInstance() async throws -> Instance {
        if let instance { return instance }
        let pool = try await readingPool()
        let schema = try await Database<ReadOnly>(primary: pool, reading: pool).read {
            try await LiveSchema.read(over: $0)
        }
        let domain = configuration.identity.localDomain ?? "localhost"
        var known = Instance(
            localDomain: domain, webDomain: configuration.identity.webDomain ?? domain, schema: schema,
            isHTTPS: configuration.identity.https, hasSearch: configuration.elasticsearch.isEnabled,
            activeDays: configuration.identity.activeDays, emailDomains: configuration.identity.emailDomains)
        known.cachedMedia = configuration.cacheBuster == nil ? nil : configuration.storage.address
        known.features = Set(configuration.identity.features)
        known.takesUnknownTables = takesUnknownTables
        known.cipher = configuration.encryption.map {
            RecordCipher(primary: $0.primaryKey.reveal(), salt: $0.salt.reveal())
        }
        instance = known
        return known
    }

    private func objectStore() throws -> any ObjectStore {
        if let store { return store }
        let made = try ObjectStoreMaking(configuration).store()
        store = made
        return made
    }

    /// A store that does not answer must be found out before the first row stops pointing at its files.
    ///
    /// A key that may delete but not list is told 403 for an object that is not there; then only a deletion tells.
    private func requireDeletion(in store: any ObjectStore) async throws {
        let probe = ObjectKey("mastoctl-probe")
        do {
            // By reading: asked for attributes alone, S3 does not tell a missing bucket from a missing object.
            _ = try await store.read(probe)
        } catch let error as S3Error where error.status == 403 {
            guard let failure = try await store.delete([probe]).failures.first else { return }
            throw Fault(
                .denied, "the storage does not let this key delete", notes: [failure.reason],
                help: "give the access key the right to delete objects, or run `mastoctl doctor`")
        }
    }

    private func searchLink() -> SearchLink? {
        if let search { return search }
        search = SearchLink(reached.elasticsearch)
        return search
    }

    private func openJournal() -> Journal {
        if let journal { return journal }
        let folders = StateFolders(configuration).journals
        let made = Journal(folders: folders)
        journal = made
        return made
    }
}

/// The machine this runs on.
enum Host {
    static var name: String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return "unknown host" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
