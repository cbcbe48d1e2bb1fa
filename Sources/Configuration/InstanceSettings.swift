import Faults
import Model

/// Which instance this is.
package struct IdentitySettings: Sendable, Equatable {
    /// Nil when nobody said; the server then calls itself localhost.
    package var localDomain: String?
    package var webDomain: String?
    package var alternateDomains: [String]
    package var https: Bool
    package var limitedFederation: Bool
    /// Days after a visit for which somebody counts as active.
    package var activeDays: Int
    /// Whose e-mail addresses are not wanted.
    package var emailDomains: EmailDomainLists
    /// What of the server's is tried out: `fasp`.
    package var features: [String]
    /// What the server signs with; only `self-destruct` wants it.
    package var secretKeyBase: Secret?
    /// The order to close the server, where it is set.
    package var selfDestruct: Secret?

    init(_ resolver: Resolver) throws {
        localDomain = resolver.filled("identity.local_domain")
        webDomain = resolver.filled("identity.web_domain") ?? localDomain
        alternateDomains = resolver.list("identity.alternate_domains")
        https = try resolver.boolean("identity.https")
        limitedFederation = try resolver.boolean("identity.limited_federation")
        activeDays = max(try resolver.integer("identity.active_days") ?? 7, 0)
        emailDomains = EmailDomainLists(
            allowed: resolver.filled("identity.email_allowlist") ?? "",
            refused: resolver.filled("identity.email_denylist") ?? "",
            holdForConfirmed: try resolver.boolean("identity.email_lists_hold"))
        features = resolver.list("identity.features")
        secretKeyBase = resolver.secret("identity.secret_key_base")
        selfDestruct = resolver.secret("identity.self_destruct")
    }

    /// `https://example.social`, or nil without a domain.
    package var baseURL: String? { webDomain.map { "\(https ? "https" : "http")://\($0)" } }
}

/// The search cluster, when the server uses one (`config/initializers/chewy.rb`).
package struct ElasticsearchSettings: Sendable, Equatable {
    package var isEnabled: Bool
    /// `http://localhost:9200`.
    package var url: String
    /// The socket of this machine at which it is asked instead.
    package var socket: String?
    package var user: String?
    package var password: Secret?
    /// Of the indices; nil for none.
    package var prefix: String?
    package var caFile: String?
    package var preset: String
    /// Whether what is sent to it is compressed: over a network, unless told otherwise. On one machine the processor is
    /// what there is too little of.
    package var compresses: Bool

    init(_ resolver: Resolver) throws {
        isEnabled = try resolver.boolean("elasticsearch.enabled")
        let host = resolver.filled("elasticsearch.host") ?? "localhost"
        let port = try resolver.port("elasticsearch.port") ?? 9200
        url = (host.contains("://") ? host : "http://\(host)") + ":\(port)"
        user = resolver.filled("elasticsearch.user")
        password = resolver.secret("elasticsearch.password")
        // Up to 4.3 the Redis namespace stood in for a missing prefix; newer servers refuse to start with one.
        // An empty one is said, too.
        prefix = resolver.said("elasticsearch.prefix")?.value ?? resolver.filled("redis.namespace")
        caFile = resolver.filled("elasticsearch.ca_file")
        preset = try resolver.choice("elasticsearch.preset") ?? "single_node_cluster"
        let gzip = try resolver.choice("elasticsearch.gzip") ?? "auto"
        compresses = gzip == "auto" ? !Self.isLoopback(host) : gzip == "true"
    }

    /// Whether a host, with or without a scheme, is this machine.
    private static func isLoopback(_ host: String) -> Bool {
        let name = host.firstRange(of: "://").map { host[$0.upperBound...] } ?? host[...]
        return name == "localhost" || name == "::1" || name == "[::1]" || name.hasPrefix("127.")
    }
}

/// The cache in front of the media that wants to hear of deletions (`config/cache_buster.yml`).
package struct CacheBusterSettings: Sendable, Equatable {
    package var secretHeader: String?
    package var secret: Secret?
    package var method: String

    /// Nil when the server has none.
    init?(_ resolver: Resolver) throws {
        guard try resolver.boolean("cache_buster.enabled") else { return nil }
        secretHeader = resolver.filled("cache_buster.secret_header")
        secret = resolver.secret("cache_buster.secret")
        method = resolver.filled("cache_buster.http_method") ?? "GET"
    }
}

/// The ways a change may go.
package struct LaneSettings: Sendable, Equatable {
    package enum Lane: String, CaseIterable, Sendable {
        case api, jobs, direct
    }

    /// Safest first.
    package var allowed: [Lane]
    package var apiURL: String?
    /// Whether the token may go to a private address in plain HTTP.
    package var allowsPlain: Bool
    /// Where puma listens, when it is asked there.
    package var apiSocket: String?
    package var apiToken: Secret?

    /// The address the token may be sent to.
    ///
    /// - Throws: `Fault(.configuration)` when there is none, or one that cannot be used.
    package func address() throws -> ServerAddress {
        guard let apiURL else {
            throw Fault(
                .configuration, "the address of the Admin API is not known",
                help: "set LOCAL_DOMAIN, WEB_DOMAIN or lanes.api_url")
        }
        return try ServerAddress(apiURL, allowsPlain: allowsPlain)
    }

    init(_ resolver: Resolver, identity: IdentitySettings) throws {
        allowed = try resolver.list("lanes.allowed").map { name in
            guard let lane = Lane(rawValue: name) else {
                let origin = resolver.text("lanes.allowed")?.origin ?? .standard
                throw Fault(.configuration, "\(origin) may only list api, jobs and direct")
            }
            return lane
        }
        apiURL = resolver.filled("lanes.api_url") ?? identity.baseURL
        allowsPlain = try resolver.boolean("lanes.api_plain")
        apiSocket = resolver.filled("lanes.api_socket")
        apiToken = resolver.secret("lanes.api_token")
    }
}

/// Where changes are written down.
package enum AuditScope: String, Sendable {
    /// Nowhere by this program.
    case none = "false"
    /// In the state folder.
    case local = "true"
    /// There, and in the server's own log also what its own tools log nowhere.
    case server
}

/// How runs behave when the command line says nothing.
package struct RunSettings: Sendable, Equatable {
    package var concurrency: Int
    /// Items a second at most.
    package var rate: Int?
    package var stateDirectory: String
    package var metricsFile: String?
    package var pingURL: Secret?
    package var logFile: String?
    package var audit: AuditScope
    /// On whose behalf moderation is done; nil for the first owner.
    package var moderator: String?
    /// Where connections to other servers really go: `host:port:target:port`.
    package var connectTo: [String]

    init(_ resolver: Resolver, files: any FileReader) throws {
        concurrency = max(try resolver.integer("run.concurrency") ?? 5, 1)
        rate = try resolver.integer("run.rate")
        stateDirectory =
            resolver.filled("run.state_dir").map(files.absolute)
            ?? Self.standardState(resolver.environment, files: files)
        metricsFile = resolver.filled("run.metrics_file")
        pingURL = resolver.secret("run.ping_url")
        logFile = resolver.filled("run.log_file")
        audit = try resolver.choice("audit").flatMap { AuditScope(rawValue: $0) } ?? .local
        moderator = resolver.filled("moderator")
        connectTo = resolver.list("run.connect_to")
    }

    /// The service's own directory below systemd, `/var/lib/mastoctl` for root, otherwise below the user's state
    /// directory.
    static func standardState(_ environment: [String: String], files: any FileReader) -> String {
        // A list when the unit names several; the first is ours.
        if let given = environment["STATE_DIRECTORY"]?.split(separator: ":").first, given.hasPrefix("/") {
            return String(given)
        }
        if files.userID == 0 { return "/var/lib/mastoctl" }
        if let base = environment["XDG_STATE_HOME"], base.hasPrefix("/") { return joined(base, "mastoctl") }
        if let home = environment["HOME"], home.hasPrefix("/") { return joined(home, ".local/state/mastoctl") }
        return "/var/lib/mastoctl"
    }
}
