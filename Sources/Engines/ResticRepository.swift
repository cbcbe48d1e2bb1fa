import Glibc
import Model

/// Where snapshots are kept and how they are opened.
package struct ResticRepository: Sendable {
    /// In any of restic's forms: a path, `sftp:`, `s3:`, `rest:`, `rclone:` … It may hold a password.
    package var location: String
    /// The file that holds the repository's password.
    package var passwordFile: String
    /// What the place of the repository wants to know: `AWS_ACCESS_KEY_ID` and the like.
    package var variables: [String: String]
    /// The folder of restic's own cache.
    package var cache: String
    /// Bytes a second at most, up and down; nil for no bound.
    package var rate: ByteCount?

    package init(
        _ location: String, passwordFile: String, variables: [String: String] = [:], cache: String,
        rate: ByteCount? = nil
    ) {
        self.location = location
        self.passwordFile = passwordFile
        self.variables = variables
        self.cache = cache
        self.rate = rate
    }

    var environment: [String: String] {
        var all = variables
        all["RESTIC_REPOSITORY"] = location
        // Always: without one restic takes the first line of standard input for it.
        all["RESTIC_PASSWORD_FILE"] = passwordFile
        all["RESTIC_CACHE_DIR"] = cache
        all["RESTIC_PROGRESS_FPS"] = "2"
        return all
    }

    /// Whether it is a folder of this machine that can be seen to hold no lock: restic itself would first make its key
    /// anew, half a second's work.
    var isSeenUnlocked: Bool {
        let path = location.hasPrefix("local:") ? location.dropFirst(6) : location[...]
        guard path.hasPrefix("/"), let folder = opendir(path + "/locks") else { return false }
        defer { closedir(folder) }
        var names = 0
        while readdir(folder) != nil { names += 1 }
        // Its own name and that of the folder above are always there.
        return names <= 2
    }
}

/// A release of restic's: `0.14.0`.
package struct ResticVersion: Sendable, Comparable, CustomStringConvertible {
    package var parts: [Int]

    /// Nil for what is no version; reads `restic 0.14.0 compiled with go1.19.8 on linux/amd64`, which is no JSON before
    /// 0.17 even when asked for.
    package init?(_ text: String) {
        guard let word = text.split(separator: " ").dropFirst().first else { return nil }
        parts = word.prefix { $0.isNumber || $0 == "." }.split(separator: ".").compactMap { Int($0) }
        guard parts.count >= 2 else { return nil }
    }

    private init(parts: [Int]) {
        self.parts = parts
    }

    package static func < (left: Self, right: Self) -> Bool { left.parts.lexicographicallyPrecedes(right.parts) }

    package var description: String { parts.map { "\($0)" }.joined(separator: ".") }

    /// The oldest that is driven: Debian 12's.
    package static let oldest = ResticVersion(parts: [0, 14])
}

/// A snapshot as restic lists it.
package struct ResticSnapshot: Sendable, Equatable {
    /// In full.
    package var id: String
    package var time: UTCTime
    package var paths: [String]
    package var tags: [String]
    package var host: String

    /// The value behind `name=` of a tag.
    package func tag(_ name: String) -> String? {
        tags.first { $0.hasPrefix("\(name)=") }.map { String($0.dropFirst(name.count + 1)) }
    }

    init?(_ value: JSONValue) {
        guard let id = value["id"]?.string, let text = value["time"]?.string, let time = UTCTime(restic: text) else {
            return nil
        }
        self.id = id
        self.time = time
        paths = value["paths"]?.array?.compactMap(\.string) ?? []
        tags = value["tags"]?.array?.compactMap(\.string) ?? []
        host = value["hostname"]?.string ?? ""
    }
}

extension ArchiveLock {
    /// As restic keeps it.
    init?(_ value: JSONValue) {
        guard let time = value["time"]?.string.flatMap({ UTCTime(restic: $0) }) else { return nil }
        self.init(time: time, host: value["hostname"]?.string ?? "", process: value["pid"]?.integer ?? 0)
    }
}

extension UTCTime {
    /// `2026-11-28T22:24:40.123456789Z`, or with an offset.
    fileprivate init?(restic text: String) {
        if let time = UTCTime(parsing: text) {
            self = time
            return
        }
        guard let point = text.firstIndex(of: ".") else { return nil }
        let rest = text[text.index(after: point)...].drop { $0.isNumber }
        self.init(parsing: text[..<point] + rest)
    }
}

/// What a finished `backup` says.
package struct ResticSummary: Sendable, Equatable {
    /// The snapshot's id: its first 8 characters before restic 0.15. Empty for a rehearsal.
    package var snapshot = ""
    /// Bytes that were not in the repository before, uncompressed.
    package var added: Int64 = 0
    /// Bytes looked at.
    package var processed: Int64 = 0
    package var files: Int64 = 0
    /// Files that went away while they were about to be read.
    package var vanished = 0

    init() {}

    init?(_ value: JSONValue) {
        guard value["message_type"]?.string == "summary" else { return nil }
        snapshot = value["snapshot_id"]?.string ?? ""
        added = value["data_added"]?.integer ?? 0
        processed = value["total_bytes_processed"]?.integer ?? 0
        files = value["total_files_processed"]?.integer ?? 0
    }
}
