import CZlib
import Glibc

/// What an archive is read from, piece by piece.
protocol PieceSource {
    /// So many bytes, fewer only at the end.
    ///
    /// - Throws: `ArchiveError`.
    func read(_ count: Int) throws -> [UInt8]
}

/// What an archive is written to, piece by piece.
protocol PieceSink {
    /// - Throws: `ArchiveError`.
    func write(_ bytes: [UInt8]) throws
    /// Ends what was written.
    func close() throws
}

/// A file in the form of gzip, read or written piece by piece; a plain one is read as it is.
final class GzipFile: PieceSource, PieceSink {
    private var file: gzFile?
    private let path: String

    /// - Parameter mode: as `gzopen` takes it: `rb`, `wb1`.
    /// - Throws: `ArchiveError`.
    init(_ path: String, mode: String) throws {
        self.path = path
        errno = 0
        file = gzopen(path, mode)
        guard file != nil else {
            let code = errno == 0 ? ENOMEM : errno
            throw ArchiveError(kind: .system(code), reason: String(cString: strerror(code)))
        }
        gzbuffer(file, 1 << 17)
    }

    deinit { if let file { gzclose(file) } }

    /// So many bytes, fewer only at the end.
    func read(_ count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let done = bytes.withUnsafeMutableBytes { gzread(file, $0.baseAddress, UInt32($0.count)) }
        guard done >= 0 else { throw failure() }
        if done < count {
            // A member that was cut short is told only now.
            var code: Int32 = 0
            gzerror(file, &code)
            if code == Z_BUF_ERROR { throw ArchiveError(kind: .damaged, reason: "the archive is cut short") }
            bytes.removeLast(count - Int(done))
        }
        return bytes
    }

    func write(_ bytes: [UInt8]) throws {
        if bytes.isEmpty { return }
        let done = bytes.withUnsafeBytes { gzwrite(file, $0.baseAddress, UInt32($0.count)) }
        guard Int(done) == bytes.count else { throw failure() }
    }

    /// Ends a file that was written.
    func close() throws {
        guard let open = file else { return }
        file = nil
        let code = gzclose(open)
        guard code == Z_OK else {
            throw ArchiveError(kind: .system(errno == 0 ? EIO : errno), reason: "the archive could not be ended")
        }
    }

    private func failure() -> ArchiveError {
        var code: Int32 = 0
        let text = gzerror(file, &code).map { String(cString: $0) } ?? ""
        if code == Z_ERRNO { return ArchiveError(kind: .system(errno), reason: String(cString: strerror(errno))) }
        return ArchiveError(kind: .damaged, reason: text.isEmpty ? "it is damaged" : text)
    }
}
