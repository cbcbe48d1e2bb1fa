import Model
import Postgres

/// What goes with an action against an account: the moderator's words, the report it answers, a notice to its owner.
package struct Strike: Sendable, Equatable {
    package var text: String
    package var report: Int64?
    /// Whether a local account's owner is told, by mail and by a notification.
    package var notifies: Bool

    package init(text: String = "", report: Int64? = nil, notifies: Bool = true) {
        self.text = text
        self.report = report
        self.notifies = notifies
    }

    /// Adds a row of `account_warnings` for each account, with the posts the report names.
    ///
    /// Source: Mastodon 4.6.5 `app/models/admin/base_action.rb` (`process_strike!`); in 4.3.23 in
    /// `app/models/admin/account_action.rb`.
    ///
    /// - Returns: the strikes' ids, by account.
    func record(
        _ number: Int, against accounts: [Int64], by moderator: Int64, over connection: PostgresConnection
    ) async throws -> [Int64: Int64] {
        let rows = try await connection.rows(
            """
            insert into account_warnings (account_id, target_account_id, action, text, report_id, status_ids,
                created_at, updated_at)
            select \(moderator), target.id, \(number), \(text)::text, \(report),
                (select status_ids::varchar[] from reports where id = \(report)),
                now() at time zone 'utc', now() at time zone 'utc'
            from unnest(\(accounts)) with ordinality as target (id, number)
            order by target.number
            returning target_account_id, id
            """
        ) { (try $0.value(0, as: Int64.self), try $0.value(1, as: Int64.self)) }
        return Dictionary(rows, uniquingKeysWith: { $1 })
    }
}
