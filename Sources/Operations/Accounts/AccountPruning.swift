import Faults
import Model
import Stores

/// Removes remote accounts that nobody here has anything to do with.
package struct AccountPruning: Operation {
    package let name = "accounts prune"
    package let risk = Risk.mild
    package let deed = "pruned"
    package let namesItems = true
    package let touchesFiles = true
    package let tables: Set<String> = [
        "accounts", "statuses", "follows", "follow_requests", "mentions", "favourites", "blocks", "mutes", "reports",
        "notifications", "media_attachments", "account_stats",
    ]

    package let rule: PruningRule
    /// The id to go on after.
    package let startAfter: Int64
    /// Rows of `accounts` a page looks at.
    var page = 1_000
    /// Accounts removed in one transaction.
    var batch = 100
    /// Seconds a single statement may take.
    var patience = 30

    package init(_ rule: PruningRule, startAfter: Int64 = .min) {
        self.rule = rule
        self.startAfter = startAfter
    }

    /// Not counted: that would be half the work.
    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        Survey(count: nil, noun: "accounts")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<Accounts> {
        let accounts = PrunableAccounts(rule, schema: site.instance.schema)
        let (first, whole, patience) = (startAfter, page, patience)
        return Steps {
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
                        return Accounts(page.accounts, visited: page.visited, last: last)
                    } catch let error as TookTooLong {
                        guard size > 1 else { throw Self.fault(error, after: start) }
                        size = max(1, size / 8)
                    }
                }
                return nil
            }
        }
    }

    package func perform(_ step: Accounts, at site: Site<ReadWrite>) async throws -> Outcome {
        var outcome = Outcome()
        var rest = step.accounts[...]
        while !rest.isEmpty {
            let some = rest.prefix(batch)
            rest = rest.dropFirst(batch)
            do {
                let gone = try await site.prune(some.map(\.id), rule, seconds: patience)
                outcome.changed += gone.count
                outcome.skipped += some.count - gone.count
                outcome.add(gone.files)
            } catch let error as TookTooLong {
                throw Self.fault(error, after: (some.first?.id ?? 1) - 1)
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

    /// The accounts of one page that are to go.
    package struct Accounts: OperationStep {
        package var accounts: [AccountReference]
        package var visited: Int
        private var last: Int64

        init(_ accounts: [AccountReference], visited: Int, last: Int64) {
            self.accounts = accounts
            self.visited = visited
            self.last = last
        }

        package var count: Int { accounts.count }
        package var labels: [String] { accounts.map(\.handle) }
        package var cursor: String? { "\(last)" }

        package func prefix(_ count: Int) -> Self {
            guard count < accounts.count else { return self }
            let some = Array(accounts.prefix(count))
            return Accounts(some, visited: visited, last: some.last?.id ?? (accounts[0].id - 1))
        }

        package func dropFirst(_ count: Int) -> Self {
            Accounts(Array(accounts.dropFirst(count)), visited: 0, last: last)
        }
    }
}
