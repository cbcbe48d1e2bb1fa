import Faults
import Model
import Stores

/// Does one of a moderator's actions to accounts: suspends, silences, takes that back …
///
/// Who is named on the command line is acted on even when the action was done before, as by the server's own API, which
/// then adds another strike. Who was found in a file or by a filter is left alone then.
package struct AccountModeration: Operation {
    package let action: AccountAction
    package let lane: Lane
    let source: Source
    let strike: Strike
    let acting: ActingModerator

    enum Source: Sendable {
        case selection(ChosenAccounts)
        case plan(Plan)
    }

    package init(
        _ action: AccountAction, of selection: ChosenAccounts, _ strike: Strike = Strike(),
        by acting: ActingModerator, lane: Lane
    ) {
        self.action = action
        self.lane = lane
        self.strike = strike
        self.acting = acting
        source = .selection(selection)
    }

    init(_ action: AccountAction, plan: Plan, _ strike: Strike, by acting: ActingModerator, lane: Lane) {
        self.action = action
        self.lane = lane
        self.strike = strike
        self.acting = acting
        source = .plan(plan)
    }

    package var name: String { "accounts \(action.rawValue)" }
    package var risk: Risk { action == .reject ? .severe(name: "reject") : .moderate }
    package var deed: String { action.deed }
    package var moderator: String? { acting.handle }
    package var touchesFiles: Bool { action == .reject }
    package var tables: Set<String> {
        [
            "accounts", "users", "account_warnings", "account_deletion_requests", "admin_action_logs",
            "canonical_email_blocks", "reports",
        ]
    }

    /// Accounts in one transaction.
    private static let batch = 100

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        let moderator = try await acting.powers(at: site)
        guard moderator.can(.manageUsers) else {
            throw Fault(.denied, "\(moderator.account.handle): \(AccountRefusal.lacks(.manageUsers).inWords)")
        }
        var warnings = try await workerWarnings(at: site)
        switch source {
        case .plan(let plan): return plan.survey(at: site, warnings: warnings)
        case .selection(let selection):
            let standings = try await requireNamed(selection, moderator, at: site)
            try await requireReport(standings, selection, at: site)
            for standing in standings where standing.isAlready(action) {
                let again = action.strike == nil ? "" : "; this adds another strike"
                warnings.append("\(standing.account.handle) is \(standing.inWords(for: action)) already\(again)")
            }
            return Survey(count: try await selection.count(at: site), warnings: warnings, noun: "accounts")
        }
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
            let action = action
            let pages = selection.pages(of: Self.batch, at: site)
            return Steps {
                var rest = pages.makeAsyncIterator()
                return {
                    guard let page = try await rest.next() else { return nil }
                    let ids = page.accounts.map(\.id)
                    let standings = try await site.database.read { try await AccountStandings.of(ids, over: $0) }
                    return Batch(action, page, standings, moderator)
                }
            }
        }
    }

    package func perform(_ step: Batch, at site: Site<ReadWrite>) async throws -> Outcome {
        if step.items.isEmpty { return Outcome() }
        return try await action == .reject ? reject(step, at: site) : changeRows(step, at: site)
    }

    /// The lanes `jobs` and `direct`: rows, and what the server does after them.
    private func changeRows(_ step: Batch, at site: Site<ReadWrite>) async throws -> Outcome {
        let moderator = try await acting.powers(at: site)
        let change = AccountChange(action, by: moderator, strike, on: site.instance)
        return try await site.change { connection in
            let standings = try await AccountStandings.of(step.items.map(\.id), holding: true, over: connection)
            let (fit, skips) = step.sorted(standings, action, moderator)
            var outcome = Outcome(changed: fit.count, skipped: skips.count)
            outcome.skips = skips
            return (outcome, try await change.carryOut(on: fit, over: connection))
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
            try await site.change { connection in ((), try await change.carryOut(on: fit, over: connection)) }
        }
        outcome.skipped += skips.count
        outcome.skips = skips
        return outcome
    }
}
