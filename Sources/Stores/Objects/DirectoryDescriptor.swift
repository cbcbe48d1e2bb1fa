import CLinux
import Glibc
import Model

/// An open directory below the media root, closed when it goes.
///
/// Paths are walked one component at a time from the root's descriptor with `O_NOFOLLOW`. That gives what
/// `openat2(RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS)` gives for safe keys, needs no second way for kernels and containers
/// without that call, and leaves the descriptors of the parents at hand, which removing them needs anyway.
final class DirectoryDescriptor: Sendable {
    let number: Int32

    init(owning number: Int32) {
        self.number = number
    }

    deinit { _ = Glibc.close(number) }

    /// Opens a directory by path, following links: the root is the administrator's word and may well be a link.
    convenience init(root path: String) throws {
        let number = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard number >= 0 else { throw FileError(code: errno, action: "open", path: path) }
        self.init(owning: number)
    }

    /// The result of looking for a directory inside another.
    enum Opened {
        case directory(Int32)
        /// Nothing there, or a plain file where a directory should be: no key below exists.
        case absent
        case failed(Int32)
    }

    /// Opens the directory `name` of `parent`. A symbolic link is refused with `ELOOP`.
    static func open(_ name: UnsafePointer<CChar>, in parent: Int32, forReading: Bool) -> Opened {
        let access = forReading ? O_RDONLY : CLINUX_O_PATH
        let number = openat(parent, name, access | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        if number >= 0 { return .directory(number) }
        let code = errno
        switch code {
        case ENOENT: return .absent
        case ENOTDIR, ELOOP:
            // The kernel says ENOTDIR for a link too when O_DIRECTORY is given.
            var status = stat()
            guard fstatat(parent, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                return errno == ENOENT ? .absent : .failed(errno)
            }
            return status.st_mode & S_IFMT == S_IFLNK ? .failed(ELOOP) : .absent
        default: return .failed(code)
        }
    }

    /// The directory that holds the key, and the key's last component; nil when there is no such directory.
    ///
    /// - Parameter creating: makes the directories that are missing, mode 0755 less the umask.
    /// - Throws: `FileError`.
    func parent(of key: ObjectKey, creating: Bool = false) throws -> (directory: DirectoryDescriptor, name: String)? {
        guard key.isSafe else { throw FileError(code: EINVAL, action: "open", path: key.text) }
        let parts = key.text.split(separator: "/").map(String.init)
        var directory = self
        for part in parts.dropLast() {
            if creating, mkdirat(directory.number, part, 0o755) != 0, errno != EEXIST {
                throw FileError(code: errno, action: "make a directory for", path: key.text)
            }
            switch Self.open(part, in: directory.number, forReading: false) {
            case .directory(let number): directory = DirectoryDescriptor(owning: number)
            case .absent where !creating: return nil
            case .absent: throw FileError(code: ENOTDIR, action: "make a directory for", path: key.text)
            case .failed(let code): throw FileError(code: code, action: "open", path: key.text)
            }
        }
        return (directory, parts[parts.count - 1])
    }
}
