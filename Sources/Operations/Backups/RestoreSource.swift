import Faults
import Model
import Stores

/// Where the parts come from that are put back.
package enum RestoreSource: Sendable {
    /// A backup: its id, the beginning of it, or `latest`.
    case backup(String)
    case handover(HandoverFolder)

    package static func handover(at path: String) -> RestoreSource { .handover(HandoverFolder(path: path)) }

    func manifest(of tools: BackupTools) async throws -> BackupManifest {
        switch self {
        case .backup(let name): try await tools.archive.manifest(tools.archive.entry(name))
        case .handover(let folder): try folder.manifest()
        }
    }

    /// What there is to put back.
    func parts(of manifest: BackupManifest) -> [BackupPart] {
        switch self {
        case .backup: return BackupPart.choosable.filter { manifest.snapshots[$0.rawValue] != nil }
        case .handover(let folder):
            var parts: [BackupPart] = manifest.database == nil ? [] : [.database]
            if StagingFolder.hasContent(folder.media) { parts.append(.media) }
            if manifest.secrets != nil { parts.append(.secrets) }
            return parts
        }
    }

    /// The folder of the dump.
    func dump(of manifest: BackupManifest, _ tools: BackupTools) async throws -> String {
        switch self {
        case .backup:
            try await tools.archive.restoreDump(of: manifest, below: try tools.staging.fresh("restore"))
        case .handover(let folder): folder.dump
        }
    }

    /// The env file, sealed where the manifest says for whom.
    func secrets(of manifest: BackupManifest, _ tools: BackupTools) async throws -> [UInt8] {
        switch self {
        case .backup: try await tools.archive.content(of: .secrets, in: manifest)
        case .handover(let folder):
            try folder.read(manifest.secrets?.recipient == nil ? .takeAlong : .takeAlongSealed)
        }
    }

    /// Keys that do not open what a restored database holds encrypted. A backup was rehearsed, or is better than none;
    /// whoever takes a server over should know before it is theirs.
    func misfits(_ manifest: BackupManifest, _ tools: BackupTools, in target: RestoreTarget) async throws -> [String] {
        guard case .handover = self, let saved = manifest.secrets, saved.recipient == nil else { return [] }
        let values = tools.readEnvironment(try await secrets(of: manifest, tools))
        return SecretProof(values).misfits(try await target.sealed(20))
    }
}
