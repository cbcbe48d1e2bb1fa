import Model
import Postgres

/// Asks about reports.
package struct Reports<Mode: Access> {
    let transaction: Transaction<Mode>

    /// The account a report is about; nil when there is no such report.
    package func target(of report: Int64) async throws -> Int64? {
        try await transaction.first("select target_account_id from reports where id = \(report)") {
            try $0.value(0, as: Int64.self)
        }
    }

    /// The newest first. Leans on the primary key, or on the index of the target or the reporter.
    package func list(_ filter: ReportFilter, limit: Int) async throws -> [ReportSummary] {
        try await summaries(where: Self.condition(filter), limit: limit)
    }

    /// One report; nil when there is none of that id.
    package func summary(of id: Int64) async throws -> ReportSummary? {
        try await summaries(where: "report.id = \(id)", limit: 1).first
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

    /// Looked up for each report by the primary key: four joins with all accounts were sorted on disk.
    private func handle(of column: Statement) -> Statement {
        """
        (select username || coalesce('@' || domain, '')
            from accounts
            where accounts.id = report.\(fragment: column))
        """
    }

    private func summaries(where condition: Statement, limit: Int) async throws -> [ReportSummary] {
        try await transaction.rows(
            """
            select report.id, report.created_at, report.category,
                coalesce(\(fragment: handle(of: "target_account_id")), ''),
                coalesce(\(fragment: handle(of: "account_id")), ''),
                \(fragment: handle(of: "assigned_account_id")),
                report.action_taken_at,
                \(fragment: handle(of: "action_taken_by_account_id")),
                coalesce(report.forwarded, false), cardinality(report.status_ids), report.comment
            from reports as report
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

extension Transaction {
    package var reports: Reports<Mode> { Reports(transaction: self) }
}
