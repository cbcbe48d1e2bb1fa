import Faults
import Model
import Stores

/// Ends many follows of one account, as if each were ended by hand: everybody's here, or its own.
package struct FollowRemoval: Operation {
    /// Which of them.
    package enum Selection: Sendable, Equatable {
        /// Those of everybody here who follows the account.
        case everybodyHere
        /// Those of an account of this server: whom it follows, who follows it, or both.
        case own(follows: Bool, followers: Bool)
    }

    private let name: String
    package let account: AccountName
    package let selection: Selection
    /// Follows ended in one transaction.
    private let batch = 200

    /// - Parameter name: the command's words.
    package init(name: String, of account: AccountName, _ selection: Selection) {
        self.name = name
        self.account = account
        self.selection = selection
    }

    package var card: Card {
        Card(
            name, of: "follows", "ended",
            tables: [
                "accounts", "follows", "account_pins", "account_stats", "lists", "list_accounts", "notifications",
            ], namesItems: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<FollowReference> {
        let directory = AccountDirectory(site.instance)
        let store = FollowStore(site.instance)
        let (name, selection) = (account, selection)
        let (account, ends, count) = try await site.database.read { connection in
            let found = try await directory.account(name, over: connection)
            let account = selection == .everybodyHere ? found : try found.local()
            let ends = selection.ends(of: account.id)
            var count = 0
            for end in ends { count += try await store.count(end, over: connection) }
            return (account, ends, count)
        }
        return Prepared(Survey(count: count), batches(of: ends, store, at: site)) { follows, site in
            let ended = try await site.change { connection in
                let ended = try await store.end(follows.map(\.id), over: connection)
                return (ended.count, ended.aftermath)
            }
            return Outcome(changed: ended, skipped: follows.count - ended)
        }.finish { report, site in
            // Whoever has lost all it followed begins as a new account does.
            guard case .own(follows: true, _) = selection, report.stopped == nil else { return }
            var aftermath = Aftermath()
            aftermath.push(.bootstrapTimeline, .integer(account.id))
            try await site.carryOut(aftermath)
        }
    }

    private func batches(
        of ends: [FollowStore.End], _ store: FollowStore, at site: Site<ReadOnly>
    ) -> Batches<FollowReference> {
        let size = batch
        let parts = ends.map { end in
            Batches<FollowReference>(pagesOf: size, by: \.other.id) { after in
                try await site.database.read { try await store.page(end, after: after, size: size, over: $0) }
            }
        }
        return Batches {
            var rest = parts.map { $0.makeAsyncIterator() }[...]
            return {
                while var part = rest.first {
                    if let batch = try await part.next() { return batch }
                    rest.removeFirst()
                }
                return nil
            }
        }
    }
}

extension FollowRemoval.Selection {
    fileprivate func ends(of account: Int64) -> [FollowStore.End] {
        switch self {
        case .everybodyHere: [.toFromHere(account)]
        case .own(let follows, let followers): (follows ? [.from(account)] : []) + (followers ? [.to(account)] : [])
        }
    }
}

extension FollowReference: WorkItem {
    package var label: String? { other.handle }
}
