import CLinux
import Glibc
import Model

extension FileObjectStore {
    package func read(_ key: ObjectKey, from offset: Int64, count: Int) async throws -> [UInt8]? {
        try await workers.run { [root] in
            guard let (directory, name) = try root.parent(of: key) else { return nil }
            let file = openat(directory.number, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
            guard file >= 0 else {
                if errno == ENOENT { return nil }
                throw FileError(code: errno, action: "read", path: key.text)
            }
            defer { Glibc.close(file) }
            var status = stat()
            guard fstat(file, &status) == 0 else { throw FileError(code: errno, action: "read", path: key.text) }
            guard status.st_mode & S_IFMT == S_IFREG else {
                throw FileError(code: EINVAL, action: "read", path: key.text)
            }
            let length = min(Int64(count), Int64(status.st_size) - offset)
            if length < 0 { return nil }
            return try FileContent.read(file, from: offset, count: Int(length), path: key.text)
        }
    }

    package func take(_ key: ObjectKey, _ content: ObjectContent, served: FileServing) async throws -> String? {
        let draft = try await workers.run { [root] in try FileDraft(of: key, below: root) }
        do {
            var offset: Int64 = 0
            while let piece = try await content.piece(from: offset) {
                offset += Int64(piece.count)
                try await workers.run { try draft.add(piece) }
            }
            try await workers.run { try draft.finish() }
            return nil
        } catch {
            try? await workers.run { draft.discard() }
            throw error
        }
    }

    /// Files of two folders are copied by way of this process.
    package func takeNearby(
        _ object: StoredObject, from other: any ObjectStore, served: FileServing
    ) async throws -> Bool { false }

    /// The web server tells type and time by the name.
    package func flaws(of key: ObjectKey, served: FileServing) async throws -> Set<ServingFlaw>? {
        try await workers.run { [root] in
            guard let (directory, name) = try root.parent(of: key) else { return nil }
            var status = stat()
            guard fstatat(directory.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                if errno == ENOENT { return nil }
                throw FileError(code: errno, action: "read", path: key.text)
            }
            let isReadable = status.st_mode & 0o444 == 0o444
            return status.st_mode & S_IFMT == S_IFREG && !isReadable ? [.access] : []
        }
    }

    package func serve(
        _ key: ObjectKey, as served: FileServing, mending flaws: Set<ServingFlaw>
    ) async throws -> ObjectOutcome {
        flaws.isEmpty ? ObjectOutcome() : try await publish(key)
    }

    package func settle() async throws {
        try await workers.run { [root] in
            guard clinux_syncfs(root.number) == 0 else {
                throw FileError(code: errno, action: "write", path: "the media root")
            }
        }
    }
}

/// A file that is being written, under a name that the next attempt takes, too: what a killed one leaves is replaced.
/// Touched by one thread at a time.
private final class FileDraft: @unchecked Sendable {
    private let key: ObjectKey
    private let directory: DirectoryDescriptor
    private let name: String
    private let draft: String
    private var file: Int32

    init(of key: ObjectKey, below root: DirectoryDescriptor) throws {
        guard let (directory, name) = try root.parent(of: key, creating: true) else {
            throw FileError(code: ENOENT, action: "write", path: key.text)
        }
        self.key = key
        self.directory = directory
        self.name = name
        draft = StoragePlace.draftPrefix + String(decoding: name.utf8.prefix(200), as: UTF8.self)
        // Not written over: it may be a link to another file.
        unlinkat(directory.number, draft, 0)
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        file = openat(directory.number, draft, flags, 0o644)
        guard file >= 0 else { throw FileError(code: errno, action: "write", path: key.text) }
    }

    func add(_ piece: [UInt8]) throws {
        try FileContent.write(piece, to: file, path: key.text)
    }

    func finish() throws {
        close(file)
        file = -1
        guard renameat(directory.number, draft, directory.number, name) == 0 else {
            throw FileError(code: errno, action: "write", path: key.text)
        }
    }

    func discard() {
        if file >= 0 { close(file) }
        file = -1
        unlinkat(directory.number, draft, 0)
    }

    deinit { if file >= 0 { close(file) } }
}
