import HTTP
import Model

extension RemoteServers {
    /// What one visit of a server tells.
    package struct Visit: Sendable {
        package var server: DomainCrawlReport.Server?
        package var peers: [String] = []
        package var hasFailed = false
    }

    /// Asks a server what it is, whom it knows, and how many people come, one after the other; what it refuses is left
    /// out. Source: Mastodon 4.6.5 `lib/mastodon/cli/domains.rb` (`crawl`).
    ///
    /// - Throws: `CancellationError`.
    package func visit(_ domain: String) async throws -> Visit {
        var visit = Visit()
        do {
            let base = "https://\(domain)/api/v1/instance"
            let instance = try await get(base)
            if instance.status == 200 {
                visit.server = instance.json.flatMap { Self.server($0, domain) }
                visit.hasFailed = visit.server == nil
            }
            let peers = try await get(base + "/peers")
            if peers.status == 200 {
                guard let names = peers.json?.array else {
                    visit.hasFailed = true
                    return visit
                }
                visit.peers = names.compactMap { $0.string.flatMap(Self.domain) }
            }
            guard visit.server != nil else { return visit }
            let activity = try await get(base + "/activity")
            // The first week is the one under way.
            if activity.status == 200, let weeks = activity.json?.array, weeks.count > 2 {
                visit.server?.activeLastWeek = Self.number(weeks[1]["logins"])
                visit.server?.joinedLastWeek = Self.number(weeks[1]["registrations"])
            }
        } catch is HTTPError {
            visit.hasFailed = true
        }
        return visit
    }

    private static func server(_ json: JSONValue, _ domain: String) -> DomainCrawlReport.Server? {
        guard case .object = json else { return nil }
        var server = DomainCrawlReport.Server(domain: domain)
        server.title = json["title"]?.string.map { String($0.prefix(200)) }
        server.version = json["version"]?.string.map { String($0.prefix(200)) }
        server.users = number(json["stats"]?["user_count"])
        server.statuses = number(json["stats"]?["status_count"])
        server.domains = number(json["stats"]?["domain_count"])
        if case .boolean(let isOpen)? = json["registrations"] { server.registrations = isOpen }
        return server
    }

    /// Some servers write numbers as text.
    private static func number(_ value: JSONValue?) -> Int64? {
        (value?.integer ?? value?.string.flatMap { Int64($0) }).map { max($0, 0) }
    }

    /// A peer's name when it can be one.
    private static func domain(_ name: String) -> String? {
        let domain = DomainName.normalized(name)
        return domain.utf8.contains(UInt8(ascii: ".")) && DomainName.isValid(domain) ? domain : nil
    }
}
