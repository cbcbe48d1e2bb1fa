import Glibc
import Model

/// Media files below a directory (`PAPERCLIP_ROOT_PATH`), never following a symbolic link below it.
///
/// An unsafe key is refused and reported. A link at the end of a key is the object itself: it is listed, moved and
/// deleted, its target never touched. A link on the way is a failure of the key (`ELOOP`).
package final class FileObjectStore: ObjectStore {
    let root: DirectoryDescriptor
    let workers: WorkerThreads

    /// Opens the root.
    ///
    /// - Parameters:
    ///   - root: path of the directory; it may itself be a link.
    ///   - threads: how many system calls may wait on the disk at once.
    /// - Throws: `FileError`.
    package init(root: String, threads: Int = 4) throws {
        self.root = try DirectoryDescriptor(root: root)
        workers = WorkerThreads(width: threads)
    }

    deinit { workers.stop() }

    package func list(prefix: String, after start: ObjectKey?) -> ObjectPages {
        ObjectPages { [root, workers] in
            let walk = DirectoryWalk(root: root, prefix: prefix, after: start)
            return { try await workers.run { try walk.page(1000) } }
        }
    }

    package func find(_ key: ObjectKey) async throws -> StoredObject? {
        try await workers.run { [root] in
            try Self.status(of: key, below: root).map { StoredObject(key: key, status: $0) }
        }
    }

    /// Spread over the threads, many keys a turn: one look at the disk is shorter than the way to a thread.
    package func existing(of keys: [ObjectKey]) async throws -> Set<ObjectKey> {
        let sorted = keys.sorted()
        let shares = max(1, min(workers.width, sorted.count / 32))
        return try await withThrowingTaskGroup(of: [ObjectKey].self) { [root, workers] group in
            for share in 0..<shares {
                let range = (sorted.count * share / shares)..<(sorted.count * (share + 1) / shares)
                group.addTask {
                    try await workers.run { try sorted[range].filter { try Self.status(of: $0, below: root) != nil } }
                }
            }
            return try await group.reduce(into: []) { $0.formUnion($1) }
        }
    }

    /// Nil when there is nothing, or a directory.
    private static func status(of key: ObjectKey, below root: DirectoryDescriptor) throws -> stat? {
        guard let (directory, name) = try root.parent(of: key) else { return nil }
        var status = stat()
        guard fstatat(directory.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            if errno == ENOENT { return nil }
            throw FileError(code: errno, action: "read", path: key.text)
        }
        return status.st_mode & S_IFMT == S_IFDIR ? nil : status
    }

    package func read(_ key: ObjectKey) async throws -> [UInt8]? {
        try await workers.run { [root] in
            guard let (directory, name) = try root.parent(of: key) else { return nil }
            // Without O_NONBLOCK a pipe somebody left here would hold the thread for ever.
            let file = openat(directory.number, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
            guard file >= 0 else {
                if errno == ENOENT { return nil }
                throw FileError(code: errno, action: "read", path: key.text)
            }
            defer { Glibc.close(file) }
            return try FileContent.read(file, path: key.text)
        }
    }

    /// Written under another name in the same directory and then renamed: nobody sees half an object.
    package func write(_ bytes: [UInt8], to key: ObjectKey) async throws {
        try await workers.run { [root] in
            guard let (directory, name) = try root.parent(of: key, creating: true) else { return }
            let draft = ".mastoctl-\(getpid())-\(UInt32.random(in: 0 ... .max))"
            let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
            let file = openat(directory.number, draft, flags, 0o644)
            guard file >= 0 else { throw FileError(code: errno, action: "write", path: key.text) }
            do {
                defer { Glibc.close(file) }
                try FileContent.write(bytes, to: file, path: key.text)
                guard renameat(directory.number, draft, directory.number, name) == 0 else {
                    throw FileError(code: errno, action: "write", path: key.text)
                }
            } catch {
                unlinkat(directory.number, draft, 0)
                throw error
            }
        }
    }

    /// The web server tells the type by the name.
    package func upload(_ bytes: [UInt8], as type: String, to key: ObjectKey) async throws {
        try await write(bytes, to: key)
    }

    /// A call with many keys is spread over the threads; calls may also run side by side.
    package func delete(_ keys: [ObjectKey]) async throws -> ObjectOutcome {
        let sorted = zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 } ? keys : keys.sorted()
        let shares = max(1, min(2, workers.width, sorted.count / 64))
        return try await withThrowingTaskGroup(of: [ObjectFailure].self) { [root, workers] group in
            for share in 0..<shares {
                let range = (sorted.count * share / shares)..<(sorted.count * (share + 1) / shares)
                group.addTask {
                    try await workers.run { FileDeletion.delete(sorted[range], below: root.number) }
                }
            }
            return ObjectOutcome(failures: try await group.reduce(into: []) { $0 += $1 })
        }
    }

    package func move(_ key: ObjectKey, to target: ObjectKey) async throws -> ObjectOutcome {
        try await change(key, target) { [root] in
            guard let source = try root.parent(of: key) else {
                throw FileError(code: ENOENT, action: "move", path: key.text)
            }
            var status = stat()
            guard fstatat(source.directory.number, source.name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                throw FileError(code: errno, action: "move", path: key.text)
            }
            if status.st_mode & S_IFMT == S_IFDIR { throw FileError(code: EISDIR, action: "move", path: key.text) }
            guard let place = try root.parent(of: target, creating: true) else { return }
            guard renameat(source.directory.number, source.name, place.directory.number, place.name) == 0 else {
                throw FileError(code: errno, action: "move", path: key.text)
            }
            // The file is gone from there; this removes the directories that became empty.
            if key != target { _ = FileDeletion.delete([key], below: root.number) }
        }
    }

    package func copy(_ key: ObjectKey, to target: ObjectKey) async throws -> ObjectOutcome {
        try await change(key, target) { [root] in
            guard let source = try root.parent(of: key) else {
                throw FileError(code: ENOENT, action: "copy", path: key.text)
            }
            guard key != target, let place = try root.parent(of: target, creating: true) else { return }
            let draft = ".mastoctl-\(getpid())-\(UInt32.random(in: 0 ... .max))"
            guard linkat(source.directory.number, source.name, place.directory.number, draft, 0) == 0 else {
                throw FileError(code: errno, action: "copy", path: key.text)
            }
            guard renameat(place.directory.number, draft, place.directory.number, place.name) == 0 else {
                let code = errno
                unlinkat(place.directory.number, draft, 0)
                throw FileError(code: code, action: "copy", path: key.text)
            }
            // Where both were one file already, renaming does nothing and leaves the other name.
            unlinkat(place.directory.number, draft, 0)
        }
    }

    package func publish(_ key: ObjectKey) async throws -> ObjectOutcome {
        try await change(key, key) { [root] in
            guard let (directory, name) = try root.parent(of: key) else {
                throw FileError(code: ENOENT, action: "publish", path: key.text)
            }
            var status = stat()
            guard fstatat(directory.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                throw FileError(code: errno, action: "publish", path: key.text)
            }
            switch status.st_mode & S_IFMT {
            case S_IFREG: break
            case S_IFLNK: throw FileError(code: ELOOP, action: "publish", path: key.text)
            default: throw FileError(code: EINVAL, action: "publish", path: key.text)
            }
            guard fchmodat(directory.number, name, 0o644, AT_SYMLINK_NOFOLLOW) == 0 else {
                throw FileError(code: errno, action: "publish", path: key.text)
            }
        }
    }

    package func freeSpace() async throws -> Int64? {
        try await workers.run { [root] in
            var space = statvfs()
            guard fstatvfs(root.number, &space) == 0 else {
                throw FileError(code: errno, action: "measure", path: "the media root")
            }
            return Int64(space.f_bavail) * Int64(space.f_frsize)
        }
    }

    package func close() async { workers.stop() }

    /// Runs a change of one key; its trouble is an outcome.
    private func change(
        _ key: ObjectKey, _ target: ObjectKey, _ body: @escaping @Sendable () throws -> Void
    ) async throws -> ObjectOutcome {
        guard key.isSafe, target.isSafe else {
            return ObjectOutcome(failures: [ObjectFailure(key: key, reason: "refused name", isTransient: false)])
        }
        return try await workers.run {
            do {
                try body()
                return ObjectOutcome()
            } catch let error as FileError {
                let transient = FileError.isTransient(error.code)
                let failure = ObjectFailure(key: key, reason: FileError.reason(error.code), isTransient: transient)
                return ObjectOutcome(failures: [failure])
            }
        }
    }
}
