import Glibc
import Model

/// Deletes files below a root and then the directories that became empty, as Mastodon's Paperclip does (4.2–4.6,
/// `Storage::Filesystem#flush_deletes`): after a file its directory, then each one above until one is not empty.
/// Where the file's own directory is already gone nothing above it is tried, as there.
///
/// Keys that follow each other share their directories: those stay open, and each is removed once, when the pass
/// leaves it. In sorted order this needs fewer calls than deleting path by path. Confined to one thread.
struct FileDeletion {
    /// An open directory on the way to the current key.
    private struct Level {
        var descriptor: Int32
        /// Where its name begins in `path`, and its length.
        var start: Int
        var length: Int
        /// True once a file of it was asked for, or a directory in it removed: it may be empty now.
        var mayBeEmpty = false
    }

    private let root: Int32
    private var levels: [Level] = []
    /// The components of the open directories, each ended by NUL, so that each is a C string where it lies.
    private var path: [UInt8] = []
    private var parts: [Range<Int>] = []
    private(set) var failures: [ObjectFailure] = []

    init(root: Int32) {
        self.root = root
    }

    /// Deletes the keys in their order and leaves every directory.
    static func delete(_ keys: ArraySlice<ObjectKey>, below root: Int32) -> [ObjectFailure] {
        var deletion = FileDeletion(root: root)
        for key in keys { deletion.delete(key) }
        deletion.leave(downTo: 0)
        return deletion.failures
    }

    private mutating func delete(_ key: ObjectKey) {
        guard key.isSafe else {
            fail(key, "refused name")
            return
        }
        key.withBytes { bytes in
            split(bytes)
            let shared = enter(bytes)
            var parent = levels.last?.descriptor ?? root
            for part in parts[shared..<(parts.count - 1)] {
                let start = path.count
                path.append(contentsOf: bytes[part])
                path.append(0)
                switch withName(at: start, { DirectoryDescriptor.open($0, in: parent, forReading: false) }) {
                case .directory(let number):
                    levels.append(Level(descriptor: number, start: start, length: part.count))
                    parent = number
                case .absent:
                    path.removeSubrange(start...)
                    return
                case .failed(let code):
                    path.removeSubrange(start...)
                    fail(key, code)
                    return
                }
            }
            let start = path.count
            path.append(contentsOf: bytes[parts[parts.count - 1]])
            path.append(0)
            let code = withName(at: start) { unlinkat(parent, $0, 0) == 0 ? 0 : errno }
            path.removeSubrange(start...)
            if !levels.isEmpty, code == 0 || code == ENOENT { levels[levels.count - 1].mayBeEmpty = true }
            if code != 0, code != ENOENT { fail(key, code) }
        }
    }

    private mutating func split(_ bytes: UnsafeBufferPointer<UInt8>) {
        parts.removeAll(keepingCapacity: true)
        var start = 0
        for index in bytes.indices where bytes[index] == UInt8(ascii: "/") {
            parts.append(start..<index)
            start = index + 1
        }
        parts.append(start..<bytes.count)
    }

    /// Leaves the directories that are not on the key's way; answers how many of its components are open.
    private mutating func enter(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var shared = 0
        while shared < levels.count, shared < parts.count - 1 {
            let (level, part) = (levels[shared], parts[shared])
            guard level.length == part.count else { break }
            let isSame = path.withUnsafeBufferPointer { path in
                memcmp(path.baseAddress! + level.start, bytes.baseAddress! + part.lowerBound, part.count) == 0
            }
            guard isSame else { break }
            shared += 1
        }
        leave(downTo: shared)
        return shared
    }

    /// Closes directories until `depth` are open, removing those that are empty. The root is never among them.
    private mutating func leave(downTo depth: Int) {
        while levels.count > depth, let level = levels.popLast() {
            if level.mayBeEmpty {
                let parent = levels.last?.descriptor ?? root
                let isRemoved = withName(at: level.start) { unlinkat(parent, $0, AT_REMOVEDIR) == 0 }
                if isRemoved, !levels.isEmpty { levels[levels.count - 1].mayBeEmpty = true }
            }
            close(level.descriptor)
            path.removeSubrange(level.start...)
        }
    }

    private func withName<Result>(at start: Int, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
        path.withUnsafeBytes { body(($0.baseAddress! + start).assumingMemoryBound(to: CChar.self)) }
    }

    private mutating func fail(_ key: ObjectKey, _ code: Int32) {
        failures.append(
            ObjectFailure(key: key, reason: FileError.reason(code), isTransient: FileError.isTransient(code)))
    }

    private mutating func fail(_ key: ObjectKey, _ reason: String) {
        failures.append(ObjectFailure(key: key, reason: reason, isTransient: false))
    }
}
