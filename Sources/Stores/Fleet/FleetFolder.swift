import Crypto
import Faults
import Glibc

/// What a fleet's servers said, kept a file a server.
package struct FleetFolder: Sendable {
    package let path: String

    /// One that is there.
    package init(_ path: String) { self.path = path }

    /// Makes it, with the folders above.
    ///
    /// - Throws: `Fault(.inputOutput)`; `Fault(.usage)` when something is in it already.
    package init(making path: String) throws {
        self.path = path
        FolderListing.create(path)
        guard access(path, W_OK) == 0 else {
            throw Fault(.inputOutput, "cannot make \(path)", notes: [String(cString: strerror(errno))])
        }
        guard FolderListing.names(in: path).isEmpty else {
            throw Fault(.usage, "\(path) is not empty", help: "name a new folder with --out")
        }
    }

    /// The names in it, sorted.
    ///
    /// - Throws: `Fault(.noSuch)`.
    package func names() throws -> [String] {
        guard access(path, R_OK | X_OK) == 0 else {
            throw Fault(.noSuch, "cannot read the folder \(path)", notes: [String(cString: strerror(errno))])
        }
        return FolderListing.names(in: path).sorted()
    }

    /// Writes a new file that only its owner may read.
    ///
    /// - Throws: as `PrivateFile`.
    package func write(_ name: String, _ text: String) throws {
        let file = try PrivateFile(path: "\(path)/\(name)")
        try file.add(text)
        try file.finish()
    }

    /// SHA-256 of a file's text.
    package static func digest(of path: String) -> String { Digest.sha256Digits(text(of: path)) }

    package static func digest(ofLines lines: [String]) -> String { Hashed.lines(lines) }

    /// Removes a file; one that is gone is no trouble.
    package static func remove(_ path: String) { unlink(path) }

    /// The beginning of a file; empty when it is not there.
    package static func text(of path: String, atMost bytes: Int = 4 << 20) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var content: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while content.count < bytes, case let count = read(descriptor, &chunk, chunk.count), count > 0 {
            content += chunk[..<count]
        }
        return String(decoding: content, as: UTF8.self)
    }
}
