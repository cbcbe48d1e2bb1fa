import Model
import Postgres

/// The server's own list of known servers: a materialised view, which it refreshes when a block or an allowance names a
/// new one, and every so often.
package struct InstancesView<Mode: Access> {
    let transaction: Transaction<Mode>

    /// Those of the domains that the view does not know.
    package func unknown(among domains: [String]) async throws -> [String] {
        try await transaction.rows(
            """
            select domain
            from unnest(\(domains)) as named (domain)
            where not exists (select from instances where instances.domain = named.domain)
            """
        ) { try $0.value(0, as: String.self) }
    }

    /// Whether a block or an allowance is not in the view yet. One that is gone stays in it until the server's next
    /// refresh, as it does there.
    package func isStale() async throws -> Bool {
        try await transaction.first(
            """
            select exists (
                select domain from domain_blocks
                union
                select domain from domain_allows
                except
                select domain from instances
            )
            """
        ) { try $0.value(0, as: Bool.self) } ?? false
    }

    /// Brings the view up to date; readers are not held up.
    package func refresh() async throws where Mode == ReadWrite {
        try await transaction.execute("refresh materialized view concurrently instances")
    }
}

extension Site where Mode == ReadWrite {
    /// Brings the view of known servers up to date after blocks or allowances were added. What cannot be done now the
    /// server does by itself later, so that trouble is a warning.
    package func refreshInstances() async {
        do {
            guard try await database.read({ try await $0.instancesView.isStale() }) else { return }
            try await database.write { try await $0.instancesView.refresh() }
        } catch {
            warnings.warn("the list of known servers is not up to date; the server refreshes it within a day")
        }
    }
}

extension Transaction {
    package var instancesView: InstancesView<Mode> { InstancesView(transaction: self) }
}

extension KeyChange {
    /// What the server notes of a domain it sees for the first time.
    ///
    /// Source: Mastodon 4.6.5 `app/models/concerns/domain_materializable.rb`.
    package static func sighting(of domain: String) -> KeyChange {
        .see("unique_subdomains_for:\(DomainName.registrable(domain))", [domain], seconds: 60)
    }
}
