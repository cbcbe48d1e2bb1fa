import Model
import Stores

/// Looks whether backups are what they were. Nothing is mended: what is damaged can only be made anew.
package struct BackupVerification: Operation {
    package var card: Card {
        Card("backup verify", of: "defects", "mended", lock: .none, tables: [], isCheck: true)
    }

    private let archive: BackupArchive<ReadOnly>
    private let name: String?
    private let reading: ArchiveReading
    private let mirrors: MirrorInspection
    private let cluster: ClusterArchive?

    /// - Parameters:
    ///   - name: of one backup, or `latest`; nil for all of them.
    ///   - cluster: what pgBackRest keeps; nil where no stanza of its is configured.
    ///   - mirror: where copies of media in a bucket are; nil where none are kept.
    package init(
        _ archive: BackupArchive<ReadOnly>, _ name: String? = nil, reading: ArchiveReading, mirror: MediaMirror?,
        staging: StagingFolder, cluster: ClusterArchive? = nil
    ) {
        self.cluster = cluster
        mirrors = MirrorInspection(archive: archive, mirror: mirror, staging: staging)
        self.archive = archive
        self.name = name
        self.reading = reading
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<BackupStep> {
        let entries: [BackupEntry] =
            if let name { [try await archive.entry(name)] } else { try await archive.entries().filter(\.isFinished) }
        let hasClusters = entries.contains { $0.clusterLabel != nil }
        let batches = Batches { [archive, reading, mirrors, cluster] in
            var rest = entries[...]
            var lists: [String] = []
            var hasLooked = false
            var hasAsked = !hasClusters
            return {
                if !hasLooked {
                    hasLooked = true
                    return Self.batch(try await archive.damage(reading), of: "repository", archive.domain)
                }
                if !hasAsked, let cluster {
                    hasAsked = true
                    return Self.batch(try await cluster.damage(), of: "repository", "pgbackrest")
                }
                guard let entry = rest.popFirst() else { return nil }
                var defects = try await Self.defects(of: entry, in: archive)
                defects += try await mirrors.defects(of: entry, reading, &lists)
                if entry.clusterLabel != nil {
                    defects += try await Self.defects(ofClusterOf: entry, in: archive, cluster)
                }
                return Self.batch(defects, of: "backup", entry.id)
            }
        }
        let count = entries.count + (hasClusters && cluster != nil ? 2 : 1)
        return Prepared(Survey(count: count), batches) { _, _ in Outcome() }
    }

    /// What keeps a backup from being used, as far as can be seen without restoring it.
    static func defects(of entry: BackupEntry, in archive: BackupArchive<ReadOnly>) async throws -> [String] {
        let manifest = try await archive.manifest(entry)
        let present = Set(entry.snapshots.values)
        var defects = manifest.snapshots.filter { !present.contains($0.value) }
            .map { "the repository has no part \($0.key) any more" }.sorted()
        for part in [BackupPart.secrets, .redis] {
            guard let snapshot = manifest.snapshots[part.rawValue], present.contains(snapshot) else { continue }
            do {
                if try await archive.content(of: part, in: manifest).isEmpty {
                    defects.append("the part \(part) is empty")
                }
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                defects.append("the part \(part.rawValue) cannot be read")
            }
        }
        return defects
    }

    private static func defects(
        ofClusterOf entry: BackupEntry, in archive: BackupArchive<ReadOnly>, _ cluster: ClusterArchive?
    ) async throws -> [String] {
        guard let saved = try await archive.manifest(entry).database?.cluster else { return [] }
        guard let cluster, cluster.stanza == saved.stanza else {
            return ["its database is in pgBackRest's stanza \(saved.stanza), which is not configured here"]
        }
        return try await cluster.defects(of: saved)
    }

    private static func batch(_ defects: [String], of kind: String, _ id: String) -> Batch<BackupStep> {
        var tally = Tally(visited: 1)
        tally.problems = defects.count
        tally.findings = defects.map { Finding(kind: kind, id: id, item: $0, isLocal: true) }
        return Batch([], tally)
    }
}
