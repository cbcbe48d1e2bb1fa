import Faults
import Model
import Stores

/// Signs local users out everywhere, as a new password does, and leaves their passwords as they are.
package struct SessionRevocation: Operation {
    package var name: String { "accounts revoke-sessions" }
    package var risk: Risk { .moderate }
    package var deed: String { "signed out" }
    package var moderator: String? { acting.handle }
    package var tables: Set<String> {
        ["users", "session_activations", "oauth_access_tokens", "oauth_access_grants", "web_push_subscriptions"]
    }

    let accounts: ChosenAccounts
    let acting: ActingModerator

    package init(of accounts: ChosenAccounts, by acting: ActingModerator) {
        self.accounts = accounts
        self.acting = acting
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        let moderator = try await acting.powers(at: site)
        let ids = try await accounts.named(at: site).map(\.id)
        let standings = try await site.database.read { try await AccountStandings.of(ids, over: $0) }
        for standing in standings {
            guard let refusal = AccountRefusal(signingOut: standing, by: moderator) else { continue }
            throw Fault(
                refusal.isAboutData ? .badData : .denied, "\(standing.account.handle): \(refusal.inWords)",
                notes: ["nothing was changed; the moderator is \(moderator.account.handle)"])
        }
        return Survey(count: try await accounts.count(at: site), noun: "users")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<Users> {
        let moderator = try await acting.powers(at: site)
        let pages = accounts.pages(of: 100, at: site)
        return Steps {
            var rest = pages.makeAsyncIterator()
            return {
                guard let page = try await rest.next() else { return nil }
                let ids = page.accounts.map(\.id)
                let standings = try await site.database.read { try await AccountStandings.of(ids, over: $0) }
                var step = Users(findings: page.unknown)
                for standing in standings {
                    if let refusal = AccountRefusal(signingOut: standing, by: moderator) {
                        step.leftAlone["left alone, \(refusal.inWords)", default: []].append(standing.account.handle)
                    } else if let user = standing.user {
                        step.users.append(Users.User(id: user.id, handle: standing.account.handle))
                    }
                }
                return step
            }
        }
    }

    package func perform(_ step: Users, at site: Site<ReadWrite>) async throws -> Outcome {
        if step.users.isEmpty { return Outcome() }
        return try await site.change { connection in
            let ended = try await SessionEnding.end(ofUsers: step.users.map(\.id), over: connection)
            var outcome = Outcome(changed: step.users.count)
            outcome.details = ["sessions ended": Int64(ended.sessions), "tokens revoked": Int64(ended.tokens)]
            return (outcome, ended.aftermath)
        }
    }

    /// Users signed out in one transaction.
    package struct Users: OperationStep {
        package struct User: Sendable {
            package var id: Int64
            package var handle: String
        }

        package var users: [User] = []
        package var leftAlone: [String: [String]] = [:]
        package var findings: [Finding] = []

        package var count: Int { users.count }
        package var visited: Int { users.count + leftAlone.values.reduce(0) { $0 + $1.count } }
        package var labels: [String] { users.map(\.handle) }
        package var problems: Int { findings.count }
        package var details: [String: Int64] { leftAlone.mapValues { Int64($0.count) } }
        package var examples: [String: [String]] { leftAlone.mapValues { Array($0.prefix(3)) } }

        package func prefix(_ count: Int) -> Self {
            var step = self
            step.users = Array(users.prefix(count))
            return step
        }

        package func dropFirst(_ count: Int) -> Self { Users(users: Array(users.dropFirst(count))) }
    }
}
