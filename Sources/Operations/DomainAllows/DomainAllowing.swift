import Faults
import Model
import Stores

/// Adds domains to those a server in limited federation mode speaks with.
///
/// Source: Mastodon 4.6.5 `app/controllers/api/v1/admin/domain_allows_controller.rb`.
package struct DomainAllowing: Operation {
    private let moderator: String?
    private let lane: Lane
    private let domains: [String]

    /// - Throws: `Fault(.badData)` for what is no domain.
    package init(_ names: [String], moderator: String?, lane: Lane = .direct) throws {
        domains = try NamedBlocks.domains(names)
        self.moderator = moderator
        self.lane = lane
    }

    package var card: Card {
        Card(
            "domain-allows add", of: "domains", "allowed", lane: lane, tables: ["domain_allows", "admin_action_logs"],
            namesItems: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<NamedDomain> {
        try await site.requireActing(moderator, by: lane, [.domainAllowCreation])
        let known = try await site.database.read { try await $0.domainAllows.find(domains) }
        let missing = domains.filter { known[$0] == nil }.map(NamedDomain.init)
        return Prepared(Survey(count: missing.count), Batches(of: missing, by: NamedDomain.batch)) { items, site in
            let names = items.map(\.name)
            return lane == .api ? try await ask(names, at: site) : try await insert(names, at: site)
        }.finish { report, site in
            if lane != .api, report.changed > 0 { await site.refreshInstances() }
        }.acting(as: moderator)
    }

    private func ask(_ names: [String], at site: Site<ReadWrite>) async throws -> Outcome {
        try await AdminCalls(site).each(names, named: \.self) { client, domain in
            _ = try await client.allowDomain(domain)
            return .made
        }
    }

    private func insert(_ names: [String], at site: Site<ReadWrite>) async throws -> Outcome {
        try await site.change { connection in
            var aftermath = Aftermath()
            var outcome = Outcome()
            let moderator = try await connection.moderators.acting(as: moderator).id
            let unknown = Set(try await connection.instancesView.unknown(among: names))
            for domain in names {
                guard let id = try await connection.domainAllows.insert(domain) else {
                    outcome.skipped += 1
                    continue
                }
                try await connection.auditLog.record(
                    "create", .init("DomainAllow", id: id, name: domain), by: moderator)
                if unknown.contains(domain) { aftermath.change(.sighting(of: domain)) }
                outcome.changed += 1
            }
            return (outcome, aftermath)
        }
    }
}

/// A domain by its name alone.
package struct NamedDomain: WorkItem {
    package var name: String

    package var label: String? { name }

    /// Domains of one transaction.
    static let batch = 100
}
