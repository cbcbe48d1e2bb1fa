import Faults
import Model
import Stores

/// Gives local users a role, or takes it, on behalf of a moderator.
package struct RoleAssignment: Operation {
    package var name: String { "accounts role" }
    package var risk: Risk { .mild }
    package var deed: String { "changed" }
    package var lock: String? { nil }
    package var namesItems: Bool { true }
    package var tables: Set<String> { ["accounts", "users", "user_roles", "admin_action_logs"] }

    package let handles: [AccountName]
    package let role: UserChange.Role
    package let moderator: String?

    package init(_ handles: [AccountName], role: UserChange.Role, as moderator: String?) {
        self.handles = handles
        self.role = role
        self.moderator = moderator
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        let accounts = try await site.database.read { connection in
            let users = try await ModeratedUsers(as: moderator, at: site.instance, over: connection)
            let accounts = try await AccountDirectory(site.instance).accounts(handles, over: connection)
            for account in accounts { try await users.checkRole(role, of: account, over: connection) }
            return accounts
        }
        return Survey(count: accounts.count, noun: accounts.count == 1 ? "user" : "users")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<AccountBatch> {
        let accounts = try await site.database.read {
            try await AccountDirectory(site.instance).accounts(handles, over: $0)
        }
        return Steps(accounts.map { AccountBatch([$0]) })
    }

    package func perform(_ step: AccountBatch, at site: Site<ReadWrite>) async throws -> Outcome {
        let changed = try await site.change { connection in
            let users = try await ModeratedUsers(as: moderator, at: site.instance, over: connection)
            var count = 0
            for account in step.accounts where try await users.setRole(role, of: account, over: connection) {
                count += 1
            }
            return (count, Aftermath())
        }
        return Outcome(changed: changed, skipped: step.count - changed)
    }
}
