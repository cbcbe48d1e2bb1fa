import CLinux
import Glibc
import Model

/// A walk over the files below a root, in byte order of their paths, that can begin behind any path.
///
/// Memory is that of the open directories' names, one directory a level, whatever the number of files. Byte order of
/// whole keys means that a directory sorts as its name with a slash: `a.b` comes before `a/c`, and `a0` behind both.
/// A directory that vanishes while it is walked holds nothing. Confined to one thread at a time.
final class DirectoryWalk: @unchecked Sendable {
    private struct Entry {
        var start: Int
        /// Length of the name, with the slash of a directory, without the NUL that stands behind both.
        var length: Int
        var isDirectory: Bool
    }

    private struct Level {
        var descriptor: Int32
        var names: [UInt8] = []
        var entries: [Entry] = []
        var next = 0
        /// Length of this directory's path in `path`, with its slash.
        var pathLength = 0
    }

    /// The root; kept alive as long as the walk.
    private let root: DirectoryDescriptor
    private let prefix: [UInt8]
    private let resume: [UInt8]
    private var isBegun = false
    private var path: [UInt8] = []
    private var levels: [Level] = []
    /// Levels that were left, for their buffers: a media root has millions of directories.
    private var spare: [Level] = []
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 8)

    init(root: DirectoryDescriptor, prefix: String, after start: ObjectKey?) {
        self.root = root
        self.prefix = Array(prefix.utf8)
        resume = start.map { $0.withBytes(Array.init) } ?? []
    }

    deinit {
        for level in levels { close(level.descriptor) }
        buffer.deallocate()
    }

    /// Up to `limit` files more, nil when there are none.
    ///
    /// - Throws: `FileError` for a directory that cannot be read.
    func page(_ limit: Int) throws -> [StoredObject]? {
        if !isBegun {
            isBegun = true
            try begin()
        }
        var page: [StoredObject] = []
        page.reserveCapacity(limit)
        while page.count < limit, !levels.isEmpty {
            let last = levels.count - 1
            let index = levels[last].next
            guard index < levels[last].entries.count else {
                leave()
                continue
            }
            levels[last].next += 1
            let entry = levels[last].entries[index]
            path.removeSubrange(levels[last].pathLength...)
            path.append(contentsOf: levels[last].names[entry.start..<(entry.start + entry.length)])
            if entry.isDirectory {
                try enter(entry, of: last)
            } else if let object = try object(entry, of: last) {
                page.append(object)
            }
        }
        return page.isEmpty ? nil : page
    }

    /// Opens the deepest directory that the prefix names in full.
    private func begin() throws {
        guard let slash = prefix.lastIndex(of: UInt8(ascii: "/")) else {
            // Opened anew: a duplicate would share its reading position with other walks.
            return try open(".", in: root.number)
        }
        let folder = ObjectKey(String(decoding: prefix[..<slash], as: UTF8.self))
        guard folder.isSafe, let found = try root.parent(of: folder) else { return }
        path = Array(prefix[...slash])
        try open(found.name, in: found.directory.number)
    }

    private func enter(_ entry: Entry, of level: Int) throws {
        let parent = levels[level].descriptor
        // The slash is cut off for the moment of the call: the NUL behind it would make `openat` follow a link.
        levels[level].names[entry.start + entry.length - 1] = 0
        defer { levels[level].names[entry.start + entry.length - 1] = UInt8(ascii: "/") }
        try levels[level].names.withUnsafeBytes { names in
            try open((names.baseAddress! + entry.start).assumingMemoryBound(to: CChar.self), in: parent)
        }
    }

    private func open(_ name: UnsafePointer<CChar>, in parent: Int32) throws {
        switch DirectoryDescriptor.open(name, in: parent, forReading: true) {
        case .directory(let number): try read(number)
        case .absent: break
        // A link that stands where a directory stood when its name was read.
        case .failed(ELOOP) where !levels.isEmpty: break
        case .failed(let code): throw error(code)
        }
    }

    private func leave() {
        guard let level = levels.popLast() else { return }
        close(level.descriptor)
        if spare.count < 32 { spare.append(level) }
    }

    /// Reads the names of the directory `path` and opens a level for those that are wanted.
    private func read(_ descriptor: Int32) throws {
        var level = spare.popLast() ?? Level(descriptor: descriptor)
        level.descriptor = descriptor
        level.names.removeAll(keepingCapacity: true)
        level.entries.removeAll(keepingCapacity: true)
        level.next = 0
        level.pathLength = path.count
        while true {
            let length = clinux_getdents(descriptor, buffer.baseAddress!, buffer.count)
            // A directory removed meanwhile says ENOENT.
            if length == 0 || length < 0 && errno == ENOENT { break }
            guard length > 0 else {
                let code = errno
                close(descriptor)
                throw error(code)
            }
            take(length, into: &level)
        }
        if level.entries.count > 1 {
            level.names.withUnsafeBytes { names in
                level.entries.sort { left, right in
                    let shared = min(left.length, right.length)
                    let order = memcmp(names.baseAddress! + left.start, names.baseAddress! + right.start, shared)
                    return order != 0 ? order < 0 : left.length < right.length
                }
            }
        }
        levels.append(level)
    }

    /// Takes the wanted ones of the entries that the kernel put into the buffer (`struct linux_dirent64`).
    private func take(_ length: Int, into level: inout Level) {
        var offset = 0
        while offset < length {
            let record = UnsafeRawBufferPointer(rebasing: buffer[offset..<length])
            offset += Int(record.loadUnaligned(fromByteOffset: 16, as: UInt16.self))
            let name = record.baseAddress! + 19
            let count = strlen(name.assumingMemoryBound(to: CChar.self))
            let bytes = UnsafeRawBufferPointer(start: name, count: count)
            if bytes[0] == UInt8(ascii: "."), count == 1 || count == 2 && bytes[1] == UInt8(ascii: ".") { continue }
            var kind = Int32(record[18])
            if kind == DT_UNKNOWN {
                var status = stat()
                let address = name.assumingMemoryBound(to: CChar.self)
                guard fstatat(level.descriptor, address, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
                kind = status.st_mode & S_IFMT == S_IFDIR ? Int32(DT_DIR) : Int32(DT_REG)
            }
            let start = level.names.count
            level.names.append(contentsOf: bytes)
            if kind == DT_DIR { level.names.append(UInt8(ascii: "/")) }
            level.names.append(0)
            let entry = Entry(start: start, length: level.names.count - start - 1, isDirectory: kind == DT_DIR)
            if isWanted(entry, of: level) {
                level.entries.append(entry)
            } else {
                level.names.removeSubrange(start...)
            }
        }
    }

    /// True when the entry, or something below it, starts with the prefix and lies behind the start.
    private func isWanted(_ entry: Entry, of level: Level) -> Bool {
        if level.pathLength >= prefix.count && !isResuming(at: level.pathLength) { return true }
        let name = level.names[entry.start..<(entry.start + entry.length)]
        let wanted = prefix.dropFirst(level.pathLength)
        let starts =
            entry.isDirectory ? name.starts(with: wanted) || wanted.starts(with: name) : name.starts(with: wanted)
        guard starts else { return false }
        guard !resume.isEmpty else { return true }
        let (here, rest) = (path[..<level.pathLength], resume.dropFirst(level.pathLength))
        guard resume.starts(with: here) else { return resume.lexicographicallyPrecedes(here) }
        return rest.lexicographicallyPrecedes(name) || entry.isDirectory && rest.starts(with: name)
    }

    /// False when the directory at `path` lies wholly behind the start.
    private func isResuming(at pathLength: Int) -> Bool {
        !resume.isEmpty && !resume.lexicographicallyPrecedes(path[..<pathLength])
    }

    /// The file of the entry, nil when it is gone.
    private func object(_ entry: Entry, of level: Int) throws -> StoredObject? {
        var status = stat()
        let found = levels[level].names.withUnsafeBytes { names in
            let name = (names.baseAddress! + entry.start).assumingMemoryBound(to: CChar.self)
            return fstatat(levels[level].descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? 0 : errno
        }
        if found == ENOENT { return nil }
        guard found == 0 else { throw error(found) }
        return path.withUnsafeBufferPointer { StoredObject(key: ObjectKey(bytes: $0), status: status) }
    }

    private func error(_ code: Int32) -> FileError {
        let shown = path.withUnsafeBufferPointer { ObjectKey(bytes: $0).text }
        return FileError(code: code, action: "read", path: shown.isEmpty ? "the media root" : shown)
    }
}

extension StoredObject {
    /// What `lstat` says of a file.
    init(key: ObjectKey, status: stat) {
        self.init(
            key: key,
            size: status.st_mode & S_IFMT == S_IFREG ? Int64(status.st_size) : 0,
            modified: Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9)
    }
}
