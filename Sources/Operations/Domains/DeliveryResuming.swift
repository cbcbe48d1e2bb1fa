import Faults
import Model
import Stores

/// Delivers to hosts again, and forgets their failures.
///
/// Source: Mastodon 4.6.5 `app/controllers/admin/instances_controller.rb` (`restart_delivery`),
/// `app/lib/delivery_failure_tracker.rb` (`track_success!`): a host that is not stopped is left as it is.
package struct DeliveryResuming: Operation {
    package var name: String { "domains resume-delivery" }
    package var deed: String { "resumed" }
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
        return Survey(count: stopped, noun: "domains")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<DomainNames> {
        let stopped = try await site.database.read { try await Set(UnavailableDomains.find(domains, over: $0).keys) }
        return DomainNames.steps(domains.filter(stopped.contains))
    }

    package func perform(_ step: DomainNames, at site: Site<ReadWrite>) async throws -> Outcome {
        try await site.change { connection in
            var aftermath = Aftermath()
            var outcome = Outcome()
            let moderator = try await Moderators.acting(as: moderator, over: connection).id
            for domain in step.names {
                guard let id = try await UnavailableDomains.delete(domain, over: connection) else {
                    outcome.skipped += 1
                    continue
                }
                try await AuditLog.record(
                    "destroy", .init("UnavailableDomain", id: id, name: domain), by: moderator, over: connection)
                aftermath.change(.unlink([DeliveryFailures.key(domain)]))
                outcome.changed += 1
            }
            if outcome.changed > 0 { aftermath.forget(UnavailableDomains.cacheKey) }
            return (outcome, aftermath)
        }
    }
}
