/// A report in a line.
package struct ReportSummary: Sendable, Encodable {
    package var id: Int64
    package var created: UTCTime
    package var category: String
    /// Who is reported.
    package var target: String
    /// Who reports; a remote server's report comes from its own account.
    package var by: String
    package var assigned: String?
    package var resolved: UTCTime?
    package var resolvedBy: String?
    package var forwarded: Bool
    package var statuses: Int
    package var comment: String

    package init(
        id: Int64, created: UTCTime, category: String, target: String, by: String, assigned: String?,
        resolved: UTCTime?, resolvedBy: String?, forwarded: Bool, statuses: Int, comment: String
    ) {
        self.id = id
        self.created = created
        self.category = category
        self.target = target
        self.by = by
        self.assigned = assigned
        self.resolved = resolved
        self.resolvedBy = resolvedBy
        self.forwarded = forwarded
        self.statuses = statuses
        self.comment = comment
    }

    enum CodingKeys: CodingKey {
        case id, created, category, target, by, assigned, resolved, resolvedBy, forwarded, statuses, comment
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        // A string, since it may be too large for a reader that takes every number for a float.
        try container.encode("\(id)", forKey: .id)
        try container.encode(created, forKey: .created)
        try container.encode(category, forKey: .category)
        try container.encode(target, forKey: .target)
        try container.encode(by, forKey: .by)
        try container.encode(assigned, forKey: .assigned)
        try container.encode(resolved, forKey: .resolved)
        try container.encode(resolvedBy, forKey: .resolvedBy)
        try container.encode(forwarded, forKey: .forwarded)
        try container.encode(statuses, forKey: .statuses)
        try container.encode(comment, forKey: .comment)
    }
}

/// Reports, the newest first.
package struct ReportList: Sendable, Encodable {
    package var schema = "reports.list/1"
    package var reports: [ReportSummary]

    package init(_ reports: [ReportSummary]) {
        self.reports = reports
    }
}
