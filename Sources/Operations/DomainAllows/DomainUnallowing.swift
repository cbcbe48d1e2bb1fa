import Faults
import Model
import Stores

/// Takes domains off those a server in limited federation mode speaks with; in that mode their accounts go, too.
///
/// Source: Mastodon 4.6.5 `app/services/unallow_domain_service.rb`, `app/workers/after_unallow_domain_worker.rb`.
package struct DomainUnallowing: Operation {
    package var name: String { "domain-allows remove" }
    package var risk: Risk { limitsFederation ? .moderate : .mild }
    package var namesItems: Bool { true }
    package var tables: Set<String> { ["domain_allows", "accounts", "admin_action_logs"] }
    package let moderator: String?
    package let lane: Lane

    let domains: [String]
    /// Whether the server speaks with allowed domains only.
    let limitsFederation: Bool

    private static var accountsAtOnce: Int { 1_000 }

    /// - Throws: `Fault(.badData)` for what is no domain.
    package init(_ names: [String], limitsFederation: Bool, moderator: String?, lane: Lane = .jobs) throws {
        domains = try NamedBlocks.domains(names)
        self.limitsFederation = limitsFederation
        self.moderator = moderator
        self.lane = lane
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        if lane == .api { _ = try await site.requireAdmin([.domainAllowDeletion], as: moderator) }
        let known = try await site.database.read { connection in
            if lane != .api { _ = try await Moderators.acting(as: moderator, over: connection) }
            return try await DomainAllows.find(domains, over: connection)
        }
        if domains.count == 1, known.isEmpty {
            throw Fault(.noSuch, "\(domains[0]) is not allowed", help: "see `mastoctl domain-allows list`")
        }
        var warnings: [String] = []
        for domain in domains where known[domain] != nil && limitsFederation {
            let effect = try await site.database.read { try await DomainBlocks.effect(of: domain, listed: 5, over: $0) }
            warnings += effect.words(suspending: true)
        }
        return Survey(count: known.count, warnings: warnings, noun: "domains")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<DomainNames> {
        DomainNames.steps(domains, size: 1)
    }

    package func perform(_ step: DomainNames, at site: Site<ReadWrite>) async throws -> Outcome {
        if lane == .api {
            return try await AdminCalls(site).each(step.names, named: \.self) { client, domain in
                let rows = try await site.database.read { try await DomainAllows.find([domain], over: $0) }
                guard let row = rows[domain] else { return .refused("it is not allowed") }
                try await client.disallowDomain(row.id)
                return .made
            }
        }
        var outcome = Outcome()
        for domain in step.names {
            let rows = try await site.database.read { try await DomainAllows.find([domain], over: $0) }
            guard let row = rows[domain] else {
                outcome.failures.append(ItemFailure(item: domain, reason: "it is not allowed"))
                continue
            }
            if limitsFederation { try await suspendAccounts(of: domain, at: site) }
            let isGone = try await site.change { connection in
                var aftermath = Aftermath()
                let moderator = try await Moderators.acting(as: moderator, over: connection).id
                let isGone = try await DomainAllows.delete(row.id, over: connection)
                if isGone {
                    try await AuditLog.record(
                        "destroy", .init("DomainAllow", id: row.id, name: domain), by: moderator, over: connection)
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
        let start = try await site.database.read { try await DomainAllows.moment(over: $0) }
        let touches = site.instance.schema.release.map { $0 >= .v4_4 } ?? true
        var count = Self.accountsAtOnce
        while count == Self.accountsAtOnce {
            count = try await site.database.write {
                try await DomainAllows.suspendAccounts(
                    of: domain, limit: Self.accountsAtOnce, touching: touches, since: start, over: $0)
            }
        }
    }
}

/// The domains allowed.
package struct DomainAllowListing: Sendable, Encodable {
    package let schema = "domain-allows.list/1"
    package var domainAllows: [Allowed]

    package struct Allowed: Sendable, Encodable, Equatable {
        package var id: String
        package var domain: String
        package var createdAt: UTCTime
    }

    package static func reading(match: String?, at site: Site<ReadOnly>) async throws -> DomainAllowListing {
        var all: [DomainAllowRow] = []
        while true {
            let after = all.last?.id ?? 0
            let page = try await site.database.read {
                try await DomainAllows.page(after: after, size: 5_000, match: match, over: $0)
            }
            all += page
            if page.count < 5_000 { break }
        }
        return DomainAllowListing(
            domainAllows: all.sorted { $0.domain < $1.domain }.map {
                Allowed(id: "\($0.id)", domain: $0.domain, createdAt: $0.created)
            })
    }
}
