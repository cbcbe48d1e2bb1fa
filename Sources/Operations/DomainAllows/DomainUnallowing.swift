import Faults
import Model
import Stores

/// Takes domains off those a server in limited federation mode speaks with; in that mode their accounts go, too.
///
/// Source: Mastodon 4.6.5 `app/services/unallow_domain_service.rb`, `app/workers/after_unallow_domain_worker.rb`.
package struct DomainUnallowing: Operation {
    private let moderator: String?
    private let lane: Lane
    private let domains: [String]
    /// Whether the server speaks with allowed domains only.
    private let limitsFederation: Bool

    private static var accountsAtOnce: Int { 1_000 }

    /// - Throws: `Fault(.badData)` for what is no domain.
    package init(_ names: [String], limitsFederation: Bool, moderator: String?, lane: Lane = .jobs) throws {
        domains = try NamedBlocks.domains(names)
        self.limitsFederation = limitsFederation
        self.moderator = moderator
        self.lane = lane
    }

    package var card: Card {
        Card(
            "domain-allows remove", of: "domains", risk: limitsFederation ? .moderate : .mild, lane: lane,
            tables: ["domain_allows", "accounts", "admin_action_logs"], namesItems: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<NamedDomain> {
        try await site.requireActing(moderator, by: lane, [.domainAllowDeletion])
        let known = try await site.database.read { try await $0.domainAllows.find(domains) }
        if domains.count == 1, known.isEmpty {
            throw Fault(.noSuch, "\(domains[0]) is not allowed", help: "see `mastoctl domain-allows list`")
        }
        var survey = Survey(count: known.count)
        for domain in domains where known[domain] != nil && limitsFederation {
            let effect = try await site.database.read { try await $0.domainBlocks.effect(of: domain, listed: 5) }
            survey.foreseen.append(.block(.effect(effect, isSuspension: true)))
        }
        return Prepared(survey, Batches(of: domains.map(NamedDomain.init), by: 1)) { items, site in
            let names = items.map(\.name)
            return lane == .api ? try await ask(names, at: site) : try await delete(names, at: site)
        }.acting(as: moderator)
    }

    private func ask(_ names: [String], at site: Site<ReadWrite>) async throws -> Outcome {
        try await AdminCalls(site).each(names, named: \.self) { client, domain in
            let rows = try await site.database.read { try await $0.domainAllows.find([domain]) }
            guard let row = rows[domain] else { return .refused("it is not allowed") }
            try await client.disallowDomain(row.id)
            return .made
        }
    }

    private func delete(_ names: [String], at site: Site<ReadWrite>) async throws -> Outcome {
        var outcome = Outcome()
        for domain in names {
            let rows = try await site.database.read { try await $0.domainAllows.find([domain]) }
            guard let row = rows[domain] else {
                outcome.failures.append(ItemNote(domain, "it is not allowed"))
                continue
            }
            if limitsFederation { try await suspendAccounts(of: domain, at: site) }
            let isGone = try await site.change { connection in
                var aftermath = Aftermath()
                let moderator = try await connection.moderators.acting(as: moderator).id
                let isGone = try await connection.domainAllows.delete(row.id)
                if isGone {
                    try await connection.auditLog.record(
                        "destroy", .init("DomainAllow", id: row.id, name: domain), by: moderator)
                    if limitsFederation { aftermath.push(.afterUnallowDomain, .string(domain)) }
                }
                return (isGone, aftermath)
            }
            outcome.changed += isGone ? 1 : 0
            outcome.skipped += isGone ? 0 : 1
        }
        return outcome
    }

    /// Some at a time, each time those not suspended since this began.
    private func suspendAccounts(of domain: String, at site: Site<ReadWrite>) async throws {
        let start = try await site.database.read { try await $0.domainAllows.moment() }
        let touches = site.instance.schema.release.map { $0 >= .v4_4 } ?? true
        var count = Self.accountsAtOnce
        while count == Self.accountsAtOnce {
            count = try await site.database.write {
                try await $0.domainAllows.suspendAccounts(
                    of: domain, limit: Self.accountsAtOnce, touching: touches, since: start)
            }
        }
    }
}
