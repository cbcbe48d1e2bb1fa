import Faults
import Glibc
import Model

/// What another host is given: a folder whose files can be read without this program and without restic.
package struct HandoverFolder: Sendable {
    package let path: String
    private static let workers = WorkerThreads(width: 2)

    package init(path: String) {
        self.path = path
    }

    /// pg_dump's own folder.
    package var dump: String { "\(path)/database" }
    /// The local files, as they lie below the media root.
    package var media: String { "\(path)/media" }
    /// The keys of the local files, with their bytes; a line each.
    package var keys: String { "\(path)/media-keys.tsv" }

    /// A file of the folder.
    package enum Name: String, CaseIterable, Sendable {
        case takeAlong = "take-along.env"
        /// Sealed for the key of whoever takes over.
        case takeAlongSealed = "take-along.env.age"
        case setAnew = "set-anew.txt"
        case readme = "README.md"
        /// Written last.
        case manifest = "handover.json"
    }

    /// Makes the folder.
    ///
    /// - Throws: `Fault(.refused)` for one that holds something.
    package func begin(at _: Site<ReadWrite>) throws {
        try refuseContent()
        FolderListing.create(path)
        chmod(path, 0o700)
    }

    /// - Throws: `Fault(.refused)` when the folder holds something.
    package func refuseContent() throws {
        guard !StagingFolder.hasContent(path) else {
            throw Fault(.refused, "\(path) is not empty", help: "name another folder, or empty it")
        }
    }

    package func write(_ bytes: [UInt8], as name: Name, at _: Site<ReadWrite>) throws {
        try StagingFolder.write(bytes, to: "\(path)/\(name.rawValue)")
    }

    /// - Throws: `FileError` when it cannot be read.
    package func read(_ name: Name) throws -> [UInt8] {
        try Self.content(of: "\(path)/\(name.rawValue)")
    }

    /// - Throws: `Fault(.badData)` for a folder that is none of a hand-over's, or an unfinished one.
    package func manifest() throws -> BackupManifest {
        guard let bytes = try? read(.manifest), let value = JSONValue(parsing: String(decoding: bytes, as: UTF8.self)),
            let manifest = BackupManifest(value)
        else {
            throw Fault(
                .badData, "\(path) is no finished hand-over: it has no \(Name.manifest.rawValue) that can be read")
        }
        return manifest
    }

    /// Brings the media root's files here, without the cache: by links where both lie on one disk.
    ///
    /// - Returns: symbolic links of the folder's, which are left out: what they name is on this machine alone.
    package func take(mediaFrom root: String, at _: Site<ReadWrite>) async throws -> [String] {
        try await Self.workers.run { try Self.copy(root, to: media, leavingOut: ["cache"]) }
            .map { String($0.dropFirst(root.count + 1)) }
    }

    /// Brings the files to the media root.
    package func give(mediaTo root: String, at _: Site<ReadWrite>) async throws {
        _ = try await Self.workers.run { try Self.copy(media, to: root, leavingOut: []) }
    }

    /// What is not as the manifest and the list of keys say; empty when all is.
    package func defects(of manifest: BackupManifest) async throws -> [String] {
        var defects: [String] = []
        if let database = manifest.database {
            let found = try await StagingFolder.hashes(of: dump)
            defects += database.files.filter { found[$0.key] != $0.value }.map(\.key).sorted()
                .map { "\($0) of the dump is not what was handed over" }
        }
        guard StagingFolder.hasContent(media) else { return defects }
        let lines = String(decoding: try Self.content(of: keys), as: UTF8.self).split(separator: "\n")
        let missing = try await Self.workers.run { [media] in
            lines.compactMap { line -> String? in
                let key = line.prefix { $0 != "\t" }
                var status = stat()
                return lstat("\(media)/\(key)", &status) == 0 ? nil : String(key)
            }
        }
        return defects + missing.prefix(20).map { "the file \($0) is missing" }
    }

    /// - Returns: the paths of symbolic links, which are not copied.
    private static func copy(_ source: String, to target: String, leavingOut: Set<String>) throws -> [String] {
        var links: [String] = []
        var status = stat()
        guard lstat(source, &status) == 0 else { throw FileError(code: errno, action: "read", path: source) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
            FolderListing.create(above: target)
            guard mkdir(target, status.st_mode & 0o777) == 0 || errno == EEXIST else {
                throw FileError(code: errno, action: "make", path: target)
            }
            for name in FolderListing.names(in: source) where !leavingOut.contains(name) {
                links += try copy("\(source)/\(name)", to: "\(target)/\(name)", leavingOut: [])
            }
        case S_IFREG:
            var present = stat()
            if lstat(target, &present) == 0 {
                // A link of an earlier hand-over: to write into it would be to write into the source.
                if present.st_ino == status.st_ino, present.st_dev == status.st_dev { return [] }
                guard unlink(target) == 0 else { throw FileError(code: errno, action: "replace", path: target) }
            }
            if link(source, target) != 0 { try copyFile(source, to: target, mode: status.st_mode & 0o777) }
        case S_IFLNK: links.append(source)
        default: break
        }
        return links
    }

    private static func content(of path: String) throws -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { throw FileError(code: errno, action: "read", path: path) }
        defer { close(file) }
        return try FileContent.read(file, path: path)
    }

    private static func copyFile(_ source: String, to target: String, mode: mode_t) throws {
        let input = open(source, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard input >= 0 else { throw FileError(code: errno, action: "read", path: source) }
        defer { close(input) }
        let output = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
        guard output >= 0 else { throw FileError(code: errno, action: "write", path: target) }
        defer { close(output) }
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = Glibc.read(input, &buffer, buffer.count)
            guard count >= 0 else { throw FileError(code: errno, action: "read", path: source) }
            if count == 0 { break }
            try FileContent.write(Array(buffer[..<count]), to: output, path: target)
        }
        guard fsync(output) == 0 else { throw FileError(code: errno, action: "write", path: target) }
    }
}
