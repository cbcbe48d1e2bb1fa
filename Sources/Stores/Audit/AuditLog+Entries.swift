import Model
import Postgres

extension AuditLog {
    /// Rows of the log, the newest first, each with its id. Leans on the primary key.
    ///
    /// - Parameter condition: over the aliases `log` and `moderator`.
    package func entries(where condition: Statement, limit: Int) async throws -> [(id: Int64, entry: AuditEntry)] {
        try await transaction.rows(
            """
            select log.id, log.created_at, coalesce(moderator.username, ''), log.action, log.target_type,
                coalesce(nullif(log.human_identifier, ''), log.target_id::text, '')
            from admin_action_logs as log
            left join accounts as moderator on moderator.id = log.account_id
            where \(fragment: condition)
            order by log.id desc
            limit \(limit)
            """
        ) { row in
            (
                id: try row[0],
                entry: AuditEntry(
                    source: .server, time: UTCTime(try row.value(1, as: Timestamp.self).seconds), by: try row[2],
                    action: try row[3], type: try row[4], targets: [try row[5]])
            )
        }
    }

    /// The next rows a filter means, from the one with that id downwards; fewer than `limit` mean that there are no
    /// more.
    package func page(
        _ filter: AuditFilter, before id: Int64, limit: Int
    ) async throws -> [(id: Int64, entry: AuditEntry)] {
        var terms: [Statement] = ["log.id < \(id)"]
        if let since = filter.since { terms.append("log.created_at >= \(Timestamp(seconds: since.seconds))") }
        if let by = filter.by { terms.append("lower(moderator.username) = \(by)") }
        if let target = filter.target {
            terms.append("(lower(log.human_identifier) = \(target) or log.target_id::text = \(target))")
        }
        return try await entries(where: .joined(terms, separator: " and "), limit: limit)
    }
}
