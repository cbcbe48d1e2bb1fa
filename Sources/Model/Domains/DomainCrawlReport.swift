/// What a crawl of the network found. Its JSON is `domains.crawl/1`, in the order of the properties.
package struct DomainCrawlReport: Sendable, Encodable {
    /// A server that answered `/api/v1/instance`.
    package struct Server: Sendable, Encodable, Equatable {
        package var domain: String
        package var title: String?
        package var version: String?
        package var users: Int64?
        package var statuses: Int64?
        package var domains: Int64?
        package var registrations: Bool?
        /// People who signed in, and who joined, in the last whole week.
        package var activeLastWeek: Int64?
        package var joinedLastWeek: Int64?

        package init(domain: String) {
            self.domain = domain
        }
    }

    package var schema = "domains.crawl/1"
    /// Domains that were asked.
    package var visited = 0
    /// Those of them that gave no answer that can be understood.
    package var failed = 0
    package var seconds = 0.0
    /// Why there may be more: `limit`, `deadline`; nil when all known peers were asked.
    package var stopped: String?
    package var registered: Int64 = 0
    package var activeLastWeek: Int64 = 0
    package var joinedLastWeek: Int64 = 0
    /// In the order of their names.
    package var servers: [Server] = []
    /// Every domain that was asked, in the order of their names.
    package var domains: [String] = []

    package init() {}

    private enum CodingKeys: String, CodingKey {
        case schema, visited, failed, seconds, stopped, registered, activeLastWeek, joinedLastWeek, servers
    }

    /// Takes what one domain told; nil when it told nothing.
    package mutating func take(_ server: Server?, of domain: String, hasFailed: Bool) {
        visited += 1
        if hasFailed { failed += 1 }
        domains.append(domain)
        guard let server else { return }
        servers.append(server)
        // Numbers are others' words, and may be any.
        registered = Self.sum(registered, server.users)
        activeLastWeek = Self.sum(activeLastWeek, server.activeLastWeek)
        joinedLastWeek = Self.sum(joinedLastWeek, server.joinedLastWeek)
    }

    private static func sum(_ left: Int64, _ right: Int64?) -> Int64 {
        let (sum, isTooMuch) = left.addingReportingOverflow(right ?? 0)
        return isTooMuch ? left : sum
    }
}
