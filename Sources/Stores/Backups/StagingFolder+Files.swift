import Faults
import Glibc

extension StagingFolder {
    /// Removes a file or a folder with what is in it, never following a link.
    package static func remove(_ path: String) throws {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            for name in FolderListing.names(in: path) { try remove("\(path)/\(name)") }
            guard rmdir(path) == 0 else { throw FileError(code: errno, action: "remove", path: path) }
        } else {
            guard unlink(path) == 0 else { throw FileError(code: errno, action: "remove", path: path) }
        }
    }

    /// Files of a dump's tables without the lines that end each. What was written can be lost without a word of the disk's,
    /// and pg_restore takes such a file for a table with fewer rows.
    ///
    /// - Parameter dump: a folder of pg_dump's that is not compressed.
    static func cutShort(in dump: String) throws -> [String] {
        let end = Array("\\.\n\n\n".utf8)
        // Others of that ending are the table of contents and large objects.
        let tables = FolderListing.names(in: dump).filter { $0.hasSuffix(".dat") && $0.first?.isNumber == true }
        return try tables.filter { try tail(of: "\(dump)/\($0)", count: end.count) != end }.sorted()
    }

    private static func tail(of path: String, count: Int) throws -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { throw FileError(code: errno, action: "read", path: path) }
        defer { close(file) }
        let size = Int64(lseek(file, 0, SEEK_END))
        guard size >= count else { return [] }
        return try FileContent.read(file, from: size - Int64(count), count: count, path: path)
    }

    /// Whether anything is in a folder; false when there is none.
    package static func hasContent(_ folder: String) -> Bool { !FolderListing.names(in: folder).isEmpty }

    /// Gives a folder another name, in the place of an empty one or of none.
    package static func move(_ folder: String, to path: String) throws {
        FolderListing.create(above: path)
        guard rename(folder, path) == 0 else { throw FileError(code: errno, action: "move", path: folder) }
    }

    /// Writes a file that only this user can read, over one that is there.
    package static func write(_ bytes: [UInt8], to path: String) throws {
        let draft = "\(path).\(getpid())"
        let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw FileError(code: errno, action: "write", path: path) }
        defer { close(file) }
        do {
            try FileContent.write(bytes, to: file, path: path)
            guard fsync(file) == 0, rename(draft, path) == 0 else {
                throw FileError(code: errno, action: "write", path: path)
            }
        } catch {
            unlink(draft)
            throw error
        }
    }
}
