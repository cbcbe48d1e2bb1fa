import Faults
import HTTP
import Model

/// A server's Admin API, with somebody's token: a method for each of its 59 routes.
///
/// What a route needs is checked before the first request of its kind: the token's scopes and its owner's permissions.
/// Limits are waited for and told; what is idempotent is tried again. Errors are faults: 401 and 403 `denied`, 404
/// `noSuch`, 422 `badData` with the server's own words, 5xx and no answer `unreachable`.
package final class AdminClient: Sendable {
    let exchange: AdminExchange
    private let token: AdminToken
    private let check: TokenCheck

    package init(
        _ settings: AdminExchange.Settings, token: AdminToken,
        tell: @escaping @Sendable (AdminExchange.Event) -> Void = { _ in }
    ) {
        exchange = AdminExchange(settings, tell: tell)
        self.token = token
        check = TokenCheck(exchange, token)
    }

    package func close() { exchange.close() }

    package var address: ServerAddress { exchange.settings.address }

    /// What the token may do and whose it is; asked once.
    ///
    /// - Throws: `Fault(.denied)` for a token the server does not take.
    package func facts() async throws -> TokenFacts { try await check.facts() }

    /// Makes sure that these routes are open to the token, as far as the server tells.
    ///
    /// - Throws: `Fault(.denied)` naming the scope or the permission.
    package func require(_ routes: AdminAPI.Route...) async throws {
        let facts = try await check.facts()
        for route in routes { try facts.require(route) }
    }

    /// On whose behalf the server will do things; in its audit log.
    ///
    /// - Throws: `Fault(.denied)` when `name` is somebody else: a token speaks for its owner alone.
    package func moderator(as name: String?) async throws -> String? {
        let owner = try await check.facts().owner?.username
        guard let name else { return owner }
        let wanted = (name.hasPrefix("@") ? String(name.dropFirst()) : name).lowercased()
        guard let owner, owner.lowercased() != wanted else { return owner ?? name }
        throw Fault(
            .denied, "the token for the Admin API is \(owner)'s, not \(wanted)'s",
            help: "leave --as away, log in as \(wanted) with `mastoctl login`, or take another lane with --via")
    }

    /// Makes sure that the API itself answers, whatever the token may do there.
    ///
    /// - Throws: `Fault`, `AdminUnreached`.
    package func reach() async throws {
        let route = AdminAPI.Route.domainBlocks
        let answer = try await exchange.send(
            .get, "\(route.path)?limit=1", headers: token.headers, isRepeatable: true)
        if answer.response.status == 403, answer.response.json != nil { return }
        let refusal = AdminRefusal(address, route)
        guard try refusal.value(answer).array != nil else {
            throw refusal.misfit(.init(place: "its beginning", expected: "a list"))
        }
    }

    // MARK: - calls

    func one<Value: AdminAPI.Readable>(
        _ route: AdminAPI.Route, id: Int64? = nil, _ parameters: AdminAPI.Parameters = .init()
    ) async throws -> Value {
        try await read(route) {
            try $0.whole()
        } from: {
            try await call(route, id: id, parameters)
        }
    }

    func list<Value: AdminAPI.Readable>(
        _ route: AdminAPI.Route, _ parameters: AdminAPI.Parameters
    ) async throws -> [Value] {
        try await read(route) {
            try $0.list()
        } from: {
            try await call(route, parameters)
        }
    }

    /// For routes that give an empty object.
    func none(
        _ route: AdminAPI.Route, id: Int64? = nil, _ parameters: AdminAPI.Parameters = .init()
    ) async throws {
        _ = try await call(route, id: id, parameters)
    }

    func pages<Value: AdminAPI.Listed>(
        _ route: AdminAPI.Route, _ parameters: AdminAPI.Parameters = .init()
    ) -> AdminPages<Value> {
        AdminPages(self, route, parameters)
    }

    private func read<Value>(
        _ route: AdminAPI.Route, _ make: (AdminAPI.Reading) throws -> Value, from body: () async throws -> JSONValue
    ) async throws -> Value {
        let value = try await body()
        do {
            return try make(AdminAPI.Reading(value))
        } catch let misfit as AdminAPI.Misfit {
            throw AdminRefusal(exchange.settings.address, route).misfit(misfit)
        }
    }

    /// The page a query gives, and the query of the one after it.
    func page<Value: AdminAPI.Listed>(
        _ route: AdminAPI.Route, query: String, isFirst: Bool
    ) async throws -> (values: [Value], next: String?) {
        try await require(route)
        let isPaged = !isFirst && route.isCountedAsPage
        let answer = try await exchange.send(
            .get, query.isEmpty ? route.path : "\(route.path)?\(query)", headers: token.headers, isRepeatable: true,
            isPaged: isPaged)
        let refusal = AdminRefusal(exchange.settings.address, route)
        let values: [Value] = try await read(route) {
            try $0.list()
        } from: {
            try refusal.value(answer)
        }
        return (values, try refusal.nextQuery(answer.response, publicAddress: exchange.settings.publicAddress))
    }

    private func call(
        _ route: AdminAPI.Route, id: Int64? = nil, _ parameters: AdminAPI.Parameters
    ) async throws -> JSONValue {
        assert(parameters.members.allSatisfy { route.parameters.contains($0.name) }, "\(route.words)")
        try await require(route)
        var target = route.path(id: id)
        var headers = token.headers
        var body: String?
        if route.method == .get || route.method == .delete {
            if !parameters.isEmpty { target += "?\(parameters.query)" }
        } else {
            headers["Content-Type"] = "application/json"
            body = parameters.json
        }
        let answer = try await exchange.send(
            route.method, target, headers: headers, body: body, isRepeatable: route.isRepeatable)
        return try AdminRefusal(exchange.settings.address, route).value(answer)
    }
}

extension AdminAPI.Route {
    /// Figures and the test of an address only ask, whatever their method says.
    var isRepeatable: Bool { method.isIdempotent || scope.text.hasPrefix("admin:read") }

    /// The limit of pages counts requests that name a place to go on from (`max_id`).
    var isCountedAsPage: Bool {
        if case .byID = paging { true } else { false }
    }
}

/// A token, which shows itself nowhere but in the header that needs it.
package struct AdminToken: Sendable, CustomStringConvertible, CustomReflectable {
    private let text: String

    /// - Throws: `Fault(.configuration)` for what cannot be a token: it goes into a header.
    package init(_ text: String) throws {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Fault(
                .configuration, "the token for the Admin API is not one",
                notes: ["it is empty, or holds blanks or letters beyond ASCII"], help: "get one with `mastoctl login`")
        }
        self.text = text
    }

    var headers: HTTPHeaders { ["Authorization": "Bearer \(text)"] }
    /// For the file that keeps it, and the form that revokes it.
    package func reveal() -> String { text }

    package var description: String { "••••••" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
