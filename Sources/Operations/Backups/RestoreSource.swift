import Faults
import Model
import Stores

/// Where the parts come from that are put back.
package enum RestoreSource: Sendable {
    /// A backup: its id, the beginning of it, or `latest`.
    case backup(String)
    /// In a folder, and where that is only on its way, in a bucket.
    case handover(HandoverFolder, HandoverBucket?)

    package static func handover(at path: String) -> RestoreSource { .handover(HandoverFolder(path: path), nil) }
    package static func handover(in bucket: HandoverBucket) -> RestoreSource { .handover(bucket.folder, bucket) }

    /// The bucket of a hand-over.
    var bucket: HandoverBucket? { if case .handover(_, let bucket) = self { bucket } else { nil } }

    /// - Parameter time: the instant to which its database is to be brought; nil for its own. `latest` is then the newest
    ///   from which it can be reached.
    /// - Throws: `Fault(.refused)` for one from which it cannot.
    func manifest(of tools: BackupTools, until time: UTCTime? = nil) async throws -> BackupManifest {
        switch self {
        case .backup("latest") where time != nil:
            let entries = try await tools.archive.entries().filter { $0.isWhole && $0.clusterLabel != nil }
            guard let time, let entry = entries.first(where: { $0.time <= time }) else {
                throw Fault(
                    .noSuch, "no backup by pgBackRest was finished by then",
                    notes: entries.last.map { ["the oldest is of \($0.time)"] } ?? [],
                    help: "`mastoctl backup list` tells them")
            }
            return try await tools.archive.manifest(entry)
        case .backup(let name):
            let manifest = try await tools.archive.manifest(tools.archive.entry(name))
            guard let time else { return manifest }
            guard let cluster = manifest.database?.cluster else {
                throw Fault(
                    .refused, "backup \(manifest.id) holds a dump, which is of one instant alone",
                    help: "an instant can be chosen for backups that were made with --engine pgbackrest")
            }
            guard cluster.stop <= time else {
                throw Fault(
                    .refused, "backup \(manifest.id) was finished at \(cluster.stop), after that instant",
                    help: "with latest the right one is found")
            }
            return manifest
        case .handover(let folder, let bucket):
            try await bucket?.fetch()
            return try folder.manifest()
        }
    }

    /// What there is to put back.
    func parts(of manifest: BackupManifest) -> [BackupPart] {
        switch self {
        case .backup: return manifest.parts
        case .handover(let folder, let bucket):
            var parts: [BackupPart] = manifest.database == nil ? [] : [.database]
            if bucket != nil || StagingFolder.hasContent(folder.media) { parts.append(.media) }
            if manifest.secrets != nil { parts.append(.secrets) }
            return parts
        }
    }

    /// The folder of the dump.
    func folder(ofDumpIn manifest: BackupManifest, _ tools: BackupTools) async throws -> String {
        switch self {
        case .backup:
            try await tools.archive.restoreDump(of: manifest, below: try tools.staging.fresh("restore"))
        case .handover(let folder, _): folder.dump
        }
    }

    /// The env file, sealed where the manifest says for whom.
    func secrets(of manifest: BackupManifest, _ tools: BackupTools) async throws -> [UInt8] {
        switch self {
        case .backup: try await tools.archive.content(of: .secrets, in: manifest)
        case .handover(let folder, _):
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
