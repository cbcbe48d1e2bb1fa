import Faults
import Glibc
import Model

/// What this program keeps of one instance between runs: small files, each written whole or not at all.
package struct StateFolder<Mode: Access>: Sendable, Equatable {
    package let path: String

    /// No file is ever larger: the longest are copies of other people's lists.
    private static var limit: Int64 { 256 << 20 }

    package init(path: String) {
        self.path = path
    }

    /// The file's bytes; nil when there is none.
    ///
    /// - Throws: `Fault(.inputOutput)`; `Fault(.denied)` for one that somebody else may have put there.
    package func read(_ name: String) throws -> [UInt8]? {
        let file = "\(path)/\(name)"
        guard let descriptor = try TrustedFile.open(file, as: "the file", limit: Self.limit) else { return nil }
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

    fileprivate static func abandon(_ descriptor: Int32, _ draft: String, _ file: String) -> Fault {
        let fault = fault("write", file)
        close(descriptor)
        unlink(draft)
        return fault
    }

    fileprivate static func fault(_ verb: String, _ file: String) -> Fault {
        Fault(
            .inputOutput, "cannot \(verb) \(file): \(String(cString: strerror(errno)))",
            help: "see run.state_dir in `mastoctl config show`")
    }
}

extension StateFolder where Mode == ReadWrite {
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
}

extension StateFolder<ReadWrite> {
    /// The lines of a small file; nil when there is none.
    func lines(of name: String) throws -> [String]? {
        try read(name).map { String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init) }
    }

    func write(_ name: String, lines: some Collection<String>) throws {
        try write(name, Array(lines.map { $0 + "\n" }.joined().utf8))
    }
}

/// Copies of lists of other people's, kept so that they need not be fetched again. A question may renew them; nothing
/// else of the state folder can be written through this.
struct ListCopies: Sendable {
    private let folder: StateFolder<ReadWrite>

    init(in state: StateFolder<some Access>) {
        folder = StateFolder<ReadWrite>(path: "\(state.path)/domain-blocks/sources")
    }

    func read(_ name: String) throws -> [UInt8]? { try folder.read(name) }
    func write(_ name: String, _ bytes: [UInt8]) throws { try folder.write(name, bytes) }
}

/// What the last check-up found, kept so that the next can tell what is new. A check-up that is asked to compare renews
/// it; nothing else of the state folder can be written through this.
package struct LastFindings: Sendable {
    private let folder: StateFolder<ReadWrite>

    /// - Parameter path: this instance's own state folder.
    package init(in path: String) {
        folder = StateFolder<ReadWrite>(path: path)
    }

    /// The ids of checks; nil when there was no check-up yet.
    package func read() throws -> [String]? {
        try folder.lines(of: "doctor")
    }

    package func write(_ ids: [String]) throws {
        try folder.write("doctor", lines: ids)
    }
}

extension LastFindings {
    /// Lines that are kept.
    private static let longest = 20_000

    /// Keeps when a check began to find something, and when it found nothing any more.
    package func note(new: [String], gone: [String], at time: UTCTime) throws {
        if new.isEmpty, gone.isEmpty { return }
        let lines =
            (try folder.lines(of: "doctor.history") ?? []) + new.map { "\(time) + \($0)" }
            + gone.map { "\(time) - \($0)" }
        try folder.write("doctor.history", lines: lines.suffix(Self.longest))
    }

    /// What was noted, the oldest first.
    package func history() throws -> [(time: UTCTime, isGone: Bool, id: String)] {
        try (folder.lines(of: "doctor.history") ?? []).compactMap { line in
            let words = line.split(separator: " ")
            guard words.count == 3, let time = UTCTime(parsing: words[0]) else { return nil }
            return (time, words[1] == "-", String(words[2]))
        }
    }
}

/// Sizes that reports have seen, so that the next can tell what grew. A report adds to them; nothing else of the state
/// folder can be written through this.
package struct SizeMemory: Sendable {
    package struct Entry: Sendable {
        package var time: UTCTime
        /// Bytes.
        package var database: Int64
        package var indexes: Int64
        package var storage: Int64

        package init(time: UTCTime, database: Int64, indexes: Int64, storage: Int64) {
            self.time = time
            self.database = database
            self.indexes = indexes
            self.storage = storage
        }
    }

    private let folder: StateFolder<ReadWrite>

    /// - Parameter path: this instance's own state folder.
    package init(in path: String) {
        folder = StateFolder<ReadWrite>(path: path)
    }

    /// The oldest first.
    package func read() throws -> [Entry] {
        try (folder.lines(of: "sizes") ?? []).compactMap { line in
            let words = line.split(separator: " ")
            let numbers = words.dropFirst().compactMap { Int64($0) }
            guard numbers.count == 3, let time = UTCTime(parsing: words[0]) else { return nil }
            return Entry(time: time, database: numbers[0], indexes: numbers[1], storage: numbers[2])
        }
    }

    package func add(_ entry: Entry) throws {
        let lines = (try read() + [entry]).suffix(2_000).map {
            "\($0.time) \($0.database) \($0.indexes) \($0.storage)"
        }
        try folder.write("sizes", lines: lines)
    }
}
