import Faults
import Glibc
import Model

/// Where a dump lies on its way into the repository or out of it: a folder that only this user may enter.
package struct StagingFolder: Sendable, Equatable {
    package let path: String
    private static let workers = WorkerThreads(width: 2)

    package init(path: String) {
        self.path = path
    }

    /// The dump's own folder; always the same, so that the repository knows its paths again.
    package var dump: String { "\(path)/database" }
    private var exclusions: String { "\(path)/exclusions" }
    /// The list of keys of the media that are mirrored.
    package var keyList: String { "\(path)/media-keys.tsv" }
    private var draft: StateFolder<ReadWrite> { StateFolder(path: path) }

    /// What an unfinished run has left; nil when there is nothing.
    package func unfinished() -> BackupManifest? {
        guard let bytes = try? draft.read("draft.json") else { return nil }
        return JSONValue(parsing: String(decoding: bytes, as: UTF8.self)).flatMap { BackupManifest($0) }
    }

    /// Notes how far a backup is, so that a run that is killed can be gone on with.
    package func note(_ manifest: BackupManifest, at _: Site<ReadWrite>) throws {
        try make()
        try draft.write("draft.json", Array(manifest.json.text.utf8))
    }

    /// Makes the folder, and the dump's own anew and empty.
    package func begin(at _: Site<ReadWrite>) throws {
        try make()
        try Self.remove(dump)
    }

    /// The file for what of the media is left out, besides the cache.
    package func exclusions(at _: Site<ReadWrite>) throws -> String {
        try make()
        return exclusions
    }

    /// Removes everything in it.
    package func clear(at _: Site<ReadWrite>) throws {
        draft.remove("draft.json")
        try Self.remove(dump)
        unlink(exclusions)
        unlink(keyList)
    }

    /// Makes an empty folder of another name in it, for a restore.
    package func fresh(_ name: String) throws -> String {
        try make()
        let folder = "\(path)/\(name)"
        try Self.remove(folder)
        guard mkdir(folder, 0o700) == 0 else { throw FileError(code: errno, action: "make", path: folder) }
        return folder
    }

    /// Bytes free for it.
    package func freeSpace() throws -> Int64 {
        try make()
        var space = statvfs()
        guard statvfs(path, &space) == 0 else { throw FileError(code: errno, action: "measure", path: path) }
        return Int64(space.f_bavail) * Int64(space.f_frsize)
    }

    /// Hashes every file of a folder, on threads of its own.
    ///
    /// - Throws: `FileError`.
    package static func hashes(of folder: String) async throws -> [String: BackupFile] {
        let names = FolderListing.names(in: folder)
        return try await withThrowingTaskGroup(of: (String, BackupFile).self) { group in
            for name in names {
                group.addTask {
                    let (bytes, digits) = try await workers.run { try Hashed.file("\(folder)/\(name)") }
                    return (name, BackupFile(bytes: bytes, sha256: digits))
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    /// Hashes one file; nil when it is not there.
    package static func hash(of path: String) async throws -> BackupFile? {
        do {
            let (bytes, digits) = try await workers.run { try Hashed.file(path) }
            return BackupFile(bytes: bytes, sha256: digits)
        } catch let error as FileError where error.code == ENOENT || error.code == ENOTDIR {
            return nil
        }
    }

    private func make() throws {
        FolderListing.create(above: path + "/x")
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw FileError(code: errno, action: "make", path: path)
        }
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid() else {
            throw Fault(.denied, "\(path) is no folder of this user's", help: "set backup.staging to another one")
        }
        chmod(path, 0o700)
    }
}
