/// What a webhook can be told of.
///
/// Source: Mastodon 4.6.5 `app/models/webhook.rb` (`EVENTS`, `permission_for_event`); the same since 4.2.
package enum WebhookEvent: String, Sendable, CaseIterable {
    case accountApproved = "account.approved"
    case accountCreated = "account.created"
    case accountUpdated = "account.updated"
    case reportCreated = "report.created"
    case reportUpdated = "report.updated"
    case statusCreated = "status.created"
    case statusUpdated = "status.updated"

    /// What the role of whoever adds one must allow, too.
    package var permission: ModeratorPowers.Permission {
        switch self {
        case .accountApproved, .accountCreated, .accountUpdated: .manageUsers
        case .reportCreated, .reportUpdated: .manageReports
        case .statusCreated, .statusUpdated: .viewDevops
        }
    }
}
