import Faults
import Model
import Stores

/// Walks from server to server along the peers they name, each asked once and by one visitor at a time.
package struct DomainCrawl: Question {
    private let start: String?
    private let excludesSuspended: Bool
    private let concurrency: Int
    private let limit: Int
    private let deadline: Duration?
    private let servers: RemoteServers

    /// Names remembered at most, so that a server that makes up names cannot fill the memory.
    private static let mostNames = 1_000_000

    /// - Parameters:
    ///   - start: where to begin; nil for all servers known here.
    ///   - limit: domains asked at most.
    ///   - servers: closed after the answer.
    ///   - deadline: after which no more are asked, and those being asked are left.
    /// - Throws: `Fault(.badData)` for what is no domain.
    package init(
        from start: String?, excludesSuspended: Bool, concurrency: Int, limit: Int, deadline: Duration?,
        asking servers: RemoteServers
    ) throws {
        self.start = start.map(DomainName.normalized)
        guard self.start.map(DomainName.isValid) ?? true else {
            throw Fault(.badData, "this is no domain", help: "write a name such as example.org")
        }
        self.excludesSuspended = excludesSuspended
        self.concurrency = concurrency
        self.limit = limit
        self.deadline = deadline
        self.servers = servers
    }

    private enum Event: Sendable {
        case visited(String, RemoteServers.Visit)
        case late
    }

    /// - Throws: what the database throws, `CancellationError`.
    package func answer(at site: Site<ReadOnly>) async throws -> DomainCrawlReport {
        defer { servers.close() }
        let begin = ContinuousClock.now
        let suspended = excludesSuspended ? try await suspendedDomains(at: site) : []
        var frontier = Frontier(suspended: suspended, mostNames: Self.mostNames)
        frontier.add(try await seed(at: site))
        var report = DomainCrawlReport()
        try await withThrowingTaskGroup(of: Event.self) { group in
            if let deadline {
                group.addTask {
                    try await Task.sleep(for: deadline)
                    return .late
                }
            }
            var asked = 0
            var underWay = 0
            func fill() {
                while underWay < concurrency, asked < limit, let domain = frontier.next() {
                    asked += 1
                    underWay += 1
                    group.addTask { [servers] in .visited(domain, try await servers.visit(domain)) }
                }
            }
            fill()
            while underWay > 0, let event = try await group.next() {
                guard case .visited(let domain, let visit) = event else {
                    report.stopped = "deadline"
                    break
                }
                underWay -= 1
                report.take(visit.server, of: domain, hasFailed: visit.hasFailed)
                frontier.add(visit.peers)
                fill()
            }
            if report.stopped == nil, asked >= limit, !frontier.isEmpty { report.stopped = "limit" }
            group.cancelAll()
        }
        report.seconds = (ContinuousClock.now - begin).inSeconds
        report.servers.sort { $0.domain < $1.domain }
        report.domains.sort()
        return report
    }

    private func seed(at site: Site<ReadOnly>) async throws -> [String] {
        if let start { return [start] }
        return try await site.database.read { try await $0.knownDomains.names() }
    }

    private func suspendedDomains(at site: Site<ReadOnly>) async throws -> Set<String> {
        Set(try await site.database.read { try await $0.knownDomains.suspended() })
    }
}

/// The domains still to be asked, none of them twice.
private struct Frontier {
    let suspended: Set<String>
    let mostNames: Int
    private var seen: Set<String> = []
    private var waiting: [String] = []
    private var first = 0

    init(suspended: Set<String>, mostNames: Int) {
        self.suspended = suspended
        self.mostNames = mostNames
    }

    var isEmpty: Bool { first == waiting.count }

    mutating func add(_ names: [String]) {
        for name in names where seen.count < mostNames && !isSuspended(name) && seen.insert(name).inserted {
            waiting.append(name)
        }
    }

    mutating func next() -> String? {
        guard first < waiting.count else { return nil }
        defer { first += 1 }
        return waiting[first]
    }

    /// A suspended domain's subdomains are, too.
    private func isSuspended(_ name: String) -> Bool {
        !suspended.isEmpty && DomainName.suffixes(of: name).contains(where: suspended.contains)
    }
}
