import Faults
import Model

/// What is known of customers that leave, a file for each. The command that leads them out writes it; nothing else of the
/// fleet's folder can be written through this.
package struct OffboardingMemory: Sendable {
    private let folder: StateFolder<ReadWrite>

    /// - Parameter path: the fleet's folder.
    package init(in path: String) {
        folder = StateFolder<ReadWrite>(path: path)
    }

    /// Nil when nothing was handed over.
    ///
    /// - Throws: `Fault(.inputOutput)`, `Fault(.denied)`; `Fault(.badData)` for a file that cannot be understood.
    package func read(_ server: String) throws -> Offboarding? {
        guard let lines = try folder.lines(of: Self.name(server)) else { return nil }
        guard let known = lines.first.flatMap({ JSONValue(parsing: $0) }).flatMap(Offboarding.init) else {
            throw Fault(.badData, "what is known of the hand-over of \(server) cannot be understood")
        }
        return known
    }

    /// - Throws: `Fault(.inputOutput)`, `Fault(.denied)`.
    package func write(_ offboarding: Offboarding) throws {
        try folder.write(Self.name(offboarding.server), lines: [offboarding.json.text])
    }

    private static func name(_ server: String) -> String { "offboarding-\(server).json" }
}

extension HandoverFolder {
    /// The hash of its manifest, which has those of the dump's files, and the domain it is of.
    ///
    /// - Throws: `Fault(.badData)` for a folder that is no finished hand-over's.
    package func identity() throws -> (sha256: String, domain: String, time: UTCTime) {
        let manifest = try manifest()
        return (
            try Hashed.file("\(path)/\(Name.manifest.rawValue)").digits, manifest.domain, manifest.time
        )
    }
}
