import Faults
import Glibc
import Model

/// This program's own record of what it changed: a JSON object a line in the state folder.
///
/// Opened with mode 0600, and anew for each line, so that logrotate may move it. One call to the system a line, so that
/// lines of several runs do not mix.
package struct ChangeTrail: Sendable {
    /// Nil when no record is kept.
    package let path: String?

    package init(path: String?) {
        self.path = path
    }

    /// Appends a line.
    ///
    /// - Throws: `Fault(.inputOutput)`.
    package func append(_ entry: TrailEntry) throws {
        guard let path else { return }
        FolderListing.create(above: path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Self.fault(path, errno) }
        defer { close(descriptor) }
        let bytes = Array((entry.json.text + "\n").utf8)
        let count = write(descriptor, bytes, bytes.count)
        guard count == bytes.count else { throw Self.fault(path, count < 0 ? errno : ENOSPC) }
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
