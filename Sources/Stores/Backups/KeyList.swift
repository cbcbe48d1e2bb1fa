import Faults
import Glibc
import Model

/// A list of stored files: a line each with key, bytes and tag, tabs between, in byte order of the keys.
enum KeyList {
    /// Writes one, in parts.
    final class Writer {
        private let path: String
        private let file: Int32
        private var waiting: [UInt8] = []

        init(_ path: String) throws {
            self.path = path
            file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard file >= 0 else { throw FileError(code: errno, action: "write", path: path) }
        }

        func add(_ object: StoredObject) throws {
            // A tab or a line's end is in no name that a server gives.
            let text = object.key.text
            guard object.key.isExact, !text.utf8.contains(9), !text.utf8.contains(10) else { return }
            waiting += "\(text)\t\(object.size)\t\(object.tag ?? "")\n".utf8
            if waiting.count > 1 << 20 { try flush() }
        }

        func finish() throws {
            try flush()
            guard fsync(file) == 0 else { throw FileError(code: errno, action: "write", path: path) }
        }

        private func flush() throws {
            try FileContent.write(waiting, to: file, path: path)
            waiting = []
        }

        deinit { close(file) }
    }

    /// Reads one line after the other.
    struct Reader {
        private let lines: LineReader
        private let path: String
        private var ahead: StoredObject?
        private var isOver = false

        init(_ path: String) throws {
            self.path = path
            lines = try LineReader(path: path)
        }

        /// - Throws: `Fault(.badData)` for a line that is none.
        mutating func next() throws -> StoredObject? {
            guard let line = try lines.next() else { return nil }
            let parts = String(decoding: line, as: UTF8.self).split(separator: "\t", omittingEmptySubsequences: false)
            guard parts.count == 3, let size = Int64(parts[1]) else {
                throw Fault(.badData, "line \(lines.number) of \(path) is no line of a list of keys")
            }
            return StoredObject(
                key: ObjectKey(String(parts[0])), size: size, modified: 0,
                tag: parts[2].isEmpty ? nil : String(parts[2]))
        }

        /// Whether the list names a key; keys must be asked for in their order.
        mutating func has(_ key: ObjectKey) throws -> Bool {
            while !isOver {
                if ahead == nil { ahead = try next() }
                guard let object = ahead else {
                    isOver = true
                    return false
                }
                if object.key >= key { return object.key == key }
                ahead = nil
            }
            return false
        }
    }

    /// All of it, as a storage lists its objects.
    static func pages(_ path: String) -> ObjectPages {
        ObjectPages {
            var reader: Reader?
            return {
                if reader == nil { reader = try Reader(path) }
                var page: [StoredObject] = []
                while page.count < 1_000, let object = try reader?.next() { page.append(object) }
                return page.isEmpty ? nil : page
            }
        }
    }
}
