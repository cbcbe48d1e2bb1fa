import Faults
import Glibc

/// Why a file could not be read.
package enum FileTrouble: Error, Sendable, Equatable {
    case missing
    case directory
    case denied
    case tooLarge(limit: Int)
    /// Somebody else may have put it there, or can change it.
    case untrusted(String)
    case failed(code: Int32)

    /// `no such file`, `is a directory`: what follows the path in a message.
    package var reason: String {
        switch self {
        case .missing: "no such file"
        case .directory: "is a directory"
        case .denied: "permission denied"
        case .tooLarge(let limit): "larger than \(limit >> 20) MiB, which no configuration is"
        case .untrusted(let reason): reason
        case .failed(let code): String(cString: strerror(code))
        }
    }

    /// The fault for a file that had to be there.
    package func fault(path: String, what: String) -> Fault {
        let isDenied = if case .untrusted = self { true } else { self == .denied }
        return Fault(isDenied ? .denied : .configuration, "cannot read \(what) \(path)", notes: [reason], cause: self)
    }
}

/// The bytes of a file and the mode bits that say who may read it.
package struct FileContent: Sendable {
    package var bytes: [UInt8]
    /// Permission bits only, such as 0o640.
    package var mode: UInt32

    package init(bytes: [UInt8], mode: UInt32 = 0o600) {
        self.bytes = bytes
        self.mode = mode
    }
}

/// What the loading of a configuration may ask the machine; everything else about it is pure.
package protocol FileReader: Sendable {
    var workingDirectory: String { get }
    var userID: UInt32 { get }
    func read(_ path: String, limit: Int) throws(FileTrouble) -> FileContent
    /// Reads what steers this program or speaks for it, such as a token: no link, a plain file of this user's or root's
    /// that nobody else can change.
    func readOwn(_ path: String, limit: Int) throws(FileTrouble) -> FileContent
    /// The names in a directory, sorted; empty when it cannot be listed.
    func names(in directory: String) -> [String]
    func exists(_ path: String) -> Bool
}

/// The files of this machine.
package struct SystemFileReader: FileReader {
    package init() {}

    package var userID: UInt32 { getuid() }

    package var workingDirectory: String {
        guard let text = getcwd(nil, 0) else { return "/" }
        defer { free(text) }
        return String(cString: text)
    }

    package func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    package func names(in directory: String) -> [String] {
        guard let handle = opendir(directory) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    package func read(_ path: String, limit: Int) throws(FileTrouble) -> FileContent {
        try read(path, limit: limit, isOwn: false)
    }

    package func readOwn(_ path: String, limit: Int) throws(FileTrouble) -> FileContent {
        try read(path, limit: limit, isOwn: true)
    }

    private func read(_ path: String, limit: Int, isOwn: Bool) throws(FileTrouble) -> FileContent {
        // O_NONBLOCK, so that a named pipe in the place of a file cannot hold the program up.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (isOwn ? O_NOFOLLOW : 0))
        guard descriptor >= 0 else {
            let code = errno
            if isOwn, code == ELOOP { throw .untrusted("it is a link") }
            throw Self.trouble(code)
        }
        defer { close(descriptor) }
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { throw Self.trouble(errno) }
        if information.st_mode & S_IFMT == S_IFDIR { throw .directory }
        if isOwn { try Self.requireOwn(information) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            if count < 0 { throw Self.trouble(errno) }
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<count])
            if bytes.count > limit { throw .tooLarge(limit: limit) }
        }
        return FileContent(bytes: bytes, mode: information.st_mode & 0o7777)
    }

    /// The same as the stores want of a journal.
    private static func requireOwn(_ information: stat) throws(FileTrouble) {
        guard information.st_mode & S_IFMT == S_IFREG else { throw .untrusted("it is no plain file") }
        guard information.st_uid == geteuid() || information.st_uid == 0 else {
            throw .untrusted(
                "it belongs to the user \(information.st_uid), and neither to this one nor to root")
        }
        guard information.st_mode & 0o022 == 0 else {
            throw .untrusted("others may write it (mode \(String(information.st_mode & 0o7777, radix: 8)))")
        }
    }

    private static func trouble(_ code: Int32) -> FileTrouble {
        switch code {
        case ENOENT, ENOTDIR: .missing
        case EISDIR: .directory
        case EACCES, EPERM: .denied
        default: .failed(code: code)
        }
    }
}

extension FileReader {
    /// The largest configuration file read, in bytes.
    package var sizeLimit: Int { 4 << 20 }

    /// A file that has to be there.
    ///
    /// - Parameter what: what it is called in a message: `the profile`.
    /// - Throws: `Fault` of kind `configuration`; `denied` when it may not be read.
    package func content(of path: String, as what: String) throws -> FileContent {
        do throws(FileTrouble) {
            return try read(path, limit: sizeLimit)
        } catch {
            throw error.fault(path: path, what: what)
        }
    }

    /// The path as it is when absolute, otherwise below the working directory.
    package func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : joined(workingDirectory, path)
    }
}

/// `directory/name` with one slash between.
package func joined(_ directory: String, _ name: String) -> String {
    directory.hasSuffix("/") ? directory + name : directory + "/" + name
}
