import Model
import Postgres

/// One line of the server's own audit log.
package struct AuditEntry: Sendable, Encodable {
    package var id: Int64
    package var time: UTCTime
    /// The moderator's handle.
    package var by: String
    /// `suspend`, `assigned_to_self`.
    package var action: String
    /// `Account`, `DomainBlock`.
    package var type: String
    package var target: String
    package var targetID: Int64?

    enum CodingKeys: String, CodingKey {
        case time, by, action, type, target, targetID = "target_id"
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(time, forKey: .time)
        try container.encode(by, forKey: .by)
        try container.encode(action, forKey: .action)
        try container.encode(type, forKey: .type)
        try container.encode(target, forKey: .target)
        try container.encode(targetID.map { "\($0)" }, forKey: .targetID)
    }
}

extension AuditLog {
    /// Rows of the log, the newest first. Leans on the primary key.
    ///
    /// - Parameter condition: over the aliases `log` and `moderator`.
    package static func entries(
        where condition: Statement, limit: Int, over connection: PostgresConnection
    ) async throws -> [AuditEntry] {
        try await connection.rows(
            """
            select log.id, log.created_at, coalesce(moderator.username, ''), log.action,
                coalesce(log.target_type, ''), coalesce(log.human_identifier, ''), log.target_id
            from admin_action_logs as log
            left join accounts as moderator on moderator.id = log.account_id
            where \(fragment: condition)
            order by log.id desc
            limit \(limit)
            """
        ) { row in
            AuditEntry(
                id: try row[0], time: UTCTime(try row.value(1, as: Timestamp.self).seconds), by: try row[2],
                action: try row[3], type: try row[4], target: try row[5], targetID: try row[6])
        }
    }
}
