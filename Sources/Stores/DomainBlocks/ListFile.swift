import Faults
import Glibc
import Processes

/// A file or standard input, readable from its beginning any number of times, a piece at a time.
///
/// What cannot be read twice, such as a pipe, goes into a file without a name first, so that memory stays small.
package final class ListFile: Sendable {
    private let file: Int32
    /// What it is called before people.
    package let name: String

    /// Bytes of one piece.
    private static let piece = 1 << 16

    /// - Parameter path: `-` is standard input.
    /// - Throws: `Fault(.noSuch)`, `.denied` or `.inputOutput`.
    package init(path: String) throws {
        name = path == "-" ? "standard input" : path
        let source = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else {
            let code = errno
            throw Fault(
                code == ENOENT ? .noSuch : code == EACCES ? .denied : .inputOutput, "cannot read \(name)",
                notes: [FileError.reason(code)])
        }
        var information = stat()
        guard fstat(source, &information) == 0, information.st_mode & S_IFMT != S_IFDIR else {
            close(source)
            throw Fault(.inputOutput, "cannot read \(name)", notes: ["it is a directory"])
        }
        if information.st_mode & S_IFMT == S_IFREG, lseek(source, 0, SEEK_CUR) == 0 {
            file = source
            return
        }
        defer { close(source) }
        file = try Self.spooled(source, name)
    }

    deinit { close(file) }

    /// The piece that begins there; empty at the end.
    package func piece(at offset: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Self.piece)
        var count = -1
        repeat { count = pread(file, &bytes, bytes.count, off_t(offset)) } while count < 0 && errno == EINTR
        guard count >= 0 else {
            throw Fault(.inputOutput, "cannot read \(name)", notes: [FileError.reason(errno)])
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    private static func spooled(_ source: Int32, _ name: String) throws -> Int32 {
        // Not below `/tmp` first, where it may be memory.
        let file = NamelessFile.make(in: ["/var/tmp", "/tmp"])
        guard file >= 0 else {
            throw Fault(.inputOutput, "cannot make a file in /var/tmp or /tmp", notes: [FileError.reason(errno)])
        }
        var bytes = [UInt8](repeating: 0, count: piece)
        while true {
            let count = read(source, &bytes, bytes.count)
            if count < 0, errno == EINTR { continue }
            if count == 0 { return file }
            guard count > 0, write(file, bytes, count) == count else {
                let code = errno
                close(file)
                throw Fault(.inputOutput, "cannot read \(name)", notes: [FileError.reason(code)])
            }
        }
    }
}
