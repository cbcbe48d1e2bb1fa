import Faults
import Model
import Postgres

/// On whose behalf moderation is done: the account that the server's own audit log names.
package struct Moderators<Mode: Access> {
    let transaction: Transaction<Mode>

    /// The local user of that name, or the first owner when no name is given.
    ///
    /// An owner is a user whose role has the administrator's flag. Source: Mastodon 4.6.5 `app/models/user_role.rb`.
    ///
    /// - Throws: `Fault(.noSuch)` for a name that is no local user's with a role, or when there is no owner;
    ///   `Fault(.denied)` for a user without a role.
    package func acting(as name: String?) async throws -> AccountReference {
        guard let name else { return try await firstOwner() }
        let user = (name.hasPrefix("@") ? String(name.dropFirst()) : name).lowercased()
        let found = try await transaction.first(
            """
            select accounts.id, accounts.username, coalesce(users.role_id, -99) <> -99
            from accounts
            join users on users.account_id = accounts.id
            where lower(accounts.username) = \(user) and accounts.domain is null
            """
        ) { row in
            (
                AccountReference(
                    id: try row.value(0, as: Int64.self), username: try row.value(1, as: String.self), domain: nil),
                try row.value(2, as: Bool.self)
            )
        }
        guard let (account, hasRole) = found else {
            throw Fault(.noSuch, "no user here is called \(user)", help: "give --as the name of a moderator")
        }
        guard hasRole else {
            throw Fault(.denied, "\(user) has no role here", help: "give --as the name of a moderator")
        }
        return account
    }

    private func firstOwner() async throws -> AccountReference {
        let found = try await transaction.first(
            """
            select accounts.id, accounts.username
            from users
            join user_roles on user_roles.id = users.role_id
            join accounts on accounts.id = users.account_id
            where user_roles.permissions & 1 = 1
            order by user_roles.position desc, users.id
            limit 1
            """
        ) { row in
            AccountReference(
                id: try row.value(0, as: Int64.self), username: try row.value(1, as: String.self), domain: nil)
        }
        guard let found else {
            throw Fault(
                .noSuch, "this server has no owner to act as",
                help: "give one with --as, or make one with `mastoctl accounts modify NAME --role Owner`")
        }
        return found
    }
}

extension Transaction {
    package var moderators: Moderators<Mode> { Moderators(transaction: self) }
}
