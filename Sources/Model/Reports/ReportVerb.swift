/// What a moderator does to a report.
package enum ReportVerb: String, Sendable, CaseIterable {
    case assign, unassign, resolve, reopen

    /// The word in the server's own audit log.
    package var logged: String {
        switch self {
        case .assign: "assigned_to_self"
        case .unassign: "unassigned"
        case .resolve: "resolve"
        case .reopen: "reopen"
        }
    }
}
