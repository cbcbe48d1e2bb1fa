import Faults
import Model

/// What was finished of runs that died, and what is left.
package struct Recovered: Sendable {
    /// Stored objects deleted.
    package var objects = 0
    package var jobs = 0
    package var left: [String] = []
}

extension Site where Mode == ReadWrite {
    /// Finishes what runs that died had begun: sends the jobs and keys their committed transactions owe, and deletes the
    /// files their journals name once no row uses them any more.
    ///
    /// - Parameter mayDelete: whether files may be deleted; asked before the first one, and once.
    /// - Throws: what the drivers throw; the journal keeps what is not done then.
    package func recover(mayDelete: () async throws -> Bool) async throws -> Recovered {
        var recovered = Recovered()
        var answer: Bool?
        for abandoned in journal.abandoned(warn: { warnings.warn($0) }) {
            var isDone = true
            for entry in abandoned.entries {
                let isSettled = try await settle(entry, of: abandoned, &recovered) {
                    if let answer { return answer }
                    let given = try await mayDelete()
                    answer = given
                    return given
                }
                isDone = isDone && isSettled
            }
            if !isDone { continue }
            abandoned.discard()
            try await forget(marks: abandoned.entries.filter { !$0.debts.outbox.isEmpty }.map(\.mark))
        }
        return recovered
    }

    /// - Returns: whether nothing of it is left.
    private func settle(
        _ entry: JournalEntry, of journal: AbandonedJournal, _ recovered: inout Recovered,
        mayDelete: () async throws -> Bool
    ) async throws -> Bool {
        // What no transaction owes is owed.
        let isOwedAnyway = entry.debts.transaction == nil && !entry.debts.outbox.isEmpty
        let fate = isOwedAnyway ? .committed : try await fate(of: entry.debts.transaction)
        switch fate {
        case .aborted: return true
        case .underWay: return false
        case .committed, .unknown: break
        }
        if !entry.debts.outbox.isEmpty {
            guard fate == .committed else {
                recovered.left.append(
                    "\(journal.path): nobody knows any more whether the change was made that \(entry.debts.outbox.jobCount) "
                        + "jobs belong to; look at it, and delete the file")
                return false
            }
            _ = try await deliver(entry.debts.outbox, mark: entry.mark)
            recovered.jobs += entry.debts.outbox.jobCount
        }
        let files = entry.debts.files
        if files.isEmpty { return true }
        guard try await mayDelete() else { return false }
        let owners = FileOwners(schema: instance.schema)
        let unused = try await database.write { try await owners.unusedWhenSettled(files, over: $0) }
        let keys = unused.filter(\.hasSafeNames).flatMap(\.keys)
        let outcome = try await objects.delete(keys)
        recovered.objects += keys.count - outcome.failures.count
        return outcome.failures.isEmpty
    }

    /// A run that was killed leaves its transaction to the server, which may be about to commit still.
    private func fate(of transaction: Int64?) async throws -> TransactionFate {
        guard let transaction else { return .unknown }
        for _ in 0..<100 {
            let fate = try await database.readPrimary { try await $0.fate(of: transaction) }
            if fate != .underWay { return fate }
            try await Task.sleep(for: .milliseconds(50))
        }
        return .underWay
    }
}
