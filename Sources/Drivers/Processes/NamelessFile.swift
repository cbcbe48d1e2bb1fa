import Glibc

/// A file that nobody else can open, that goes away by itself, and that no child of this process inherits unasked.
package enum NamelessFile {
    /// - Parameter folders: where it may lie, the best place first.
    /// - Returns: its descriptor, or -1 with `errno` of the last folder.
    package static func make(in folders: [String]) -> CInt {
        for folder in folders {
            var path = Array("\(folder)/mastoctl.XXXXXX".utf8CString)
            let made = mkstemp(&path)
            guard made >= 0 else { continue }
            unlink(path)
            _ = fcntl(made, F_SETFD, FD_CLOEXEC)
            return made
        }
        return -1
    }
}
