import Faults
import Stores

/// Looks at every service of an instance, one after the other failing on its own.
///
/// The database is asked in read-only transactions; whether storage and Redis can be written is tried through the
/// `ProbeDoor`, if there is one.
package struct Examination: Sendable {
    let services: Services
    let whyNoProbe: String

    /// - Parameter whyNoProbe: why nothing is written where the services have no door for probes.
    package init(_ services: Services, whyNoProbe: String) {
        self.services = services
        self.whyNoProbe = whyNoProbe
    }

    /// Every check, in a fixed order.
    package func checks() async -> [Check] {
        async let replica = replicaChecks()
        async let search = searchChecks()
        let database = await databaseChecks()
        let probing = database.mayWrite ? Probing(door: services.probes, reason: whyNoProbe) : database.probing
        async let redis = redisChecks(probing)
        async let storage = storageChecks(probing)
        return await database.checks + replica + redis + storage + stateChecks() + search
    }

    /// The door for probes, or why there is none.
    struct Probing: Sendable {
        var door: ProbeDoor?
        var reason: String
    }

    /// A problem told by an error.
    func problem(_ area: String, _ name: String, _ error: any Error, at address: String) -> Check {
        let fault = services.explain(error, address)
        let notes = fault.notes.isEmpty ? "" : " (\(fault.notes.joined(separator: "; ")))"
        // Who reads this has asked the doctor already.
        let help = fault.help?.replacing(", or run `mastoctl doctor`", with: "")
        return Check(area, name, .problem, fault.message + notes, help: help)
    }

    /// `0.3 ms`.
    static func milliseconds(_ seconds: Double) -> String {
        let tenths = Int((seconds * 10_000).rounded())
        return "\(tenths / 10).\(tenths % 10) ms"
    }
}
