import Model
import Postgres

/// Changes reports, as the server's own moderation does: rows, its audit log, webhooks.
///
/// Source: Mastodon 4.6.5 `app/controllers/api/v1/admin/reports_controller.rb`, `app/models/report.rb`; the same since
/// 4.2. A column that is so already is not written, and neither is `updated_at` then; log and webhook come all the same.
package struct ReportChange: Sendable {
    package var verb: ReportVerb
    package var moderator: Int64

    package init(_ verb: ReportVerb, by moderator: Int64) {
        self.verb = verb
        self.moderator = moderator
    }

    /// What of the reports that there are a decision about the verb rests on, by id.
    package static func states(
        of ids: [Int64], for verb: ReportVerb, over connection: Transaction<some Access>
    ) async throws -> [Int64: ReportState] {
        try await states(of: ids, for: verb, "", over: connection)
    }

    /// The same, kept from being changed by others until the transaction ends.
    package static func heldStates(
        of ids: [Int64], for verb: ReportVerb, over connection: Transaction<ReadWrite>
    ) async throws -> [Int64: ReportState] {
        try await states(of: ids, for: verb, "for no key update", over: connection)
    }

    private static func states(
        of ids: [Int64], for verb: ReportVerb, _ lock: Statement, over connection: Transaction<some Access>
    ) async throws -> [Int64: ReportState] {
        let states = try await connection.rows(
            """
            select id, action_taken_at is not null, assigned_account_id
            from reports
            where id = any(\(ids))
            order by id
            \(fragment: lock)
            """
        ) { row in
            let (id, isResolved, assignee) = (
                try row.value(0, as: Int64.self), try row.value(1, as: Bool.self), try row.value(2, as: Int64?.self)
            )
            switch verb {
            case .resolve, .reopen: return (id, ReportState.resolved(isResolved))
            case .assign, .unassign: return (id, ReportState.assigned(assignee))
            }
        }
        return Dictionary(states, uniquingKeysWith: { $1 })
    }

    /// Changes reports whose rows are held.
    ///
    /// - Returns: what follows the commit.
    package func carryOut(on ids: [Int64], over connection: Transaction<ReadWrite>) async throws -> Aftermath {
        try await connection.execute(update(ids))
        try await connection.auditLog.record(
            verb.logged, ids.map { AuditTarget("Report", id: $0, name: "\($0)") }, by: moderator)
        var aftermath = Aftermath()
        for id in ids { aftermath.push(.webhook, "report.updated", "Report", .integer(id)) }
        return aftermath
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
