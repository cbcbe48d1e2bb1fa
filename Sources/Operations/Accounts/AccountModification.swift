import Faults
import Model
import Stores

/// Changes a user: role, address, password, second factor, whether it may sign in.
package struct AccountModification: Operation {
    package var name: String { "accounts modify" }
    package var risk: Risk { .mild }
    package var deed: String { "changed" }
    package var lock: String? { nil }
    package var namesItems: Bool { true }
    package var tables: Set<String> {
        ["accounts", "users", "user_roles", "settings", "session_activations", "oauth_access_tokens"]
    }

    package let username: String
    package let change: UserChange
    /// A new password, nil to leave the old one.
    package let password: NewPassword?

    package init(_ username: String, _ change: UserChange, password: NewPassword? = nil) {
        self.username = username
        self.change = change
        self.password = password
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        try password?.file?.requireAbsence()
        let store = UserStore(site.instance)
        try await site.database.read { connection in
            let user = try await store.existing(username, over: connection)
            try await store.check(change, of: user, over: connection)
        }
        let isIdle = change.isEmpty && password == nil
        return Survey(count: isIdle ? 0 : 1, warnings: password?.warnings ?? [], noun: "users")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<AccountBatch> {
        if change.isEmpty, password == nil { return Steps([]) }
        let store = UserStore(site.instance)
        let user = try await site.database.read { try await store.existing(username, over: $0) }
        return Steps([AccountBatch([user.account])])
    }

    package func perform(_ step: AccountBatch, at site: Site<ReadWrite>) async throws -> Outcome {
        guard let account = step.accounts.first else { return Outcome() }
        let hash = try password.map { try UserSecrets.hash(of: $0.text) }
        let (before, after) = try await keeping {
            try await change(account, hash, at: site)
        }
        var outcome = Outcome(changed: 1)
        outcome.facts = Self.facts(before, after)
        outcome.facts.merge(password?.facts ?? [:]) { $1 }
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
            guard let user = try await store.user(of: account.id, locks: true, over: connection) else {
                throw Fault(.noSuch, "\(account.username) has no user any more")
            }
            var aftermath = Aftermath()
            let after = try await store.apply(
                change, hash: hash, to: user, now: .now, &aftermath, over: connection)
            return ((user, after), aftermath)
        }
    }

    private static func facts(_ old: UserRow, _ new: UserRow) -> [String: String] {
        var facts: [String: String] = [:]
        if new.email != old.email { facts["email"] = new.email }
        if new.unconfirmedEmail != old.unconfirmedEmail, let waiting = new.unconfirmedEmail {
            facts["email_to_confirm"] = waiting
        }
        if new.isConfirmed != old.isConfirmed { facts["confirmed"] = "yes" }
        if new.isApproved != old.isApproved { facts["approved"] = "yes" }
        if new.isDisabled != old.isDisabled { facts["disabled"] = new.isDisabled ? "yes" : "no" }
        return facts
    }
}
