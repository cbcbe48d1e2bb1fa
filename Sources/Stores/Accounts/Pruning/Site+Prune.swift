import Model
import Postgres

extension Site where Mode == ReadWrite {
    /// Prunes those of some accounts that the rule still selects once they are locked, in one transaction.
    ///
    /// - Returns: how many are gone, and what became of their files.
    /// - Throws: `TookTooLong`.
    package func prune(
        _ ids: [Int64], _ rule: PruningRule, seconds: Int
    ) async throws -> (count: Int, files: FilesGone) {
        let instance = instance
        return try await changeWithFiles { connection in
            try await TookTooLong.watch(seconds, over: connection) { connection in
                let accounts = PrunableAccounts(rule, schema: instance.schema)
                // Two statements: only one that begins behind the lock sees what was tied to an account before it.
                let locked = try await accounts.lock(ids, over: connection)
                let doomed = try await accounts.still(locked, over: connection).map(\.id)
                if doomed.isEmpty { return (0, [], Aftermath()) }
                let removed = try await AccountDestruction(instance).remove(doomed, over: connection)
                return (doomed.count, removed.files, removed.aftermath)
            }
        }
    }
}
