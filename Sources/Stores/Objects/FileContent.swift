import Glibc

/// Whole contents of small files.
enum FileContent {
    /// - Throws: `FileError`.
    static func read(_ file: Int32, path: String) throws -> [UInt8] {
        var content: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(file, &chunk, chunk.count)
            if count == 0 { return content }
            if count > 0 {
                content += chunk[..<count]
            } else if errno != EINTR {
                throw FileError(code: errno, action: "read", path: path)
            }
        }
    }

    /// So many bytes from an offset on, fewer where the file ends before.
    ///
    /// - Throws: `FileError`.
    static func read(_ file: Int32, from offset: Int64, count: Int, path: String) throws -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let more = pread(file, buffer.baseAddress! + filled, count - filled, off_t(offset) + off_t(filled))
                if more == 0 { return }
                if more > 0 {
                    filled += more
                } else if errno != EINTR {
                    failure = errno
                    return
                }
            }
        }
        guard failure == 0 else { throw FileError(code: failure, action: "read", path: path) }
        return bytes
    }

    /// - Throws: `FileError`.
    static func write(_ bytes: [UInt8], to file: Int32, path: String) throws {
        try bytes.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count {
                let count = Glibc.write(file, bytes.baseAddress! + done, bytes.count - done)
                if count >= 0 {
                    done += count
                } else if errno != EINTR {
                    throw FileError(code: errno, action: "write", path: path)
                }
            }
        }
    }
}
