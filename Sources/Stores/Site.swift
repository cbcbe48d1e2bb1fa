import Model
import Postgres

/// What a session may do; a phantom type, so that a writing method is not even visible on a reading site.
package protocol Access: Sendable {}
package enum ReadOnly: Access {}
package enum ReadWrite: Access {}

/// One instance, opened: its database, files, Redis and state, and what is known about it.
///
/// Built by Assembly. Connections open on first use.
package struct Site<Mode: Access>: Sendable {
    package let instance: Instance
    package let database: Database<Mode>
    package let objects: Objects<Mode>
    package let cache: CacheStore<Mode>
    package let jobs: JobStore<Mode>
    package let keys: KeyStore<Mode>
    /// The search cluster; nil when the server does not use one.
    package let search: SearchCluster?
    package let state: StateFolder
    package let trail: ChangeTrail
    package let journal: Journal
    package let warnings: SiteWarnings
    private let makeAdmin: @Sendable () throws -> AdminClient

    /// - Parameter admin: gives the client of the Admin API, the same one each time.
    package init(
        instance: Instance, database: Database<Mode>, objects: Objects<Mode>, cache: CacheStore<Mode>,
        jobs: JobStore<Mode>, keys: KeyStore<Mode>, search: SearchCluster?, state: StateFolder, trail: ChangeTrail,
        journal: Journal, warnings: SiteWarnings, admin: @escaping @Sendable () throws -> AdminClient
    ) {
        self.instance = instance
        self.database = database
        self.objects = objects
        self.cache = cache
        self.jobs = jobs
        self.keys = keys
        self.search = search
        self.state = state
        self.trail = trail
        self.journal = journal
        self.warnings = warnings
        makeAdmin = admin
    }
}

extension Site where Mode == ReadWrite {
    /// The server's Admin API, with the configured token.
    ///
    /// - Throws: `Fault(.configuration)` without a token, or without an address to use it at.
    package func admin() throws -> AdminClient { try makeAdmin() }
}

extension Site {
    /// Makes sure, before anything is done, that the configured token may use these routes of the Admin API, and that
    /// it is `name`'s where a name is given.
    ///
    /// - Returns: on whose behalf the server will act, where it tells.
    /// - Throws: `Fault(.denied)` naming the scope or the permission; `Fault(.configuration)` without a token.
    package func requireAdmin(_ routes: [AdminAPI.Route], as name: String? = nil) async throws -> String? {
        let client = try makeAdmin()
        let facts = try await client.facts()
        for route in routes { try facts.require(route) }
        return try await client.moderator(as: name)
    }
}

/// What is known about an instance before anything is asked of it.
package struct Instance: Sendable {
    /// `LOCAL_DOMAIN`: the domain in handles.
    package var localDomain: String
    /// `WEB_DOMAIN`: the domain in links.
    package var webDomain: String
    /// The live tables and columns, and the release they belong to.
    package var schema: LiveSchema
    /// Whether its site answers at https, as every server in production does.
    package var isHTTPS: Bool
    /// Whether the server keeps search indexes, and so wants to be told which documents have changed.
    package var hasSearch: Bool
    /// How many days somebody counts as active after having been here; only they have feeds.
    package var activeDays: Int
    /// Whose e-mail addresses the server's environment refuses.
    package var emailDomains: EmailDomainLists
    /// Where media are served, without a slash at the end, when a cache before them wants to hear of deletions.
    package var cachedMedia: String?
    /// The server's features that are tried out.
    package var features: Set<String> = []

    package init(
        localDomain: String, webDomain: String, schema: LiveSchema, isHTTPS: Bool = true, hasSearch: Bool = false,
        activeDays: Int = 7, emailDomains: EmailDomainLists = EmailDomainLists()
    ) {
        self.localDomain = localDomain
        self.webDomain = webDomain
        self.schema = schema
        self.isHTTPS = isHTTPS
        self.hasSearch = hasSearch
        self.activeDays = activeDays
        self.emailDomains = emailDomains
    }
}

/// The database of a site. Reading may go to a replica; writing goes to the primary, in transactions.
package struct Database<Mode: Access>: Sendable {
    private let primary: PostgresPool
    private let reading: PostgresPool

    /// - Parameter reading: where reads go; the primary itself when there is no replica fresh enough.
    package init(primary: PostgresPool, reading: PostgresPool) {
        self.primary = primary
        self.reading = reading
    }

    /// Lends a connection inside a read-only transaction: the server itself refuses a write, also behind a pooler.
    package func read<Value: Sendable>(
        _ body: @Sendable (isolated PostgresConnection) async throws -> Value
    ) async throws -> Value {
        try await reading.transaction(readOnly: true, body)
    }
}

extension Database where Mode == ReadWrite {
    /// Lends a connection of the primary inside a transaction.
    package func write<Value: Sendable>(
        _ body: @Sendable (isolated PostgresConnection) async throws -> Value
    ) async throws -> Value {
        try await primary.transaction(body)
    }
}

/// The stored objects of a site. Only a writing site can change them.
package struct Objects<Mode: Access>: Sendable {
    package let store: any ObjectStore

    package init(_ store: any ObjectStore) {
        self.store = store
    }
}
