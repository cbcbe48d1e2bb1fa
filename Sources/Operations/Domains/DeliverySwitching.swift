import Faults
import Model
import Stores

/// Stops the delivery to hosts, or begins it again and forgets their failures, as a moderator's buttons do.
///
/// Source: Mastodon 4.6.5 `app/controllers/admin/instances_controller.rb` (`stop_delivery`, `restart_delivery`),
/// `app/lib/delivery_failure_tracker.rb` (`track_success!`): a host that is not stopped is left as it is.
package struct DeliverySwitching: Operation {
    package enum Direction: Sendable {
        case stop, resume
    }

    package var name: String { direction == .stop ? "domains stop-delivery" : "domains resume-delivery" }
    package var deed: String { direction == .stop ? "stopped" : "resumed" }
    package var risk: Risk { .mild }
    package var namesItems: Bool { true }
    package var tables: Set<String> { ["unavailable_domains", "admin_action_logs"] }
    package let moderator: String?

    private let direction: Direction
    private let domains: [String]

    /// - Throws: `Fault(.badData)` for what is no domain.
    package init(_ direction: Direction, _ names: [String], moderator: String?) throws {
        self.direction = direction
        domains = try NamedBlocks.domains(names)
        self.moderator = moderator
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        _ = try await site.database.read { try await Moderators.acting(as: moderator, over: $0) }
        return Survey(count: try await due(at: site).count, noun: "domains")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<DomainNames> {
        DomainNames.steps(try await due(at: site))
    }

    /// Those of the domains that are not as they are to be.
    private func due(at site: Site<ReadOnly>) async throws -> [String] {
        let stopped = try await site.database.read { try await Set(UnavailableDomains.find(domains, over: $0).keys) }
        return domains.filter { stopped.contains($0) == (direction == .resume) }
    }

    package func perform(_ step: DomainNames, at site: Site<ReadWrite>) async throws -> Outcome {
        try await site.change { connection in
            var aftermath = Aftermath()
            var outcome = Outcome()
            let moderator = try await Moderators.acting(as: moderator, over: connection).id
            for domain in step.names {
                let row =
                    direction == .stop
                    ? try await UnavailableDomains.insert(domain, over: connection)
                    : try await UnavailableDomains.delete(domain, over: connection)
                guard let row else {
                    outcome.skipped += 1
                    continue
                }
                try await AuditLog.record(
                    direction == .stop ? "create" : "destroy", .init("UnavailableDomain", id: row, name: domain),
                    by: moderator, over: connection)
                if direction == .resume { aftermath.change(.unlink([DeliveryFailures.key(domain)])) }
                outcome.changed += 1
            }
            if outcome.changed > 0 { aftermath.forget(UnavailableDomains.cacheKey) }
            return (outcome, aftermath)
        }
    }
}
