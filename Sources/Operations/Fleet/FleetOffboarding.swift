import Faults
import Model
import Stores

/// Leads a customer out: notes what was handed over, takes the proof that it has arrived, and tells from when on it may be
/// erased. Nothing of a server is changed by it.
package struct FleetOffboarding: Sendable {
    private let memory: OffboardingMemory
    private let server: String

    /// - Parameters:
    ///   - server: the name of its profile.
    ///   - path: the fleet's folder.
    package init(_ server: String, in path: String) {
        self.server = server
        memory = OffboardingMemory(in: path)
    }

    /// What is known so far; nil when nothing was handed over.
    ///
    /// - Throws: `Fault(.inputOutput)`, `Fault(.denied)`, `Fault(.badData)`.
    package func known() throws -> Offboarding? { try memory.read(server) }

    /// Notes a finished hand-over.
    ///
    /// - Throws: `Fault(.badData)` for a folder that is none.
    package func handedOver(in folder: String, noticeDays: Int, keptDays: Int) throws -> Offboarding {
        let found = try HandoverFolder(path: folder).identity()
        let offboarding = Offboarding(
            server: server, domain: found.domain, folder: folder, handedOverAt: found.time, sha256: found.sha256,
            noticeDays: noticeDays, keptDays: keptDays)
        try memory.write(offboarding)
        return offboarding
    }

    /// Takes what whoever received it says is the hash of `handover.json`.
    ///
    /// - Throws: `Fault(.badData)` when it is another.
    package func received(sha256: String, at time: UTCTime = .now) throws -> Offboarding {
        var offboarding = try begun()
        guard sha256.lowercased() == offboarding.sha256 else {
            throw Fault(
                .badData, "this is not the hash of what was handed over",
                notes: ["handed over: \(offboarding.sha256)", "received: \(sha256)"],
                help: "they are to run sha256sum handover.json in the folder they have")
        }
        offboarding.receive(at: time, by: .digest)
        try memory.write(offboarding)
        return offboarding
    }

    /// Compares a copy, file by file.
    ///
    /// - Throws: `Fault(.badData)` with what is not as it was handed over.
    package func received(copy: String, at time: UTCTime = .now) async throws -> Offboarding {
        var offboarding = try begun()
        let folder = HandoverFolder(path: copy)
        guard try folder.identity().sha256 == offboarding.sha256 else {
            throw Fault(.badData, "\(copy) is another hand-over than the one in \(offboarding.folder)")
        }
        let defects = try await folder.defects(of: folder.manifest())
        guard defects.isEmpty else {
            throw Fault(.badData, "\(copy) is not what was handed over", notes: Array(defects.prefix(20)))
        }
        offboarding.receive(at: time, by: .copy)
        try memory.write(offboarding)
        return offboarding
    }

    private func begun() throws -> Offboarding {
        guard let known = try known() else {
            throw Fault(
                .noSuch, "nothing of \(server) was handed over",
                help: "`mastoctl fleet offboard \(server) --to FOLDER` does that")
        }
        return known
    }
}
