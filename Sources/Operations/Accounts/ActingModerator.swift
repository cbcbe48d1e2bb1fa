import Model
import Stores
import Synchronization

/// The moderator a run acts for, asked for once.
package final class ActingModerator: Sendable {
    /// As `--as` gives it; nil for the first owner.
    package let name: String?
    private let known = Mutex<ModeratorPowers?>(nil)

    package init(_ name: String?) {
        self.name = name
    }

    /// The handle, as far as it is known.
    package var handle: String? { known.withLock { $0?.account.handle } ?? name }

    /// - Throws: `Fault(.noSuch)` or `Fault(.denied)` for a name that is no moderator's.
    package func powers<Mode: Access>(at site: Site<Mode>) async throws -> ModeratorPowers {
        if let powers = known.withLock({ $0 }) { return powers }
        let name = name
        let powers = try await site.database.read { try await Moderators.powers(of: name, over: $0) }
        known.withLock { $0 = powers }
        return powers
    }
}
