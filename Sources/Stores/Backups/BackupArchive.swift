import Engines
import Faults
import Glibc
import Model

/// Where the backups of an instance are kept: a repository of restic's, which other instances may share.
///
/// Each part of a backup is a snapshot with the tags `mastoctl`, `domain=…`, `backup=…`, `part=…`. The snapshot of the
/// manifest is made last and dropped first: with it a backup is whole, without it it is none.
package struct BackupArchive<Mode: Access>: Sendable {
    package let domain: String
    let restic: LazyRestic
    /// Who has the databases that are not in the repository; nil where nobody is configured.
    private let cluster: ClusterArchive?

    /// Asks nothing yet.
    package init(_ repository: ResticRepository, domain: String, cluster: ClusterArchive? = nil)
    where Mode == ReadOnly {
        self.init(domain: domain, restic: LazyRestic(repository), cluster: cluster)
    }

    private init(domain: String, restic: LazyRestic, cluster: ClusterArchive?) {
        self.domain = domain
        self.restic = restic
        self.cluster = cluster
    }

    /// The archive for a run that may change it.
    package func writing(at _: Site<ReadWrite>) -> BackupArchive<ReadWrite> {
        BackupArchive<ReadWrite>(domain: domain, restic: restic, cluster: cluster)
    }

    /// restic's version.
    package func version() async throws -> String { try await restic.engine().version.description }

    /// All backups of this instance, the newest first, unfinished ones too.
    package func entries() async throws -> [BackupEntry] {
        let snapshots = try await restic.snapshots(["domain=\(domain)"])
        let groups = Dictionary(grouping: snapshots) { $0.tag("backup") ?? "" }
        var entries = groups.compactMap { $0.key.isEmpty ? nil : BackupEntry($0.key, $0.value) }
            .sorted { ($0.time, $0.id) > ($1.time, $1.id) }
        let labels = Set(entries.filter(\.isWhole).compactMap(\.clusterLabel))
        let lost = labels.subtracting(await cluster?.present(labels) ?? labels)
        for index in entries.indices where entries[index].isWhole && lost.contains(entries[index].clusterLabel ?? "") {
            entries[index].state = .incomplete
        }
        return entries
    }

    /// One backup by its id, the beginning of it where that is unmistakable, or `latest`: the newest whole one.
    ///
    /// - Throws: `Fault(.noSuch)`.
    package func entry(_ name: String) async throws -> BackupEntry {
        let all = try await entries()
        if name == "latest" {
            guard let newest = all.first(where: \.isWhole) else {
                throw Fault(
                    .noSuch, "there is no whole backup of \(domain)", help: "make one with `mastoctl backup create`")
            }
            return newest
        }
        let found = all.filter { $0.id == name }
        if let one = found.first { return one }
        let near = all.filter { $0.id.hasPrefix(name) }
        guard near.count == 1, let one = near.first, !name.isEmpty else {
            throw Fault(
                .noSuch, near.isEmpty ? "there is no backup \(name)" : "several backups begin with \(name)",
                notes: near.prefix(5).map(\.id), help: "`mastoctl backup list` tells them")
        }
        return one
    }

    /// As `entry`, for what only a whole one can be used for.
    ///
    /// - Throws: `Fault(.refused)` for an unfinished one; `.badData` for a manifest that cannot be read.
    package func manifest(_ entry: BackupEntry) async throws -> BackupManifest {
        guard let snapshot = entry.snapshots[BackupPart.manifest.rawValue] else {
            throw Fault(
                .refused, "backup \(entry.id) is not whole: it has no manifest",
                help: "take another one of `mastoctl backup list`")
        }
        let bytes = try await restic.opened().content(of: "/\(Self.manifestName)", in: snapshot)
        guard let value = JSONValue(parsing: String(decoding: bytes, as: UTF8.self)),
            let manifest = BackupManifest(value)
        else {
            throw Fault(.badData, "the manifest of backup \(entry.id) cannot be read")
        }
        return manifest
    }

    /// The content of a part that is one file: secrets or Redis.
    package func content(of part: BackupPart, in manifest: BackupManifest) async throws -> [UInt8] {
        guard let snapshot = manifest.snapshots[part.rawValue] else {
            throw Fault(.noSuch, "backup \(manifest.id) has no part \(part.rawValue)")
        }
        return try await restic.opened().content(of: "/\(Self.name(of: part))", in: snapshot)
    }

    /// Puts the dump back below `target`: a folder, or the one file of a stream.
    ///
    /// - Returns: its path.
    package func restoreDump(of manifest: BackupManifest, below target: String) async throws -> String {
        guard manifest.database?.isStream == true, let snapshot = manifest.snapshots[BackupPart.database.rawValue]
        else { return try await restore(.database, of: manifest, below: target) }
        let path = "\(target)/\(Self.dumpName)"
        try await write(Self.dumpName, of: snapshot, to: path)
        return path
    }

    /// Puts the folder of a part back below `target`, at the path it had.
    ///
    /// - Returns: that path.
    package func restore(_ part: BackupPart, of manifest: BackupManifest, below target: String) async throws -> String {
        guard let snapshot = manifest.snapshots[part.rawValue] else {
            throw Fault(.noSuch, "backup \(manifest.id) has no part \(part.rawValue)")
        }
        try await restic.opened().restore(snapshot, below: target)
        let path = try await restic.path(of: snapshot, in: manifest.id)
        return target == "/" ? path : target + path
    }

    /// The snapshots of the lists of keys that a backup's copies of media are named by; none for media in the repository
    /// itself. There are several where an attempt has failed.
    package func keyLists(of entry: BackupEntry) async throws -> [String] {
        let known = try await restic.snapshots(["backup=\(entry.id)"])
        return known.filter { $0.tag("part") == BackupPart.media.rawValue && $0.paths == ["/\(Self.keyListName)"] }
            .map(\.id)
    }

    /// Writes a list of keys into a file.
    package func write(keyList snapshot: String, to path: String) async throws {
        try await write(Self.keyListName, of: snapshot, to: path)
    }

    private func write(_ name: String, of snapshot: String, to path: String) async throws {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw FileError(code: errno, action: "write", path: path) }
        defer { close(file) }
        try await restic.opened().write("/\(name)", of: snapshot, to: file)
    }

    /// Puts some files of a part back below `target`.
    package func restore(
        _ paths: [String], in part: BackupPart, of manifest: BackupManifest, below target: String
    ) async throws {
        guard let snapshot = manifest.snapshots[part.rawValue], !paths.isEmpty else { return }
        try await restic.opened().restore(snapshot, below: target, only: paths)
    }

    /// What is wrong with the repository.
    package func damage(_ reading: ArchiveReading) async throws -> [String] {
        let engine = try await restic.opened()
        return switch reading {
        case .structure: try await engine.check(.structure)
        case .all: try await engine.check(.all)
        case .slice(let number, let count): try await engine.check(.slice(number, of: count))
        }
    }

    /// Bytes the repository takes, as stored.
    package func storedBytes() async throws -> Int64 { try await restic.opened().storedBytes() }

    static var manifestName: String { "manifest.json" }
    static var dumpName: String { "database.dump" }
    static var keyListName: String { "media-keys.tsv" }

    static func name(of part: BackupPart) -> String {
        switch part {
        case .manifest: manifestName
        case .secrets: "secrets.env"
        case .redis: "redis.jsonl"
        case .database: "database"
        case .media: "media"
        }
    }

    func tags(_ id: String, _ part: String, _ more: [String] = []) -> [String] {
        ["mastoctl", "domain=\(domain)", "backup=\(id)", "part=\(part)"] + more
    }
}

extension BackupEntry {
    /// - Parameter snapshots: all of one backup.
    init(_ id: String, _ snapshots: [ResticSnapshot]) {
        let sorted = snapshots.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
        let manifest = sorted.last { $0.tag("part") == BackupPart.manifest.rawValue }
        let first = sorted.first?.time ?? UTCTime(0)
        let time = manifest?.tag("time").flatMap { Double($0) }.map { UTCTime($0) } ?? first
        self.init(
            id: id, time: time, state: manifest == nil ? .unfinished : .whole, domain: sorted.first?.tag("domain") ?? ""
        )
        for snapshot in sorted {
            guard let part = snapshot.tag("part") else { continue }
            if part == "rehearsal" {
                others.append(snapshot.id)
                rehearsed = snapshot.time
                passed = snapshot.tag("passed") == "true"
                restoreSeconds = snapshot.tag("seconds").flatMap { Double($0) }
            } else if let older = self.snapshots.updateValue(snapshot.id, forKey: part) {
                others.append(older)
            }
        }
        release = manifest?.tag("release")
        bytes = manifest?.tag("bytes").flatMap { Int64($0) } ?? 0
        clusterLabel = manifest?.tag("pgbackrest")
        mediaBytes = manifest?.tag("media").flatMap { Int64($0) }
        parts = BackupPart.choosable.filter {
            self.snapshots[$0.rawValue] != nil || $0 == .database && clusterLabel != nil
        }.map(\.rawValue)
    }
}

/// restic, looked for when it is first needed.
actor LazyRestic {
    private let repository: ResticRepository
    private var made: Restic?
    /// Whether it is known that the password opens the repository: each call that asks takes half a second, since restic
    /// makes its key anew from the password.
    private var isOpen = false
    /// Where snapshots lie that were listed.
    private var paths: [String: String] = [:]

    init(_ repository: ResticRepository) {
        self.repository = repository
    }

    func engine() async throws -> Restic {
        if let made { return made }
        let engine = try await Restic(repository)
        made = engine
        return engine
    }

    /// With a repository that the password opens.
    ///
    /// - Throws: `Fault(.noSuch)` without one; `EngineError`.
    func opened() async throws -> Restic {
        let engine = try await engine()
        if isOpen { return engine }
        guard try await engine.open() != nil else {
            throw Fault(
                .noSuch, "there is no repository at \(Address(repository.location))",
                help: "make one with `mastoctl backup init`")
        }
        isOpen = true
        return engine
    }

    /// The snapshots of ours that have these tags, too.
    func snapshots(_ tags: [String]) async throws -> [ResticSnapshot] {
        let found = try await engine().snapshots(tags: ["mastoctl"] + tags)
        isOpen = true
        for snapshot in found { paths[snapshot.id] = snapshot.paths.first }
        return found
    }

    /// The path a snapshot of one folder or file was made of.
    func path(of snapshot: String, in backup: String) async throws -> String {
        if let path = paths[snapshot] { return path }
        _ = try await snapshots(["backup=\(backup)"])
        return paths[snapshot] ?? ""
    }
}
