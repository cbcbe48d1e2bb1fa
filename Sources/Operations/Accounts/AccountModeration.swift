import Faults
import Model
import Stores

/// Does one of a moderator's actions to accounts: suspends, silences, takes that back …
///
/// Who is named on the command line is acted on even when the action was done before, as by the server's own API, which
/// then adds another strike. Who was found in a file or by a filter is left alone then, and so is always who has the role
/// already or is a memorial.
package struct AccountModeration: Plannable {
    package let action: AccountAction
    package let lane: Lane
    let accounts: ChosenAccounts
    let strike: Strike
    /// The role to be given, with the action `role`.
    let role: UserChange.Role
    let moderator: String?

    /// - Parameter moderator: on whose behalf; nil for the first owner, in the lane api for the token's.
    package init(
        _ action: AccountAction, of accounts: ChosenAccounts = ChosenAccounts(), _ strike: Strike = Strike(),
        role: UserChange.Role = .none, on moderator: String?, lane: Lane
    ) {
        self.action = action
        self.lane = lane
        self.accounts = accounts
        self.strike = strike
        self.role = role
        self.moderator = moderator
    }

    /// What a plan's parameters come to.
    package init(_ action: AccountAction, planned parameters: JSONValue, lane: Lane) {
        var strike = Strike(text: parameters["text"]?.string ?? "")
        strike.report = parameters["report"]?.string.flatMap { Int64($0) }
        if case .boolean(let notifies)? = parameters["notify"] { strike.notifies = notifies }
        self.init(
            action, strike, role: parameters["role"]?.string.map { .named($0) } ?? .none,
            on: parameters["moderator"]?.string, lane: lane)
    }

    /// What needs a worker goes by `jobs`: federation, mails and notifications. What only changes rows goes `direct`.
    package static func lanes(of action: AccountAction) -> [Lane] {
        if AccountCalls.route(of: action) == nil { return [.direct] }
        return action.strike != nil || action == .unsuspend ? [.api, .jobs] : [.api, .direct]
    }

    package static let batch = 100
    package var work: PlannedWork { .account(action) }

    package var card: Card {
        let belongings: Set =
            action == .revokeSessions
            ? ["session_activations", "oauth_access_tokens", "oauth_access_grants", "web_push_subscriptions"]
            : ["account_warnings", "account_deletion_requests", "canonical_email_blocks"]
        return Card(
            work.code, of: "accounts", action.deed, risk: action == .reject ? .severe(name: "reject") : .moderate,
            lane: lane, tables: belongings.union(["accounts", "users", "user_roles", "admin_action_logs", "reports"]),
            touchesFiles: action == .reject && lane != .api, meetsUnknownTables: action == .reject)
    }

    package var parameters: JSONValue {
        var members: [JSONValue.Member] = [.init("moderator", moderator.map { .string($0) } ?? .null)]
        if action.strike != nil {
            members += [
                .init("text", .string(strike.text)), .init("report", strike.report.map { .string("\($0)") } ?? .null),
                .init("notify", .boolean(strike.notifies)),
            ]
        }
        if action == .role { members.append(.init("role", role.name.map { .string($0) } ?? .null)) }
        return .object(members)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Item> {
        var (moderator, foreseen) = try await authority(at: site)
        let named = try await requireNamed(moderator, at: site)
        try await requireReport(named, at: site)
        for standing in named where standing.isAlready(action, role: role.name) {
            foreseen.append(.account(.already(standing, action)))
        }
        let survey = Survey(count: try await accounts.count(at: site), foreseen: foreseen)
        return prepared(survey, batches(named, moderator, at: site), moderator)
    }

    package func prepare(_ plan: Plan, at site: Site<ReadOnly>) async throws -> Prepared<Item> {
        let (moderator, foreseen) = try await authority(at: site)
        return prepared(plan.survey(at: site, foreseen: foreseen), plan.batches(of: Self.batch), moderator)
    }

    /// Who acts, and what is to be known before that.
    private func authority(at site: Site<ReadOnly>) async throws -> (ModeratorPowers, foreseen: [Foreseen]) {
        let route = [AccountCalls.route(of: action)].compactMap { $0 }
        let powers = try await site.powers(of: moderator, by: lane, route)
        guard powers.can(action.permission) else {
            throw Fault(.denied, "\(powers.account.handle): \(AccountRefusal.lacks(action.permission).inWords)")
        }
        try await requireRole(powers, at: site)
        // The job that federates waits for a worker; without one the rows are changed and other servers hear nothing.
        let worker = SidekiqWorker.suspension
        let isServed = lane == .jobs ? try await site.jobs.processes().serve(worker.queue) : true
        return (powers, isServed ? [] : [.noWorker(worker)])
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

    /// Nothing is done when something stands against one of those named.
    private func requireNamed(_ moderator: ModeratorPowers, at site: Site<ReadOnly>) async throws -> [AccountStanding] {
        let ids = try await accounts.named(at: site).map(\.id)
        if ids.isEmpty { return [] }
        let standings = try await site.database.read { try await $0.accountStandings.of(ids) }
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
    private func requireReport(_ named: [AccountStanding], at site: Site<ReadOnly>) async throws {
        guard let report = strike.report else { return }
        guard let target = try await site.database.read({ try await $0.reports.target(of: report) }) else {
            throw Fault(.noSuch, "there is no report \(report)", help: "try `mastoctl reports list`")
        }
        guard named.map(\.account.id) == [target], accounts.list == nil, accounts.filter == nil else {
            throw Fault(
                .badData, "report \(report) is about another account",
                help: "name the one account it is about; see `mastoctl reports show \(report)`")
        }
    }

    /// Those named together, then the others.
    private func batches(
        _ named: [AccountStanding], _ moderator: ModeratorPowers, at site: Site<ReadOnly>
    ) -> Batches<Item> {
        let others = accounts.others(than: named.map(\.account), by: Self.batch, at: site)
        return Batches {
            var first: [AccountStanding]? = named.isEmpty ? nil : named
            var rest = others.makeAsyncIterator()
            return {
                if let standings = first {
                    first = nil
                    return batch(of: standings, areNamed: true, moderator, Tally())
                }
                guard let page = try await rest.next() else { return nil }
                let ids = page.items.map(\.id)
                let standings = try await site.database.read { try await $0.accountStandings.of(ids) }
                return batch(of: standings, areNamed: false, moderator, page.tally)
            }
        }
    }

    private func batch(
        of standings: [AccountStanding], areNamed: Bool, _ moderator: ModeratorPowers, _ tally: Tally
    ) -> Batch<Item> {
        var items: [Item] = []
        var leftAlone: [Figure: [String]] = [:]
        for standing in standings {
            if !areNamed || !action.canBeRepeated, standing.isAlready(action, role: role.name) {
                leftAlone[.leftAlone(action), default: []].append(standing.account.handle)
            } else if !areNamed, let refusal = AccountRefusal(action, on: standing, by: moderator) {
                leftAlone[.leftAloneFor(refusal), default: []].append(standing.account.handle)
            } else {
                items.append(Item(standing, for: action))
            }
        }
        var tally = tally
        leftAlone.forEach { tally.note($0, $1) }
        return Batch(items, visited: standings.count, tally)
    }

    private func prepared(_ survey: Survey, _ batches: Batches<Item>, _ moderator: ModeratorPowers) -> Prepared<Item> {
        Prepared(survey, batches) { items, site in
            if lane == .api { return try await ask(items, by: moderator, at: site) }
            return try await action == .reject
                ? reject(items, by: moderator, at: site) : changeRows(items, by: moderator, at: site)
        }.acting(as: moderator.account.handle)
    }
}
