import Model
import Stores

/// Lets the server write an archive of all a user has, as the user could ask for.
package struct BackupRequest: Operation {
    package var name: String { "accounts backup" }
    package var risk: Risk { .mild }
    package var lane: Lane { .jobs }
    package var deed: String { "asked for a backup of" }
    package var lock: String? { nil }
    package var namesItems: Bool { true }
    package var tables: Set<String> { ["accounts", "users", "backups"] }

    package let username: String

    package init(username: String) {
        self.username = username
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        let store = UserStore(site.instance)
        _ = try await site.database.read { try await store.existing(username, over: $0) }
        return Survey(count: 1, noun: "accounts")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<AccountBatch> {
        let store = UserStore(site.instance)
        let user = try await site.database.read { try await store.existing(username, over: $0) }
        return Steps([AccountBatch([user.account])])
    }

    package func perform(_ step: AccountBatch, at site: Site<ReadWrite>) async throws -> Outcome {
        let store = UserStore(site.instance)
        let id = try await site.change { connection in
            var aftermath = Aftermath()
            let user = try await store.existing(username, over: connection)
            let id = try await BackupRequests.add(for: user.id, &aftermath, over: connection)
            return (id, aftermath)
        }
        var outcome = Outcome(changed: 1)
        outcome.facts["backup_id"] = "\(id)"
        return outcome
    }
}
