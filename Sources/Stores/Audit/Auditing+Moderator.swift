import Model
import Postgres

extension Auditing {
    /// Who the log will name; nil when it is told nothing.
    ///
    /// - Throws: as `Moderators.acting`.
    package func moderator(over connection: Transaction<some Access>) async throws -> AccountReference? {
        switch self {
        case .silent: nil
        case .onBehalf(let name): try await connection.moderators.acting(as: name)
        }
    }
}

extension AuditTarget {
    /// A user, who is logged by the account's name, and whose page goes by the account's id.
    ///
    /// Source: Mastodon 4.6.5 `app/models/user.rb` (`to_log_human_identifier`, `to_log_route_param`).
    package static func user(_ id: Int64, of account: AccountReference) -> AuditTarget {
        AuditTarget("User", id: id, name: account.handle, route: "\(account.id)")
    }
}

extension AuditLog where Mode == ReadWrite {
    /// Adds a row for each of many, as `record` does for one.
    package func record(_ action: String, _ type: String, _ rows: [RecordRow], by moderator: Int64) async throws {
        if rows.isEmpty { return }
        _ = try await transaction.execute(
            """
            insert into admin_action_logs (account_id, action, target_type, target_id, human_identifier,
                created_at, updated_at)
            select \(moderator), \(action), \(type), target.id, target.name, now() at time zone 'utc',
                now() at time zone 'utc'
            from unnest(\(rows.map(\.id)), \(rows.map(\.label))) with ordinality as target (id, name, place)
            order by target.place
            """)
    }
}
