import Faults
import Model
import Postgres

extension UserStore {
    /// The local account of that name, in any case; nil when there is none.
    package func localAccount(
        _ name: String, over connection: Transaction<some Access>
    ) async throws -> AccountReference? {
        try await connection.first(
            """
            select id, username
            from accounts
            where lower(username) = lower(\(name)) and domain is null
            """
        ) { row in
            AccountReference(
                id: try row.value(0, as: Int64.self), username: try row.value(1, as: String.self), domain: nil)
        }
    }

    /// The user of a local account, in any form it may be named in.
    ///
    /// - Throws: `Fault(.noSuch)`.
    package func existing(
        _ username: String, over connection: Transaction<some Access>
    ) async throws -> UserRow {
        let account = try await existingAccount(username, over: connection)
        guard let user = try await user(of: account.id, over: connection) else {
            throw Fault(
                .noSuch, "\(account.username) has no user",
                help: "give it one with `mastoctl accounts create \(account.username) --reattach --email ADDRESS`")
        }
        return user
    }

    /// The local account of that name, in any form an account may be named in.
    ///
    /// - Throws: `Fault(.noSuch)`.
    package func existingAccount(
        _ username: String, over connection: Transaction<some Access>
    ) async throws -> AccountReference {
        var found: [AccountReference] = []
        if let name = AccountName(username) {
            found = try await AccountDirectory(instance).accounts(name, over: connection).filter(\.isLocal)
        }
        // Digits are a name before they are an id.
        guard let account = found.first(where: { $0.username == username }) ?? found.first else {
            let name = username.hasPrefix("@") ? String(username.dropFirst()) : username
            throw Fault(
                .noSuch, "no account here is called \(name)",
                help: "try `mastoctl accounts list --local`; only local accounts have users")
        }
        return account
    }

    /// A local account, and whether it has a user that waits to be approved.
    ///
    /// - Throws: `Fault(.noSuch)`.
    package func applicant(
        _ username: String, over connection: Transaction<some Access>
    ) async throws -> (account: AccountReference, isPending: Bool) {
        let account = try await existingAccount(username, over: connection)
        let user = try await user(of: account.id, over: connection)
        return (account, user.map { !$0.isApproved } ?? false)
    }

    /// A role by its name; nil when there is none.
    package func role(
        _ name: String, over connection: Transaction<some Access>
    ) async throws -> UserRole? {
        try await connection.first(
            "select id, name, position from user_roles where name = \(name) order by id limit 1"
        ) { row in
            UserRole(
                id: try row.value(0, as: Int64.self), name: try row.value(1, as: String.self),
                position: try row.value(2, as: Int.self))
        }
    }
}

/// A row of `user_roles`.
package struct UserRole: Sendable, Equatable {
    package var id: Int64
    package var name: String
    package var position: Int

    /// What users have in `role_id`: the role of everyone is written as none. Source: Mastodon 4.6.5
    /// `app/models/user.rb` (`sanitize_role`).
    package var assigned: Int64? { id == -99 ? nil : id }
}
