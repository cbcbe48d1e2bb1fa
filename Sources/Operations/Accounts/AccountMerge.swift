import Faults
import Model
import Stores

/// Makes one remote account of two.
package struct AccountMerge: Operation {
    package let name = "accounts merge"
    package let risk = Risk.mild
    package let deed = "merged"
    package let namesItems = true
    package let touchesFiles = true
    package let tables: Set<String> = [
        "accounts", "statuses", "follows", "follow_requests", "favourites", "mentions", "blocks", "mutes", "reports",
        "notifications", "media_attachments", "account_stats",
    ]

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

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        let merging = try await merging(at: site)
        let (rows, isSame) = try await site.database.read {
            (try await merging.count(over: $0), try await merging.shareKey(over: $0))
        }
        guard isSame || ignoresKeys else {
            throw Fault(
                .badData, "\(merging.from.handle) and \(merging.to.handle) have different keys",
                notes: ["they may be two people"], help: "give --force when they are one all the same")
        }
        var survey = Survey(count: 1, noun: "accounts")
        survey.warnings.append(
            "\(merging.from.handle) goes, and up to \(rows) rows of it become those of \(merging.to.handle)")
        return survey
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<Pair> {
        let merging = try await merging(at: site)
        return Steps([Pair(from: merging.from, to: merging.to)])
    }

    private func merging(at site: Site<ReadOnly>) async throws -> AccountMerging {
        let directory = AccountDirectory(site.instance)
        let (from, into) = (from, into)
        let (loser, winner) = try await site.database.read { connection in
            (
                try await directory.account(from, over: connection).remote(),
                try await directory.account(into, over: connection).remote()
            )
        }
        guard loser.id != winner.id else {
            throw Fault(.badData, "both names are those of \(loser.handle)", help: "name two accounts")
        }
        return AccountMerging(loser, into: winner, site.instance)
    }

    package func perform(_ step: Pair, at site: Site<ReadWrite>) async throws -> Outcome {
        var outcome = Outcome()
        var rows: Int64 = 0
        var isDone = false
        let files = try await site.merge(AccountMerging(step.from, into: step.to, site.instance)) { progress in
            rows += Int64(progress.moved)
            isDone = progress.isDone
            return Stopping.current?.asked == nil
        }
        outcome.changed = isDone ? 1 : 0
        outcome.isCutShort = !isDone
        outcome.details["rows_moved"] = rows
        outcome.add(files)
        return outcome
    }

    /// The one step there is.
    package struct Pair: OperationStep {
        package var from: AccountReference
        package var to: AccountReference
        private var isEmpty = false

        init(from: AccountReference, to: AccountReference) {
            self.from = from
            self.to = to
        }

        package var count: Int { isEmpty ? 0 : 1 }
        package var labels: [String] { ["\(from.handle) into \(to.handle)"] }
        package func prefix(_ count: Int) -> Self { count == 0 ? emptied : self }
        package func dropFirst(_ count: Int) -> Self { count == 0 ? self : emptied }

        private var emptied: Self {
            var pair = self
            pair.isEmpty = true
            return pair
        }
    }
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
