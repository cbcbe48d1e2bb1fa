import Faults
import Model
import Stores

extension AccountModeration {
    /// The lane `api`: the server does it all.
    func ask(_ items: [Item], by moderator: ModeratorPowers, at site: Site<ReadWrite>) async throws -> Outcome {
        let standings = try await site.database.read { try await $0.accountStandings.of(items.map(\.id)) }
        let (fit, skips) = sort(items, standings, moderator)
        var outcome = try await AccountCalls(site).make(action, strike, on: fit)
        outcome.skip(skips)
        return outcome
    }

    /// The lanes `jobs` and `direct`: rows, and what the server does after them.
    func changeRows(_ items: [Item], by moderator: ModeratorPowers, at site: Site<ReadWrite>) async throws -> Outcome {
        let change = AccountChange(action, by: moderator, strike, role: role, on: site.instance)
        return try await site.change { connection in
            let standings = try await connection.accountStandings.held(items.map(\.id))
            let (fit, skips) = sort(items, standings, moderator)
            var outcome = Outcome(changed: fit.count)
            outcome.skip(skips)
            let (details, aftermath) = try await change.carryOut(on: fit, over: connection)
            outcome.figures[.sessionsEnded] = details["sessions ended"]
            outcome.figures[.tokensRevoked] = details["tokens revoked"]
            return (outcome, aftermath)
        }
    }

    /// Who never got in goes entirely, and the log keeps the name.
    ///
    /// Source: Mastodon 4.6.5 `app/controllers/api/v1/admin/accounts_controller.rb` (`reject`).
    func reject(_ items: [Item], by moderator: ModeratorPowers, at site: Site<ReadWrite>) async throws -> Outcome {
        let standings = try await site.database.readPrimary { try await $0.accountStandings.of(items.map(\.id)) }
        let (fit, skips) = sort(items, standings, moderator)
        let options = DeletionOptions(keepsAccount: false, keepsUser: false)
        var outcome = try await AccountDeletion(options).delete(fit.map(\.account.id), at: site)
        if !outcome.isCutShort {
            let change = AccountChange(action, by: moderator, strike, on: site.instance)
            let held = Set(outcome.failures.map(\.item))
            let gone = fit.filter { !held.contains($0.account.handle) }
            try await site.change { ((), try await change.carryOut(on: gone, over: $0).aftermath) }
        }
        outcome.skip(skips)
        return outcome
    }

    /// Those that are still as they were seen and that nothing stands against, and why the others are left alone.
    private func sort(
        _ items: [Item], _ standings: [AccountStanding], _ moderator: ModeratorPowers
    ) -> (fit: [AccountStanding], skips: [ItemNote]) {
        let found = Dictionary(standings.map { ($0.account.id, $0) }) { first, _ in first }
        var fit: [AccountStanding] = []
        var skips: [ItemNote] = []
        for item in items {
            guard let standing = found[item.id] else {
                skips.append(ItemNote(item.handle, "is gone"))
                continue
            }
            if standing.seen(for: action) != item.seen {
                let state =
                    standing.account.handle == item.handle
                    ? "is \(standing.inWords(for: action)) meanwhile" : "is called \(standing.account.handle) meanwhile"
                skips.append(ItemNote(item.handle, state))
            } else if let refusal = AccountRefusal(action, on: standing, by: moderator) {
                skips.append(ItemNote(item.handle, refusal.inWords))
            } else {
                fit.append(standing)
            }
        }
        return (fit, skips)
    }

    /// An account, and the state it was seen in.
    package struct Item: PlannableItem, Equatable {
        package var id: Int64
        package var handle: String
        package var seen: JSONValue

        init(_ standing: AccountStanding, for action: AccountAction) {
            id = standing.account.id
            handle = standing.account.handle
            seen = standing.seen(for: action)
        }

        package init(planned: PlanItem) throws {
            guard let id = planned.id else { throw Fault(.badData, "the plan names \(planned.name) without an id") }
            self.id = id
            handle = planned.name
            seen = planned.seen
        }

        package var label: String? { handle }
        package var planned: PlanItem { PlanItem(id: id, name: handle, seen: seen) }
    }
}
