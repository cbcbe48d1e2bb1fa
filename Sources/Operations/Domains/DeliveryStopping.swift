import Faults
import Model
import Stores

/// Stops the delivery to hosts, as a moderator's button does.
///
/// Source: Mastodon 4.6.5 `app/controllers/admin/instances_controller.rb` (`stop_delivery`).
package struct DeliveryStopping: Operation {
    package var name: String { "domains stop-delivery" }
    package var deed: String { "stopped" }
    package var risk: Risk { .mild }
    package var namesItems: Bool { true }
    package var tables: Set<String> { ["unavailable_domains", "admin_action_logs"] }
    package let moderator: String?

    private let domains: [String]

    /// - Throws: `Fault(.badData)` for what is no domain.
    package init(_ names: [String], moderator: String?) throws {
        domains = try NamedBlocks.domains(names)
        self.moderator = moderator
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        let stopped = try await site.database.read { connection in
            _ = try await Moderators.acting(as: moderator, over: connection)
            return try await UnavailableDomains.find(domains, over: connection).count
        }
        return Survey(count: domains.count - stopped, noun: "domains")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<DomainNames> {
        let stopped = try await site.database.read { try await Set(UnavailableDomains.find(domains, over: $0).keys) }
        return DomainNames.steps(domains.filter { !stopped.contains($0) })
    }

    package func perform(_ step: DomainNames, at site: Site<ReadWrite>) async throws -> Outcome {
        try await site.change { connection in
            var aftermath = Aftermath()
            var outcome = Outcome()
            let moderator = try await Moderators.acting(as: moderator, over: connection).id
            for domain in step.names {
                guard let id = try await UnavailableDomains.insert(domain, over: connection) else {
                    outcome.skipped += 1
                    continue
                }
                try await AuditLog.record(
                    "create", .init("UnavailableDomain", id: id, name: domain), by: moderator, over: connection)
                outcome.changed += 1
            }
            if outcome.changed > 0 { aftermath.forget(UnavailableDomains.cacheKey) }
            return (outcome, aftermath)
        }
    }
}
