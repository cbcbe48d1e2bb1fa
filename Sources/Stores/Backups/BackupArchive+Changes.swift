import Engines
import Faults
import Glibc
import Model
import Processes

extension BackupArchive where Mode == ReadWrite {
    /// Makes the repository where there is none.
    package func initialise() async throws { try await restic.engine().initialise() }

    /// Removes locks of runs that are dead.
    package func unlock() async throws { try await restic.opened().unlock() }

    /// Saves a folder as a part.
    ///
    /// - Returns: the snapshot's id, its first letters at least.
    package func save(
        _ folder: String, excluding patterns: [String] = [], excludeFile: String? = nil, as part: BackupPart,
        of id: String,
        _ hear: @escaping @Sendable (_ done: Int64, _ total: Int64) -> Void
    ) async throws -> SavedPart {
        SavedPart(
            try await restic.opened().backup(
                .folder(folder, excluding: patterns, excludeFile: excludeFile), tags: tags(id, part.rawValue),
                host: domain
            ) { hear($0.bytesDone, $0.bytesTotal) })
    }

    /// Saves what is on no disk as a part.
    package func save(_ bytes: [UInt8], as part: BackupPart, of id: String) async throws -> SavedPart {
        SavedPart(
            try await restic.opened().backup(
                .bytes(bytes, name: Self.name(of: part)), tags: tags(id, part.rawValue), host: domain))
    }

    /// Saves what a program writes as the dump of the database; nothing is saved when the program does not go well.
    package func save(streamOf producer: Invocation, of id: String) async throws -> SavedPart {
        SavedPart(
            try await restic.opened().backup(
                from: producer, name: Self.dumpName, tags: tags(id, BackupPart.database.rawValue), host: domain))
    }

    /// Saves the list of keys by which a backup's copies of media are named.
    package func save(keyList path: String, of id: String) async throws -> SavedPart {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { throw FileError(code: errno, action: "read", path: path) }
        defer { close(file) }
        return SavedPart(
            try await restic.opened().backup(
                .descriptor(file, name: Self.keyListName), tags: tags(id, BackupPart.media.rawValue), host: domain))
    }

    /// Makes a backup whole: looks whether the repository has each part, as it was to be, and writes the manifest.
    ///
    /// - Parameters:
    ///   - manifest: its snapshots may be named by their first letters.
    ///   - folders: the paths that snapshots of folders must have; restic passes over what is not there in silence.
    /// - Throws: `Fault(.inputOutput)` when a part is missing: then there is no backup.
    package func complete(_ manifest: BackupManifest, folders: [String: String]) async throws -> BackupManifest {
        let engine = try await restic.opened()
        let known = try await restic.snapshots(["backup=\(manifest.id)"])
        var manifest = manifest
        for (part, name) in manifest.snapshots {
            guard let found = known.first(where: { $0.id.hasPrefix(name) && $0.tag("part") == part }) else {
                throw Fault(.inputOutput, "the repository has no \(part) of backup \(manifest.id)")
            }
            if let folder = folders[part], found.paths != [folder] {
                throw Fault(
                    .inputOutput, "the \(part) of backup \(manifest.id) does not hold \(folder)",
                    notes: ["it holds \(found.paths.joined(separator: ", "))"])
            }
            manifest.snapshots[part] = found.id
        }
        var facts = ["time=\(Int64(manifest.time.seconds))", "bytes=\(manifest.bytes)"]
        if let release = manifest.release { facts.append("release=\(release)") }
        if let media = manifest.media { facts.append("media=\(media.bytes)") }
        if let label = manifest.database?.cluster?.label { facts.append("pgbackrest=\(label)") }
        _ = try await engine.backup(
            .bytes(Array(manifest.json.text.utf8), name: Self.manifestName),
            tags: tags(manifest.id, BackupPart.manifest.rawValue, facts), host: domain)
        return manifest
    }

    /// Notes a rehearsal beside the manifest.
    package func note(_ rehearsal: RehearsalRecord, of id: String) async throws {
        let facts = ["passed=\(rehearsal.passed)", "seconds=\(rehearsal.restoreSeconds)"]
        _ = try await restic.opened().backup(
            .bytes(Array(rehearsal.json.text.utf8), name: "rehearsal.json"), tags: tags(id, "rehearsal", facts),
            host: domain)
    }

    /// Drops backups: their manifests first, so that none of them looks whole while its parts go.
    package func drop(_ entries: [BackupEntry]) async throws {
        let engine = try await restic.opened()
        let manifests = entries.compactMap { $0.snapshots[BackupPart.manifest.rawValue] }
        try await engine.forget(manifests)
        let parts = entries.flatMap { entry in
            entry.snapshots.filter { $0.key != BackupPart.manifest.rawValue }.map(\.value) + entry.others
        }
        try await engine.forget(parts.sorted())
    }

    /// Frees what no backup holds any more.
    package func sweep() async throws { try await restic.opened().prune() }
}

/// What became of a part that was saved.
package struct SavedPart: Sendable {
    /// The snapshot's id, its first letters at least.
    package var snapshot: String
    /// Bytes that were not in the repository before, as they are before packing.
    package var added: Int64
    /// Bytes looked at.
    package var processed: Int64
    /// Files that went away while they were about to be read.
    package var vanished: Int

    init(_ summary: ResticSummary) {
        snapshot = summary.snapshot
        added = summary.added
        processed = summary.processed
        vanished = summary.vanished
    }
}
