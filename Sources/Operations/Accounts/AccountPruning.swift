import Faults
import Model
import Stores

/// Removes remote accounts that nobody here has anything to do with.
package struct AccountPruning: Operation {
    package var card: Card {
        Card(
            "accounts prune", of: "accounts", "pruned",
            tables: [
                "accounts", "statuses", "follows", "follow_requests", "mentions", "favourites", "blocks", "mutes",
                "reports", "notifications", "media_attachments", "account_stats",
            ], touchesFiles: true, namesItems: true, meetsUnknownTables: true)
    }

    package let rule: PruningRule
    /// The id to go on after.
    package let startAfter: Int64
    /// Rows of `accounts` a page looks at.
    private let page = 1_000
    /// Accounts removed in one transaction.
    private let batch = 100
    /// Seconds a single statement may take.
    private let patience = 30

    package init(_ rule: PruningRule, startAfter: Int64 = .min) {
        self.rule = rule
        self.startAfter = startAfter
    }

    /// Not counted: that would be half the work.
    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Item> {
        Prepared(Survey(count: nil), batches(at: site), perform: prune)
    }

    private func batches(at site: Site<ReadOnly>) -> Batches<Item> {
        let accounts = PrunableAccounts(rule, schema: site.instance.schema)
        let (first, whole, patience) = (startAfter, page, patience)
        return Batches {
            var after: Int64? = first
            var size = whole
            return {
                while let start = after {
                    let some = size
                    do {
                        let page = try await site.database.read {
                            try await accounts.page(after: start, size: some, seconds: patience, over: $0)
                        }
                        after = page.last
                        size = min(whole, size * 2)
                        guard let last = page.last else { return nil }
                        return Batch(page.accounts.map(Item.init), visited: page.visited, cursor: "\(last)")
                    } catch let error as TookTooLong {
                        guard size > 1 else { throw Self.fault(error, after: start) }
                        size = max(1, size / 8)
                    }
                }
                return nil
            }
        }
    }

    private func prune(_ items: [Item], at site: Site<ReadWrite>) async throws -> Outcome {
        var outcome = Outcome()
        let (rule, patience) = (rule, patience)
        let division = Division<Item>(named: \.account.handle) { some, _ in
            let gone = try await site.prune(some.map(\.account.id), rule, seconds: patience)
            var outcome = Outcome(changed: gone.count, skipped: some.count - gone.count)
            outcome.add(gone.files)
            return outcome
        }
        for some in items.chunks(of: batch) {
            do {
                outcome.add(try await division.perform(some))
            } catch let error as TookTooLong {
                throw Self.fault(error, after: some[0].account.id - 1)
            }
        }
        return outcome
    }

    private static func fault(_ error: TookTooLong, after id: Int64) -> Fault {
        Fault(
            .busy, "the database took longer than \(error.seconds) s for a small batch of accounts",
            notes: ["what was done before is done; this batch was taken back"],
            help: "run it at a quieter time, with --start-after \(id) to go on from here")
    }

    /// An account that is to go.
    package struct Item: WorkItem {
        package var account: AccountReference

        package var label: String? { account.handle }
        package var cursor: String? { "\(account.id)" }
    }
}
