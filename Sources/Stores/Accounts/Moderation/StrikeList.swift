import Model
import Postgres

/// Asks about strikes: rows of `account_warnings`.
package struct StrikeList<Mode: Access> {
    let transaction: Transaction<Mode>

    /// Those against some accounts, the newest first.
    package func of(_ accounts: [Int64]) async throws -> [StrikeRecord] {
        try await list(where: "strike.target_account_id = any(\(accounts))")
    }

    /// Those that answer a report.
    package func answering(_ report: Int64) async throws -> [StrikeRecord] {
        try await list(where: "strike.report_id = \(report)")
    }

    private func list(where condition: Statement) async throws -> [StrikeRecord] {
        try await transaction.rows(
            """
            select strike.id::text, strike.created_at, strike.action, moderator.username, strike.text,
                strike.report_id::text, coalesce(strike.status_ids, '{}'), strike.overruled_at,
                case
                    when appeal.id is null then null
                    when appeal.approved_at is not null then 'approved'
                    when appeal.rejected_at is not null then 'rejected'
                    else 'open'
                end,
                target.username || coalesce('@' || target.domain, '')
            from account_warnings as strike
            join accounts as target on target.id = strike.target_account_id
            left join accounts as moderator on moderator.id = strike.account_id
            left join appeals as appeal on appeal.account_warning_id = strike.id
            where \(fragment: condition)
            order by strike.id desc
            """
        ) { row in
            let overruled: Timestamp? = try row[7]
            return StrikeRecord(
                id: try row[0], account: try row[9], time: UTCTime(try row.value(1, as: Timestamp.self).seconds),
                action: Self.word(try row[2]), by: try row[3], text: try row[4], report: try row[5],
                statuses: try row[6], overruled: overruled.map { UTCTime($0.seconds) }, appeal: try row[8])
        }
    }

    /// Source: Mastodon 4.6.5 `app/models/account_warning.rb`.
    private static func word(_ action: Int) -> String {
        switch action {
        case 0: "none"
        case 1_000: "disable"
        case 1_250: "mark_statuses_as_sensitive"
        case 1_500: "delete_statuses"
        case 2_000: "sensitive"
        case 3_000: "silence"
        case 4_000: "suspend"
        default: "\(action)"
        }
    }
}

extension Transaction {
    package var strikes: StrikeList<Mode> { StrikeList(transaction: self) }
}
