import Model
import Postgres

extension Strike {
    /// Adds a row of `account_warnings` for each account, with the posts the report names.
    ///
    /// Source: Mastodon 4.6.5 `app/models/admin/base_action.rb` (`process_strike!`); in 4.3.23 in
    /// `app/models/admin/account_action.rb`.
    ///
    /// - Returns: the strikes' ids, by account.
    func record(
        _ number: Int, against accounts: [Int64], by moderator: Int64, over connection: Transaction<ReadWrite>
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

extension Aftermath {
    /// Tells a local account's owner of a strike: by a mail, and by a notification since 4.3. Who has no user gets no
    /// mail: the server queues one that it cannot write.
    ///
    /// Source: Mastodon 4.6.5 `app/models/admin/base_action.rb` (`process_notification!`).
    mutating func tell(_ account: Int64, user: Int64?, of strike: Int64, on instance: Instance) {
        if let user {
            let mail = MailJob(
                "UserMailer", "warning", [MailJob.row("User", user), MailJob.row("AccountWarning", strike)],
                isLoud: true)
            push(SidekiqJob(mail))
        }
        if instance.schema.has(table: "notification_permissions") {
            push(.localNotification, .integer(account), .integer(strike), "AccountWarning", "moderation_warning")
        }
    }
}
