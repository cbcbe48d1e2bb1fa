import Faults
import Model
import Stores

/// Deletes accounts of this server for good; their names stay taken, their e-mail addresses do not.
///
/// Source: Mastodon 4.6.5 `lib/mastodon/cli/accounts.rb` (`delete`),
/// `app/controllers/settings/deletes_controller.rb` for the way by jobs.
package struct UserDeletion: Operation {
    package var card: Card {
        Card(
            "accounts delete", of: "accounts", lane == .api || (lane == .jobs && !waits) ? "queued" : "deleted",
            risk: .severe(name: confirmation), runsUnattended: true, lane: lane,
            tables: [
                "accounts", "users", "statuses", "media_attachments", "follows", "favourites", "notifications", "lists",
            ], touchesFiles: lane == .direct, meetsUnknownTables: true)
    }

    /// Whom.
    package enum Selection: Sendable, Equatable {
        case names([String])
        /// The user with this address.
        case email(String)
    }

    package let lane: Lane
    private let selection: Selection
    /// Whether a job is followed to its end. Lane `jobs` only.
    private let waits: Bool

    package init(_ selection: Selection, lane: Lane = .direct, waits: Bool = true) {
        self.selection = selection
        self.lane = lane
        self.waits = waits
    }

    /// What is typed to confirm.
    private var confirmation: String {
        switch selection {
        case .email(let address): address
        case .names(let names): names.count == 1 ? names[0] : Noun.counted(names.count, "accounts")
        }
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<AccountReference> {
        if lane == .api { _ = try await site.requireAdmin([.account, .accountDeletion]) }
        let users = try await users(at: site)
        if lane == .direct {
            try await site.database.read { try await LocalKeys(site.instance).requireUsable(over: $0) }
        }
        let (posts, followers) = try await site.database.read {
            try await $0.leavingUsers.extent(of: users.map(\.id))
        }
        let loss = AccountForeseen.deleted(users.count == 1 ? users[0] : nil, posts: posts, followers: followers)
        // One at a time, since each takes long, and people here follow and answer each other: two deletions would wait
        // for each other's rows.
        return Prepared(
            Survey(count: users.count, foreseen: [.account(loss)]), Batches(of: users, by: 1, isAlone: true),
            perform: delete)
    }

    private func delete(_ people: [AccountReference], at site: Site<ReadWrite>) async throws -> Outcome {
        switch lane {
        case .api: return try await ask(for: people, at: site)
        case .jobs: return try await queue(people, at: site)
        case .direct:
            do {
                return try await AccountDeletion(DeletionOptions(keepsUser: false)).delete(people.map(\.id), at: site)
            } catch let fault as Fault where fault.kind == .badData {
                return Outcome(failures: people.map { ItemNote($0.handle, fault.message) })
            }
        }
    }

    /// The accounts, each once, in the order given.
    ///
    /// - Throws: `Fault(.noSuch)`; `Fault(.badData)` for a name that fits several; `Fault(.denied)` for the account that
    ///   stands for the server itself.
    private func users(at site: Site<ReadOnly>) async throws -> [AccountReference] {
        let directory = AccountDirectory(site.instance)
        return try await site.database.read { connection in
            var found: [AccountReference] = []
            switch selection {
            case .email(let address):
                found.append(try await connection.leavingUsers.account(ofEmail: address))
            case .names(let names):
                for text in names {
                    guard let name = AccountName(text) else {
                        throw Fault(.noSuch, "no account is called \(text)")
                    }
                    found.append(try await directory.account(name, over: connection))
                }
            }
            for account in found {
                guard account.isLocal else {
                    throw Fault(
                        .noSuch, "\(account.handle) is an account of another server",
                        help:
                            "this deletes accounts of this server; hide that one with `mastoctl accounts suspend`, or be "
                            + "rid of its whole server with `mastoctl domains purge`")
                }
                guard account.id != ActorName.instanceActor else {
                    throw Fault(.denied, "\(account.handle) stands for this server and cannot be deleted")
                }
            }
            var seen: Set<Int64> = []
            return found.filter { seen.insert($0.id).inserted }
        }
    }

    /// Asks the server, which deletes by the Admin API only whom it has suspended.
    private func ask(for people: [AccountReference], at site: Site<ReadWrite>) async throws -> Outcome {
        try await AdminCalls(site).each(people, named: \.handle) { client, person in
            guard try await client.account(person.id).isSuspended else {
                return .refused("is not suspended; the Admin API deletes suspended accounts only")
            }
            try await client.deleteAccount(person.id)
            return .made
        }
    }

    /// Suspends, and lets the server's own worker delete.
    private func queue(_ people: [AccountReference], at site: Site<ReadWrite>) async throws -> Outcome {
        let ids = people.map(\.id)
        // Who is suspended and waits for the end is dealt with by the job that the admin pages would push.
        let isDue = try await site.database.read { try await $0.leavingUsers.due(ids) }.count == ids.count
        let jobs = NamedJobs(
            of: isDue ? .adminAccountDeletion : .accountDeletion, people.map { ($0.handle, [.integer($0.id)]) })
        return try await jobs.push(waits: waits, at: site, ifUnserved: "nothing was changed") { transaction in
            try await transaction.leavingUsers.suspend(ids, in: site.instance)
        } finished: { names in
            let asked = people.filter { names.contains($0.handle) }
            let left = try await site.database.read { try await $0.leavingUsers.unfinished(asked.map(\.id)) }
            return asked.filter { !left.contains($0.id) }.map(\.handle)
        }
    }
}
