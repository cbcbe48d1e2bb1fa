import Model
import Postgres

extension Reports {
    /// Nil when there is no such report.
    ///
    /// Source: Mastodon 4.6.5 `app/models/report.rb` (`history`, `statuses`, `rules`).
    package func dossier(of id: Int64) async throws -> ReportDossier? {
        guard let summary = try await summary(of: id) else { return nil }
        let siblings = try await transaction.rows(
            """
            select other.id::text
            from reports as report
            join reports as other on other.target_account_id = report.target_account_id and other.id <> report.id
            where report.id = \(id) and other.action_taken_at is null
            order by other.id
            limit 100
            """
        ) { try $0.value(0, as: String.self) }
        return ReportDossier(
            summary, rules: try await rules(of: id),
            posts: try await posts(of: id), notes: try await notes(of: id),
            strikes: try await transaction.strikes.answering(id),
            history: try await history(of: id), openSiblings: siblings)
    }

    private func rules(of id: Int64) async throws -> [String] {
        try await transaction.rows(
            """
            select rules.text
            from reports
            join rules on rules.id = any(reports.rule_ids)
            where reports.id = \(id)
            order by rules.priority, rules.id
            """
        ) { try $0.value(0, as: String.self) }
    }

    private func posts(of id: Int64) async throws -> [ReportDossier.Post] {
        try await transaction.rows(
            """
            select named.id::text, coalesce(post.url, post.uri, ''), coalesce(post.text, ''),
                post.id is null or post.deleted_at is not null,
                (select count(*) from media_attachments where status_id = named.id)
            from reports
            cross join unnest(reports.status_ids) as named (id)
            left join statuses as post on post.id = named.id
            where reports.id = \(id)
            order by named.id
            """
        ) { row in
            ReportDossier.Post(
                id: try row[0], url: try row[1], text: try row[2], isDeleted: try row[3], attachments: try row[4])
        }
    }

    private func notes(of id: Int64) async throws -> [ReportDossier.Note] {
        try await transaction.rows(
            """
            select note.created_at, accounts.username, note.content
            from report_notes as note
            join accounts on accounts.id = note.account_id
            where note.report_id = \(id)
            order by note.id
            """
        ) { row in
            ReportDossier.Note(
                time: UTCTime(try row.value(0, as: Timestamp.self).seconds), by: try row[1], text: try row[2])
        }
    }

    private func history(of id: Int64) async throws -> [AuditEntry] {
        try await transaction.auditLog.entries(
            where: """
                (log.target_type = 'Report' and log.target_id = \(id))
                or (log.target_type = 'Account'
                    and log.target_id = (select target_account_id from reports where id = \(id)))
                or (log.target_type = 'Status'
                    and log.target_id = any(array(select unnest(status_ids) from reports where id = \(id))))
                or (log.target_type = 'AccountWarning'
                    and log.target_id in (select id from account_warnings where report_id = \(id)))
                """, limit: 100
        ).map(\.entry)
    }
}
