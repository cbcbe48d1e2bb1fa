import Faults
import Glibc
import Model

/// This program's own record of what it changed: a JSON object a line in the state folder.
///
/// Opened with mode 0600, and anew for each line, so that logrotate may move it. One call to the system a line under a
/// lock of the file, so that lines of several runs do not mix. A line begins on its own whatever was there: the rest of
/// one that did not fit is taken back, or, where that failed too, closed before the next.
package struct ChangeTrail<Mode: Access>: Sendable {
    /// Nil when no record is kept.
    package let path: String?

    package init(path: String?) {
        self.path = path
    }
}

extension ChangeTrail where Mode == ReadWrite {
    /// Appends a line.
    ///
    /// - Throws: `Fault(.inputOutput)`.
    package func append(_ entry: TrailEntry) throws {
        guard let path else { return }
        FolderListing.create(above: path)
        // To read as well: the last byte tells whether the line before was closed.
        let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Self.fault(path, errno) }
        defer {
            flock(descriptor, LOCK_UN)
            close(descriptor)
        }
        // A file system without locks still takes the line.
        while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
        let end = lseek(descriptor, 0, SEEK_END)
        let opening = try Self.endsInsideALine(descriptor, at: end, path) ? "\n" : ""
        let bytes = Array((opening + entry.json.text + "\n").utf8)
        var count = write(descriptor, bytes, bytes.count)
        while count < 0, errno == EINTR { count = write(descriptor, bytes, bytes.count) }
        guard count == bytes.count else {
            let code = count < 0 ? errno : ENOSPC
            if count > 0 { _ = ftruncate(descriptor, end) }
            throw Self.fault(path, code)
        }
    }

    private static func endsInsideALine(_ descriptor: Int32, at end: off_t, _ path: String) throws -> Bool {
        // What cannot be sought in, such as a pipe, has no last byte.
        guard end > 0 else { return false }
        var last: UInt8 = 0
        guard pread(descriptor, &last, 1, end - 1) >= 0 else { throw fault(path, errno) }
        return last != UInt8(ascii: "\n")
    }

    private static func fault(_ path: String, _ code: Int32) -> Fault {
        Fault(
            .inputOutput, "cannot write the record of changes \(path): \(String(cString: strerror(code)))",
            help: "make the state folder writable, or set `audit = false` in the profile")
    }
}

/// One line of the record.
package struct TrailEntry: Sendable, Equatable {
    package var time: UTCTime
    /// The command's words: `accounts suspend`.
    package var operation: String
    package var lane: String
    /// Who ran the program: `root`, or `alice (sudo)`.
    package var user: String
    /// On whose behalf it was done, for moderation.
    package var moderator: String?
    /// Handles, domains, ids; empty for work on files and rows nobody knows by name.
    package var items: [String]
    package var changed: Int
    package var failed: Int

    package init(
        time: UTCTime, operation: String, lane: String, user: String, moderator: String? = nil, items: [String],
        changed: Int, failed: Int
    ) {
        self.time = time
        self.operation = operation
        self.lane = lane
        self.user = user
        self.moderator = moderator
        self.items = items
        self.changed = changed
        self.failed = failed
    }

    package var json: JSONValue {
        .object(
            [
                .init("time", .string("\(time)")), .init("operation", .string(operation)),
                .init("lane", .string(lane)), .init("user", .string(user)),
            ] + (moderator.map { [.init("moderator", .string($0))] } ?? []) + [
                .init("changed", .integer(Int64(changed))), .init("failed", .integer(Int64(failed))),
                .init("items", .array(items.map { .string($0) })),
            ])
    }

    /// Who runs this program, and through which of the usual ways.
    package static var runner: String {
        let name = getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) } ?? "uid \(geteuid())"
        guard let original = getenv("SUDO_USER") else { return name }
        return "\(name) (sudo by \(String(cString: original)))"
    }
}
