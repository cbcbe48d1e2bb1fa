import Model
import Stores

/// Lets the server write an archive of all a user has, as the user could ask for.
package struct BackupRequest: Operation {
    package var card: Card {
        Card(
            "accounts backup", of: "accounts", "asked for a backup of", lane: .jobs, lock: .none,
            tables: ["accounts", "users", "backups"], namesItems: true)
    }

    package let username: String

    package init(username: String) {
        self.username = username
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<AccountReference> {
        let store = UserStore(site.instance)
        let user = try await site.database.read { try await store.existing(username, over: $0) }
        return Prepared(Survey(count: 1), Batches(of: [user.account], by: 1), perform: request)
    }

    private func request(_: [AccountReference], at site: Site<ReadWrite>) async throws -> Outcome {
        let store = UserStore(site.instance)
        let id = try await site.change { connection in
            var aftermath = Aftermath()
            let user = try await store.existing(username, over: connection)
            let id = try await connection.backupRequests.add(for: user.id, &aftermath)
            return (id, aftermath)
        }
        var outcome = Outcome(changed: 1)
        outcome.facts[.backupID] = "\(id)"
        return outcome
    }
}
