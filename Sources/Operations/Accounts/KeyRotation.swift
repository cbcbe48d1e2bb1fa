import Faults
import Model
import Stores

/// Gives local accounts new keys, and lets the server tell the others.
package struct KeyRotation: Operation {
    package var name: String { "accounts rotate" }
    package var risk: Risk { .mild }
    package var lane: Lane { .jobs }
    package var deed: String { "rotated the keys of" }
    package var namesItems: Bool { true }
    package var tables: Set<String> { ["accounts"] }

    /// The name of one account; nil for all that are not suspended.
    package let username: String?
    /// Accounts whose letters go out together, and seconds until those of the next ones. Source: Mastodon 4.6.5
    /// `lib/mastodon/cli/accounts.rb` (`rotate`).
    private let wave = 1_000
    private let pause = 300.0

    package init(username: String?) {
        self.username = username
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        let accounts = RotatableAccounts(site.instance)
        let store = UserStore(site.instance)
        let count = try await site.database.read { connection in
            guard let username else { return try await accounts.count(over: connection) }
            _ = try await store.existingAccount(username, over: connection)
            return 1
        }
        return Survey(count: count, noun: count == 1 ? "account" : "accounts")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<Wave> {
        let accounts = RotatableAccounts(site.instance)
        if let username {
            let store = UserStore(site.instance)
            let account = try await site.database.read { try await store.existingAccount(username, over: $0) }
            return Steps([Wave(accounts: [account], delay: 0)])
        }
        let (wave, pause) = (wave, pause)
        return Steps {
            var last = Int64.min
            var seen = 0
            return {
                // Making keys takes long, so that a transaction should hold few of them.
                let after = last
                let page = try await site.database.read { try await accounts.page(after: after, size: 20, over: $0) }
                guard let end = page.last else { return nil }
                last = end.id
                defer { seen += page.count }
                return Wave(accounts: page, delay: Double(seen / wave) * pause)
            }
        }
    }

    package func perform(_ step: Wave, at site: Site<ReadWrite>) async throws -> Outcome {
        let accounts = RotatableAccounts(site.instance)
        let keys = try step.accounts.map { (account: $0.id, keys: try RotatableAccounts.keys()) }
        let count = try await site.change { connection in
            var aftermath = Aftermath()
            var count = 0
            for (account, keys) in keys
            where try await accounts.rotate(account, keys, delay: step.delay, &aftermath, over: connection) {
                count += 1
            }
            return (count, aftermath)
        }
        return Outcome(changed: count, skipped: step.count - count)
    }

    /// Accounts, and seconds until the server is to tell of their keys.
    package struct Wave: OperationStep {
        package var accounts: [AccountReference]
        package var delay: Double

        package var count: Int { accounts.count }
        package var labels: [String] { accounts.map(\.handle) }
        package func prefix(_ count: Int) -> Self { Self(accounts: Array(accounts.prefix(count)), delay: delay) }
        package func dropFirst(_ count: Int) -> Self { Self(accounts: Array(accounts.dropFirst(count)), delay: delay) }
    }
}
