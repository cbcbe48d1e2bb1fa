import Faults
import Model
import Stores

/// Deletes accounts of this server for good; their names stay taken, their e-mail addresses do not.
///
/// Source: Mastodon 4.6.5 `lib/mastodon/cli/accounts.rb` (`delete`),
/// `app/controllers/settings/deletes_controller.rb` for the way by jobs.
package struct UserDeletion: Operation {
    package var name: String { "accounts delete" }
    package var runsUnattended: Bool { true }
    package var risk: Risk { .severe(name: confirmation) }
    package var deed: String { lane == .api || (lane == .jobs && !waits) ? "queued" : "deleted" }
    package let lane: Lane
    package var touchesFiles: Bool { lane == .direct }
    package var tables: Set<String> {
        ["accounts", "users", "statuses", "media_attachments", "follows", "favourites", "notifications", "lists"]
    }

    /// Whom.
    package enum Selection: Sendable, Equatable {
        case names([String])
        /// The user with this address.
        case email(String)
    }

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
        case .names(let names): names.count == 1 ? names[0] : "\(names.count) accounts"
        }
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        if lane == .api { _ = try await site.requireAdmin([.account, .accountDeletion]) }
        let users = try await users(at: site)
        var survey = Survey(count: users.count, noun: "accounts")
        let ids = users.map(\.id)
        let (posts, followers) = try await site.database.read { try await LeavingUsers.extent(of: ids, over: $0) }
        survey.warnings.append(
            "\(posts) posts and \(followers) followers go with \(users.count == 1 ? users[0].handle : "them"); "
                + "other servers are told, and nothing of it can be brought back")
        return survey
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<People> {
        Steps(try await users(at: site).map { People(people: [$0]) })
    }

    package func perform(_ step: People, at site: Site<ReadWrite>) async throws -> Outcome {
        let ids = step.people.map(\.id)
        if lane == .api { return try await ask(for: step.people, at: site) }
        if lane == .jobs { return try await queue(step.people, at: site) }
        do {
            return try await AccountDeletion(DeletionOptions(keepsUser: false)).delete(ids, at: site).outcome
        } catch let fault as Fault where fault.kind == .badData {
            return Outcome(failures: step.people.map { ItemFailure(item: $0.handle, reason: fault.message) })
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
                found.append(try await LeavingUsers.account(ofEmail: address, over: connection))
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
        let isDue = try await site.database.read { try await LeavingUsers.due(ids, over: $0) }.count == ids.count
        let worker = isDue ? SidekiqWorker.adminAccountDeletion : SidekiqWorker.accountDeletion
        let processes = try await site.jobs.processes()
        if waits, !processes.contains(where: { $0.queues.contains(worker.queue) && !$0.isQuiet }) {
            throw Fault(
                .unreachable, "no Sidekiq process takes jobs from the queue \(worker.queue)",
                notes: ["nothing was changed"],
                help: "start the server's Sidekiq, or queue the jobs all the same with --no-wait")
        }
        try await site.change { connection in
            ((), try await LeavingUsers.suspend(ids, in: site.instance, over: connection))
        }
        let jobs = people.map { SidekiqJob(worker, [.integer($0.id)]) }
        guard case .pushed(let held) = try await site.jobs.push(jobs, at: .now, processes: processes) else {
            return Outcome(skipped: people.count)
        }
        var outcome = Outcome()
        for job in held {
            site.warnings.warn(
                "\(worker.name) was not queued for \(people.first { .integer($0.id) == job.arguments[0] }?.handle ?? ""): "
                    + "the same job is queued or running already, or its lock was left by a process that was killed")
        }
        let pushed = jobs.filter { job in !held.contains(job) }
        outcome.skipped = held.count
        guard waits else {
            outcome.changed = pushed.count
            return outcome
        }
        let owner = Dictionary(zip(jobs.map(\.id), people)) { first, _ in first }
        let endings = try await JobFollowing(site.jobs, of: worker).end(of: Set(pushed.map(\.id))) { vanished in
            let asked = vanished.compactMap { owner[$0]?.id }
            let left = try await site.database.read { try await LeavingUsers.unfinished(asked, over: $0) }
            return vanished.filter { owner[$0].map { !left.contains($0.id) } ?? true }
        }
        outcome.tell(endings, names: owner.mapValues(\.handle), worker)
        return outcome
    }

    /// Accounts of one step: one, since each takes long.
    package struct People: OperationStep {
        package var people: [AccountReference]

        /// People here follow and answer each other: two deletions at a time would wait for each other's rows.
        package var isAlone: Bool { true }
        package var count: Int { people.count }
        package var labels: [String] { people.map(\.handle) }
        package func prefix(_ count: Int) -> Self { People(people: Array(people.prefix(count))) }
        package func dropFirst(_ count: Int) -> Self { People(people: Array(people.dropFirst(count))) }
    }
}

extension Outcome {
    /// Adds what became of jobs of which each is one item.
    mutating func tell(_ endings: [String: JobState], names: [String: String], _ worker: SidekiqWorker) {
        for (id, state) in endings.sorted(by: { names[$0.key] ?? "" < names[$1.key] ?? "" }) {
            switch state {
            case .done: changed += 1
            case .retried: details["to be tried again", default: 0] += 1
            case .enqueued, .running:
                details["left to the server", default: 0] += 1
                isCutShort = true
            case .dead:
                failures.append(ItemFailure(item: names[id] ?? id, reason: "its job \(worker.name) failed for good"))
            }
        }
    }
}
