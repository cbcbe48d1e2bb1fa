import Model
import Postgres

/// Asks about reports.
package enum Reports {
    /// The account a report is about; nil when there is no such report.
    package static func target(of report: Int64, over connection: PostgresConnection) async throws -> Int64? {
        try await connection.first("select target_account_id from reports where id = \(report)") {
            try $0.value(0, as: Int64.self)
        }
    }

    /// The newest first. Leans on the primary key, or on the index of the target or the reporter.
    package static func list(
        _ filter: ReportFilter, limit: Int, over connection: PostgresConnection
    ) async throws -> [ReportSummary] {
        try await summaries(where: condition(filter), limit: limit, over: connection)
    }

    /// One report; nil when there is none of that id.
    package static func summary(of id: Int64, over connection: PostgresConnection) async throws -> ReportSummary? {
        try await summaries(where: "report.id = \(id)", limit: 1, over: connection).first
    }

    private static func condition(_ filter: ReportFilter) -> Statement {
        var terms: [Statement] = ["true"]
        if let isResolved = filter.isResolved {
            terms.append(isResolved ? "report.action_taken_at is not null" : "report.action_taken_at is null")
        }
        if let target = filter.target { terms.append("report.target_account_id = \(target)") }
        if let by = filter.by { terms.append("report.account_id = \(by)") }
        if let category = filter.category { terms.append("report.category = \(category.rawValue)") }
        return .joined(terms, separator: " and ")
    }

    private static func summaries(
        where condition: Statement, limit: Int, over connection: PostgresConnection
    ) async throws -> [ReportSummary] {
        try await connection.rows(
            """
            select report.id, report.created_at, report.category,
                target.username || coalesce('@' || target.domain, ''),
                reporter.username || coalesce('@' || reporter.domain, ''),
                assigned.username || coalesce('@' || assigned.domain, ''),
                report.action_taken_at,
                resolver.username || coalesce('@' || resolver.domain, ''),
                coalesce(report.forwarded, false), cardinality(report.status_ids), report.comment
            from reports as report
            join accounts as target on target.id = report.target_account_id
            join accounts as reporter on reporter.id = report.account_id
            left join accounts as assigned on assigned.id = report.assigned_account_id
            left join accounts as resolver on resolver.id = report.action_taken_by_account_id
            where \(fragment: condition)
            order by report.id desc
            limit \(limit)
            """
        ) { row in
            let category: Int = try row[2]
            let resolved: Timestamp? = try row[6]
            return ReportSummary(
                id: try row[0], created: UTCTime(try row.value(1, as: Timestamp.self).seconds),
                category: ReportCategory(rawValue: category)?.word ?? "\(category)", target: try row[3],
                by: try row[4], assigned: try row[5], resolved: resolved.map { UTCTime($0.seconds) },
                resolvedBy: try row[7], forwarded: try row[8], statuses: try row[9], comment: try row[10])
        }
    }
}
