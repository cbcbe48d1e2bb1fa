import Faults
import Model
import Stores

/// Approves users that wait for it, as a moderator does.
///
/// Source: Mastodon 4.6.5 `lib/mastodon/cli/accounts.rb` (`approve`), and `app/controllers/api/v1/admin/
/// accounts_controller.rb` for the log.
package struct AccountApproval: Operation {
    /// Whom.
    package enum Selection: Sendable, Equatable {
        case user(String)
        /// So many, those who asked first.
        case oldest(Int)
        case everyone
    }

    package let selection: Selection
    package let lane: Lane
    private let auditing: Auditing

    package init(_ selection: Selection, auditing: Auditing = .silent, lane: Lane = .direct) {
        self.selection = selection
        self.auditing = auditing
        self.lane = lane
    }

    package static let lanes = [Lane.api, .direct]

    package var card: Card {
        Card(
            "accounts approve", of: "accounts", "approved", lane: lane, lock: .none,
            tables: auditing.tables.union(["accounts", "users"]), namesItems: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<AccountReference> {
        try await site.requireAuditing(auditing, by: lane, [.accountApproval])
        let store = UserStore(site.instance)
        let most: Int
        switch selection {
        case .user(let name):
            let found = try await site.database.read { try await store.applicant(name, over: $0) }
            return prepared(found.isPending ? 1 : 0, Batches(of: found.isPending ? [found.account] : [], by: 1))
        case .oldest(let count): most = count
        case .everyone: most = .max
        }
        let count = try await site.database.read { try await store.pendingCount(over: $0) }
        let batches = Batches<AccountReference> {
            var left = most
            var last: PendingUser?
            return {
                guard left > 0 else { return nil }
                let (start, size) = (last, min(left, 100))
                let page = try await site.database.read { connection in
                    try await store.pending(after: start, size: size, over: connection)
                }
                left -= page.count
                guard let end = page.last else { return nil }
                last = end
                return Batch(page.map(\.account))
            }
        }
        return prepared(min(most, count), batches)
    }

    private func prepared(_ count: Int, _ batches: Batches<AccountReference>) -> Prepared<AccountReference> {
        Prepared(Survey(count: count), batches, perform: approve).acting(as: auditing.name)
    }

    private func approve(_ accounts: [AccountReference], at site: Site<ReadWrite>) async throws -> Outcome {
        if lane == .api {
            return try await AdminCalls(site).each(accounts, named: \.handle) { client, account in
                _ = try await client.approve(account.id)
                return .made
            }
        }
        let store = UserStore(site.instance)
        let approved = try await site.change { connection in
            var aftermath = Aftermath()
            var approved: [AuditTarget] = []
            for account in accounts {
                guard let user = try await store.heldUser(of: account.id, over: connection),
                    try await store.approve(user, now: .now, &aftermath, over: connection)
                else { continue }
                approved.append(.user(user.id, of: account))
            }
            if let moderator = try await auditing.moderator(over: connection) {
                try await connection.auditLog.record("approve", approved, by: moderator.id)
            }
            return (approved.count, aftermath)
        }
        return Outcome(changed: approved, skipped: accounts.count - approved)
    }
}
