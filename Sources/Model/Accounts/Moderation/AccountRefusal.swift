/// Why a moderator may not do something to an account, or cannot.
///
/// Source: Mastodon 4.6.5 `app/policies/account_policy.rb`, `user_policy.rb`, `report_policy.rb` and
/// `app/controllers/api/v1/admin/accounts_controller.rb`; the same rules since 4.2. Signing out is bounded as a new
/// password is.
package enum AccountRefusal: Sendable, Hashable {
    case lacks(ModeratorPowers.Permission)
    case moderatorHimself
    /// The user's role stands as high as the moderator's, or higher.
    case rank
    case serverItself
    /// Only local users can be.
    case remote
    case withoutUser
    case notSuspended
    case suspendedByItsServer
    case approvedAlready
    /// The moderator may not resolve the reports that the action would resolve.
    case openReports

    /// Nil when nothing stands against it.
    package init?(_ action: AccountAction, on standing: AccountStanding, by moderator: ModeratorPowers) {
        guard let reason = Self.reason(action, standing, moderator) else { return nil }
        self = reason
    }

    private static func reason(
        _ action: AccountAction, _ standing: AccountStanding, _ moderator: ModeratorPowers
    ) -> AccountRefusal? {
        guard moderator.can(action.permission) else { return .lacks(action.permission) }
        if action.isOfUser, standing.user == nil { return standing.account.isLocal ? .withoutUser : .remote }
        switch action {
        case .unsuspend:
            switch standing.suspension {
            case nil, .unknown?: return .notSuspended
            case .there?: return .suspendedByItsServer
            case .here?: return nil
            }
        case .reject: return standing.user?.isApproved ?? true ? .approvedAlready : nil
        case .unsilence, .desensitize, .enable: return nil
        case .warn where !standing.account.isLocal: return .remote
        case .memorialize where !standing.account.isLocal: return .remote
        case .memorialize where standing.account.id == ActorName.instanceActor: return .serverItself
        case .revokeSessions where standing.account.id == moderator.account.id: return .moderatorHimself
        case .role, .memorialize, .revokeSessions: return moderator.overrides(standing.user?.rank) ? nil : .rank
        case .warn: return moderator.overrides(standing.user?.rank) ? nil : .rank
        case .suspend, .silence, .sensitize, .disable:
            if standing.account.id == moderator.account.id { return .moderatorHimself }
            guard moderator.overrides(standing.user?.rank) else { return .rank }
            if action == .suspend, standing.account.id == -99 { return .serverItself }
            return standing.openReports > 0 && !moderator.can(.manageReports) ? .openReports : nil
        }
    }

    /// Behind a handle: `alice: is remote …`.
    package var inWords: String {
        switch self {
        case .lacks(let permission): "the moderator's role lacks the permission \(permission.inWords)"
        case .moderatorHimself: "is the moderator's own account"
        case .rank: "has a role that stands as high as the moderator's, or higher"
        case .serverItself: "is the server's own account"
        case .remote: "is remote, and only local users can be"
        case .withoutUser: "has no user"
        case .notSuspended: "is not suspended"
        case .suspendedByItsServer: "was suspended by its own server, which alone can take that back"
        case .approvedAlready: "is approved already; delete it instead"
        case .openReports: "has open reports, and the moderator's role lacks the permission Manage Reports"
        }
    }

    /// Whether what is named is wrong, and not the right to do it.
    package var isAboutData: Bool { [.remote, .withoutUser].contains(self) }
}
