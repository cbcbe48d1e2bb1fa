import Faults
import Model
import Stores

extension AccountModeration {
    /// Accounts changed in one transaction.
    package struct Batch: OperationStep {
        /// An account, and the state it was seen in.
        package struct Item: Sendable, Equatable {
            package var id: Int64
            package var handle: String
            package var seen: JSONValue
        }

        package var items: [Item]
        /// The handles of those that are left alone, by reason.
        package var leftAlone: [String: [String]] = [:]
        package var findings: [Finding] = []

        package var count: Int { items.count }
        package var visited: Int { items.count + leftAlone.values.reduce(0) { $0 + $1.count } }
        package var labels: [String] { items.map(\.handle) }
        package var problems: Int { findings.count }
        package var details: [String: Int64] { leftAlone.mapValues { Int64($0.count) } }
        package var examples: [String: [String]] { leftAlone.mapValues { Array($0.prefix(3)) } }

        package func prefix(_ count: Int) -> Self {
            var step = self
            step.items = Array(items.prefix(count))
            return step
        }

        package func dropFirst(_ count: Int) -> Self { Batch(items: Array(items.dropFirst(count))) }
    }
}

extension AccountModeration.Batch {
    init(
        _ action: AccountAction, role: String?, _ page: ChosenAccounts.Page, _ standings: [AccountStanding],
        _ moderator: ModeratorPowers
    ) {
        items = []
        findings = page.unknown
        for standing in standings {
            let handle = standing.account.handle
            if !page.areNamed || !action.canBeRepeated, standing.isAlready(action, role: role) {
                leftAlone["left alone, \(standing.inWords(for: action)) already", default: []].append(handle)
            } else if !page.areNamed, let refusal = AccountRefusal(action, on: standing, by: moderator) {
                leftAlone["left alone, \(refusal.inWords)", default: []].append(handle)
            } else {
                items.append(Item(id: standing.account.id, handle: handle, seen: standing.seen(for: action)))
            }
        }
    }

    /// - Throws: `Fault(.badData)` for an item without an id.
    init(planned: [PlanItem]) throws {
        items = try planned.map { item in
            guard let id = item.id else { throw Fault(.badData, "the plan names \(item.name) without an id") }
            return Item(id: id, handle: item.name, seen: item.seen)
        }
    }

    /// Those that are still as they were seen and that nothing stands against, and why the others are left alone.
    func sorted(
        _ standings: [AccountStanding], _ action: AccountAction, _ moderator: ModeratorPowers
    ) -> (fit: [AccountStanding], skips: [ItemFailure]) {
        let found = Dictionary(standings.map { ($0.account.id, $0) }, uniquingKeysWith: { first, _ in first })
        var fit: [AccountStanding] = []
        var skips: [ItemFailure] = []
        for item in items {
            guard let standing = found[item.id] else {
                skips.append(ItemFailure(item: item.handle, reason: "is gone"))
                continue
            }
            if standing.seen(for: action) != item.seen {
                let state =
                    standing.account.handle == item.handle
                    ? "is \(standing.inWords(for: action)) meanwhile" : "is called \(standing.account.handle) meanwhile"
                skips.append(ItemFailure(item: item.handle, reason: state))
            } else if let refusal = AccountRefusal(action, on: standing, by: moderator) {
                skips.append(ItemFailure(item: item.handle, reason: refusal.inWords))
            } else {
                fit.append(standing)
            }
        }
        return (fit, skips)
    }
}
