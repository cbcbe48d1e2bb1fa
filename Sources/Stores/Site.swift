import Crypto
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
    package let search: SearchCluster<Mode>?
    package let state: StateFolder<Mode>
    package let trail: ChangeTrail<Mode>
    /// What this run is about to do and a later one would have to finish.
    let journal: Journal
    package let warnings: SiteWarnings
    private let makeAdmin: @Sendable () throws -> AdminClient

    /// - Parameter admin: gives the client of the Admin API, the same one each time.
    package init(
        instance: Instance, database: Database<Mode>, objects: Objects<Mode>, cache: CacheStore<Mode>,
        jobs: JobStore<Mode>, keys: KeyStore<Mode>, search: SearchCluster<Mode>?, state: StateFolder<Mode>,
        trail: ChangeTrail<Mode>,
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
    /// What the server's encrypted columns are sealed with; nil when the configuration does not say.
    package var cipher: RecordCipher?
    /// Whether rows of tables that no release has go with what they hold.
    package var takesUnknownTables = false

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
    let primary: PostgresPool
    private let reading: PostgresPool

    /// - Parameter reading: where reads go; the primary itself when there is no replica fresh enough.
    package init(primary: PostgresPool, reading: PostgresPool) {
        self.primary = primary
        self.reading = reading
    }

    /// Lends a transaction that reads: the server itself refuses a write in it, also behind a pooler.
    package func read<Value: Sendable>(
        _ body: @Sendable (Transaction<ReadOnly>) async throws -> Value
    ) async throws -> Value {
        try await reading.patientTransaction(body)
    }

    /// Cancels what is looked up now and from now on, until the task is cancelled: for the end of a run.
    package func stopReading() async {
        while !Task.isCancelled {
            await reading.cancelStatements()
            try? await Task.sleep(for: .milliseconds(100))
        }
    }

    /// Cancels the statements of this run that wait for somebody else's lock, now and from now on, until the task is
    /// cancelled: for the end of a run. What gets on is left to end.
    package func stopWaiting() async {
        // A server that cannot be asked ends the waiting itself, after `lock_timeout`.
        _ = try? await primary.withConnectionOfItsOwn { connection in
            while !Task.isCancelled {
                _ = try await connection.rows(
                    """
                    select pg_catalog.pg_cancel_backend(pid)
                    from pg_catalog.pg_stat_activity
                    where datname = current_database()
                        and application_name = current_setting('application_name')
                        and pid <> pg_catalog.pg_backend_pid()
                        and wait_event_type = 'Lock'
                        and query_start < clock_timestamp() - interval '300 milliseconds'
                    """
                ) { _ in true }
                try await Task.sleep(for: .milliseconds(100))
            }
        }
    }
}

extension Database where Mode == ReadWrite {
    /// Lends a transaction of the primary.
    package func write<Value: Sendable>(
        _ body: @Sendable (Transaction<ReadWrite>) async throws -> Value
    ) async throws -> Value {
        try await primary.transaction { try await body(Transaction($0)) }
    }

    /// Lends a transaction of the primary that only reads: for what is decided by the newest rows.
    package func readPrimary<Value: Sendable>(
        _ body: @Sendable (Transaction<ReadOnly>) async throws -> Value
    ) async throws -> Value {
        try await primary.patientTransaction(body)
    }
}

extension PostgresPool {
    /// A transaction that reads, begun anew when a table is locked for longer than a statement waits: an `alter table`
    /// is over in seconds, mostly.
    fileprivate func patientTransaction<Value: Sendable>(
        _ body: @Sendable (Transaction<ReadOnly>) async throws -> Value
    ) async throws -> Value {
        var attempt = 1
        while true {
            do {
                return try await transaction(readOnly: true) { try await body(Transaction($0)) }
            } catch let error as PostgresError where error.kind == .lockNotAvailable && attempt < 4 {
                attempt += 1
                try await Task.sleep(for: .seconds(Double.random(in: 0.1...1)))
            }
        }
    }
}
