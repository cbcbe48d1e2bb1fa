import Faults
import Model
import Stores

/// Makes one remote account of two.
package struct AccountMerge: Operation {
    package var card: Card {
        Card(
            "accounts merge", of: "accounts", "merged",
            tables: [
                "accounts", "statuses", "follows", "follow_requests", "favourites", "mentions", "blocks", "mutes",
                "reports", "notifications", "media_attachments", "account_stats",
            ], touchesFiles: true, namesItems: true, meetsUnknownTables: true)
    }

    /// The one that goes, and the one that stays.
    package let from: AccountName
    package let into: AccountName
    /// Whether accounts with different keys may be merged.
    package let ignoresKeys: Bool

    package init(_ from: AccountName, into: AccountName, ignoresKeys: Bool) {
        self.from = from
        self.into = into
        self.ignoresKeys = ignoresKeys
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<AccountMerging> {
        let directory = AccountDirectory(site.instance)
        let (from, into) = (from, into)
        let (merging, rows, isSame) = try await site.database.read { connection in
            let loser = try await directory.account(from, over: connection).remote()
            let winner = try await directory.account(into, over: connection).remote()
            guard loser.id != winner.id else {
                throw Fault(.badData, "both names are those of \(loser.handle)", help: "name two accounts")
            }
            let merging = AccountMerging(loser, into: winner, site.instance)
            return (
                merging, try await merging.count(over: connection), try await merging.shareKey(over: connection)
            )
        }
        guard isSame || ignoresKeys else {
            throw Fault(
                .badData, "\(merging.from.handle) and \(merging.to.handle) have different keys",
                notes: ["they may be two people"], help: "give --force when they are one all the same")
        }
        let survey = Survey(count: 1, foreseen: [.account(.merged(merging.from, into: merging.to, rows: rows))])
        return Prepared(survey, Batches(of: [merging], by: 1), perform: Self.merge)
    }

    private static func merge(_ pairs: [AccountMerging], at site: Site<ReadWrite>) async throws -> Outcome {
        var outcome = Outcome()
        for merging in pairs {
            var rows: Int64 = 0
            var isDone = false
            let files = try await site.merge(merging) { progress in
                rows += Int64(progress.moved)
                isDone = progress.isDone
                return Stopping.current?.asked == nil
            }
            outcome.changed += isDone ? 1 : 0
            outcome.isCutShort = !isDone
            outcome.figures[.rowsMoved] = rows
            outcome.add(files)
        }
        return outcome
    }
}

extension AccountMerging: WorkItem {
    package var label: String? { "\(from.handle) into \(to.handle)" }
}

extension AccountReference {
    /// Itself, if it is an account of another server.
    ///
    /// - Throws: `Fault(.badData)`.
    func remote() throws -> AccountReference {
        guard !isLocal else {
            throw Fault(.badData, "\(handle) is an account of this server", help: "name a remote one: user@domain")
        }
        return self
    }

    /// Itself, if it is an account of this server.
    ///
    /// - Throws: `Fault(.badData)`.
    func local() throws -> AccountReference {
        guard isLocal else {
            throw Fault(.badData, "\(handle) is an account of another server", help: "name one of this server")
        }
        return self
    }
}
