import Model
import Postgres

/// Changes reports, as the server's own moderation does: rows, its audit log, webhooks.
///
/// Source: Mastodon 4.6.5 `app/controllers/api/v1/admin/reports_controller.rb`, `app/models/report.rb`; the same since
/// 4.2. A column that is so already is not written, and neither is `updated_at` then; log and webhook come all the same.
package struct ReportChange: Sendable {
    package enum Verb: String, Sendable {
        case assign, unassign, resolve, reopen

        /// The word in the server's own audit log.
        var logged: String {
            switch self {
            case .assign: "assigned_to_self"
            case .unassign: "unassigned"
            case .resolve: "resolve"
            case .reopen: "reopen"
            }
        }
    }

    package var verb: Verb
    package var moderator: Int64

    package init(_ verb: Verb, by moderator: Int64) {
        self.verb = verb
        self.moderator = moderator
    }

    /// Those of the reports that there are.
    package static func existing(_ ids: [Int64], over connection: PostgresConnection) async throws -> Set<Int64> {
        Set(
            try await connection.rows("select id from reports where id = any(\(ids))") {
                try $0.value(0, as: Int64.self)
            })
    }

    /// - Returns: the reports that were there, and what follows the commit.
    package func carryOut(
        on ids: [Int64], over connection: isolated PostgresConnection
    ) async throws -> (Set<Int64>, Aftermath) {
        let found = try await connection.rows(
            "select id from reports where id = any(\(ids)) order by id for no key update"
        ) { try $0.value(0, as: Int64.self) }
        try await connection.execute(update(found))
        let order = ids.filter(Set(found).contains)
        try await AuditLog.record(
            verb.logged, order.map { AuditLog.Target("Report", id: $0, name: "\($0)") }, by: moderator,
            over: connection)
        var aftermath = Aftermath()
        for id in order { aftermath.push(.webhook, "report.updated", "Report", .integer(id)) }
        return (Set(found), aftermath)
    }

    private func update(_ ids: [Int64]) -> Statement {
        switch verb {
        case .assign:
            """
            update reports
            set assigned_account_id = \(moderator), updated_at = now() at time zone 'utc'
            where id = any(\(ids)) and assigned_account_id is distinct from \(moderator)
            """
        case .unassign:
            """
            update reports
            set assigned_account_id = null, updated_at = now() at time zone 'utc'
            where id = any(\(ids)) and assigned_account_id is not null
            """
        case .resolve:
            """
            update reports
            set action_taken_at = now() at time zone 'utc', action_taken_by_account_id = \(moderator),
                updated_at = now() at time zone 'utc'
            where id = any(\(ids))
            """
        case .reopen:
            """
            update reports
            set action_taken_at = null, action_taken_by_account_id = null, updated_at = now() at time zone 'utc'
            where id = any(\(ids)) and (action_taken_at is not null or action_taken_by_account_id is not null)
            """
        }
    }
}
