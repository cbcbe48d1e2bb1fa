import Faults
import Glibc

/// The lines of a file, without their ends, in constant memory. Confined to one task at a time.
package final class LineReader {
    /// Bytes a line may have: a key has 1,024 at most, encoded three times that.
    package static let longest = 1 << 16

    private let file: Int32
    private let path: String
    private let longest: Int
    private var buffer: [UInt8] = []
    private var start = 0
    private var isOver = false
    /// Of the line given last, from 1.
    package private(set) var number = 0

    /// - Parameter longest: bytes a line may have.
    /// - Throws: `Fault(.noSuch)`, `.denied` or `.inputOutput`.
    package init(path: String, longest: Int = LineReader.longest) throws {
        self.path = path
        self.longest = longest
        file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            let code = errno
            throw Fault(
                code == ENOENT ? .noSuch : code == EACCES ? .denied : .inputOutput, "cannot read \(path)",
                notes: [FileError.reason(code)])
        }
    }

    /// - Parameters:
    ///   - file: a descriptor, which is closed in the end.
    ///   - path: what it is called before people.
    init(file: Int32, path: String, longest: Int = LineReader.longest) {
        self.file = file
        self.path = path
        self.longest = longest
    }

    deinit { close(file) }

    /// The next line, nil at the end of the file.
    ///
    /// - Throws: `Fault(.inputOutput)`, or `Fault(.badData)` for a line that is too long.
    package func next() throws -> [UInt8]? {
        var searched = start
        while true {
            if let end = end(from: searched) { return take(start..<end, next: end + 1) }
            if isOver { return start < buffer.count ? take(start..<buffer.count, next: buffer.count) : nil }
            searched = buffer.count - start
            guard searched <= longest else {
                throw Fault(.badData, "line \(number + 1) of \(path) is too long", notes: ["nothing was changed"])
            }
            try fill()
        }
    }

    private func take(_ range: Range<Int>, next: Int) -> [UInt8] {
        number += 1
        start = next
        var line = Array(buffer[range])
        // A byte order mark, as some spreadsheets leave it.
        if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        return line
    }

    /// Where the next line ends, if it does.
    private func end(from searched: Int) -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard searched < bytes.count, let base = bytes.baseAddress else { return nil }
            return memchr(base + searched, 10, bytes.count - searched).map { UnsafeRawPointer($0) - base }
        }
    }

    private func fill() throws {
        let rest = buffer[start...]
        buffer = try Array(unsafeUninitializedCapacity: rest.count + Self.longest) { room, filled in
            filled = room.update(fromContentsOf: rest)
            var count = -1
            repeat { count = read(file, room.baseAddress! + filled, Self.longest) } while count < 0 && errno == EINTR
            guard count >= 0 else {
                throw Fault(.inputOutput, "cannot read \(path)", notes: [FileError.reason(errno)])
            }
            filled += count
            isOver = count == 0
        }
        start = 0
    }
}

/// A line of comma-separated values (RFC 4180, but a line is a record).
enum CommaSeparated {
    /// The fields; nil when a quoted one does not end.
    static func fields(_ line: ArraySlice<UInt8>) -> [[UInt8]]? {
        let (comma, quote) = (UInt8(ascii: ","), UInt8(ascii: "\""))
        var fields: [[UInt8]] = []
        var field: [UInt8] = []
        var index = line.startIndex
        var isQuoted = false
        while index < line.endIndex {
            let byte = line[index]
            index += 1
            if isQuoted {
                if byte != quote {
                    field.append(byte)
                } else if index < line.endIndex, line[index] == quote {
                    field.append(quote)
                    index += 1
                } else {
                    isQuoted = false
                }
            } else if byte == comma {
                fields.append(field)
                field = []
            } else if byte == quote, field.isEmpty {
                isQuoted = true
            } else {
                field.append(byte)
            }
        }
        return isQuoted ? nil : fields + [field]
    }
}
