import Faults
import Model

/// The services a server of a cluster speaks with, as they are seen from outside of its pods.
struct ClusterAddresses {
    /// With the services' own names made whole: a bare one is that of a service in the server's namespace.
    private(set) var variables: [String: String]
    /// Those with a name that resolves within the cluster alone.
    private(set) var inner: [String] = []
    /// Those that are in the server's own pod, where this machine's own would be taken for them.
    private(set) var own: [String] = []

    private struct Service {
        var name: String
        /// Keys of a profile that say how it is reached.
        var keys: [String]
        var urls: [String]
        var host: String
        /// Nobody said where it is: then it is beside the server.
        var isNeeded = false
    }

    private static let services = [
        Service(
            name: "PostgreSQL", keys: ["postgres.url", "postgres.host"],
            urls: ["PRIMARY_DATABASE_URL", "DATABASE_URL"], host: "DB_HOST", isNeeded: true),
        Service(
            name: "the replica", keys: ["postgres.replica.url", "postgres.replica.host"],
            urls: ["REPLICA_DATABASE_URL"], host: "REPLICA_DB_HOST"),
        Service(
            name: "Redis", keys: ["redis.url", "redis.host", "redis.sentinels"], urls: ["REDIS_URL"],
            host: "REDIS_HOST", isNeeded: true),
        Service(
            name: "Sidekiq's Redis", keys: ["redis.sidekiq.url", "redis.sidekiq.host", "redis.sidekiq.sentinels"],
            urls: ["SIDEKIQ_REDIS_URL"], host: "SIDEKIQ_REDIS_HOST"),
        Service(
            name: "the cache's Redis", keys: ["redis.cache.url", "redis.cache.host", "redis.cache.sentinels"],
            urls: ["CACHE_REDIS_URL"], host: "CACHE_REDIS_HOST"),
        Service(name: "search", keys: ["elasticsearch.host"], urls: [], host: "ES_HOST"),
    ]

    /// - Parameter said: keys of the profile, which come before what the cluster says.
    init(_ variables: [String: String], in namespace: String, said: Set<String>) {
        self.variables = variables
        for service in Self.services where said.isDisjoint(with: service.keys) {
            if service.name == "search", variables["ES_ENABLED"] != "true" { continue }
            func filled(_ name: String) -> String? { variables[name].flatMap { $0.isEmpty ? nil : $0 } }
            let url = service.urls.lazy.compactMap(filled).first
            let sentinels = filled(service.host.replacing("HOST", with: "SENTINELS"))
            let host = filled(service.host)
            let address: String
            if let url {
                address = ((try? ConnectionURL(url, origin: .standard))?.host ?? "").lowercased()
            } else if let text = sentinels ?? host {
                address = Self.host(in: text).lowercased()
            } else if service.isNeeded {
                address = ""
            } else {
                continue
            }
            if Self.isOwn(address) {
                own.append(service.name)
            } else if Self.isBare(address) || Self.isService(address) {
                inner.append(service.name)
                if url == nil, sentinels == nil, let host, Self.isBare(host) {
                    self.variables[service.host] = "\(host).\(namespace).svc"
                }
            }
        }
    }

    /// `https://search:9200`, `one:26379,two:26379`.
    private static func host(in text: String) -> String {
        var text = text.split(separator: ",").first.map(String.init) ?? ""
        if let mark = text.firstRange(of: "://") { text = String(text[mark.upperBound...]) }
        if text.hasPrefix("/") || text.count(where: { $0 == ":" }) > 1 { return text }
        return String(text.prefix { $0 != ":" && $0 != "/" })
    }

    private static func isOwn(_ host: String) -> Bool {
        host.isEmpty || host.hasPrefix("/") || host.hasPrefix("127.")
            || ["localhost", "::1", "[::1]", "0.0.0.0"].contains(host)
    }

    private static func isBare(_ host: String) -> Bool {
        host.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }

    private static func isService(_ host: String) -> Bool {
        host.hasSuffix(".svc") || host.hasSuffix(".svc.cluster.local") || host.hasSuffix(".svc.cluster.local.")
    }
}
