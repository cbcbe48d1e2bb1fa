import Faults
import Model
import Stores

/// Does one of a moderator's actions to accounts: suspends, silences, takes that back …
///
/// Who is named on the command line is acted on even when the action was done before, as by the server's own API, which
/// then adds another strike. Who was found in a file or by a filter is left alone then, and so is always who has the role
/// already or is a memorial.
package struct AccountModeration: Operation {
    package let action: AccountAction
    package let lane: Lane
    let source: Source
    let strike: Strike
    /// The role to be given, with the action `role`.
    let role: UserChange.Role
    let acting: ActingModerator

    package enum Source: Sendable {
        case selection(ChosenAccounts)
        case plan(Plan)
    }

    package init(
        _ action: AccountAction, of source: Source, _ strike: Strike = Strike(), role: UserChange.Role = .none,
        by acting: ActingModerator, lane: Lane
    ) {
        self.action = action
        self.lane = lane
        self.source = source
        self.strike = strike
        self.role = role
        self.acting = acting
    }

    package var name: String { "accounts \(action.rawValue)" }
    package var risk: Risk { action == .reject ? .severe(name: "reject") : .moderate }
    package var deed: String { action.deed }
    package var moderator: String? { acting.handle }
    package var touchesFiles: Bool { action == .reject && lane != .api }
    package var tables: Set<String> {
        let belongings: Set =
            action == .revokeSessions
            ? ["session_activations", "oauth_access_tokens", "oauth_access_grants", "web_push_subscriptions"]
            : ["account_warnings", "account_deletion_requests", "canonical_email_blocks"]
        return belongings.union(["accounts", "users", "user_roles", "admin_action_logs", "reports"])
    }

    /// Accounts in one transaction.
    private static let batch = 100

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        let moderator = try await acting.powers(at: site)
        guard moderator.can(action.permission) else {
            throw Fault(.denied, "\(moderator.account.handle): \(AccountRefusal.lacks(action.permission).inWords)")
        }
        try await requireRole(moderator, at: site)
        var warnings = try await workerWarnings(at: site)
        switch source {
        case .plan(let plan): return plan.survey(at: site, warnings: warnings)
        case .selection(let selection):
            let standings = try await requireNamed(selection, moderator, at: site)
            try await requireReport(standings, selection, at: site)
            for standing in standings where standing.isAlready(action, role: role.name) {
                let again = action.strike == nil ? "" : "; this adds another strike"
                warnings.append("\(standing.account.handle) is \(standing.inWords(for: action)) already\(again)")
            }
            return Survey(count: try await selection.count(at: site), warnings: warnings, noun: "accounts")
        }
    }

    /// A role can be given by those who stand above it. Source: Mastodon 4.6.5 `app/models/user.rb`
    /// (`validate_role_elevation`).
    private func requireRole(_ moderator: ModeratorPowers, at site: Site<ReadOnly>) async throws {
        guard action == .role, case .named(let name) = role else { return }
        let store = UserStore(site.instance)
        let wanted = try await site.database.read { try await store.existingRole(name, over: $0) }
        guard !moderator.overrides(wanted.position) else { return }
        throw Fault(
            .denied, "the role of \(moderator.account.handle) does not reach as far as \(name)",
            help: "act as somebody whose role stands higher with --as, or use `mastoctl accounts modify --role`")
    }

    /// The job that federates waits for a worker; without one the rows are changed and other servers hear nothing.
    private func workerWarnings(at site: Site<ReadOnly>) async throws -> [String] {
        guard lane == .jobs else { return [] }
        let queue = SidekiqWorker.suspension.queue
        let isServed = try await site.jobs.processes().contains { $0.queues.contains(queue) && !$0.isQuiet }
        return isServed ? [] : ["no Sidekiq process takes jobs from the queue \(queue); they wait until one does"]
    }

    /// Nothing is done when something stands against one of those named.
    private func requireNamed(
        _ selection: ChosenAccounts, _ moderator: ModeratorPowers, at site: Site<ReadOnly>
    ) async throws -> [AccountStanding] {
        let ids = try await selection.named(at: site).map(\.id)
        if ids.isEmpty { return [] }
        let standings = try await site.database.read { try await AccountStandings.of(ids, over: $0) }
        let refused = standings.compactMap { standing in
            AccountRefusal(action, on: standing, by: moderator).map { (standing.account.handle, $0) }
        }
        guard let first = refused.first else { return standings }
        throw Fault(
            refused.contains { !$0.1.isAboutData } ? .denied : .badData, "\(first.0): \(first.1.inWords)",
            notes: refused.dropFirst().prefix(20).map { "\($0.0): \($0.1.inWords)" }
                + ["nothing was changed; the moderator is \(moderator.account.handle)"])
    }

    /// A report is about one account, and an answer to it is an action against that one.
    private func requireReport(
        _ standings: [AccountStanding], _ selection: ChosenAccounts, at site: Site<ReadOnly>
    ) async throws {
        guard let report = strike.report else { return }
        guard let target = try await site.database.read({ try await Reports.target(of: report, over: $0) }) else {
            throw Fault(.noSuch, "there is no report \(report)", help: "try `mastoctl reports list`")
        }
        guard standings.map(\.account.id) == [target], selection.list == nil, selection.filter == nil else {
            throw Fault(
                .badData, "report \(report) is about another account",
                help: "name the one account it is about; see `mastoctl reports show \(report)`")
        }
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<Batch> {
        let moderator = try await acting.powers(at: site)
        switch source {
        case .plan(let plan): return plan.steps(of: Self.batch) { try Batch(planned: $0) }
        case .selection(let selection):
            let (action, role) = (action, role.name)
            let pages = selection.pages(of: Self.batch, at: site)
            return Steps {
                var rest = pages.makeAsyncIterator()
                return {
                    guard let page = try await rest.next() else { return nil }
                    let ids = page.accounts.map(\.id)
                    let standings = try await site.database.read { try await AccountStandings.of(ids, over: $0) }
                    return Batch(action, role: role, page, standings, moderator)
                }
            }
        }
    }

    package func perform(_ step: Batch, at site: Site<ReadWrite>) async throws -> Outcome {
        if step.items.isEmpty { return Outcome() }
        if lane == .api { return try await ask(step, at: site) }
        return try await action == .reject ? reject(step, at: site) : changeRows(step, at: site)
    }

    /// The lane `api`: the server does it all.
    private func ask(_ step: Batch, at site: Site<ReadWrite>) async throws -> Outcome {
        let moderator = try await acting.powers(at: site)
        let standings = try await site.database.read { try await AccountStandings.of(step.items.map(\.id), over: $0) }
        let (fit, skips) = step.sorted(standings, action, moderator)
        var outcome = try await AccountCalls(site).make(action, strike, on: fit)
        outcome.skipped += skips.count
        outcome.skips += skips
        return outcome
    }

    /// The lanes `jobs` and `direct`: rows, and what the server does after them.
    private func changeRows(_ step: Batch, at site: Site<ReadWrite>) async throws -> Outcome {
        let moderator = try await acting.powers(at: site)
        let change = AccountChange(action, by: moderator, strike, role: role, on: site.instance)
        return try await site.change { connection in
            let standings = try await AccountStandings.of(step.items.map(\.id), holding: true, over: connection)
            let (fit, skips) = step.sorted(standings, action, moderator)
            var outcome = Outcome(changed: fit.count, skipped: skips.count)
            outcome.skips = skips
            let aftermath: Aftermath
            (outcome.details, aftermath) = try await change.carryOut(on: fit, over: connection)
            return (outcome, aftermath)
        }
    }

    /// Who never got in goes entirely, and the log keeps the name.
    ///
    /// Source: Mastodon 4.6.5 `app/controllers/api/v1/admin/accounts_controller.rb` (`reject`).
    private func reject(_ step: Batch, at site: Site<ReadWrite>) async throws -> Outcome {
        let moderator = try await acting.powers(at: site)
        let standings = try await site.database.write { try await AccountStandings.of(step.items.map(\.id), over: $0) }
        let (fit, skips) = step.sorted(standings, action, moderator)
        let options = DeletionOptions(keepsAccount: false, keepsUser: false)
        let deleted = try await AccountDeletion(options).delete(fit.map(\.account.id), at: site)
        let change = AccountChange(action, by: moderator, strike, on: site.instance)
        var outcome = deleted.outcome
        if !deleted.isCutShort {
            try await site.change { connection in ((), try await change.carryOut(on: fit, over: connection).aftermath) }
        }
        outcome.skipped += skips.count
        outcome.skips = skips
        return outcome
    }
}
