/// What somebody's role lets them do.
///
/// Source: Mastodon 4.6.5 `app/models/user_role.rb`; the same flags since 4.2.
package struct ModeratorPowers: Sendable, Equatable {
    package enum Permission: Int64, Sendable {
        case administrator = 0x1
        case viewDevops = 0x2
        case manageReports = 0x10
        case manageFederation = 0x20
        case manageSettings = 0x40
        case manageTaxonomies = 0x100
        case manageUsers = 0x400
        case manageInvites = 0x800
        case manageRules = 0x1000
        case manageAnnouncements = 0x2000
        case manageWebhooks = 0x8000
        case manageRoles = 0x20000
        case manageUserAccess = 0x40000
        case deleteUserData = 0x80000

        /// As the server's pages call it.
        package var inWords: String {
            switch self {
            case .administrator: "Administrator"
            case .viewDevops: "DevOps"
            case .manageReports: "Manage Reports"
            case .manageFederation: "Manage Federation"
            case .manageSettings: "Manage Settings"
            case .manageTaxonomies: "Manage Taxonomies"
            case .manageUsers: "Manage Users"
            case .manageInvites: "Manage Invites"
            case .manageRules: "Manage Rules"
            case .manageAnnouncements: "Manage Announcements"
            case .manageWebhooks: "Manage Webhooks"
            case .manageRoles: "Manage Roles"
            case .manageUserAccess: "Manage User Access"
            case .deleteUserData: "Delete User Data"
            }
        }
    }

    package var account: AccountReference
    /// Of the role and of everybody.
    package var permissions: Int64
    /// Where the role stands; those below it are subject to it.
    package var rank: Int

    package init(account: AccountReference, permissions: Int64, rank: Int) {
        self.account = account
        self.permissions = permissions
        self.rank = rank
    }

    package func can(_ permission: Permission) -> Bool {
        permissions & Permission.administrator.rawValue != 0 || permissions & permission.rawValue != 0
    }

    /// Whether somebody of that rank is subject to this moderator; remote people and accounts without a user are.
    package func overrides(_ rank: Int?) -> Bool { rank.map { self.rank > $0 } ?? true }
}
