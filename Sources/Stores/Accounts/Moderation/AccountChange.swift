import Model
import Postgres

/// Changes how accounts stand, as the server's own moderation does: rows, its audit log, and what follows them.
///
/// Everything is set-based: one statement a kind of row, however many accounts. The rows are held by the caller.
package struct AccountChange: Sendable {
    package var action: AccountAction
    package var moderator: ModeratorPowers
    package var strike: Strike
    /// The role to be given.
    package var role: UserChange.Role
    package var instance: Instance

    package init(
        _ action: AccountAction, by moderator: ModeratorPowers, _ strike: Strike = Strike(),
        role: UserChange.Role = .none, on instance: Instance
    ) {
        self.action = action
        self.moderator = moderator
        self.strike = strike
        self.role = role
        self.instance = instance
    }

    /// Changes the rows of accounts that nothing stands against.
    ///
    /// - Returns: figures for the report, and what follows once they are committed.
    package func carryOut(
        on standings: [AccountStanding], over connection: isolated PostgresConnection
    ) async throws -> (details: [String: Int64], aftermath: Aftermath) {
        if standings.isEmpty { return ([:], Aftermath()) }
        let ids = standings.map(\.account.id)
        try await log(standings, over: connection)
        if action == .revokeSessions {
            let ended = try await SessionEnding.end(ofUsers: standings.compactMap(\.user?.id), over: connection)
            return (
                ["sessions ended": Int64(ended.sessions), "tokens revoked": Int64(ended.tokens)], ended.aftermath
            )
        }
        var aftermath = Aftermath()
        try await changeRows(standings, over: connection)
        tellServer(standings, &aftermath)
        if !action.isOfUser { try await aftermath.announceUpdates(of: ids, on: instance, over: connection) }
        if let number = action.strike {
            let strikes = try await strike.record(
                number, against: ids, by: moderator.account.id, over: connection)
            try await resolveReports(about: ids, &aftermath, over: connection)
            if strike.notifies { notify(standings, strikes, &aftermath) }
        }
        for id in ids {
            if action == .suspend { aftermath.push(.suspension, .integer(id)) }
            if action == .unsuspend { aftermath.push(.unsuspension, .integer(id)) }
        }
        return ([:], aftermath)
    }

    private func log(_ standings: [AccountStanding], over connection: isolated PostgresConnection) async throws {
        guard let word = action.logged else { return }
        let targets = standings.map { standing in
            if action.isOfUser, let user = standing.user { return AuditLog.Target.user(user.id, of: standing.account) }
            return AuditLog.Target("Account", id: standing.account.id, name: standing.account.handle)
        }
        try await AuditLog.record(word, targets, by: moderator.account.id, over: connection)
    }

    /// Source: Mastodon 4.6.5 `app/models/report.rb` (`resolve!`) and `app/models/admin/account_action.rb`.
    private func resolveReports(
        about accounts: [Int64], _ aftermath: inout Aftermath, over connection: isolated PostgresConnection
    ) async throws {
        let ids = try await connection.rows(
            """
            update reports
            set action_taken_at = now() at time zone 'utc', action_taken_by_account_id = \(moderator.account.id),
                updated_at = now() at time zone 'utc'
            where target_account_id = any(\(accounts))
                and action_taken_at is null
            returning id
            """
        ) { try $0.value(0, as: Int64.self) }.sorted()
        let targets = ids.map { AuditLog.Target("Report", id: $0, name: "\($0)") }
        try await AuditLog.record("resolve", targets, by: moderator.account.id, over: connection)
        for id in ids { aftermath.push(.webhook, "report.updated", "Report", .integer(id)) }
    }

    /// Webhooks of local accounts, search, and an end to the streams of those who are shut out.
    ///
    /// Source: Mastodon 4.6.5 `app/models/account.rb` (`trigger_update_webhooks`, also when no column changes),
    /// `app/models/concerns/account/suspensions.rb`, `app/models/user.rb` (`disable!`).
    private func tellServer(_ standings: [AccountStanding], _ aftermath: inout Aftermath) {
        let locals = standings.filter(\.account.isLocal).map(\.account.id)
        if !action.isOfUser {
            for id in locals { aftermath.push(.webhook, "account.updated", "Account", .integer(id)) }
            if instance.hasSearch {
                aftermath.change(.add(to: "chewy:queue:AccountsIndex", standings.map { "\($0.account.id)" }))
            }
        }
        if action == .suspend || action == .disable {
            for id in locals { aftermath.change(.publish("timeline:system:\(id)", #"{"event":"kill"}"#)) }
        }
    }

    /// A mail, and a notification since 4.3. Who has no user gets no mail: the server queues one that it cannot write.
    ///
    /// Source: Mastodon 4.6.5 `app/models/admin/base_action.rb` (`process_notification!`).
    private func notify(_ standings: [AccountStanding], _ strikes: [Int64: Int64], _ aftermath: inout Aftermath) {
        for standing in standings where standing.account.isLocal {
            guard let strike = strikes[standing.account.id] else { continue }
            if let user = standing.user {
                let mail = MailJob(
                    "UserMailer", "warning", [MailJob.row("User", user.id), MailJob.row("AccountWarning", strike)],
                    isLoud: true)
                aftermath.push(SidekiqJob(mail))
            }
            if instance.schema.has(table: "notification_permissions") {
                aftermath.push(
                    .localNotification, .integer(standing.account.id), .integer(strike), "AccountWarning",
                    "moderation_warning")
            }
        }
    }
}
