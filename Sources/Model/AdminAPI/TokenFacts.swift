import Faults

/// What a server tells of a token.
package struct TokenFacts: Sendable, Equatable {
    /// Nil when the server does not tell.
    package var scopes: Set<AdminAPI.Scope>?
    /// Nil when the token has no scope to read it with.
    package var owner: AdminAPI.Owner?

    package init(scopes: Set<AdminAPI.Scope>?, owner: AdminAPI.Owner?) {
        self.scopes = scopes
        self.owner = owner
    }

    /// - Throws: `Fault(.denied)` when the route is closed to it.
    package func require(_ route: AdminAPI.Route) throws {
        if let scopes, scopes.isDisjoint(with: route.scope.sufficient) {
            throw Fault(
                .denied, "the token for the Admin API lacks the scope \(route.scope)",
                notes: ["\(route.words) needs it", "the token has \(Self.words(scopes))"],
                help: "get a token with that scope by `mastoctl login`")
        }
        if let owner, let role = owner.role, !route.permissions.contains(where: role.allows) {
            let names = route.permissions.map(\.description).joined(separator: " or ")
            throw Fault(
                .denied, "\(owner.username) lacks the permission \(names)",
                notes: [
                    "\(route.words) needs it",
                    role.name.isEmpty ? "\(owner.username) has no role" : "the role \(role.name) does not give it",
                ],
                help: "log in as somebody whose role gives it, with `mastoctl login`")
        }
    }

    /// What commands ask the API for; figures they take from the database.
    private static let routes = AdminAPI.Route.all.filter { !$0.permissions.contains(.viewDashboard) }
    /// The scopes of all that, in the order of its routes.
    package static let needed = routes.map(\.scope).reduce(into: [AdminAPI.Scope]()) {
        if !$0.contains($1) { $0.append($1) }
    }
    /// The permissions of all that.
    package static let neededPermissions = AdminAPI.Permission.allCases.filter { permission in
        routes.contains { $0.permissions == [permission] }
    }

    private static func words(_ scopes: Set<AdminAPI.Scope>) -> String {
        scopes.isEmpty ? "none" : scopes.map(\.text).sorted().joined(separator: " ")
    }
}
