import Model
import Stores

/// A moderator's actions by the Admin API: the lane api.
struct AccountCalls: Sendable {
    let site: Site<ReadWrite>

    init(_ site: Site<ReadWrite>) {
        self.site = site
    }

    /// Nil for what the Admin API has no route for.
    static func route(of action: AccountAction) -> AdminAPI.Route? {
        switch action {
        case .warn, .suspend, .silence, .sensitize, .disable: .accountAction
        case .unsuspend: .accountUnsuspension
        case .unsilence: .accountUnsilencing
        case .desensitize: .accountUnsensitizing
        case .enable: .accountEnabling
        case .reject: .accountRejection
        case .role, .memorialize, .revokeSessions: nil
        }
    }

    func make(_ action: AccountAction, _ strike: Strike, on accounts: [AccountStanding]) async throws -> Outcome {
        try await AdminCalls(site).each(accounts, named: \.account.handle) { client, standing in
            let id = standing.account.id
            switch action {
            case .warn: try await client.act(on: id, Self.action(.none, strike))
            case .suspend: try await client.act(on: id, Self.action(.suspend, strike))
            case .silence: try await client.act(on: id, Self.action(.silence, strike))
            case .sensitize: try await client.act(on: id, Self.action(.sensitive, strike))
            case .disable: try await client.act(on: id, Self.action(.disable, strike))
            case .unsuspend: _ = try await client.unsuspend(id)
            case .unsilence: _ = try await client.unsilence(id)
            case .desensitize: _ = try await client.unsensitize(id)
            case .enable: _ = try await client.enable(id)
            case .reject: try await client.reject(id)
            case .role, .memorialize, .revokeSessions: return .refused("the Admin API has no route for it")
            }
            return .made
        }
    }

    private static func action(_ kind: AdminAPI.Action.Kind, _ strike: Strike) -> AdminAPI.Action {
        AdminAPI.Action(
            kind, reportID: strike.report, text: strike.text.isEmpty ? nil : strike.text, notifies: strike.notifies)
    }
}
