import Faults
import Model
import Stores

/// Makes a user with an account.
package struct AccountCreation: Operation {
    package var card: Card {
        Card(
            "accounts create", of: "accounts", "created", lock: .none,
            tables: [
                "accounts", "keypairs", "users", "user_roles", "settings", "email_domain_blocks",
                "canonical_email_blocks",
            ],
            namesItems: true, meetsUnknownTables: true)
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

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<AccountReference> {
        try password.file?.requireAbsence()
        let store = UserStore(site.instance)
        let owner = try await site.database.read { connection in
            try await LocalKeys(site.instance).requireUsable(over: connection)
            let owner = try await store.owner(of: user.username, over: connection)
            if !isRefused(owner) {
                try await store.check(user, replaces: replaces, over: connection)
            }
            return owner
        }
        if isRefused(owner) {
            let survey = Survey(count: 0, foreseen: [.account(.nameHasUser(user.username))])
            return Prepared(survey, Batches([]), perform: make)
        }
        var foreseen = password.foreseen + (try await mail.check(user.email, at: site))
        if case .user(let account) = owner { foreseen.append(.account(.replaced(username: account.username))) }
        let new = AccountReference(id: 0, username: user.username, domain: nil)
        return Prepared(Survey(count: 1, foreseen: foreseen), Batches(of: [new], by: 1), perform: make)
    }

    /// Nothing happens when the name is in use and nobody said that its user may go.
    private func isRefused(_ owner: NameOwner) -> Bool {
        if case .user = owner { user.reattaches && !replaces } else { false }
    }

    private func make(_: [AccountReference], at site: Site<ReadWrite>) async throws -> Outcome {
        let secrets = try UserSecrets(password: password.text)
        let store = UserStore(site.instance)
        let deleted = replaces ? try await deleteOwner(store, at: site) : nil
        if deleted?.isCutShort == true { return .cutShort }
        if let deleted, deleted.held > 0 { return deleted }
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
            .accountID: "\(made.account)", .email: made.email, .approved: made.isApproved ? "yes" : "no",
            .confirmed: user.isConfirmed ? "yes" : "no",
        ]
        if let deleted { outcome.figures[.postsDeleted] = deleted.figures[.posts] ?? 0 }
        outcome.facts.merge(password.facts) { $1 }
        return outcome
    }

    /// Deletes the account that has the name, with its row, so that the name and the address are free.
    private func deleteOwner(_ store: UserStore, at site: Site<ReadWrite>) async throws -> Outcome? {
        let owner = try await site.database.read { try await store.owner(of: user.username, over: $0) }
        guard case .user(let account) = owner else { return nil }
        let options = DeletionOptions(keepsAccount: false, keepsUser: false)
        return try await AccountDeletion(options).delete([account.id], at: site)
    }
}
