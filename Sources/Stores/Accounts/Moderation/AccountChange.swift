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
        on standings: [AccountStanding], over connection: Transaction<ReadWrite>
    ) async throws -> (details: [String: Int64], aftermath: Aftermath) {
        if standings.isEmpty { return ([:], Aftermath()) }
        let ids = standings.map(\.account.id)
        try await log(standings, over: connection)
        if action == .revokeSessions {
            let ended = try await connection.userAccess.end(ofUsers: standings.compactMap(\.user?.id))
            return (
                ["sessions ended": Int64(ended.sessions), "tokens revoked": Int64(ended.tokens)], ended.aftermath
            )
        }
        var aftermath = Aftermath()
        try await changeRows(standings, over: connection)
        let locals = standings.filter(\.account.isLocal).map(\.account.id)
        // Who is shut out has his streams ended, too. Source: Mastodon 4.6.5 `app/models/concerns/account/suspensions.rb`,
        // `app/models/user.rb` (`disable!`).
        if !action.isOfUser, action != .warn {
            try await aftermath.saved(ids, locals: locals, on: instance, over: connection)
        }
        if action == .suspend || action == .disable {
            for id in locals { aftermath.change(.publish("timeline:system:\(id)", #"{"event":"kill"}"#)) }
        }
        if let number = action.strike {
            let strikes = try await strike.record(
                number, against: ids, by: moderator.account.id, over: connection)
            if action == .warn { try await logWarnings(strikes, of: standings, over: connection) }
            try await resolveReports(about: ids, &aftermath, over: connection)
            if strike.notifies { notify(standings, strikes, &aftermath) }
        }
        for id in ids {
            if action == .suspend { aftermath.push(.suspension, .integer(id)) }
            if action == .unsuspend { aftermath.push(.unsuspension, .integer(id)) }
        }
        return ([:], aftermath)
    }

    private func log(_ standings: [AccountStanding], over connection: Transaction<ReadWrite>) async throws {
        guard let word = action.logged else { return }
        let targets = standings.map { standing in
            if action.isOfUser, let user = standing.user { return AuditTarget.user(user.id, of: standing.account) }
            return AuditTarget("Account", id: standing.account.id, name: standing.account.handle)
        }
        try await connection.auditLog.record(word, targets, by: moderator.account.id)
    }

    /// A warning is logged when it says something. Source: Mastodon 4.6.5 `app/models/admin/account_action.rb`
    /// (`create_log!`), `app/models/account_warning.rb`.
    private func logWarnings(
        _ strikes: [Int64: Int64], of standings: [AccountStanding], over connection: Transaction<ReadWrite>
    ) async throws {
        if strike.text.isEmpty { return }
        let targets = standings.compactMap { standing in
            strikes[standing.account.id].map {
                AuditTarget("AccountWarning", id: $0, name: standing.account.handle)
            }
        }
        try await connection.auditLog.record("create", targets, by: moderator.account.id)
    }

    /// Those about the accounts that nobody has resolved; a mere warning answers only the report it names.
    ///
    /// Source: Mastodon 4.6.5 `app/models/report.rb` (`resolve!`) and `app/models/admin/account_action.rb`.
    private func resolveReports(
        about accounts: [Int64], _ aftermath: inout Aftermath, over connection: Transaction<ReadWrite>
    ) async throws {
        let ids = try await connection.rows(
            """
            update reports
            set action_taken_at = now() at time zone 'utc', action_taken_by_account_id = \(moderator.account.id),
                updated_at = now() at time zone 'utc'
            where target_account_id = any(\(accounts))
                and \(fragment: answered)
            returning id
            """
        ) { try $0.value(0, as: Int64.self) }.sorted()
        let targets = ids.map { AuditTarget("Report", id: $0, name: "\($0)") }
        try await connection.auditLog.record("resolve", targets, by: moderator.account.id)
        for id in ids { aftermath.push(.webhook, "report.updated", "Report", .integer(id)) }
    }

    /// The report a warning names is resolved once more even when it was. The others are those still open.
    private var answered: Statement {
        action == .warn ? "id = \(strike.report)" : "action_taken_at is null"
    }

    private func notify(_ standings: [AccountStanding], _ strikes: [Int64: Int64], _ aftermath: inout Aftermath) {
        for standing in standings where standing.account.isLocal {
            guard let strike = strikes[standing.account.id] else { continue }
            aftermath.tell(standing.account.id, user: standing.user?.id, of: strike, on: instance)
        }
    }
}
