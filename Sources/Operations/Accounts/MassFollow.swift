import Faults
import Model
import Stores

/// Makes everybody here follow one account of this server.
package struct MassFollow: Operation {
    package let name = "accounts follow"
    package let risk = Risk.mild
    package let deed = "made to follow"
    package let namesItems = true
    package let tables: Set<String> = [
        "accounts", "follows", "follow_requests", "blocks", "account_stats", "lists", "list_accounts",
    ]

    package let target: AccountName
    /// Followers made in one transaction.
    var batch = 200

    package init(_ target: AccountName) {
        self.target = target
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        let following = LocalFollowing(site.instance)
        let found = try await find(at: site)
        if let obstacle = found.obstacle { return Survey(count: 0, warnings: [obstacle], noun: "accounts") }
        let count = try await site.database.read { try await following.count(found.account.id, over: $0) }
        return Survey(count: count, noun: "accounts")
    }

    private func find(at site: Site<ReadOnly>) async throws -> FollowTarget {
        let directory = AccountDirectory(site.instance)
        let following = LocalFollowing(site.instance)
        let name = target
        return try await site.database.read { connection in
            let account = try await directory.account(name, over: connection).local()
            return try await following.target(account, over: connection)
        }
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<Followers> {
        let following = LocalFollowing(site.instance)
        let found = try await find(at: site)
        guard found.obstacle == nil else { return Steps([]) }
        let (target, size) = (found.account, batch)
        return Steps {
            // The account that stands for the server itself has an id below zero.
            var after: Int64? = .min
            return {
                guard let start = after else { return nil }
                let page = try await site.database.read {
                    try await following.page(target.id, after: start, size: size, over: $0)
                }
                after = page.count < size ? nil : page.last?.id
                return page.isEmpty ? nil : Followers(target: target, people: page)
            }
        }
    }

    package func perform(_ step: Followers, at site: Site<ReadWrite>) async throws -> Outcome {
        let following = LocalFollowing(site.instance)
        let ids = step.people.map(\.id)
        let made = try await site.change { connection in
            let made = try await following.follow(step.target, by: ids, now: .now, over: connection)
            return (made.count, made.aftermath)
        }
        return Outcome(changed: made, skipped: ids.count - made)
    }

    /// Those who are to follow it together.
    package struct Followers: OperationStep {
        package var target: AccountReference
        package var people: [AccountReference]

        package var count: Int { people.count }
        package var labels: [String] { people.map(\.handle) }
        package func prefix(_ count: Int) -> Self { Self(target: target, people: Array(people.prefix(count))) }
        package func dropFirst(_ count: Int) -> Self { Self(target: target, people: Array(people.dropFirst(count))) }
    }
}
