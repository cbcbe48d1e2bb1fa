import Faults
import Model
import Stores

/// Tells all there is to know of one account: rows, and the jobs that are about it.
package struct AccountInquiry: Question {
    private let name: AccountName

    /// - Throws: `Fault(.badData)` for what can be no account's name.
    package init(_ words: String) throws {
        guard let name = AccountName(words) else {
            throw Fault(
                .badData, "this can be no account's name",
                help: "give a handle such as bob@example.org, an id or an e-mail address")
        }
        self.name = name
    }

    /// - Throws: `Fault(.noSuch)`; `Fault(.badData)` for a name that may mean several accounts.
    package func answer(at site: Site<ReadOnly>) async throws -> AccountDossier {
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
