import Model

/// The lines of this program's own record, the newest first. Confined to one task at a time.
package final class TrailReader {
    private let lines: BackwardLines?
    /// Lines that are no entries.
    package private(set) var unreadable = 0

    fileprivate init(_ lines: BackwardLines?) {
        self.lines = lines
    }

    /// The next entry; nil when there are no more.
    ///
    /// - Throws: `Fault(.inputOutput)`.
    package func next() throws -> AuditEntry? {
        while let line = try lines?.next() {
            if line.isEmpty { continue }
            let text = String(decoding: line, as: UTF8.self)
            if let entry = JSONValue(parsing: text).flatMap({ AuditEntry(trail: $0) }) { return entry }
            unreadable += 1
        }
        return nil
    }
}

extension ChangeTrail {
    /// - Throws: `Fault(.denied)` or `Fault(.inputOutput)` for a record that is there and cannot be read.
    package func entries() throws -> TrailReader {
        TrailReader(try path.flatMap { try BackwardLines(path: $0) })
    }
}

extension AuditEntry {
    /// As `TrailEntry` writes it; nil for anything else.
    init?(trail json: JSONValue) {
        guard let time = json["time"]?.string.flatMap({ UTCTime(parsing: $0) }),
            let operation = json["operation"]?.string, let user = json["user"]?.string
        else { return nil }
        self.init(
            source: .local, time: time, by: json["moderator"]?.string ?? user, user: user, action: operation,
            targets: json["items"]?.array?.compactMap(\.string) ?? [],
            changed: json["changed"]?.integer.map { Int($0) }, failed: json["failed"]?.integer.map { Int($0) },
            lane: json["lane"]?.string)
    }
}
