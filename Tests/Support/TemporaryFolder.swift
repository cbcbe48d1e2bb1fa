import Glibc

/// A folder of a test's own, removed when the last reference goes.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() {
        path = Self.make("mastoctl-test")
    }

    /// Where test folders are made: `TMPDIR`, for who wants them on another disk. Else in memory where there is plenty
    /// of it, since a database of Mastodon's is more than a thousand files and most tests have one of their own.
    package static let base: String = {
        if let chosen = getenv("TMPDIR") { return String(cString: chosen) }
        var space = statvfs()
        let isRoomy = statvfs("/dev/shm", &space) == 0 && space.f_bavail * space.f_frsize > 8 << 30
        return isRoomy ? "/dev/shm" : "/tmp"
    }()

    /// Makes a folder of that name with six random letters behind it.
    package static func make(_ name: String) -> String {
        var template = Array("\(base)/\(name).XXXXXX".utf8CString)
        return template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
    }

    deinit { Self.remove(path) }

    /// Makes a file with the directories above it.
    package func make(_ file: String, content: String = "x") {
        let full = path + "/" + file
        var parent = path
        for part in file.split(separator: "/").dropLast() {
            parent += "/" + part
            mkdir(parent, 0o755)
        }
        guard let stream = fopen(full, "w") else { return }
        fputs(content, stream)
        fclose(stream)
    }

    /// True when something is there, without following a link.
    package func has(_ file: String) -> Bool {
        var status = stat()
        return lstat(path + "/" + file, &status) == 0
    }

    /// By the system's own tool, which knows every odd name.
    static func remove(_ path: String) {
        let words = ["rm", "-rf", "--", path]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { word in strdup(word) } + [nil]
        defer { arguments.forEach { free($0) } }
        var process = pid_t()
        guard posix_spawn(&process, "/bin/rm", nil, nil, &arguments, nil) == 0 else { return }
        waitpid(process, nil, 0)
    }
}
