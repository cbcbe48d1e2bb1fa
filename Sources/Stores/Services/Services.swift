import Faults

/// The services of an instance, each on its own, so that one can be asked while another is down. Built by Assembly.
package struct Services: Sendable {
    /// One of the three Redis configurations.
    package struct Redis: Sendable {
        /// `redis`, `sidekiq` or `cache`.
        package var name: String
        package var address: String
        package var server: LazyRedis

        package init(name: String, address: String, server: LazyRedis) {
            self.name = name
            self.address = address
            self.server = server
        }
    }

    package var localDomain: String?
    package var primary: DatabaseServer
    package var replica: DatabaseServer?
    /// Base, Sidekiq's, the cache's, in this order; those that are the same share their connection.
    package var redis: [Redis]
    /// Before each key, as configured; nil for none. Mastodon 4.4 and newer have none.
    package var namespace: String?
    package var storage: LazyObjects
    /// Nil when the server searches without.
    package var search: SearchServer?
    /// Where journals go, best first.
    package var stateFolders: [String]
    package var journal: Journal
    /// True when a connection without TLS is not allowed.
    package var requiresTLS: Bool
    /// `api`, `jobs`, `direct`: the ways a change may go.
    package var lanes: [String]
    package var hasAPIToken: Bool
    /// Nil where nothing may be written.
    package var probes: ProbeDoor?
    /// The file the server takes its settings from; nil when none was read.
    package var variables: ServerVariables?
    /// What is wrong with the configuration itself, problems first.
    package var doubts: [(isProblem: Bool, text: String, help: String?)] = []
    /// The server's own site; nil without a domain.
    package var site: WebSite?
    /// Servers that are greeted over TLS; nil without a domain.
    package var secure: SecureServers?
    /// Nil where connections are led elsewhere, so that names tell nothing of use.
    package var names: NameServers?
    /// Nil where no token for the Admin API is configured.
    package var admin: AdminServer?
    /// Where mails go; nil when it is not known, or no mail server.
    package var mail: MailRelay?
    /// Where media are served, without a slash at the end; nil when it is not known.
    package var mediaAddress: String?
    /// The one this runs on.
    package var machine = Machine()
    /// Asks the machine the services are brought from; nil where they are reached directly. The words say what more it
    /// tells than what its kernel does: `MachineReport.script`.
    package var farMachine: (@Sendable (_ words: [String]) async throws -> Machine)?
    /// Nil where no place for backups is configured.
    package var backups: BackupWatch?
    /// What an error of the service at that address means to a person.
    package var explain: @Sendable (any Error, _ address: String) -> Fault

    package init(
        localDomain: String?, primary: DatabaseServer, replica: DatabaseServer?, redis: [Redis], namespace: String?,
        storage: LazyObjects, search: SearchServer?, stateFolders: [String], journal: Journal, requiresTLS: Bool,
        lanes: [String], hasAPIToken: Bool, probes: ProbeDoor?,
        explain: @escaping @Sendable (any Error, _ address: String) -> Fault
    ) {
        self.localDomain = localDomain
        self.primary = primary
        self.replica = replica
        self.redis = redis
        self.namespace = namespace
        self.storage = storage
        self.search = search
        self.stateFolders = stateFolders
        self.journal = journal
        self.requiresTLS = requiresTLS
        self.lanes = lanes
        self.hasAPIToken = hasAPIToken
        self.probes = probes
        self.explain = explain
    }

    /// Whether this is a server that is meant to last: its name is none of those nobody can own (RFC 2606, RFC 6761).
    package var isProduction: Bool {
        guard let name = localDomain?.lowercased() else { return false }
        let last = name.split(separator: ".").last.map(String.init) ?? name
        return !["example", "test", "invalid", "localhost"].contains(last)
            && !["example.com", "example.net", "example.org"].contains { name == $0 || name.hasSuffix("." + $0) }
    }

    package func close() async {
        site?.close()
        admin?.close()
        await primary.close()
        await replica?.close()
        for redis in redis { await redis.server.close() }
        await storage.close()
        search?.close()
    }
}
