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

    package var name: String { "accounts approve" }
    package var risk: Risk { .mild }
    package var deed: String { "approved" }
    package var lock: String? { nil }
    package var namesItems: Bool { true }
    package var tables: Set<String> { auditing.tables.union(["accounts", "users"]) }
    package var moderator: String? { auditing.name }

    package let selection: Selection
    package let lane: Lane
    private let auditing: Auditing

    package init(_ selection: Selection, auditing: Auditing = .silent, lane: Lane = .direct) {
        self.selection = selection
        self.auditing = auditing
        self.lane = lane
    }

    package static let lanes = [Lane.api, .direct]

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        if lane == .api {
            _ = try await site.requireAdmin([.accountApproval], as: auditing.name)
        } else {
            _ = try await site.database.read { try await auditing.moderator(over: $0) }
        }
        let store = UserStore(site.instance)
        let count = try await site.database.read { connection in
            switch selection {
            case .user(let name): try await store.applicant(name, over: connection).isPending ? 1 : 0
            case .oldest(let count): min(count, try await store.pendingCount(over: connection))
            case .everyone: try await store.pendingCount(over: connection)
            }
        }
        return Survey(count: count, noun: count == 1 ? "account" : "accounts")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<AccountBatch> {
        let store = UserStore(site.instance)
        let most: Int
        switch selection {
        case .user(let name):
            let found = try await site.database.read { try await store.applicant(name, over: $0) }
            return Steps(found.isPending ? [AccountBatch([found.account])] : [])
        case .oldest(let count): most = count
        case .everyone: most = .max
        }
        return Steps {
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
                return AccountBatch(page.map(\.account))
            }
        }
    }

    package func perform(_ step: AccountBatch, at site: Site<ReadWrite>) async throws -> Outcome {
        if lane == .api {
            return try await AdminCalls(site).each(step.accounts, named: \.handle) { client, account in
                _ = try await client.approve(account.id)
                return .made
            }
        }
        let store = UserStore(site.instance)
        let approved = try await site.change { connection in
            var aftermath = Aftermath()
            var approved: [AuditLog.Target] = []
            for account in step.accounts {
                guard let user = try await store.user(of: account.id, locks: true, over: connection),
                    try await store.approve(user, now: .now, &aftermath, over: connection)
                else { continue }
                approved.append(.user(user.id, of: account))
            }
            if let moderator = try await auditing.moderator(over: connection) {
                try await AuditLog.record("approve", approved, by: moderator.id, over: connection)
            }
            return (approved.count, aftermath)
        }
        return Outcome(changed: approved, skipped: step.count - approved)
    }
}
