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

    private let moderator: String?
    private let direction: Direction
    private let domains: [String]

    /// - Throws: `Fault(.badData)` for what is no domain.
    package init(_ direction: Direction, _ names: [String], moderator: String?) throws {
        self.direction = direction
        domains = try NamedBlocks.domains(names)
        self.moderator = moderator
    }

    package var card: Card {
        Card(
            direction == .stop ? "domains stop-delivery" : "domains resume-delivery", of: "domains",
            direction == .stop ? "stopped" : "resumed", tables: ["unavailable_domains", "admin_action_logs"],
            namesItems: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<NamedDomain> {
        try await site.requireActing(moderator, by: .direct, [])
        let stopped = try await site.database.read { try await Set($0.unavailableDomains.find(domains).keys) }
        // Those that are not as they are to be.
        let due = domains.filter { stopped.contains($0) == (direction == .resume) }.map(NamedDomain.init)
        return Prepared(Survey(count: due.count), Batches(of: due, by: NamedDomain.batch), perform: turn)
            .acting(as: moderator)
    }

    private func turn(_ domains: [NamedDomain], at site: Site<ReadWrite>) async throws -> Outcome {
        try await site.change { connection in
            var aftermath = Aftermath()
            var outcome = Outcome()
            let moderator = try await connection.moderators.acting(as: moderator).id
            for domain in domains.map(\.name) {
                let row =
                    direction == .stop
                    ? try await connection.unavailableDomains.insert(domain)
                    : try await connection.unavailableDomains.delete(domain)
                guard let row else {
                    outcome.skipped += 1
                    continue
                }
                try await connection.auditLog.record(
                    direction == .stop ? "create" : "destroy", .init("UnavailableDomain", id: row, name: domain),
                    by: moderator)
                if direction == .resume { aftermath.change(.unlink([DeliveryFailures.key(domain)])) }
                outcome.changed += 1
            }
            if outcome.changed > 0 { aftermath.forgetUnavailableDomains() }
            return (outcome, aftermath)
        }
    }
}
