import Faults
import HTTP
import Model

/// Asks a server about a token, once.
///
/// Scopes come from `/oauth/token/info`, which Doorkeeper gives every release from 4.2 to 4.6: it tells those of the
/// token, where `/api/v1/apps/verify_credentials` tells, from 4.3 on, those its application could have asked for. The
/// owner and his permissions come from `/api/v1/accounts/verify_credentials`, whose role is there since 4.0.
actor TokenCheck {
    private let exchange: AdminExchange
    private let token: AdminToken
    private var asking: Task<TokenFacts, any Error>?

    init(_ exchange: AdminExchange, _ token: AdminToken) {
        self.exchange = exchange
        self.token = token
    }

    /// - Throws: `Fault(.denied)` for a token that is not taken; what `AdminExchange.send` throws.
    func facts() async throws -> TokenFacts {
        if let asking { return try await asking.value }
        let task = Task { [exchange, token] in
            let scopes = try await Self.scopes(exchange, token)
            return TokenFacts(scopes: scopes, owner: try await Self.owner(exchange, token, scopes))
        }
        asking = task
        do {
            return try await withTaskCancellationHandler {
                try await task.value
            } onCancel: {
                task.cancel()
            }
        } catch {
            // A server that was away for a moment must not be away for good.
            asking = nil
            throw error
        }
    }

    private static func scopes(
        _ exchange: AdminExchange, _ token: AdminToken
    ) async throws -> Set<AdminAPI.Scope>? {
        let answer = try await exchange.send(
            .get, "/oauth/token/info", headers: token.headers, isRepeatable: true)
        switch answer.response.status {
        case 200:
            // A page in the place of JSON is the next request's to complain of.
            return answer.response.json?["scope"]?.array.map { scopes in
                Set(scopes.compactMap(\.string).map { AdminAPI.Scope($0) })
            }
        case 401: throw AdminRefusal.notTaken(exchange.settings.address, answer.response)
        case 403 where answer.response.json == nil: throw AdminRefusal.notAPIsRefusal(exchange.settings.address)
        case 500...: throw AdminRefusal.outOfOrder(exchange.settings.address, answer.response)
        default: return nil
        }
    }

    private static func owner(
        _ exchange: AdminExchange, _ token: AdminToken, _ scopes: Set<AdminAPI.Scope>?
    ) async throws -> AdminAPI.Owner? {
        let mayTell = scopes.map { !$0.isDisjoint(with: AdminAPI.Scope.identity) }
        if mayTell == false { return nil }
        let answer = try await exchange.send(
            .get, "/api/v1/accounts/verify_credentials", headers: token.headers, isRepeatable: true)
        switch answer.response.status {
        case 200: return answer.response.json.flatMap { try? AdminAPI.Owner(AdminAPI.Reading($0)) }
        case 401: throw AdminRefusal.notTaken(exchange.settings.address, answer.response)
        case 403 where answer.response.json == nil: throw AdminRefusal.notAPIsRefusal(exchange.settings.address)
        case 403 where mayTell == true:
            throw Fault(
                .denied, "\(exchange.settings.address.authority) does not let the token's owner in",
                notes: AdminRefusal.words(answer.response), help: "log in as somebody else with `mastoctl login`")
        case 422:
            throw Fault(
                .denied, "the token for the Admin API belongs to no user",
                notes: AdminRefusal.words(answer.response), help: "get one with `mastoctl login`")
        case 500...: throw AdminRefusal.outOfOrder(exchange.settings.address, answer.response)
        default: return nil
        }
    }
}
