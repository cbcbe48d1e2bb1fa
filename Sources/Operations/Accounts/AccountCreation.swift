import Faults
import Model
import Stores

/// Makes a user with an account.
package struct AccountCreation: Operation {
    package var name: String { "accounts create" }
    package var risk: Risk { .mild }
    package var deed: String { "created" }
    package var lock: String? { nil }
    package var namesItems: Bool { true }
    package var tables: Set<String> {
        ["accounts", "users", "user_roles", "settings", "email_domain_blocks", "canonical_email_blocks"]
    }

    package let user: NewUser
    /// Whether an account in use goes for it.
    package let replaces: Bool
    package let password: NewPassword
    private let mail: MailLookup

    package init(
        _ user: NewUser, replaces: Bool = false, password: NewPassword, mail: MailLookup = MailLookup(nil)
    ) {
        self.user = user
        self.replaces = replaces && user.reattaches
        self.password = password
        self.mail = mail
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        try password.file?.requireAbsence()
        let store = UserStore(site.instance)
        let owner = try await site.database.read { connection in
            let owner = try await store.owner(of: user.username, over: connection)
            if !isRefused(owner) {
                try await store.check(user, replaces: replaces, over: connection)
            }
            return owner
        }
        if isRefused(owner) {
            return Survey(
                count: 0, warnings: ["\(user.username) has a user; give --force to delete it"], noun: "accounts")
        }
        var warnings = password.warnings + (try await mail.check(user.email, at: site))
        if case .user(let account) = owner { warnings.append("\(account.username) and all it has is deleted first") }
        return Survey(count: 1, warnings: warnings, noun: "accounts")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<AccountBatch> {
        let store = UserStore(site.instance)
        let owner = try await site.database.read { try await store.owner(of: user.username, over: $0) }
        if isRefused(owner) { return Steps([]) }
        return Steps([AccountBatch([AccountReference(id: 0, username: user.username, domain: nil)])])
    }

    /// Nothing happens when the name is in use and nobody said that its user may go.
    private func isRefused(_ owner: NameOwner) -> Bool {
        if case .user = owner { user.reattaches && !replaces } else { false }
    }

    package func perform(_ step: AccountBatch, at site: Site<ReadWrite>) async throws -> Outcome {
        let secrets = try UserSecrets(password: password.text)
        let store = UserStore(site.instance)
        let deleted = replaces ? try await deleteOwner(store, at: site) : nil
        if let deleted, deleted.isCutShort {
            var outcome = Outcome()
            outcome.isCutShort = true
            return outcome
        }
        let made = try await password.kept {
            try await site.change { connection in
                var aftermath = Aftermath()
                let made = try await store.make(
                    user, hash: secrets.hash, keys: secrets.keys, now: .now, &aftermath,
                    over: connection)
                return (made, aftermath)
            }
        }
        var outcome = Outcome(changed: 1, objects: deleted?.objects ?? 0, failures: deleted?.failures ?? [])
        outcome.facts = [
            "account_id": "\(made.account)", "email": made.email, "approved": made.isApproved ? "yes" : "no",
            "confirmed": user.isConfirmed ? "yes" : "no",
        ]
        if let deleted { outcome.details["posts deleted"] = Int64(deleted.posts) }
        outcome.facts.merge(password.facts) { $1 }
        return outcome
    }

    /// Deletes the account that has the name, with its row, so that the name and the address are free.
    private func deleteOwner(_ store: UserStore, at site: Site<ReadWrite>) async throws -> DeletedAccounts? {
        let owner = try await site.database.read { try await store.owner(of: user.username, over: $0) }
        guard case .user(let account) = owner else { return nil }
        let options = DeletionOptions(keepsAccount: false, keepsUser: false)
        return try await AccountDeletion(options).delete([account.id], at: site)
    }
}
