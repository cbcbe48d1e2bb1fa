import Model
import Stores

extension Site where Mode == ReadOnly {
    /// Whoever a change is made on behalf of: by the Admin API the token's owner, else the one of that name.
    ///
    /// - Parameters:
    ///   - name: as `--as` gives it; nil for the first owner.
    ///   - routes: those that will be asked, in the lane api.
    /// - Throws: `Fault(.noSuch)` or `Fault(.denied)` for a name that is no moderator's, or for a token that may not.
    func powers(of name: String?, by lane: Lane, _ routes: [AdminAPI.Route]) async throws -> ModeratorPowers {
        let name = lane == .api ? try await requireAdmin(routes, as: name) : name
        return try await database.read { try await $0.moderators.powers(of: name) }
    }

    /// Makes sure that somebody may act before anything is shown as done.
    ///
    /// - Throws: as `powers`.
    func requireActing(_ name: String?, by lane: Lane, _ routes: [AdminAPI.Route]) async throws {
        if lane == .api {
            _ = try await requireAdmin(routes, as: name)
        } else {
            _ = try await database.read { try await $0.moderators.acting(as: name) }
        }
    }
}

extension Site where Mode == ReadOnly {
    /// Makes sure that whoever the server's log is to name may be named.
    func requireAuditing(_ auditing: Auditing, by lane: Lane, _ routes: [AdminAPI.Route]) async throws {
        if lane == .api {
            _ = try await requireAdmin(routes, as: auditing.name)
        } else {
            _ = try await database.read { try await auditing.moderator(over: $0) }
        }
    }
}
