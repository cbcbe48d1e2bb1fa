import Faults
import Model
import Stores

/// Changes a user: role, address, password, second factor, whether it may sign in.
///
/// What the server's pages can do too is logged as they log it, when the log is told at all. Source: Mastodon 4.6.5
/// `app/controllers/admin/{change_emails,confirmations,resets,accounts}_controller.rb`,
/// `users/{roles,two_factor_authentications}_controller.rb` and `app/models/admin/account_action.rb`; the same words
/// since 4.2.
package struct AccountModification: Operation {
    package var card: Card {
        Card(
            "accounts modify", of: "users", "changed", lock: .none,
            tables: auditing.tables.union([
                "accounts", "users", "user_roles", "settings", "session_activations", "oauth_access_tokens",
            ]), namesItems: true)
    }

    package let username: String
    package let change: UserChange
    /// A new password, nil to leave the old one.
    package let password: NewPassword?
    private let mail: MailLookup
    private let auditing: Auditing

    package init(
        _ username: String, _ change: UserChange, password: NewPassword? = nil, mail: MailLookup = MailLookup(nil),
        auditing: Auditing = .silent
    ) {
        self.username = username
        self.change = change
        self.password = password
        self.mail = mail
        self.auditing = auditing
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<AccountReference> {
        try password?.file?.requireAbsence()
        let store = UserStore(site.instance)
        let user = try await site.database.read { connection in
            _ = try await auditing.moderator(over: connection)
            let user = try await store.existing(username, over: connection)
            try await store.check(change, of: user, over: connection)
            return user
        }
        var foreseen = password?.foreseen ?? []
        if let new = change.email, new != user.email { foreseen += try await mail.check(new, at: site) }
        let wanted = change.isEmpty && password == nil ? [] : [user.account]
        return Prepared(
            Survey(count: wanted.count, foreseen: foreseen), Batches(of: wanted, by: 1), perform: modify
        ).acting(as: auditing.name)
    }

    private func modify(_ accounts: [AccountReference], at site: Site<ReadWrite>) async throws -> Outcome {
        guard let account = accounts.first else { return Outcome() }
        let hash = try password.map { try UserSecrets.hash(of: $0.text) }
        let (before, after) = try await keeping { try await change(account, hash, at: site) }
        var outcome = Outcome(changed: 1)
        outcome.facts = Self.facts(before, after).merging(password?.facts ?? [:]) { $1 }
        return outcome
    }

    private func keeping<Value>(_ work: () async throws -> Value) async throws -> Value {
        guard let password else { return try await work() }
        return try await password.kept(during: work)
    }

    private func change(
        _ account: AccountReference, _ hash: String?, at site: Site<ReadWrite>
    ) async throws -> (UserRow, UserRow) {
        let store = UserStore(site.instance)
        return try await site.change { connection in
            guard let user = try await store.heldUser(of: account.id, over: connection) else {
                throw Fault(.noSuch, "\(account.username) has no user any more")
            }
            var aftermath = Aftermath()
            let after = try await store.apply(
                change, hash: hash, to: user, now: .now, &aftermath, over: connection)
            if let moderator = try await auditing.moderator(over: connection) {
                for word in deeds(user, after, hasPassword: hash != nil) {
                    try await connection.auditLog.record(word, .user(user.id, of: account), by: moderator.id)
                }
            }
            return ((user, after), aftermath)
        }
    }

    /// What the server's pages would log, word by word.
    private func deeds(_ old: UserRow, _ new: UserRow, hasPassword: Bool) -> [String] {
        var deeds: [String] = []
        if new.roleID != old.roleID { deeds.append("change_role") }
        // One that was confirmed at once waits no more.
        if change.email != nil, new.unconfirmedEmail != old.unconfirmedEmail || new.email != old.email {
            deeds.append("change_email")
        }
        if new.isDisabled != old.isDisabled { deeds.append(new.isDisabled ? "disable" : "enable") }
        if change.approves, !old.isApproved { deeds.append("approve") }
        if new.hasSecondFactor != old.hasSecondFactor { deeds.append("disable_2fa") }
        if hasPassword { deeds.append("reset_password") }
        if change.confirms, new.isConfirmed != old.isConfirmed || new.email != old.email { deeds.append("confirm") }
        return deeds
    }

    private static func facts(_ old: UserRow, _ new: UserRow) -> [Fact: String] {
        var facts: [Fact: String] = [:]
        if new.email != old.email { facts[.email] = new.email }
        if new.unconfirmedEmail != old.unconfirmedEmail, let waiting = new.unconfirmedEmail {
            facts[.emailToConfirm] = waiting
        }
        if new.isConfirmed != old.isConfirmed { facts[.confirmed] = "yes" }
        if new.isApproved != old.isApproved { facts[.approved] = "yes" }
        if new.isDisabled != old.isDisabled { facts[.disabled] = new.isDisabled ? "yes" : "no" }
        return facts
    }
}
