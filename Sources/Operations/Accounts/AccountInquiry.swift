import Model
import Stores

/// Tells all there is to know of one account: rows, and the jobs that are about it.
package struct AccountInquiry: Sendable {
    private let name: AccountName

    package init(_ name: AccountName) {
        self.name = name
    }

    /// - Throws: `Fault(.noSuch)`, `Fault(.badData)` for a name that may mean several accounts.
    package func dossier(at site: Site<ReadOnly>) async throws -> AccountDossier {
        let (instance, name) = (site.instance, name)
        var dossier = try await site.database.read { connection in
            let account = try await AccountDirectory(instance).account(name, over: connection)
            return try await AccountDossiers(instance).dossier(of: account, over: connection)
        }
        guard let id = Int64(dossier.id) else { return dossier }
        do {
            (dossier.jobs, dossier.jobsTruncated) = try await site.jobs.concerning(account: id)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            site.warnings.warn("the queues could not be looked into: Redis does not answer")
        }
        return dossier
    }
}
