import Faults
import Model
import Stores

/// Tells all there is to know of another server: rows, failures of delivery, and what it says of itself.
package struct DomainInquiry: Question {
    private let domain: String
    private let servers: RemoteServers?

    /// - Parameter servers: nil to leave the other server alone; closed after the answer.
    /// - Throws: `Fault(.badData)` for what is no domain.
    package init(_ name: String, asking servers: RemoteServers?) throws {
        domain = DomainName.normalized(name)
        guard DomainName.isValid(domain) else {
            throw Fault(.badData, "this is no domain", help: "write a name such as example.org")
        }
        self.servers = servers
    }

    /// - Throws: `Fault(.noSuch)` when nothing here has ever heard of it.
    package func answer(at site: Site<ReadOnly>) async throws -> DomainDossier {
        defer { servers?.close() }
        guard var dossier = try await DomainDossiers(site.instance).dossier(of: domain, in: site.database) else {
            throw Fault(
                .noSuch, "nothing is known of \(domain) here", help: "see `mastoctl domains list` for those known")
        }
        do {
            for index in dossier.delivery.indices {
                dossier.delivery[index].failureDays = try await site.keys.daysOfFailure(
                    at: dossier.delivery[index].host)
            }
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            site.warnings.warn("failures of delivery are not known: Redis does not answer")
        }
        if let servers { dossier.software = try await servers.software(of: domain) }
        return dossier
    }
}
