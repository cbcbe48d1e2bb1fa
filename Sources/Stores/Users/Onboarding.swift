import Model
import Postgres

/// What the server tells its staff of a user who needs their approval.
///
/// Source: Mastodon 4.3.23 to 4.6.5 `app/models/user.rb` (`notify_staff_about_pending_account!`).
struct Onboarding<Mode: Access> {
    let transaction: Transaction<Mode>

    /// Tells those who manage users, and want to be told, of one who waits for an approval.
    func tellStaff(of user: Int64, _ aftermath: inout Aftermath) async throws {
        for (account, settings) in try await staff() {
            let wish = JSONValue(parsing: settings)?["notification_emails.pending_account"]
            if wish == .boolean(false) { continue }
            aftermath.push(
                MailJob(
                    "AdminMailer", "new_pending_account", [MailJob.row("User", user)],
                    with: [.init("recipient", MailJob.row("Account", account))]))
        }
    }

    /// Accounts and settings of those who may manage users (1 << 10), or anything (1): by their role or by everyone's.
    private func staff() async throws -> [(Int64, String)] {
        try await transaction.rows(
            """
            select users.account_id, coalesce(users.settings, '')
            from users
            join user_roles on user_roles.id = users.role_id
            left join user_roles as everyone on everyone.id = -99
            where user_roles.permissions & 1 <> 0
                or (user_roles.permissions | coalesce(everyone.permissions, 0)) & (1 << 10) <> 0
            order by users.id
            """
        ) { (try $0.value(0, as: Int64.self), try $0.value(1, as: String.self)) }
    }
}

extension Transaction {
    var onboarding: Onboarding<Mode> { Onboarding(transaction: self) }
}

extension Aftermath {
    /// The server's counters of a day live for half a year of Ruby on Rails, in seconds.
    private static var counterLife: Int { 15_778_476 }

    /// Greets a user who has just become both confirmed and approved: first follows, counters, the welcome mail (at once
    /// on 4.2, after an hour since 4.3).
    ///
    /// Source: Mastodon 4.3.23 to 4.6.5 `app/models/user.rb` (`prepare_new_user!`), `app/lib/activity_tracker.rb`.
    mutating func greet(_ user: Int64, account: Int64, on release: MastodonRelease?, at now: UTCTime) {
        let day = Int64(now.seconds / 86_400) * 86_400
        push(.bootstrapTimeline, .integer(account))
        change(.count("activity:accounts:local:\(day)", by: 1, seconds: Self.counterLife))
        change(.see("activity:logins:\(day)", ["\(user)"], seconds: Self.counterLife))
        let isOld = release.map { $0 < .v4_3 } ?? false
        push(MailJob("UserMailer", "welcome", [MailJob.row("User", user)]), in: isOld ? 0 : 3_600)
        push(.webhook, "account.approved", "Account", .integer(account))
    }
}
