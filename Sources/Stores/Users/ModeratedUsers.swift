import Faults
import Model
import Postgres

/// What moderators change about local accounts on the server's pages and what tootctl does not: roles, memorials. Each
/// leaves a row in the server's own record.
///
/// Source: Mastodon 4.6.5 `app/controllers/admin/users/roles_controller.rb`, `app/controllers/admin/
/// accounts_controller.rb`, `app/policies/user_policy.rb`, `app/policies/account_policy.rb`, `app/models/user_role.rb`.
package struct ModeratedUsers: Sendable {
    private let store: UserStore
    private let moderator: Moderator

    /// A moderator, and how far the role of one reaches.
    private struct Moderator: Sendable {
        var account: AccountReference
        var position: Int
        var permissions: Int64

        /// Administrators may do everything; others what a flag of their role says.
        func may(_ flag: Int64) -> Bool { permissions & 1 != 0 || permissions & flag != 0 }
    }

    /// - Parameter name: whose behalf it is done on; nil for the first owner.
    /// - Throws: what `Moderators.acting` throws.
    package init(
        as name: String?, at instance: Instance, over connection: isolated PostgresConnection
    ) async throws {
        store = UserStore(instance)
        let account = try await Moderators.acting(as: name, over: connection)
        let role = try await connection.first(
            """
            select user_roles.position, user_roles.permissions | coalesce(everyone.permissions, 0)
            from users
            join user_roles on user_roles.id = users.role_id
            left join user_roles as everyone on everyone.id = -99
            where users.account_id = \(account.id)
            """
        ) { (try $0.value(0, as: Int.self), try $0.value(1, as: Int64.self)) }
        moderator = Moderator(account: account, position: role?.0 ?? -1, permissions: role?.1 ?? 0)
    }

    /// The name of who acts.
    package var moderatorName: String { moderator.account.username }

    /// Whether the moderator may give the user of an account a role.
    ///
    /// - Throws: `Fault(.denied)`; `Fault(.noSuch)` for an account without a user, and for the role.
    package func checkRole(
        _ change: UserChange.Role, of account: AccountReference, over connection: isolated PostgresConnection
    ) async throws {
        _ = try await role(change, of: account, locks: false, over: connection)
    }

    /// Gives the user of an account a role, or takes it.
    ///
    /// - Returns: false when it was that already.
    package func setRole(
        _ change: UserChange.Role, of account: AccountReference, over connection: isolated PostgresConnection
    ) async throws -> Bool {
        let (user, role) = try await role(change, of: account, locks: true, over: connection)
        if user.roleID == role { return false }
        _ = try await connection.execute(
            "update users set role_id = \(role), updated_at = now() at time zone 'utc' where id = \(user.id)")
        try await AuditLog.record(
            "change_role", .init("User", id: user.id, name: account.handle, route: "\(account.id)"),
            by: moderator.account.id, over: connection)
        return true
    }

    private func role(
        _ change: UserChange.Role, of account: AccountReference, locks: Bool,
        over connection: isolated PostgresConnection
    ) async throws -> (user: UserRow, role: Int64?) {
        guard moderator.may(1 << 17) else {
            throw Fault(.denied, "\(moderatorName) may not manage roles")
        }
        guard account.isLocal, let user = try await store.user(of: account.id, locks: locks, over: connection) else {
            throw Fault(.noSuch, "\(account.handle) has no user here", help: "only local users have roles")
        }
        let wanted: UserRole? =
            switch change {
            case .named(let name): try await store.existingRole(name, over: connection)
            case .none: nil
            }
        let current = try await position(of: user, over: connection)
        for reach in [current, wanted?.position ?? -1] where reach >= moderator.position {
            throw Fault(
                .denied,
                "the role of \(moderatorName) does not reach as far as that of \(account.handle) or the new one",
                help: "act as somebody whose role stands higher with --as, or use `mastoctl accounts modify --role`")
        }
        return (user, wanted?.assigned)
    }

    private func position(of user: UserRow, over connection: isolated PostgresConnection) async throws -> Int {
        guard let role = user.roleID else { return -1 }
        return try await connection.first("select position from user_roles where id = \(role)") {
            try $0.value(0, as: Int.self)
        } ?? -1
    }

    /// Whether the moderator may make a memorial of an account.
    ///
    /// - Throws: `Fault(.denied)`; `Fault(.badData)` for an account of another server.
    package func checkMemorial(
        of account: AccountReference, over connection: isolated PostgresConnection
    ) async throws {
        guard moderator.may(1 << 19) else {
            throw Fault(.denied, "\(moderatorName) may not delete or freeze what users have")
        }
        guard account.isLocal else {
            throw Fault(.badData, "\(account.handle) is not an account of this server")
        }
        guard account.id > 0 else { throw Fault(.denied, "\(account.handle) is the account of the server itself") }
        let user = try await store.user(of: account.id, over: connection)
        guard let user else { return }
        guard try await position(of: user, over: connection) < moderator.position else {
            throw Fault(
                .denied, "the role of \(moderatorName) does not reach as far as that of \(account.handle)",
                help: "act as somebody whose role stands higher with --as")
        }
    }

    /// Makes a memorial of a local account: nobody can sign in to it any more, and it tells that its owner has died.
    ///
    /// - Returns: false when it was one already.
    package func memorialize(
        _ account: AccountReference, _ aftermath: inout Aftermath, over connection: isolated PostgresConnection
    ) async throws -> Bool {
        try await checkMemorial(of: account, over: connection)
        let changed = try await connection.execute(
            """
            update accounts
            set memorial = true, updated_at = now() at time zone 'utc'
            where id = \(account.id) and not memorial
            """)
        guard changed > 0 else { return false }
        try await AuditLog.record(
            "memorialize", .init("Account", id: account.id, name: account.handle), by: moderator.account.id,
            over: connection)
        aftermath.push(.webhook, "account.updated", "Account", .integer(account.id))
        aftermath.reindex(accounts: [account.id], on: store.instance)
        return true
    }
}
