import Faults
import Glibc
import Model

/// A new file that nobody else may read, written piece by piece. Confined to one task at a time.
///
/// One that exists is never replaced, and one that is not finished goes away again.
package final class PrivateFile {
    private let file: Int32
    private let path: String
    private var buffer: [UInt8] = []
    private var isFinished = false

    /// - Throws: `Fault(.usage)` when there is a file of that name, `Fault(.inputOutput)`.
    package init(path: String) throws {
        file = try Self.create(path)
        self.path = path
    }

    private static func create(_ path: String) throws -> Int32 {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        if file >= 0 { return file }
        let code = errno
        if code == EEXIST {
            throw Fault(.usage, "\(path) exists already", help: "name another file, or remove it first")
        }
        throw Fault(.inputOutput, "cannot write \(path)", notes: [FileError.reason(code)])
    }

    deinit {
        close(file)
        if !isFinished { unlink(path) }
    }

    package func add(_ text: String) throws { try add(text.utf8) }

    package func add(_ bytes: some Sequence<UInt8>) throws {
        buffer += bytes
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Puts it safely on the disk. Without this call the file goes away again.
    package func finish() throws {
        try flush()
        guard fsync(file) == 0 else { throw fault(errno) }
        isFinished = true
    }

    private func flush() throws {
        var rest = buffer[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw fault(errno) }
            rest = rest.dropFirst(count)
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private func fault(_ code: Int32) -> Fault {
        Fault(.inputOutput, "cannot write \(path)", notes: [FileError.reason(code)])
    }
}
