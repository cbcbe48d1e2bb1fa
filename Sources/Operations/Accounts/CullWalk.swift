import Model
import Stores

/// Goes from server to server: some domains at a time, some accounts of each, one request at a time to each host.
struct CullWalk {
    private var waiting: ArraySlice<String>
    private var current: [(domain: String, after: Int64)] = []
    /// Hosts that are left in peace for the rest of the run.
    private var resting: Set<String> = []
    private let width: Int
    /// Accounts asked of one domain in one round.
    private static let turn = 20

    init(domains: [String], width: Int) {
        waiting = domains[...]
        self.width = width
    }

    /// What the next servers answer; nil at the end.
    mutating func next(at site: Site<ReadOnly>, _ probe: ActorProbe) async throws -> CullAnswers? {
        var hosts: [String: [CullCandidate]] = [:]
        while hosts.isEmpty {
            while current.count < width, let domain = waiting.popFirst() { current.append((domain, 0)) }
            if current.isEmpty { return nil }
            let asked = current
            let pages = try await site.database.read { connection in
                var pages: [[CullCandidate]] = []
                for (domain, after) in asked {
                    pages.append(
                        try await connection.cullCandidates.page(of: domain, after: after, size: Self.turn))
                }
                return pages
            }
            current = zip(asked, pages).compactMap { asked, page in
                page.count < Self.turn ? nil : page.last.map { (asked.domain, $0.account.id) }
            }
            for candidate in pages.joined() { hosts[ActorProbe.host(of: candidate.uri), default: []].append(candidate) }
        }
        return await ask(hosts, probe)
    }

    private mutating func ask(_ hosts: [String: [CullCandidate]], _ probe: ActorProbe) async -> CullAnswers {
        let rested = resting
        let parts = await withTaskGroup(of: (String, CullAnswers).self) { group in
            for (host, candidates) in hosts {
                group.addTask { (host, await Self.ask(host, candidates, isResting: rested.contains(host), probe)) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        var answers = CullAnswers()
        for (host, part) in parts.sorted(by: { $0.0 < $1.0 }) {
            if !part.unknown.isEmpty { resting.insert(host) }
            answers.add(part)
        }
        return answers
    }

    /// Asks until the host is found busy or cannot be reached; about the rest nothing is known.
    private static func ask(
        _ host: String, _ candidates: [CullCandidate], isResting: Bool, _ probe: ActorProbe
    ) async -> CullAnswers {
        var answers = CullAnswers()
        var isTired = isResting
        for candidate in candidates {
            if isTired {
                answers.unknown.append(candidate)
                continue
            }
            let answer = await probe.ask(candidate.uri)
            switch answer {
            case .missing: answers.missing.append(candidate)
            case .present: answers.present.append(candidate)
            case .busy, .unreachable:
                isTired = true
                answers.unknown.append(candidate)
            }
            if answer == .unreachable { answers.unreachable.insert(host) } else { answers.answered.insert(host) }
        }
        answers.answered.subtract(answers.unreachable)
        return answers
    }
}

/// What some servers said of their accounts.
package struct CullAnswers: Sendable {
    /// Accounts whose server says they are not there.
    package var missing: [CullCandidate] = []
    package var present: [CullCandidate] = []
    /// Accounts about which nothing is known.
    package var unknown: [CullCandidate] = []
    package var answered: Set<String> = []
    package var unreachable: Set<String> = []

    mutating func add(_ other: CullAnswers) {
        missing += other.missing
        present += other.present
        unknown += other.unknown
        answered.formUnion(other.answered)
        unreachable.formUnion(other.unreachable)
    }

    var tally: Tally {
        var tally = Tally(visited: missing.count + present.count + unknown.count)
        tally.note(.there, count: present.count)
        tally.note(.notThere, count: missing.count)
        tally.note(.notAskedOrNoAnswer, count: unknown.count)
        tally.note(.serversNotReached, unreachable.sorted())
        return tally
    }
}
