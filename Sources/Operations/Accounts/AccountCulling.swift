import Model
import Stores

/// Deletes remote accounts that are gone from their own servers, which are asked politely: one request at a time each.
///
/// An account is gone when its server said so on two runs some days apart. A server that cannot be reached says nothing
/// about its accounts; on how many days it could not is remembered and told.
///
/// Source: Mastodon 4.6.5 `lib/mastodon/cli/accounts.rb` (`cull`), which takes the first answer.
package struct AccountCulling: Operation {
    package var name: String { "accounts cull" }
    package var runsUnattended: Bool { true }
    package var risk: Risk { .moderate }
    package var touchesFiles: Bool { true }
    package var tables: Set<String> {
        ["accounts", "statuses", "media_attachments", "follows", "favourites", "notifications"]
    }

    package let domains: [String]
    /// Seconds between the first answer and the one that counts; nil takes the first.
    package let confirmation: Double?
    /// Servers asked at the same time.
    package let width: Int
    private let servers: RemoteServers

    package init(domains: [String], confirmation: Double?, width: Int, servers: RemoteServers) {
        self.domains = domains.map { DomainName.normalized($0) }
        self.confirmation = confirmation
        self.width = width
        self.servers = servers
    }

    /// Where it is remembered.
    static let memoryName = "cull.json"
    /// Accounts asked of one domain in one round.
    static let turn = 20

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        let count = try await site.database.read { try await CullCandidates.count(of: domains, over: $0) }
        return Survey(count: count, noun: "accounts")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<Round> {
        let memory = try Self.memory(of: site.state)
        let given = domains
        let all = given.isEmpty ? try await site.database.read { try await RemoteDomains.all(over: $0) } : given
        let (width, confirmation, probe) = (width, confirmation, ActorProbe(servers))
        return Steps {
            var walk = CullWalk(domains: all, memory: memory, confirmation: confirmation, width: width)
            return {
                var now = walk
                let round = try await now.next(at: site, probe)
                walk = now
                return round
            }
        }
    }

    package func perform(_ step: Round, at site: Site<ReadWrite>) async throws -> Outcome {
        var memory = try Self.memory(of: site.state)
        let now = UTCTime.now.seconds.rounded(.down)
        for server in step.unreachable { memory.failed(server, now: now) }
        for server in step.answered { memory.answered(server) }
        for candidate in step.missing { _ = memory.missing(candidate.account.id, now: now, confirmation: nil) }
        for candidate in step.present { memory.forget(candidate.account.id) }
        let present = step.present.map(\.account.id)
        if !present.isEmpty {
            try await site.change { connection in
                try await CullCandidates.touch(present, over: connection)
                return ((), Aftermath())
            }
        }
        var outcome = Outcome()
        if !step.gone.isEmpty {
            let gone = step.gone
            let ids = try await site.database.write { try await CullCandidates.still(gone, over: $0) }
            let deleted = try await AccountDeletion(DeletionOptions(keepsAccount: false)).delete(ids, at: site)
            outcome = deleted.outcome
            outcome.skipped = gone.count - ids.count
            for id in ids where !deleted.isCutShort { memory.forget(id) }
        }
        memory.dropOlder(than: now - 180 * 86_400)
        try site.state.write(Self.memoryName, Array((memory.json.text + "\n").utf8))
        return outcome
    }

    package func finish(_ report: inout Report, at site: Site<ReadWrite>) async throws {
        let memory = try Self.memory(of: site.state)
        let dead = memory.servers.filter { $0.value.days > 1 }.sorted { $0.value.first < $1.value.first }
        for (server, trouble) in dead.prefix(50) {
            report.warnings.append(
                "\(server) could not be reached on \(trouble.days) days since \(UTCTime(trouble.first))")
        }
        if report.changed > 0 {
            try await site.database.write { try await PurgeScope.refreshInstances(over: $0) }
        }
    }

    static func memory(of state: StateFolder) throws -> CullMemory {
        guard let bytes = try state.read(memoryName) else { return CullMemory() }
        // What cannot be read is begun anew: it only costs some days.
        return JSONValue(parsing: String(decoding: bytes, as: UTF8.self)).flatMap { CullMemory($0) } ?? CullMemory()
    }

    /// What some servers answered.
    package struct Round: OperationStep {
        /// Accounts that go.
        package var gone: [CullCandidate] = []
        /// Accounts whose server says they are not there, those that go among them.
        package var missing: [CullCandidate] = []
        package var present: [CullCandidate] = []
        /// Accounts about which nothing is known.
        package var unknown: [CullCandidate] = []
        package var answered: Set<String> = []
        package var unreachable: Set<String> = []

        package var count: Int { gone.count }
        package var visited: Int { missing.count + present.count + unknown.count }
        package var labels: [String] { gone.map(\.account.handle) }
        package var isAlone: Bool { true }
        package var details: [String: Int64] {
            let figures = [
                "there": present.count, "not there": missing.count, "not asked or no answer": unknown.count,
                "servers not reached": unreachable.count,
            ]
            return figures.filter { $0.value > 0 }.mapValues(Int64.init)
        }
        package var examples: [String: [String]] {
            unreachable.isEmpty ? [:] : ["servers not reached": Array(unreachable.sorted().prefix(3))]
        }

        package func prefix(_ count: Int) -> Self {
            var round = self
            round.gone = Array(gone.prefix(count))
            return round
        }

        package func dropFirst(_ count: Int) -> Self {
            Round(gone: Array(gone.dropFirst(count)))
        }
    }
}
