import Faults
import Model
import Stores

/// Ends many follows of one account, as if each were ended by hand: everybody's here, or its own.
package struct FollowRemoval: Operation {
    /// Which of them.
    package enum Selection: Sendable, Equatable {
        /// Those of everybody here who follows the account.
        case everybodyHere
        /// Those of an account of this server: whom it follows, who follows it, or both.
        case own(follows: Bool, followers: Bool)
    }

    package let name: String
    package let risk = Risk.mild
    package let deed = "ended"
    package let namesItems = true
    package let tables: Set<String> = [
        "accounts", "follows", "account_pins", "account_stats", "lists", "list_accounts", "notifications",
    ]

    package let account: AccountName
    package let selection: Selection
    /// Follows ended in one transaction.
    var batch = 200

    /// - Parameter name: the command's words.
    package init(name: String, of account: AccountName, _ selection: Selection) {
        self.name = name
        self.account = account
        self.selection = selection
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        let store = FollowStore(site.instance)
        let ends = try await ends(at: site)
        let count = try await site.database.read { connection in
            var count = 0
            for end in ends { count += try await store.count(end, over: connection) }
            return count
        }
        return Survey(count: count, noun: "follows")
    }

    private func ends(at site: Site<ReadOnly>) async throws -> [FollowStore.End] {
        let account = try await find(at: site)
        switch selection {
        case .everybodyHere: return [.toFromHere(account.id)]
        case .own(let follows, let followers):
            return (follows ? [.from(account.id)] : []) + (followers ? [.to(account.id)] : [])
        }
    }

    private func find<Mode: Access>(at site: Site<Mode>) async throws -> AccountReference {
        let directory = AccountDirectory(site.instance)
        let name = account
        let found = try await site.database.read { try await directory.account(name, over: $0) }
        return selection == .everybodyHere ? found : try found.local()
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<Follows> {
        let store = FollowStore(site.instance)
        let (ends, size) = (try await ends(at: site), batch)
        return Steps {
            var rest = ends[...]
            var after = Int64.min
            return {
                while let end = rest.first {
                    let start = after
                    let page = try await site.database.read {
                        try await store.page(end, after: start, size: size, over: $0)
                    }
                    if page.count < size {
                        rest = rest.dropFirst()
                        after = .min
                    } else {
                        after = page.last?.other.id ?? .max
                    }
                    if !page.isEmpty { return Follows(follows: page) }
                }
                return nil
            }
        }
    }

    package func perform(_ step: Follows, at site: Site<ReadWrite>) async throws -> Outcome {
        let store = FollowStore(site.instance)
        let ids = step.follows.map(\.id)
        let ended = try await site.change { connection in
            let ended = try await store.end(ids, over: connection)
            return (ended.count, ended.aftermath)
        }
        return Outcome(changed: ended, skipped: ids.count - ended)
    }

    /// Whoever has lost all it followed begins as a new account does.
    package func finish(_ report: inout Report, at site: Site<ReadWrite>) async throws {
        guard case .own(follows: true, _) = selection, report.stopped == nil else { return }
        var aftermath = Aftermath()
        aftermath.push(.bootstrapTimeline, .integer(try await find(at: site).id))
        try await site.carryOut(aftermath)
    }

    /// Follows that are to end together.
    package struct Follows: OperationStep {
        package var follows: [FollowReference]

        package var count: Int { follows.count }
        package var labels: [String] { follows.map(\.other.handle) }
        package func prefix(_ count: Int) -> Self { Self(follows: Array(follows.prefix(count))) }
        package func dropFirst(_ count: Int) -> Self { Self(follows: Array(follows.dropFirst(count))) }
    }
}
