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

    package init(name: String, policy: RetentionPolicy) {
        self.name = name
        self.policy = policy
    }

    package var card: Card {
        Card(
            name, of: policy.noun, lock: policy.shard.map { .shared("\(name) \($0.number)/\($0.count)") } ?? .own,
            tables: [
                "media_attachments", "accounts", "preview_cards", "statuses", "follows", "favourites", "bookmarks",
            ],
            touchesFiles: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<CachedRow> {
        let files = CachedFiles(policy: policy, schema: site.instance.schema)
        let found = try await site.database.read { try await files.count(over: $0) }
        let budget = try await budget(files, at: site)
        let survey =
            budget == 0 ? Survey(count: 0, bytes: 0) : Survey(count: found.rows, bytes: found.bytes)
        let batches = Batches<CachedRow> {
            var last: Int64? = 0
            var planned: Int64 = 0
            return {
                guard let after = last, planned < budget ?? .max else { return nil }
                var page = try await site.database.read {
                    try await files.page(after: after, size: Self.batch, over: $0)
                }
                last = page.count < Self.batch ? nil : page.last?.id
                if let budget { page = Self.cut(page, to: budget - planned) }
                planned = planned.adding(page.reduce(0) { $0.adding($1.bytes) })
                return page.isEmpty ? nil : Batch(page)
            }
        }
        return Prepared(survey, batches) { rows, site in try await remove(rows, files, at: site) }
    }

    private func remove(_ rows: [CachedRow], _ files: CachedFiles, at site: Site<ReadWrite>) async throws -> Outcome {
        let ids = rows.map(\.id)
        let ((taken, refused), gone) = try await site.clearFiles { transaction in
            let (taken, refused) = try await files.take(ids, over: transaction)
            return ((taken, refused), taken.flatMap(\.files))
        }
        var outcome = Outcome(
            changed: taken.count, skipped: ids.count - taken.count - refused.count,
            bytes: taken.reduce(0) { $0.adding($1.bytes) },
            failures: refused.map {
                ItemNote("\(files.policy.kinds[0].table) \($0.id)", "its stored file name is not safe")
            })
        outcome.add(gone)
        await site.cache.forget(statuses: taken.compactMap(\.statusID))
        return outcome
    }

    /// Bytes to free, nil for everything the policy selects.
    private func budget(_ files: CachedFiles, at site: Site<ReadOnly>) async throws -> Int64? {
        var budgets: [Int64] = []
        if let maximum = policy.maxSize {
            let cached = try await site.database.read { try await files.cachedBytes(over: $0) }
            budgets.append(max(0, cached - maximum.bytes))
        }
        if let wanted = policy.untilFree {
            guard let free = try await site.objects.freeSpace() else {
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
}

extension CachedRow: WorkItem {
    package var label: String? { "\(id)" }
}
