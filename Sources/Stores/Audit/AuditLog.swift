import Model
import Postgres

/// The server's own record of what its moderators did: `admin_action_logs`, shown on its pages.
package struct AuditLog<Mode: Access> {
    let transaction: Transaction<Mode>
}

extension AuditLog where Mode == ReadWrite {
    /// Adds a row: `suspend`, of that account, by that moderator. Part of the caller's transaction.
    ///
    /// Source: Mastodon 4.6.5 `app/models/admin/action_log.rb`; the same columns since 4.2.
    package func record(_ action: String, _ target: AuditTarget, by moderator: Int64) async throws {
        try await record(action, [target], by: moderator)
    }

    /// Adds a row for each of the targets, in their order.
    package func record(_ action: String, _ targets: [AuditTarget], by moderator: Int64) async throws {
        if targets.isEmpty { return }
        _ = try await transaction.execute(
            """
            insert into admin_action_logs (account_id, action, target_type, target_id, human_identifier,
                route_param, permalink, created_at, updated_at)
            select \(moderator), \(action), target.type, target.id, target.name, target.route, target.permalink,
                now() at time zone 'utc', now() at time zone 'utc'
            from unnest(\(targets.map(\.type)), \(targets.map(\.id)), \(targets.map { $0.name.isEmpty ? nil : $0.name }),
                \(targets.map(\.route)), \(targets.map(\.permalink)))
                with ordinality as target (type, id, name, route, permalink, number)
            order by target.number
            """)
    }
}

extension Transaction {
    package var auditLog: AuditLog<Mode> { AuditLog(transaction: self) }
}

/// What was acted on, as the server names it.
package struct AuditTarget: Sendable, Equatable {
    /// The model's class: `Account`, `DomainBlock`.
    package var type: String
    package var id: Int64
    /// What the pages show when the row is gone: a handle, a domain; empty for what has no name.
    package var name: String
    /// The part of a page's address that names it, for classes whose pages go by another word than the id.
    package var route: String?
    package var permalink: String?

    package init(_ type: String, id: Int64, name: String, route: String? = nil, permalink: String? = nil) {
        self.type = type
        self.id = id
        self.name = name
        self.route = route
        self.permalink = permalink
    }
}
