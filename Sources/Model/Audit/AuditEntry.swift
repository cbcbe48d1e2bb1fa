/// One change that was written down: by the server for its moderators, or by this program.
package struct AuditEntry: Sendable, Encodable, Equatable {
    package enum Source: String, Sendable, Encodable, CaseIterable {
        case server, local
    }

    package var source: Source
    package var time: UTCTime
    /// The moderator; for changes of this program's who ran it, where no moderator is named.
    package var by: String
    /// Who ran this program.
    package var user: String?
    /// The server's word, or the command's: `suspend`, `accounts suspend`.
    package var action: String
    /// What kind of thing it was done to, as the server calls it: `Account`.
    package var type: String?
    /// Handles, domains, ids; empty where only their number is known.
    package var targets: [String]
    /// How many things were changed, where that is written down.
    package var changed: Int?
    package var failed: Int?
    package var lane: String?

    package init(
        source: Source, time: UTCTime, by: String, user: String? = nil, action: String, type: String? = nil,
        targets: [String], changed: Int? = nil, failed: Int? = nil, lane: String? = nil
    ) {
        self.source = source
        self.time = time
        self.by = by
        self.user = user
        self.action = action
        self.type = type
        self.targets = targets
        self.changed = changed
        self.failed = failed
        self.lane = lane
    }
}

/// Which changes are meant.
package struct AuditFilter: Sendable {
    package var since: UTCTime?
    /// A moderator, or who ran this program; lower case.
    package var by: String?
    /// A handle, a domain or an id; lower case.
    package var target: String?
    /// Nil for both.
    package var source: AuditEntry.Source?

    package init(
        since: UTCTime? = nil, by: String? = nil, target: String? = nil, source: AuditEntry.Source? = nil
    ) {
        self.since = since
        self.by = by?.lowercased()
        self.target = target?.lowercased()
        self.source = source
    }

    /// Whether a line of this program's own is meant, leaving the time aside.
    package func means(_ entry: AuditEntry) -> Bool {
        if let by, entry.by.lowercased() != by, entry.user?.lowercased().hasPrefix(by) != true { return false }
        if let target, !entry.targets.contains(where: { $0.lowercased() == target }) { return false }
        return true
    }
}

/// What was changed, the newest first.
package struct AuditHistory: Sendable, Encodable {
    package var schema = "audit/1"
    package var entries: [AuditEntry]
    /// Lines of this program's own record that could not be read.
    package var unreadable: Int

    package init(_ entries: [AuditEntry], unreadable: Int) {
        self.entries = entries
        self.unreadable = unreadable
    }
}
