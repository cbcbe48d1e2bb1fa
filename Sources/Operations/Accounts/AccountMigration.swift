import Faults
import Model
import Stores

/// Moves an account of this server to another account, or tells everybody again of its last move.
package struct AccountMigration: Operation {
    /// What is to be done.
    package enum Way: Sendable, Equatable {
        case replay
        case target(AccountName)
    }

    package var card: Card {
        Card(
            "accounts migrate", of: "accounts", "moved", lane: .jobs,
            tables: ["accounts", "account_migrations", "account_stats"], namesItems: true)
    }

    package let account: AccountName
    package let way: Way
    /// Whether a redirection to another account than that of the move may stand against it.
    package let overridesRedirection: Bool

    package init(_ account: AccountName, _ way: Way, overridesRedirection: Bool) {
        self.account = account
        self.way = way
        self.overridesRedirection = overridesRedirection
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Move> {
        let move = try await plan(at: site)
        let survey = Survey(count: 1, foreseen: [.account(.moved(move.account, to: move.target))])
        return Prepared(survey, Batches(of: [move], by: 1)) { moves, site in
            for move in moves { try await carryOut(move, at: site) }
            return Outcome(changed: moves.count)
        }
    }

    /// Decides what the server itself would, as far as this one knows the accounts: it alone fetches them.
    private func plan<Mode: Access>(at site: Site<Mode>) async throws -> Move {
        let moves = AccountMoves(site.instance)
        let directory = AccountDirectory(site.instance)
        let (name, way) = (account, way)
        let (source, target, aliases) = try await site.database.read { connection in
            let account = try await directory.account(name, over: connection).local()
            let source = try await moves.source(account, over: connection)
            guard case .target(let name) = way else { return (source, nil as AccountReference?, [String]()) }
            let target = try await directory.account(name, over: connection)
            return (source, target, try await moves.aliases(of: target, over: connection))
        }
        if let target { return try planMove(source, to: target, aliases) }
        return try planReplay(source)
    }

    private func planReplay(_ source: AccountMoves.Source) throws -> Move {
        guard let last = source.last else {
            throw Fault(.noSuch, "\(source.account.handle) has never moved", help: "give --target")
        }
        guard let target = last.target else {
            throw Fault(.noSuch, "the account \(source.account.handle) last moved to is known here no more")
        }
        guard overridesRedirection || source.movedTo == target.id else {
            throw Fault(
                .badData, "\(source.account.handle) does not redirect to \(target.handle), to which it last moved",
                help: "give --force to tell of that move all the same")
        }
        return Move(account: source.account, target: target, replayed: last.id)
    }

    private func planMove(
        _ source: AccountMoves.Source, to target: AccountReference, _ aliases: [String]
    ) throws -> Move {
        let handle = source.account.handle
        if source.account.id == target.id { throw Fault(.badData, "\(handle) cannot move to itself") }
        if source.movedTo == target.id {
            throw Fault(.badData, "\(handle) has moved to \(target.handle) already", help: "give --replay")
        }
        guard overridesRedirection || source.movedTo == nil else {
            throw Fault(
                .badData, "\(handle) redirects to another account", help: "give --force to make it redirect anew")
        }
        guard aliases.contains(source.uri) else {
            throw Fault(
                .badData, "\(target.handle) does not name \(handle) as its alias",
                notes: ["its aliases, as this server knows them, do not have \(source.uri)"],
                help: target.isLocal
                    ? "its owner sets the alias in the settings"
                    : "set the alias there, then run `mastoctl accounts refresh \(target.handle)` and this again")
        }
        if source.isCoolingDown {
            throw Fault(
                .badData, "\(handle) has moved within the last 30 days",
                notes: ["servers do not let it move again before that"])
        }
        return Move(account: source.account, target: target, replayed: nil)
    }

    private func carryOut(_ move: Move, at site: Site<ReadWrite>) async throws {
        guard try await plan(at: site) == move else {
            throw Fault(.busy, "\(move.account.handle) was changed meanwhile", help: "run the command again")
        }
        let moves = AccountMoves(site.instance)
        try await site.change { connection in
            var id = move.replayed
            if id == nil { id = try await moves.record(move.account, to: move.target, over: connection) }
            guard let id else { return ((), Aftermath()) }
            return ((), try await moves.carryOut(id, of: move.account, to: move.target, over: connection))
        }
    }

    /// The one there is.
    package struct Move: WorkItem, Equatable {
        package var account: AccountReference
        package var target: AccountReference
        /// The row of the move that is told again, nil for a new one.
        var replayed: Int64?

        package var label: String? { "\(account.handle) to \(target.handle)" }
    }
}
