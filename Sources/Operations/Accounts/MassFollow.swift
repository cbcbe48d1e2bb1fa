import Faults
import Model
import Stores

/// Makes everybody here follow one account of this server.
package struct MassFollow: Operation {
    package var card: Card {
        Card(
            "accounts follow", of: "accounts", "made to follow",
            tables: [
                "accounts", "follows", "follow_requests", "blocks", "account_stats", "lists", "list_accounts",
            ], namesItems: true)
    }

    package let target: AccountName
    /// Followers made in one transaction.
    private let batch = 200

    package init(_ target: AccountName) {
        self.target = target
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<AccountReference> {
        let directory = AccountDirectory(site.instance)
        let following = LocalFollowing(site.instance)
        let (name, size) = (target, batch)
        let (found, count) = try await site.database.read { connection in
            let account = try await directory.account(name, over: connection).local()
            let found = try await following.target(account, over: connection)
            return (found, found.obstacle == nil ? try await following.count(account.id, over: connection) : 0)
        }
        let target = found.account
        // The account that stands for the server itself has an id below zero.
        let everybody = Batches<AccountReference>(pagesOf: size, by: \.id) { after in
            try await site.database.read { try await following.page(target.id, after: after, size: size, over: $0) }
        }
        let survey = Survey(count: count, foreseen: found.obstacle.map { [.account(.unfollowable($0))] } ?? [])
        return Prepared(survey, found.obstacle == nil ? everybody : Batches([])) { people, site in
            let made = try await site.change { connection in
                let made = try await following.follow(target, by: people.map(\.id), now: .now, over: connection)
                return (made.count, made.aftermath)
            }
            return Outcome(changed: made, skipped: people.count - made)
        }
    }
}
