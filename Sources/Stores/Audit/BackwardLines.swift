import Faults
import Glibc

/// The lines of a file from its end to its beginning, in constant memory. Confined to one task at a time.
final class BackwardLines {
    /// Bytes a line may have; longer ones are given in pieces, which nobody can read.
    static let longest = 1 << 24
    private static let block = 1 << 16

    private let file: Int32
    private let path: String
    /// Where the part begins that was read already.
    private var position: off_t
    /// What was read and not given yet, from `position` on.
    private var buffer: [UInt8] = []
    private var isFirst = true

    /// - Returns: nil when there is no such file.
    /// - Throws: `Fault(.denied)` or `Fault(.inputOutput)`.
    init?(path: String) throws {
        guard let file = try TrustedFile.open(path, as: "the record of changes") else { return nil }
        self.path = path
        self.file = file
        position = lseek(file, 0, SEEK_END)
    }

    deinit { close(file) }

    /// The line before the one given last, nil when there is none.
    ///
    /// - Throws: `Fault(.inputOutput)`.
    func next() throws -> [UInt8]? {
        while true {
            // The end of the last line is no line of its own.
            if isFirst, let last = buffer.last {
                isFirst = false
                if last == 10 { buffer.removeLast() }
            }
            if let end = buffer.lastIndex(of: 10) {
                let line = Array(buffer[(end + 1)...])
                buffer.removeSubrange(end...)
                return line
            }
            guard position > 0, buffer.count < Self.longest else {
                defer { buffer = [] }
                return buffer.isEmpty ? nil : buffer
            }
            try fill()
        }
    }

    private func fill() throws {
        let size = min(position, off_t(Self.block))
        var part = [UInt8](repeating: 0, count: Int(size))
        var done = 0
        while done < part.count {
            let count = part.withUnsafeMutableBytes {
                pread(file, $0.baseAddress! + done, Int(size) - done, position - size + off_t(done))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw Fault(
                    .inputOutput, "cannot read \(path)",
                    notes: [count == 0 ? "it became shorter" : FileError.reason(errno)])
            }
            done += count
        }
        position -= size
        buffer = part + buffer
    }
}
