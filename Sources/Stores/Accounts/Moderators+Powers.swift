import Model
import Postgres

extension Moderators {
    /// The local user of that name, or the first owner, with what the role allows.
    ///
    /// Everybody's permissions come to the role's own. Source: Mastodon 4.6.5 `app/models/user_role.rb`.
    ///
    /// - Throws: as `acting(as:)`.
    package func powers(of name: String?) async throws -> ModeratorPowers {
        let account = try await acting(as: name)
        let role = try await transaction.first(
            """
            select role.permissions | coalesce(everyone.permissions, 0), role.position
            from users
            join user_roles as role on role.id = users.role_id
            left join user_roles as everyone on everyone.id = -99
            where users.account_id = \(account.id)
            """
        ) { (try $0.value(0, as: Int64.self), try $0.value(1, as: Int.self)) }
        return ModeratorPowers(account: account, permissions: role?.0 ?? 0, rank: role?.1 ?? -1)
    }
}
