import Model
import Stores

/// Goes from server to server: some domains at a time, some accounts of each, one request at a time to each host.
struct CullWalk {
    private var waiting: ArraySlice<String>
    private var current: [(domain: String, after: Int64)] = []
    /// Hosts that are left in peace for the rest of the run.
    private var resting: Set<String> = []
    private let memory: CullMemory
    private let confirmation: Double?
    private let width: Int

    init(domains: [String], memory: CullMemory, confirmation: Double?, width: Int) {
        waiting = domains[...]
        self.memory = memory
        self.confirmation = confirmation
        self.width = width
    }

    /// What the next servers answer; nil at the end.
    mutating func next(at site: Site<ReadOnly>, _ probe: ActorProbe) async throws -> AccountCulling.Round? {
        var hosts: [String: [CullCandidate]] = [:]
        while hosts.isEmpty {
            while current.count < width, let domain = waiting.popFirst() { current.append((domain, 0)) }
            if current.isEmpty { return nil }
            let asked = current
            let pages = try await site.database.read { connection in
                var pages: [[CullCandidate]] = []
                for (domain, after) in asked {
                    pages.append(
                        try await CullCandidates.page(
                            of: domain, after: after, size: AccountCulling.turn, over: connection))
                }
                return pages
            }
            current = zip(asked, pages).compactMap { asked, page in
                page.count < AccountCulling.turn ? nil : page.last.map { (asked.domain, $0.account.id) }
            }
            for candidate in pages.joined() { hosts[ActorProbe.host(of: candidate.uri), default: []].append(candidate) }
        }
        return await ask(hosts, probe)
    }

    private mutating func ask(
        _ hosts: [String: [CullCandidate]], _ probe: ActorProbe
    ) async -> AccountCulling.Round {
        let rested = resting
        let parts = await withTaskGroup(of: (String, AccountCulling.Round, isTired: Bool).self) { group in
            for (host, candidates) in hosts {
                group.addTask { await Self.ask(host, candidates, isResting: rested.contains(host), probe) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        var round = AccountCulling.Round()
        for (host, part, isTired) in parts.sorted(by: { $0.0 < $1.0 }) {
            if isTired { resting.insert(host) }
            round.missing += part.missing
            round.present += part.present
            round.unknown += part.unknown
            round.answered.formUnion(part.answered)
            round.unreachable.formUnion(part.unreachable)
        }
        let now = UTCTime.now.seconds
        round.gone = round.missing.filter {
            memory.isConfirmed($0.account.id, now: now, confirmation: confirmation)
        }
        return round
    }

    private static func ask(
        _ host: String, _ candidates: [CullCandidate], isResting: Bool, _ probe: ActorProbe
    ) async -> (String, AccountCulling.Round, isTired: Bool) {
        var round = AccountCulling.Round()
        var isTired = isResting
        for candidate in candidates {
            if isTired {
                round.unknown.append(candidate)
                continue
            }
            switch await probe.ask(candidate.uri) {
            case .missing: round.missing.append(candidate)
            case .present: round.present.append(candidate)
            case .busy:
                isTired = true
                round.unknown.append(candidate)
                round.answered.insert(host)
                continue
            case .unreachable:
                isTired = true
                round.unknown.append(candidate)
                round.unreachable.insert(host)
                continue
            }
            round.answered.insert(host)
        }
        round.answered.subtract(round.unreachable)
        return (host, round, isTired)
    }
}
