import Model
import Postgres

extension AccountDirectory {
    /// The accounts of these names, each once, in their order.
    ///
    /// - Throws: what `account` throws for the first name that is none or not only one's.
    package func accounts(
        _ names: [AccountName], over connection: Transaction<some Access>
    ) async throws -> [AccountReference] {
        var found: [AccountReference] = []
        for name in names {
            let account = try await account(name, over: connection)
            if !found.contains(account) { found.append(account) }
        }
        return found
    }
}
