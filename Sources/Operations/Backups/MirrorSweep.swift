import Faults
import Model
import Stores

/// Removes the copies of media that no kept backup names.
struct MirrorSweep: Sendable {
    let archive: BackupArchive<ReadOnly>
    let mirror: MediaMirror
    let staging: StagingFolder

    /// - Throws: when a list of a backup that is kept cannot be read: then nothing is removed.
    func run(at site: Site<ReadWrite>) async throws -> (files: Int, bytes: Int64) {
        let folder = try staging.fresh("lists")
        var lists: [String] = []
        // Unfinished ones, too: their manifest may be about to be made.
        for entry in try await archive.entries() {
            for snapshot in try await archive.keyLists(of: entry) {
                let path = "\(folder)/\(lists.count)"
                try await archive.write(keyList: snapshot, to: path)
                lists.append(path)
            }
        }
        let swept = try await mirror.sweep(keeping: lists, at: site)
        try StagingFolder.remove(folder)
        return swept
    }
}

/// Looks whether the copies of media are there that backups name.
struct MirrorInspection: Sendable {
    let archive: BackupArchive<ReadOnly>
    let mirror: MediaMirror?
    let staging: StagingFolder

    /// How many missing copies are told one by one.
    private static let told = 20

    /// - Parameters:
    ///   - reading: how many of the copies are read.
    ///   - lists: of backups that were looked at in this run; that of this one is added. A copy is read once.
    func defects(
        of entry: BackupEntry, _ reading: ArchiveReading, _ lists: inout [String]
    ) async throws -> [String] {
        guard let saved = try await archive.manifest(entry).media?.mirror else { return [] }
        guard let mirror else { return ["its media are in \(saved.place), which is not configured here"] }
        guard let list = try await archive.keyLists(of: entry).last else { return ["it has no list of its media"] }
        let folder = lists.isEmpty ? try staging.fresh("verify") : "\(staging.path)/verify"
        let path = "\(folder)/\(lists.count)"
        try await archive.write(keyList: list, to: path)
        guard try await StagingFolder.hash(of: path)?.sha256 == saved.listHash else {
            return ["the list of its media is not what was saved"]
        }
        let (keys, missing) = try await mirror.missing(from: path, telling: Self.told)
        let more = missing > keys.count ? ["and \(missing - keys.count) more of its media"] : []
        let (altered, damaged) = try await mirror.damaged(in: path, reading, besides: lists, telling: Self.told)
        let others = damaged > altered.count ? ["and \(damaged - altered.count) more of its media are damaged"] : []
        lists.append(path)
        return keys.map { "\($0) is not in the mirror as it was saved" } + more
            + altered.map { "the copy of \($0) has changed" } + others
    }
}
