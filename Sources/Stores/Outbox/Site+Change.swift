import Faults
import Model
import Postgres

// Rows first, files and jobs second, journal before both: written here, and nowhere else.

extension Site where Mode == ReadWrite {
    /// Changes rows in one transaction, and then does what the server does after the commit.
    ///
    /// Both Redis servers are spoken to before the transaction begins, so that a Redis that is down leaves everything
    /// as it was.
    ///
    /// - Parameter body: changes the rows and tells what comes after them; it may be run again after a deadlock.
    /// - Throws: what the body throws; `DebtsLeft` when the rows are changed and the rest could not be done.
    package func change<Value: Sendable>(
        _ body: @Sendable (Transaction<ReadWrite>) async throws -> (Value, Aftermath)
    ) async throws -> Value {
        try await settle { transaction in
            let (value, aftermath) = try await body(transaction)
            return (value, [], aftermath)
        }.value
    }

    /// Changes rows, and deletes the files that they name no more, too.
    ///
    /// - Parameter body: changes the rows under lock, and tells their files besides what is to follow.
    /// - Throws: as `change`.
    package func changeWithFiles<Value: Sendable>(
        _ body: @Sendable (Transaction<ReadWrite>) async throws -> (Value, [StoredFile], Aftermath)
    ) async throws -> (Value, FilesGone) {
        let settled = try await settle(body)
        return (settled.value, settled.gone)
    }

    /// Changes rows and deletes their files, where nothing but copies in the server's cache is to follow: without Redis,
    /// too.
    ///
    /// - Throws: as `change`.
    package func clearFiles<Value: Sendable>(
        _ body: @Sendable (Transaction<ReadWrite>) async throws -> (Value, [StoredFile])
    ) async throws -> (Value, FilesGone) {
        let settled = try await settle(usesRedis: false) { transaction in
            let (value, files) = try await body(transaction)
            return (value, files, Aftermath())
        }
        return (settled.value, settled.gone)
    }

    /// Changes rows, and queues the jobs that follow; tells those that were not, since the same work waits already.
    package func changeQueuing<Value: Sendable>(
        _ body: @Sendable (Transaction<ReadWrite>) async throws -> (Value, Aftermath)
    ) async throws -> (Value, held: Set<String>) {
        let settled = try await settle(tellsHeld: false) { transaction in
            let (value, aftermath) = try await body(transaction)
            return (value, [], aftermath)
        }
        return (settled.value, Set(settled.held.compactMap { $0.lock?.job }))
    }

    /// Does what comes after a change that is committed already, or that was none of rows. From the moment it stands in
    /// the journal it is owed.
    ///
    /// - Throws: `RedisError` before that; `DebtsLeft` afterwards.
    package func carryOut(_ aftermath: Aftermath) async throws {
        if aftermath.isEmpty { return }
        let debts = Debts(outbox: outbox(of: aftermath, try await jobs.processes()))
        var entries: [JournalEntry] = []
        for piece in debts.pieces { entries.append(try await journal.begin(piece)) }
        do {
            for entry in entries {
                tell(try await deliver(entry.debts.outbox, mark: entry.mark))
                try await journal.finish(entry)
            }
            try await forget(marks: await journal.marksDone())
        } catch {
            throw DebtsLeft(cause: error)
        }
    }

    /// Queues jobs of one queue that no change of rows brings with it, all or none; as owed as any from the moment they
    /// stand in the journal.
    ///
    /// - Parameters:
    ///   - limit: jobs that may wait in the queue afterwards, whoever pushed them.
    ///   - processes: those alive; they tell how jobs are written.
    /// - Throws: `RedisError` before that; `DebtsLeft` afterwards.
    package func queue(
        _ jobs: [SidekiqJob], limit: Int, processes: [SidekiqProcess]
    ) async throws -> Queued {
        guard let queue = jobs.first?.worker.queue else { return .queued }
        precondition(jobs.allSatisfy { $0.worker.queue == queue }, "one push goes to one queue")
        // Asked first, so that waiting for room writes no journal.
        let waiting = try await self.jobs.waiting(in: queue)
        if waiting + jobs.count > limit { return .noRoom(waiting: waiting) }
        var aftermath = Aftermath()
        jobs.forEach { aftermath.push($0) }
        let entry = try await journal.begin(Debts(outbox: outbox(of: aftermath, processes)))
        do {
            let delivered = try await self.jobs.deliver(
                entry.debts.outbox.jobs, mark: entry.mark + ":jobs", at: .now, limit: limit)
            try await journal.finish(entry)
            try await forget(marks: await journal.marksDone())
            if case .noRoom(let waiting) = delivered { return .noRoom(waiting: waiting) }
            return .queued
        } catch {
            throw DebtsLeft(cause: error, hasRows: false)
        }
    }

    // MARK: - the one way

    private struct Settled<Value: Sendable>: Sendable {
        var value: Value
        var gone = FilesGone()
        var held: [OutgoingJob] = []
    }

    private func settle<Value: Sendable>(
        usesRedis: Bool = true, tellsHeld: Bool = true,
        _ body: @Sendable (Transaction<ReadWrite>) async throws -> (Value, [StoredFile], Aftermath)
    ) async throws -> Settled<Value> {
        if usesRedis { _ = try await keys.connection() }
        let processes = usesRedis ? try await jobs.processes() : []
        let (value, entries, unsafe) = try await database.write { transaction in
            let (value, files, aftermath) = try await body(transaction)
            let safe = files.filter(\.hasSafeNames)
            var debts = Debts(files: safe, outbox: outbox(of: aftermath, processes))
            let unsafe = files.filter { !$0.hasSafeNames }
            var entries: [JournalEntry] = []
            if debts.isEmpty { return (value, entries, unsafe) }
            debts.transaction = try await transaction.id()
            // Last of all: what comes after it is the commit.
            for piece in debts.pieces { entries.append(try await journal.begin(piece)) }
            return (value, entries, unsafe)
        }
        var settled = Settled(value: value)
        settled.gone.failures = unsafe.map {
            ItemNote("\($0.kind.table) \($0.id)", "its stored file name is not safe")
        }
        if entries.isEmpty { return settled }
        do {
            for entry in entries {
                let held = try await deliver(entry.debts.outbox, mark: entry.mark)
                if tellsHeld { tell(held) }
                settled.held += held
                settled.gone.add(try await delete(entry))
            }
            try await forget(marks: await journal.marksDone())
        } catch {
            throw DebtsLeft(cause: error)
        }
        return settled
    }

    private func outbox(of aftermath: Aftermath, _ processes: [SidekiqProcess]) -> Outbox {
        Outbox(
            jobs: jobs.outgoing(aftermath.pushes, at: .now, processes), commands: keys.outgoing(aftermath.keys),
            stale: aftermath.stale, stalePatterns: aftermath.stalePatterns)
    }

    /// Sends what is owed to the Redis servers, each part once however often it is called with the same mark.
    func deliver(_ outbox: Outbox, mark: String) async throws -> [OutgoingJob] {
        await cache.forget(outbox.stale)
        for pattern in outbox.stalePatterns { await cache.forget(matching: pattern) }
        try await keys.deliver(outbox.commands, mark: mark + ":keys")
        return try await jobs.deliver(outbox.jobs, mark: mark + ":jobs", at: .now).held
    }

    /// Forgets marks of deliveries that the journal knows to be done.
    func forget(marks: [String]) async throws {
        try await keys.forget(marks: marks.map { $0 + ":keys" })
        try await jobs.forget(marks: marks.map { $0 + ":jobs" })
    }

    private func delete(_ entry: JournalEntry) async throws -> FilesGone {
        let files = entry.debts.files
        let keys = files.flatMap(\.keys)
        let failures = try await objects.delete(keys).failures
        let failed = Set(failures.map(\.key))
        try await journal.finish(
            entry, except: failed.isEmpty ? [] : files.filter { !failed.isDisjoint(with: $0.keys) })
        var gone = FilesGone()
        gone.objects = keys.count - failures.count
        gone.failures = failures.map { ItemNote($0.key.text, $0.reason) }
        return gone
    }

    private func tell(_ held: [OutgoingJob]) {
        for job in held {
            warnings.warn(
                "\(job.worker) was not queued: the same job is queued or running already, or its lock was left by "
                    + "a process that was killed")
        }
    }

    /// Ends this run's journal: what is done is forgotten everywhere.
    package func closeJournal() async {
        let marks = await journal.close()
        if marks.isEmpty { return }
        // A mark that stays is gone after a day: nobody waits for a Redis that hangs.
        await withTaskGroup(of: Void.self) { group in
            group.addTask { try? await forget(marks: marks) }
            group.addTask { try? await Task.sleep(for: .seconds(3)) }
            await group.next()
            group.cancelAll()
        }
    }
}
