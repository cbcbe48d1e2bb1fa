/// What a moderator can do to an account.
///
/// Source: Mastodon 4.6.5 `app/models/admin/account_action.rb`, `app/controllers/api/v1/admin/accounts_controller.rb`,
/// and `app/controllers/admin/{accounts,users/roles}_controller.rb`; the same since 4.2.
package enum AccountAction: String, Sendable, CaseIterable {
    case suspend, unsuspend, silence, unsilence, sensitize, desensitize, disable, enable, reject
    /// A strike without an action: `none` in the Admin API.
    case warn
    /// Only on the server's pages: no route of the Admin API does these.
    case role, memorialize
    /// Only here, by the means of a new password.
    case revokeSessions = "revoke-sessions"

    /// The word in the server's own audit log; nil where it has none.
    package var logged: String? {
        switch self {
        case .sensitize: "sensitive"
        case .desensitize: "unsensitive"
        case .role: "change_role"
        case .revokeSessions, .warn: nil
        default: rawValue
        }
    }

    /// What a moderator's role must allow.
    package var permission: ModeratorPowers.Permission {
        switch self {
        case .role: .manageRoles
        case .memorialize: .deleteUserData
        case .revokeSessions: .manageUserAccess
        default: .manageUsers
        }
    }

    /// Whether it means something to an account that is so already: another strike, another row in the log.
    package var canBeRepeated: Bool { self != .role && self != .memorialize }

    /// The number of the strike it leaves (`account_warnings.action`); nil for what leaves none.
    ///
    /// Source: Mastodon 4.6.5 `app/models/account_warning.rb`.
    package var strike: Int? {
        switch self {
        case .warn: 0
        case .disable: 1_000
        case .sensitize: 2_000
        case .silence: 3_000
        case .suspend: 4_000
        default: nil
        }
    }

    /// What is done to the accounts, for people.
    package var deed: String {
        switch self {
        case .suspend: "suspended"
        case .unsuspend: "unsuspended"
        case .silence: "silenced"
        case .unsilence: "unsilenced"
        case .sensitize: "marked as sensitive"
        case .desensitize: "no longer marked as sensitive"
        case .disable: "disabled"
        case .enable: "enabled"
        case .reject: "rejected"
        case .warn: "warned"
        case .role: "changed the role of"
        case .memorialize: "memorialized"
        case .revokeSessions: "signed out"
        }
    }

    /// Whether it is done to a local user and not to an account.
    package var isOfUser: Bool { [.disable, .enable, .reject, .role, .revokeSessions].contains(self) }
}
