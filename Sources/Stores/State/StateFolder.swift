import Faults
import Glibc

/// What this program keeps of one instance between runs: small files, each written whole or not at all.
package struct StateFolder: Sendable, Equatable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// The file's bytes; nil when there is none.
    ///
    /// - Throws: `Fault(.inputOutput)`.
    package func read(_ name: String) throws -> [UInt8]? {
        let file = "\(path)/\(name)"
        let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw Self.fault("read", file)
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            guard count > 0 else { throw Self.fault("read", file) }
            bytes += buffer[..<count]
        }
    }

    /// Writes a file that only this user can read, under another name first, so that a killed run leaves the old one.
    ///
    /// - Throws: `Fault(.inputOutput)`.
    package func write(_ name: String, _ bytes: [UInt8]) throws {
        let file = "\(path)/\(name)"
        let draft = "\(file).\(getpid())"
        FolderListing.create(above: file)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Self.fault("write", file) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Self.abandon(descriptor, draft, file) }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0 else { throw Self.abandon(descriptor, draft, file) }
        close(descriptor)
        guard rename(draft, file) == 0 else { throw Self.fault("write", file) }
    }

    /// Deletes a file; one that is not there is no error.
    package func remove(_ name: String) {
        unlink("\(path)/\(name)")
    }

    private static func abandon(_ descriptor: Int32, _ draft: String, _ file: String) -> Fault {
        let fault = fault("write", file)
        close(descriptor)
        unlink(draft)
        return fault
    }

    private static func fault(_ verb: String, _ file: String) -> Fault {
        Fault(
            .inputOutput, "cannot \(verb) \(file): \(String(cString: strerror(errno)))",
            help: "see run.state_dir in `mastoctl config show`")
    }
}
