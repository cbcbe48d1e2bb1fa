import Model
import Postgres

extension Site where Mode == ReadWrite {
    /// Prunes those of some accounts that the rule still selects once they are locked, in one transaction.
    ///
    /// - Throws: `TookTooLong`.
    package func prune(
        _ ids: [Int64], _ rule: PruningRule, seconds: Int
    ) async throws -> AccountDestruction.Removed {
        let instance = instance
        let journal = journal
        return try await change { connection in
            try await TookTooLong.watch(seconds, over: connection) { connection in
                let accounts = PrunableAccounts(rule, schema: instance.schema)
                // Two statements: only one that begins behind the lock sees what was tied to an account before it.
                let locked = try await accounts.lock(ids, over: connection)
                let doomed = try await accounts.still(locked, over: connection).map(\.id)
                if doomed.isEmpty { return (AccountDestruction.Removed(), Aftermath()) }
                return try await AccountDestruction(instance).remove(doomed, journal: journal, over: connection)
            }
        }
    }

    /// Removes files that no row names any more. The rows are committed: whatever happens now, the journal knows them.
    ///
    /// - Throws: what the storage throws where nothing could be deleted at all; the journal keeps the entry.
    package func delete(_ pending: PendingFiles) async throws -> (count: Int, failures: [ObjectFailure]) {
        guard let entry = pending.entry else { return (0, []) }
        let keys = pending.files.flatMap(\.keys)
        let failures = try await objects.delete(keys).failures
        let failed = Set(failures.map(\.key))
        let rest = failed.isEmpty ? [] : pending.files.filter { !failed.isDisjoint(with: $0.keys) }
        try await journal.finish(entry, except: rest)
        return (keys.count - failures.count, failures)
    }
}
