import Model
import Stores

/// Deletes remote accounts that are gone from their own servers, which are asked politely: one request at a time each.
///
/// An account is gone when its server said so on two runs some days apart. A server that cannot be reached says nothing
/// about its accounts; on how many days it could not is remembered and told.
///
/// Source: Mastodon 4.6.5 `lib/mastodon/cli/accounts.rb` (`cull`), which takes the first answer.
package struct AccountCulling: Operation {
    package var card: Card {
        Card(
            "accounts cull", of: "accounts", risk: .moderate, runsUnattended: true,
            tables: ["accounts", "statuses", "media_attachments", "follows", "favourites", "notifications"],
            touchesFiles: true, meetsUnknownTables: true)
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

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Item> {
        let memory = try Self.memory(of: site.state)
        let given = domains
        let (count, all) = try await site.database.read { connection in
            (
                try await connection.cullCandidates.count(of: given),
                given.isEmpty ? try await connection.remoteDomains.all() : given
            )
        }
        let (width, confirmation, probe) = (width, confirmation, ActorProbe(servers))
        let batches = Batches<Item> {
            var walk = CullWalk(domains: all, width: width)
            return {
                var now = walk
                defer { walk = now }
                guard let answers = try await now.next(at: site, probe) else { return nil }
                let time = UTCTime.now.seconds
                let gone = answers.missing.filter {
                    memory.isConfirmed($0.account.id, now: time, confirmation: confirmation)
                }
                return Batch([.answers(answers)] + gone.map(Item.gone), answers.tally, isAlone: true)
            }
        }
        return Prepared(Survey(count: count), batches, perform: Self.cull).finish(Self.tellOfServers)
    }

    private static func cull(_ items: [Item], at site: Site<ReadWrite>) async throws -> Outcome {
        var memory = try Self.memory(of: site.state)
        let now = UTCTime.now.seconds.rounded(.down)
        var gone: [CullCandidate] = []
        for item in items {
            switch item {
            case .answers(let answers): try await remember(answers, now, &memory, at: site)
            case .gone(let candidate): gone.append(candidate)
            }
        }
        var outcome = Outcome()
        if !gone.isEmpty {
            let ids = try await site.database.readPrimary { [gone] in try await $0.cullCandidates.still(gone) }
            outcome = try await AccountDeletion(DeletionOptions(keepsAccount: false)).delete(ids, at: site)
            outcome.skipped = gone.count - ids.count
            for id in ids where !outcome.isCutShort { memory.forget(id) }
        }
        memory.dropOlder(than: now - 180 * 86_400)
        try site.state.write(Self.memoryName, Array((memory.json.text + "\n").utf8))
        return outcome
    }

    private static func remember(
        _ answers: CullAnswers, _ now: Double, _ memory: inout CullMemory, at site: Site<ReadWrite>
    ) async throws {
        for server in answers.unreachable { memory.failed(server, now: now) }
        for server in answers.answered { memory.answered(server) }
        for candidate in answers.missing { _ = memory.missing(candidate.account.id, now: now, confirmation: nil) }
        let present = answers.present.map(\.account.id)
        if present.isEmpty { return }
        present.forEach { memory.forget($0) }
        try await site.change { connection in
            try await connection.cullCandidates.touch(present)
            return ((), Aftermath())
        }
    }

    private static func tellOfServers(_ report: inout Report, at site: Site<ReadWrite>) async throws {
        let memory = try Self.memory(of: site.state)
        let dead = memory.servers.filter { $0.value.days > 1 }.sorted { $0.value.first < $1.value.first }
        for (server, trouble) in dead.prefix(50) {
            report.warnings.append(
                "\(server) could not be reached on \(Noun.counted(trouble.days, "days")) since \(UTCTime(trouble.first))"
            )
        }
        if report.changed > 0 {
            try await site.database.write { try await PurgeScope.refreshInstances(over: $0) }
        }
    }

    static func memory(of state: StateFolder<some Access>) throws -> CullMemory {
        guard let bytes = try state.read(memoryName) else { return CullMemory() }
        // What cannot be read is begun anew: it only costs some days.
        return JSONValue(parsing: String(decoding: bytes, as: UTF8.self)).flatMap { CullMemory($0) } ?? CullMemory()
    }

    /// Something to be done after some servers were asked.
    package enum Item: WorkItem {
        /// All they said, to be remembered; before the accounts that go for it.
        case answers(CullAnswers)
        case gone(CullCandidate)

        package var weight: Int { if case .gone = self { 1 } else { 0 } }
        package var label: String? { if case .gone(let candidate) = self { candidate.account.handle } else { nil } }
    }
}
