import Faults

/// Which way a change goes: the first of those its command offers that the profile allows and that is open.
package struct LaneChoice: Sendable {
    /// What the profile allows.
    package var allowed: Set<Lane>
    /// Whether there is a token for the Admin API.
    package var hasToken: Bool
    /// What `--via` says.
    package var wanted: Lane?

    package init(allowed: Set<Lane>, hasToken: Bool, wanted: Lane?) {
        self.allowed = allowed
        self.hasToken = hasToken
        self.wanted = wanted
    }

    /// - Parameter offered: the lanes of a command, in its order.
    /// - Throws: `Fault(.usage)` for a lane the command has not, `Fault(.denied)` for one the profile forbids,
    ///   `Fault(.configuration)` when a token is missing.
    package func lane(of offered: [Lane]) throws -> Lane {
        let names = offered.map(\.rawValue).joined(separator: ", ")
        if let wanted {
            guard offered.contains(wanted) else {
                throw Fault(.usage, "this command cannot go by \(wanted.rawValue)", help: "give --via one of: \(names)")
            }
            guard allowed.contains(wanted) else {
                throw Fault(
                    .denied, "the profile does not allow the lane \(wanted.rawValue)",
                    help: "see lanes.allowed in `mastoctl config show`")
            }
            if wanted == .api, !hasToken {
                throw Fault(
                    .configuration, "the Admin API needs a token", help: "get one with `mastoctl login`")
            }
            return wanted
        }
        guard let lane = offered.first(where: { allowed.contains($0) && ($0 != .api || hasToken) }) else {
            throw Fault(
                .denied, "the profile allows none of the lanes of this command: \(names)",
                help: "see lanes.allowed in `mastoctl config show`")
        }
        return lane
    }
}
