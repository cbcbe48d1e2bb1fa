import Faults
import Model
import Stores

/// Gives local accounts new keys, and lets the server tell the others.
package struct KeyRotation: Operation {
    package var card: Card {
        Card(
            "accounts rotate", of: "accounts", "rotated the keys of", lane: .jobs, tables: ["accounts", "keypairs"],
            namesItems: true)
    }

    /// The name of one account; nil for all that are not suspended.
    package let username: String?
    /// Accounts whose letters go out together, and seconds until those of the next ones. Source: Mastodon 4.6.5
    /// `lib/mastodon/cli/accounts.rb` (`rotate`).
    private let wave = 1_000
    private let pause = 300.0

    package init(username: String?) {
        self.username = username
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Item> {
        try await site.database.read { try await LocalKeys(site.instance).requireUsable(over: $0) }
        let accounts = RotatableAccounts(site.instance)
        if let username {
            let store = UserStore(site.instance)
            let account = try await site.database.read { try await store.existingAccount(username, over: $0) }
            return prepared(1, Batches(of: [Item(account: account, delay: 0)], by: 1))
        }
        let count = try await site.database.read { try await accounts.count(over: $0) }
        let (wave, pause) = (wave, pause)
        let batches = Batches<Item> {
            var last = Int64.min
            var seen = 0
            return {
                // Making keys takes long, so that a transaction should hold few of them.
                let after = last
                let page = try await site.database.read { try await accounts.page(after: after, size: 20, over: $0) }
                guard let end = page.last else { return nil }
                last = end.id
                defer { seen += page.count }
                return Batch(page.map { Item(account: $0, delay: Double(seen / wave) * pause) })
            }
        }
        return prepared(count, batches)
    }

    private func prepared(_ count: Int, _ batches: Batches<Item>) -> Prepared<Item> {
        Prepared(Survey(count: count), batches) { items, site in
            let accounts = RotatableAccounts(site.instance)
            let keys = try items.map { ($0, try RotatableAccounts.keys()) }
            let count = try await site.change { connection in
                var aftermath = Aftermath()
                var count = 0
                for (item, keys) in keys
                where try await accounts.rotate(
                    item.account.id, keys, delay: item.delay, &aftermath, over: connection)
                {
                    count += 1
                }
                return (count, aftermath)
            }
            return Outcome(changed: count, skipped: items.count - count)
        }
    }

    /// An account, and seconds until the server is to tell of its key.
    package struct Item: WorkItem {
        package var account: AccountReference
        package var delay: Double

        package var label: String? { account.handle }
    }
}
