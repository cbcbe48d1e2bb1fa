import Faults
import Model
import Stores

/// Forgets failures of delivery to hosts, so that the server does not stop to deliver there.
///
/// Source: Mastodon 4.6.5 `app/controllers/admin/instances_controller.rb` (`clear_delivery_errors`): a host that is
/// stopped stays so, and nothing is written into the server's own record.
package struct DeliveryErrorsClearing: Operation {
    package var name: String { "domains clear-errors" }
    package var deed: String { "cleared" }
    package var risk: Risk { .mild }
    package var namesItems: Bool { true }
    package var tables: Set<String> { [] }

    private let domains: [String]

    /// - Throws: `Fault(.badData)` for what is no domain.
    package init(_ names: [String]) throws {
        domains = try NamedBlocks.domains(names)
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        Survey(count: try await failing(at: site).count, noun: "domains")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<DomainNames> {
        DomainNames.steps(try await failing(at: site))
    }

    private func failing(at site: Site<ReadOnly>) async throws -> [String] {
        let days = try await site.keys.failureDays(of: domains)
        return zip(domains, days).filter { $0.1 > 0 }.map(\.0)
    }

    package func perform(_ step: DomainNames, at site: Site<ReadWrite>) async throws -> Outcome {
        try await site.keys.apply([.unlink(step.names.map(DeliveryFailures.key))])
        return Outcome(changed: step.count)
    }
}
