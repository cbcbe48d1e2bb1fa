import Glibc

/// A system call on the media directory that failed.
package struct FileError: Error, Sendable, Equatable, CustomStringConvertible {
    /// `errno`.
    package var code: Int32
    /// What was tried, as a verb: `open`, `read`.
    package var action: String
    /// The key, or the root's path.
    package var path: String

    package init(code: Int32, action: String, path: String) {
        self.code = code
        self.action = action
        self.path = path
    }

    package var description: String { "cannot \(action) \(path): \(Self.reason(code))" }

    /// The system's words for an error number, lower case.
    package static func reason(_ code: Int32) -> String {
        if code == ELOOP { return "a symbolic link stands in the path" }
        var buffer = [CChar](repeating: 0, count: 128)
        return buffer.withUnsafeMutableBufferPointer { buffer in
            guard strerror_r(code, buffer.baseAddress!, buffer.count) == 0 else { return "error \(code)" }
            return String(cString: buffer.baseAddress!).lowercased()
        }
    }

    /// True for what may pass by itself: no memory, no descriptors, busy, interrupted.
    package static func isTransient(_ code: Int32) -> Bool {
        [EAGAIN, EBUSY, EINTR, EMFILE, ENFILE, ENOMEM, ESTALE, ETIMEDOUT].contains(code)
    }
}
