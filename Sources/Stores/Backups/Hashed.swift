import Crypto
import Glibc

/// SHA-256 of what is saved, in 64 hexadecimal digits.
enum Hashed {
    /// Of texts, a line each.
    static func lines(_ texts: [String]) -> String {
        let stream = DigestStream()
        for text in texts { stream.add(text + "\n") }
        return stream.digits()
    }

    /// Of a file's bytes, read on the caller's thread.
    ///
    /// - Throws: `FileError`.
    static func file(_ path: String) throws -> (bytes: Int64, digits: String) {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { throw FileError(code: errno, action: "read", path: path) }
        defer { close(file) }
        let stream = DigestStream()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { buffer.deallocate() }
        var total: Int64 = 0
        while true {
            let count = Glibc.read(file, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileError(code: errno, action: "read", path: path) }
            if count == 0 { return (total, stream.digits()) }
            stream.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            total += Int64(count)
        }
    }

    /// Of a secret together with a salt, the first 16 digits: enough to tell another value, too little to find it by.
    static func fingerprint(_ value: String, salt: String) -> String {
        String(lines([salt, value]).prefix(16))
    }
}
