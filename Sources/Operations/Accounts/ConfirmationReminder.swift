import Faults
import Model
import Stores

/// Lets the server send the mail once more that asks to confirm an address: to those named, or to all who signed up since
/// a moment, one after another.
package struct ConfirmationReminder: Operation {
    let names: [AccountName]
    let since: UTCTime?
    /// Seconds between two mails.
    let gap: Double
    let moderator: String?

    package init(to names: [AccountName], since: UTCTime?, gap: Double, on moderator: String?) {
        self.names = names
        self.since = since
        self.gap = gap
        self.moderator = moderator
    }

    package var card: Card {
        Card(
            "accounts resend-confirmation", of: "users", "sent the mail again to", risk: .moderate, lane: .jobs,
            tables: ["users", "accounts", "admin_action_logs"])
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Item> {
        let powers = try await site.powers(of: moderator, by: .jobs, [])
        guard powers.can(.manageUserAccess) else {
            throw Fault(.denied, "\(powers.account.handle): \(AccountRefusal.lacks(.manageUserAccess).inWords)")
        }
        let named = try await users(at: site)
        let since = since
        let described = try await site.database.read { connection in
            guard let since else { return 0 }
            return try await connection.unconfirmedUsers.count(since: since, on: site.instance.schema)
        }
        let gap = gap
        let batches = Batches { [named] in
            var number = 0
            var first: [UnconfirmedUser]? = named.isEmpty ? nil : named
            var last: Int64? = since == nil ? nil : Int64.min
            let known = Set(named.map(\.id))
            func batch(_ users: [UnconfirmedUser]) -> Batch<Item> {
                let items = users.map { user in
                    number += 1
                    return Item(id: user.id, handle: user.account.handle, delay: Double(number - 1) * gap)
                }
                return Batch(items)
            }
            return {
                if let users = first.take() { return batch(users) }
                guard let since, let after = last else { return nil }
                let page = try await site.database.read {
                    try await $0.unconfirmedUsers.page(
                        since: since, after: after, limit: 500, on: site.instance.schema)
                }
                last = page.count < 500 ? nil : page.last?.id
                return page.isEmpty ? nil : batch(page.filter { !known.contains($0.id) })
            }
        }
        return Prepared(Survey(count: named.count + described), batches) { items, site in
            let delays = Dictionary(items.map { ($0.id, $0.delay) }) { first, _ in first }
            let asked = try await site.change { connection in
                let (asked, aftermath) = try await connection.unconfirmedUsers.remind(
                    delays, by: powers.account)
                return (asked, aftermath)
            }
            var outcome = Outcome(changed: asked.count)
            outcome.skip(
                items.filter { !asked.contains($0.id) }.map { ItemNote($0.handle, "has confirmed meanwhile") })
            return outcome
        }.acting(as: powers.account.handle)
    }

    /// Those named, who must be there and must not have confirmed.
    private func users(at site: Site<ReadOnly>) async throws -> [UnconfirmedUser] {
        let accounts = try await ChosenAccounts(names: names).named(at: site)
        let found = try await site.database.read { try await $0.unconfirmedUsers.of(accounts.map(\.id)) }
        return try accounts.map { account in
            guard let user = found[account.id] else {
                throw Fault(
                    .badData, "\(account.handle) has no address that waits to be confirmed",
                    notes: ["nothing was changed"], help: "see `mastoctl accounts show \(account.handle)`")
            }
            return user
        }
    }

    package struct Item: WorkItem {
        var id: Int64
        var handle: String
        /// Seconds from now until its mail goes.
        var delay: Double

        package var label: String? { handle }
    }
}
