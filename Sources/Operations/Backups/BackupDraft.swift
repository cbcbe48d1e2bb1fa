import Faults
import Model
import Stores

/// A backup that is being made. How far it is stands in the staging folder too, so that a run that is killed can be gone
/// on with.
actor BackupDraft {
    private(set) var manifest: BackupManifest
    let isResumed: Bool
    private let tools: BackupTools
    private var isOpen = false
    private var isUnlocked = false
    /// Keys of some local files, whose content is hashed when the media are saved.
    private var sample: [ObjectKey] = []

    init(_ begun: (manifest: BackupManifest, isResumed: Bool), _ tools: BackupTools) {
        manifest = begun.manifest
        isResumed = begun.isResumed
        self.tools = tools
    }

    /// Files of the media that are looked at again in a rehearsal.
    private static let sampled = 64

    /// Makes one part, unless an earlier run has.
    func take(_ part: BackupPart, by creation: BackupCreation, at site: Site<ReadWrite>) async throws -> Outcome {
        let archive = tools.archive.writing(at: site)
        if !isOpen {
            // A dump that was not noted is of no use to anybody, and may fill the disk.
            if manifest.database == nil { try tools.staging.begin(at: site) }
            isOpen = true
        }
        if manifest.parts.contains(part) { return Outcome(skipped: 1) }
        if part != .database { try await unlock(archive) }
        let start = ContinuousClock.now
        var outcome = Outcome(changed: 1)
        switch part {
        case .database: try await saveDatabase(to: archive, by: creation, at: site, &outcome)
        case .media: try await saveMedia(to: archive, withCache: creation.wantsCache, at: site, &outcome)
        case .redis:
            let (bytes, keys) = try await tools.redis.content(creation.redisExtent)
            manifest.redis = BackupRedis(extent: creation.redisExtent, keys: keys)
            if bytes.isEmpty {
                // Of nothing no snapshot can be made; the manifest tells that there was nothing.
                manifest.leftOut.append("Redis held none of what was to be saved")
            } else {
                manifest.snapshots[part.rawValue] = try await archive.save(bytes, as: part, of: manifest.id).snapshot
            }
            outcome.bytes = Int64(bytes.count)
        case .secrets: try await saveSecrets(to: archive, &outcome)
        case .manifest: return try await complete(creation, archive, at: site)
        }
        manifest.durations[part.rawValue] = (ContinuousClock.now - start).inSeconds
        try tools.staging.note(manifest, at: site)
        return outcome
    }

    /// Locks of runs that are dead would keep others from the repository.
    private func unlock(_ archive: BackupArchive<ReadWrite>) async throws {
        if isUnlocked { return }
        isUnlocked = true
        try await archive.unlock()
    }

    private func saveDatabase(
        to archive: BackupArchive<ReadWrite>, by creation: BackupCreation, at site: Site<ReadWrite>,
        _ outcome: inout Outcome
    ) async throws {
        // Where locks cannot be seen it takes half a second, in which the dump begins.
        async let unlocked: Void = unlock(archive)
        if let cluster = creation.cluster {
            try await unlocked
            return try await saveCluster(to: cluster, at: site, &outcome)
        }
        if creation.streams {
            try await unlocked
            return try await streamDatabase(to: archive, at: site, &outcome)
        }
        let folder = tools.staging.dump
        let cut = try await holds(folder) ? nil : try await dumped(into: folder, at: site)
        try await unlocked
        let tell = Telling.current
        async let saved = archive.save(folder, as: .database, of: manifest.id) { done, total in
            tell(.stage("database", done: done, total: total))
        }
        // Hashed while it is stored, and long before that is done: a run that is killed is gone on with.
        if let cut { try await note(cut, in: folder, at: site) }
        let summary = try await saved
        try refuseOther(summary)
        manifest.snapshots[BackupPart.database.rawValue] = summary.snapshot
        try tools.staging.note(manifest, at: site)
        try StagingFolder.remove(folder)
        outcome.bytes = summary.processed
        outcome.figures[.bytesAdded] = summary.added
        outcome.figures[.rows] = manifest.database?.rowCount ?? 0
    }

    /// Whether an earlier run has dumped it and could not store it.
    private func holds(_ folder: String) async throws -> Bool {
        guard let saved = manifest.database else { return false }
        return try await StagingFolder.hashes(of: folder) == saved.files
    }

    private func note(_ cut: DatabaseSource.Cut, in folder: String, at site: Site<ReadWrite>) async throws {
        var database = cut.database
        database.files = try await StagingFolder.hashes(of: folder)
        manifest.time = cut.time
        manifest.database = database
        sample = cut.sample
        count(cut.media)
        try tools.staging.note(manifest, at: site)
    }

    /// What of it there is when it fails gives its room back: a live server stands beside it.
    private func dumped(into folder: String, at site: Site<ReadWrite>) async throws -> DatabaseSource.Cut {
        try tools.staging.begin(at: site)
        do {
            return try await tools.database.dump(into: folder, jobs: tools.jobs, sampling: Self.sampled)
        } catch {
            try? StagingFolder.remove(folder)
            throw error
        }
    }

    /// What was hashed is what was saved: nobody has cut a file short or removed one in between.
    ///
    /// - Throws: `Fault(.inputOutput)`; the next run dumps anew, since the hashes are others.
    private func refuseOther(_ summary: SavedPart) throws {
        let dumped = manifest.database?.files.values.reduce(0) { $0 + $1.bytes } ?? 0
        guard summary.processed == dumped else {
            throw Fault(
                .inputOutput, "the dump was changed while it was saved",
                notes: ["it had \(dumped) bytes, and \(summary.processed) of \(tools.staging.dump) were saved"],
                help: "see who else works in that folder, and run it again")
        }
    }

    /// pgBackRest saves the whole server. Rows are counted once it has: at its own instant nobody can count.
    private func saveCluster(
        to cluster: ClusterArchive, at site: Site<ReadWrite>, _ outcome: inout Outcome
    ) async throws {
        let before = try await tools.database.filledTables()
        let system = try await site.database.read { try await ServerIdentity.read(over: $0) }.system
        var saved = try await cluster.backup(of: manifest, system, at: site)
        let cut = try await tools.database.facts(sampling: Self.sampled)
        saved.filled = before.filter { cut.database.rows[$0] ?? 0 > 0 }.sorted()
        manifest.time = saved.stop
        manifest.database = cut.database
        manifest.database?.cluster = saved
        sample = cut.sample
        count(cut.media)
        outcome.bytes = saved.bytes
        outcome.figures[.bytesAdded] = saved.stored
        outcome.figures[.rows] = cut.database.rowCount
    }

    /// Nothing of it touches this machine's disk; a run that is killed begins it anew.
    private func streamDatabase(
        to archive: BackupArchive<ReadWrite>, at site: Site<ReadWrite>, _ outcome: inout Outcome
    ) async throws {
        let id = manifest.id
        let (cut, saved) = try await tools.database.stream(sampling: Self.sampled) {
            try await archive.save(streamOf: $0, of: id)
        }
        manifest.time = cut.time
        manifest.database = cut.database
        manifest.database?.isStream = true
        sample = cut.sample
        count(cut.media)
        manifest.snapshots[BackupPart.database.rawValue] = saved.snapshot
        outcome.bytes = saved.processed
        outcome.figures[.bytesAdded] = saved.added
        outcome.figures[.rows] = cut.database.rowCount
    }

    /// The copies of the media of a bucket, and the list of those that belong to this backup.
    private func saveMirror(
        _ mirror: MediaMirror, to archive: BackupArchive<ReadWrite>, at site: Site<ReadWrite>,
        _ outcome: inout Outcome
    ) async throws {
        let tell = Telling.current
        let total = manifest.media?.bytes ?? 0
        try tools.staging.note(manifest, at: site)
        let list = tools.staging.keyList
        let update = try await mirror.update(list: list, at: site) { tell(.stage("media", done: $0, total: total)) }
        manifest.media?.mirror = BackupMirror(
            place: mirror.form, files: Int64(update.files), bytes: update.bytes,
            listHash: try await StagingFolder.hash(of: list)?.sha256 ?? "")
        outcome.bytes = update.bytes
        outcome.objects = update.copied
        outcome.figures[.bytesAdded] = update.bytesCopied
        outcome.note(.filesVanished, update.vanished)
        guard update.files > 0 else {
            manifest.leftOut.append("there were no local media")
            return
        }
        manifest.snapshots[BackupPart.media.rawValue] =
            try await archive.save(keyList: list, of: manifest.id).snapshot
    }

    private func count(_ classes: [String: BackupClass]) {
        var media = manifest.media ?? BackupMedia(storage: "", place: "", hasCache: false)
        media.classes = classes
        manifest.media = media
    }

    private func saveMedia(
        to archive: BackupArchive<ReadWrite>, withCache: Bool, at site: Site<ReadWrite>, _ outcome: inout Outcome
    ) async throws {
        if manifest.media == nil || sample.isEmpty {
            let cut = try await tools.database.census(sampling: Self.sampled)
            sample = cut.sample
            count(cut.media)
        }
        switch tools.media {
        case .folder(let root):
            let exclusions = try tools.staging.exclusions(at: site)
            let old = withCache ? 0 : try await MediaSource.writeOldRemotes(below: root, to: exclusions, at: site)
            let tell = Telling.current
            let summary = try await archive.save(
                root, excluding: MediaSource.patterns(below: root, withCache: withCache),
                excludeFile: old > 0 ? exclusions : nil, as: .media, of: manifest.id
            ) { done, total in tell(.stage("media", done: done, total: total)) }
            manifest.media?.storage = "filesystem"
            manifest.media?.place = root
            manifest.media?.hasCache = withCache
            for key in sample {
                if let file = try await StagingFolder.hash(of: "\(root)/\(key.text)") {
                    manifest.media?.sample[key.text] = file
                }
            }
            manifest.snapshots[BackupPart.media.rawValue] = summary.snapshot
            outcome.bytes = summary.processed
            outcome.figures[.bytesAdded] = summary.added
            outcome.note(.filesVanished, summary.vanished)
            if !withCache {
                manifest.leftOut.append(
                    "cached copies of remote media: the server fetches them again; `mastoctl media verify --fix` says "
                        + "that they are gone")
            }
        case .bucket(let place):
            manifest.media?.storage = "s3"
            manifest.media?.place = place
            if let mirror = tools.mirror { return try await saveMirror(mirror, to: archive, at: site, &outcome) }
            manifest.leftOut.append("the media in \(place)")
            outcome = Outcome(skipped: 1)
        case .unreachable(let kind):
            manifest.media?.storage = kind
            manifest.leftOut.append("the media in \(kind)")
            outcome = Outcome(skipped: 1)
        }
    }

    private func saveSecrets(to archive: BackupArchive<ReadWrite>, _ outcome: inout Outcome) async throws {
        guard !tools.secrets.isEmpty else {
            manifest.leftOut.append("secrets: there is no env file, and no variable is set")
            outcome = Outcome(skipped: 1)
            return
        }
        let bytes = try await tools.secrets.content(for: tools.recipient)
        manifest.secrets = tools.secrets.fingerprints(recipient: tools.recipient)
        let summary = try await archive.save(bytes, as: .secrets, of: manifest.id)
        manifest.snapshots[BackupPart.secrets.rawValue] = summary.snapshot
        outcome.bytes = summary.processed
    }

    private func complete(
        _ creation: BackupCreation, _ archive: BackupArchive<ReadWrite>, at site: Site<ReadWrite>
    ) async throws -> Outcome {
        var folders: [String: String] = [:]
        if creation.wanted.contains(.database), manifest.database?.isStream != true, creation.cluster == nil {
            folders[BackupPart.database.rawValue] = tools.staging.dump
        }
        if case .folder(let root) = tools.media, manifest.snapshots[BackupPart.media.rawValue] != nil {
            folders[BackupPart.media.rawValue] = root
        }
        if manifest.snapshots[BackupPart.media.rawValue] == nil, manifest.media?.storage == "" { manifest.media = nil }
        for part in BackupPart.choosable where !creation.wanted.contains(part) {
            if part == .redis, creation.redisExtent == .none { continue }
            manifest.leftOut.append("\(part.rawValue), by --parts")
        }
        do {
            manifest = try await archive.complete(manifest, folders: folders)
        } catch let fault as Fault {
            // A part that is not as it was to be: the next run begins anew.
            try tools.staging.clear(at: site)
            throw fault
        }
        try tools.staging.clear(at: site)
        var outcome = Outcome(changed: 1)
        outcome.facts[.backupID] = manifest.id
        return outcome
    }
}
