import Model
import Stores
import Synchronization

/// The moderator a run acts for, asked for once.
package final class ActingModerator: Sendable {
    /// As `--as` gives it; nil for the first owner.
    package let name: String?
    /// The routes that will be asked; empty where none is. By the Admin API it is the token's owner who acts.
    private let routes: [AdminAPI.Route]
    private let known = Mutex<ModeratorPowers?>(nil)

    /// - Parameter routes: those of the Admin API that will be asked, in the lane api.
    package init(_ name: String?, by routes: [AdminAPI.Route] = []) {
        self.name = name
        self.routes = routes
    }

    /// The handle, as far as it is known.
    package var handle: String? { known.withLock { $0?.account.handle } ?? name }

    /// - Throws: `Fault(.noSuch)` or `Fault(.denied)` for a name that is no moderator's, or for a token that may not.
    package func powers<Mode: Access>(at site: Site<Mode>) async throws -> ModeratorPowers {
        if let powers = known.withLock({ $0 }) { return powers }
        let name = routes.isEmpty ? name : try await site.requireAdmin(routes, as: name)
        let powers = try await site.database.read { try await Moderators.powers(of: name, over: $0) }
        known.withLock { $0 = powers }
        return powers
    }
}
