import Faults
import Model
import Stores

/// Adds domains to those a server in limited federation mode speaks with.
///
/// Source: Mastodon 4.6.5 `app/controllers/api/v1/admin/domain_allows_controller.rb`.
package struct DomainAllowing: Operation {
    package var name: String { "domain-allows add" }
    package var deed: String { "allowed" }
    package var risk: Risk { .mild }
    package var namesItems: Bool { true }
    package var tables: Set<String> { ["domain_allows", "admin_action_logs"] }
    package let moderator: String?
    package let lane: Lane

    let domains: [String]

    /// - Throws: `Fault(.badData)` for what is no domain.
    package init(_ names: [String], moderator: String?, lane: Lane = .direct) throws {
        domains = try NamedBlocks.domains(names)
        self.moderator = moderator
        self.lane = lane
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        if lane == .api { _ = try await site.requireAdmin([.domainAllowCreation], as: moderator) }
        let known = try await site.database.read { connection in
            if lane != .api { _ = try await Moderators.acting(as: moderator, over: connection) }
            return try await DomainAllows.find(domains, over: connection)
        }
        return Survey(count: domains.count - known.count, noun: "domains")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<DomainNames> {
        let known = try await site.database.read { try await DomainAllows.find(domains, over: $0) }
        return DomainNames.steps(domains.filter { known[$0] == nil })
    }

    package func perform(_ step: DomainNames, at site: Site<ReadWrite>) async throws -> Outcome {
        if lane == .api {
            return try await AdminCalls(site).each(step.names, named: \.self) { client, domain in
                _ = try await client.allowDomain(domain)
                return .made
            }
        }
        return try await site.change { connection in
            var aftermath = Aftermath()
            var outcome = Outcome()
            let moderator = try await Moderators.acting(as: moderator, over: connection).id
            let unknown = Set(try await InstancesView.unknown(among: step.names, over: connection))
            for domain in step.names {
                guard let id = try await DomainAllows.insert(domain, over: connection) else {
                    outcome.skipped += 1
                    continue
                }
                try await AuditLog.record(
                    "create", .init("DomainAllow", id: id, name: domain), by: moderator, over: connection)
                if unknown.contains(domain) { aftermath.change(InstancesView.sighting(of: domain)) }
                outcome.changed += 1
            }
            return (outcome, aftermath)
        }
    }

    package func finish(_ report: inout Report, at site: Site<ReadWrite>) async throws {
        if lane != .api, report.changed > 0 { await site.refreshInstances() }
    }
}

/// Domains handled together.
package struct DomainNames: OperationStep {
    package var names: [String]

    package var count: Int { names.count }
    package var labels: [String] { names }
    package func prefix(_ count: Int) -> Self { DomainNames(names: Array(names.prefix(count))) }
    package func dropFirst(_ count: Int) -> Self { DomainNames(names: Array(names.dropFirst(count))) }

    static func steps(_ names: [String], size: Int = 100) -> Steps<DomainNames> {
        Steps(
            stride(from: 0, to: names.count, by: size).map { start in
                DomainNames(names: Array(names[start..<min(start + size, names.count)]))
            })
    }
}
