import Faults
import Model
import Stores

/// Forgets failures of delivery to hosts, so that the server does not stop to deliver there.
///
/// Source: Mastodon 4.6.5 `app/controllers/admin/instances_controller.rb` (`clear_delivery_errors`): a host that is
/// stopped stays so, and nothing is written into the server's own record.
package struct DeliveryErrorsClearing: Operation {
    private let domains: [String]

    /// - Throws: `Fault(.badData)` for what is no domain.
    package init(_ names: [String]) throws {
        domains = try NamedBlocks.domains(names)
    }

    package var card: Card { Card("domains clear-errors", of: "domains", "cleared", tables: [], namesItems: true) }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<NamedDomain> {
        let days = try await site.keys.failureDays(of: domains)
        let failing = zip(domains, days).filter { $0.1 > 0 }.map { NamedDomain(name: $0.0) }
        return Prepared(Survey(count: failing.count), Batches(of: failing, by: NamedDomain.batch)) { items, site in
            try await site.keys.apply([.unlink(items.map { DeliveryFailures.key($0.name) })])
            return Outcome(changed: items.count)
        }
    }
}
