import Faults
import Model
import Stores

/// Deletes cached copies of remote files that a retention policy selects: rows first, files second, journal before
/// both.
package struct CachedFileRemoval: Operation {
    /// Rows handled in one transaction; twice as many keys fit one or two S3 requests.
    static let batch = 1_000

    package let name: String
    package let policy: RetentionPolicy
    package var risk: Risk { .mild }
    package var touchesFiles: Bool { true }
    package var tables: Set<String> {
        ["media_attachments", "accounts", "preview_cards", "statuses", "follows", "favourites", "bookmarks"]
    }
    package var lock: String? {
        policy.shard.map { "\(name) \($0.number)/\($0.count)" } ?? name
    }

    package init(name: String, policy: RetentionPolicy) {
        self.name = name
        self.policy = policy
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        let files = CachedFiles(policy: policy, schema: site.instance.schema)
        let found = try await site.database.read { try await files.count(over: $0) }
        var survey = Survey(count: found.rows, bytes: found.bytes, noun: policy.noun)
        if try await budget(at: site) == 0 {
            survey.count = 0
            survey.bytes = 0
        }
        return survey
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<Rows> {
        let files = CachedFiles(policy: policy, schema: site.instance.schema)
        let budget = try await budget(at: site)
        return Steps {
            var last: Int64 = 0
            var planned: Int64 = 0
            var isOver = false
            return {
                if isOver { return nil }
                if let budget, planned >= budget { return nil }
                let after = last
                var page = try await site.database.read {
                    try await files.page(after: after, size: Self.batch, over: $0)
                }
                isOver = page.count < Self.batch
                guard let end = page.last else { return nil }
                last = end.id
                if let budget { page = Self.cut(page, to: budget - planned) }
                planned += page.reduce(0) { $0 + $1.bytes }
                return Rows(rows: page)
            }
        }
    }

    package func perform(_ step: Rows, at site: Site<ReadWrite>) async throws -> Outcome {
        let files = CachedFiles(policy: policy, schema: site.instance.schema)
        let ids = step.rows.map(\.id)
        let (taken, refused, entry) = try await site.database.clear(ids, of: files, journal: site.journal)
        var outcome = Outcome(changed: taken.count, skipped: ids.count - taken.count - refused.count)
        outcome.bytes = taken.reduce(0) { $0 + $1.bytes }
        outcome.failures = refused.map {
            ItemFailure(item: "\(files.policy.kinds[0].table) \($0.id)", reason: "its stored file name is not safe")
        }
        guard let entry else { return outcome }
        let deleted = try await deleteFiles(taken.flatMap(\.files), entry, at: site)
        outcome.objects = deleted.count
        outcome.failures += deleted.failures.map { ItemFailure(item: $0.key.text, reason: $0.reason) }
        await site.cache.forget(statuses: taken.compactMap(\.statusID))
        return outcome
    }

    /// The rows are committed: whatever happens to the files now, the journal knows them.
    private func deleteFiles(
        _ files: [StoredFile], _ entry: Int, at site: Site<ReadWrite>
    ) async throws -> (count: Int, failures: [ObjectFailure]) {
        let keys = files.flatMap(\.keys)
        let failures: [ObjectFailure]
        do {
            failures = try await site.objects.delete(keys).failures
        } catch {
            throw FilesLeftBehind(cause: error)
        }
        let failed = Set(failures.map(\.key))
        let rest = failed.isEmpty ? [] : files.filter { !failed.isDisjoint(with: $0.keys) }
        try await site.journal.finish(entry, except: rest)
        return (keys.count - failures.count, failures)
    }

    /// Bytes to free, nil for everything the policy selects.
    private func budget(at site: Site<ReadOnly>) async throws -> Int64? {
        var budgets: [Int64] = []
        if let maximum = policy.maxSize {
            let files = CachedFiles(policy: policy, schema: site.instance.schema)
            let cached = try await site.database.read { try await files.cachedBytes(over: $0) }
            budgets.append(max(0, cached - maximum.bytes))
        }
        if let wanted = policy.untilFree {
            guard let free = try await site.objects.store.freeSpace() else {
                throw Fault(
                    .usage, "--until-free needs a file system, and this instance stores media in a bucket",
                    help: "use --max-size to bound what the cache takes")
            }
            budgets.append(max(0, wanted.bytes - free))
        }
        return budgets.min()
    }

    /// The first rows that together reach the budget.
    private static func cut(_ page: [CachedRow], to budget: Int64) -> [CachedRow] {
        var sum: Int64 = 0
        for (index, row) in page.enumerated() {
            sum += row.bytes
            if sum >= budget { return Array(page[...index]) }
        }
        return page
    }

    /// Rows of one batch.
    package struct Rows: OperationStep {
        package var rows: [CachedRow]

        package var count: Int { rows.count }
        package var bytes: Int64 { rows.reduce(0) { $0 + $1.bytes } }
        package var labels: [String] { rows.map { "\($0.id)" } }
        package func prefix(_ count: Int) -> Self { Rows(rows: Array(rows.prefix(count))) }
        package func dropFirst(_ count: Int) -> Self { Rows(rows: Array(rows.dropFirst(count))) }
    }
}

/// Rows no longer point at their files, but the storage did not answer; the journal names the files. Never tried again
/// as a step: the rows would not be found any more.
package struct FilesLeftBehind: Wrapping {
    package let cause: any Error
    package var note: String { "the last files are in the journal; the next run deletes them" }
}
