import Faults
import Glibc

/// The directory of a sandbox, made by this program and by nobody else.
///
/// A marker file says so. It comes into being together with the directory (a finished directory is renamed into place)
/// and goes last, so that whatever interrupts a start or a stop, the next one knows what it may remove. Nothing is ever
/// reached or removed through a symbolic link.
package final class SandboxDirectory: Sendable {
    package let path: String
    private let descriptor: CInt
    private let lock: CInt

    static let marker = ".mastoctl-sandbox"
    static let magic = "mastoctl sandbox 1: made and removed by mastoctl\n"
    private static let lockName = "lock"

    /// `$XDG_STATE_HOME/mastoctl/sandbox`, else `/tmp/mastoctl-sandbox-<user id>`. Root always gets the latter, since
    /// PostgreSQL's own user must be able to reach it.
    package static var standardPath: String {
        if geteuid() != 0, let home = getenv("XDG_STATE_HOME").map({ String(cString: $0) }), home.hasPrefix("/") {
            return "\(home)/mastoctl/sandbox"
        }
        return "/tmp/mastoctl-sandbox-\(geteuid())"
    }

    /// Whether there is a sandbox, without touching it.
    /// - Throws: as `open`, but not `.noSuch`.
    package static func exists(_ path: String) throws -> Bool {
        do {
            close(try checked(path))
            return true
        } catch let fault as Fault where fault.kind == .noSuch {
            return false
        }
    }

    /// Opens and locks the sandbox of that path.
    /// - Throws: `Fault(.noSuch)` when there is none, `.denied` when the directory is not a sandbox of this user,
    ///   `.busy` while somebody starts or stops it.
    package static func open(_ path: String) throws -> SandboxDirectory {
        let descriptor = try checked(path)
        let lock = openat(descriptor, lockName, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            if lock >= 0 { close(lock) }
            close(descriptor)
            if code == EWOULDBLOCK {
                throw Fault(.busy, "another process is starting or stopping the sandbox in \(path)")
            }
            errno = code
            throw DirectoryPlanter.fault("lock", path)
        }
        return SandboxDirectory(path: path, descriptor: descriptor, lock: lock)
    }

    /// As `open`; makes the directory when there is none. The directory above it is made too.
    package static func make(_ path: String) throws -> SandboxDirectory {
        var status = stat()
        if lstat(path, &status) == 0 { return try open(path) }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            let above = String(path[..<slash])
            if access(above, F_OK) != 0 { try makeAll(above) }
            let name = path[path.index(after: slash)...]
            let fresh = "\(above)/.\(name).new.\(getpid())"
            removeStale(in: above, prefix: ".\(name).new.")
            // As root, PostgreSQL's own user has to get through.
            guard mkdir(fresh, geteuid() == 0 ? 0o711 : 0o700) == 0 else { throw DirectoryPlanter.fault("make", fresh) }
            do {
                try File.write(magic, to: "\(fresh)/\(marker)")
            } catch {
                unlink("\(fresh)/\(marker)")
                rmdir(fresh)
                throw error
            }
            // At worst this replaces an empty directory that appeared this very moment.
            if rename(fresh, path) != 0 {
                let code = errno
                unlink("\(fresh)/\(marker)")
                rmdir(fresh)
                errno = code
                if code != EEXIST, code != ENOTEMPTY { throw DirectoryPlanter.fault("make", path) }
            }
        }
        return try open(path)
    }

    private init(path: String, descriptor: CInt, lock: CInt) {
        self.path = path
        self.descriptor = descriptor
        self.lock = lock
    }

    deinit {
        // A child that is just being started may still have the file open, and would hold the lock for a moment.
        flock(lock, LOCK_UN)
        close(lock)
        close(descriptor)
    }

    /// Removes what the directory holds and keeps it locked.
    package func empty() throws {
        try Self.removeContent(of: descriptor, path: path, keeping: [Self.marker, Self.lockName])
    }

    /// Removes the directory with all it holds.
    package func remove() throws {
        try empty()
        unlinkat(descriptor, Self.lockName, 0)
        unlinkat(descriptor, Self.marker, 0)
        guard rmdir(path) == 0 else { throw DirectoryPlanter.fault("remove", path) }
    }

    /// A descriptor of the directory when it is a sandbox of ours.
    private static func checked(_ path: String) throws -> CInt {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT {
                throw Fault(.noSuch, "there is no sandbox in \(path)", help: "mastoctl sandbox start")
            }
            if errno == ELOOP || errno == ENOTDIR { throw refusal(path) }
            throw DirectoryPlanter.fault("open", path)
        }
        var status = stat()
        let file = openat(descriptor, marker, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        defer { if file >= 0 { close(file) } }
        var isOurs = file >= 0 && fstat(file, &status) == 0
        isOurs = isOurs && status.st_mode & S_IFMT == S_IFREG && status.st_uid == geteuid()
        isOurs = isOurs && fstat(descriptor, &status) == 0 && status.st_uid == geteuid()
        if isOurs {
            var buffer = [UInt8](repeating: 0, count: magic.utf8.count)
            isOurs = Glibc.read(file, &buffer, buffer.count) == buffer.count && buffer.elementsEqual(magic.utf8)
        }
        guard isOurs else {
            close(descriptor)
            throw refusal(path)
        }
        return descriptor
    }

    private static func refusal(_ path: String) -> Fault {
        Fault(
            .denied, "\(path) was not made by mastoctl sandbox of this user", notes: ["nothing in it was touched"],
            help: "choose another directory with --dir; it is made by the command")
    }

    private static func makeAll(_ path: String) throws {
        var made = ""
        for part in path.split(separator: "/") {
            made += "/\(part)"
            guard mkdir(made, 0o755) == 0 || errno == EEXIST else { throw DirectoryPlanter.fault("make", made) }
        }
    }

    /// Half-made directories of processes that have ended. They hold the marker at most.
    private static func removeStale(in above: String, prefix: String) {
        for name in (try? names(in: Glibc.open(above, O_RDONLY | O_DIRECTORY | O_CLOEXEC))) ?? [] {
            guard name.hasPrefix(prefix), let id = pid_t(name.dropFirst(prefix.utf8.count)), kill(id, 0) != 0 else {
                continue
            }
            unlink("\(above)/\(name)/\(marker)")
            rmdir("\(above)/\(name)")
        }
    }

    /// The entries of a directory, whose descriptor is closed.
    private static func names(in descriptor: CInt) throws -> [String] {
        guard descriptor >= 0, let handle = fdopendir(descriptor) else {
            throw DirectoryPlanter.fault("read", "directory")
        }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Depth first, by descriptors. A symbolic link is removed, not followed; another file system is not entered.
    private static func removeContent(of directory: CInt, path: String, keeping: Set<String> = []) throws {
        var here = stat()
        guard fstat(directory, &here) == 0 else { throw DirectoryPlanter.fault("read", path) }
        for name in try names(in: openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC))
        where !keeping.contains(name) {
            if unlinkat(directory, name, 0) == 0 || errno == ENOENT { continue }
            guard errno == EISDIR || errno == EPERM else { throw DirectoryPlanter.fault("remove", "\(path)/\(name)") }
            let below = openat(directory, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard below >= 0 else { throw DirectoryPlanter.fault("remove", "\(path)/\(name)") }
            defer { close(below) }
            var status = stat()
            guard fstat(below, &status) == 0, status.st_dev == here.st_dev else {
                throw Fault(.denied, "\(path)/\(name) is another file system, which is not removed")
            }
            try removeContent(of: below, path: "\(path)/\(name)")
            guard unlinkat(directory, name, AT_REMOVEDIR) == 0 else {
                throw DirectoryPlanter.fault("remove", "\(path)/\(name)")
            }
        }
    }
}
