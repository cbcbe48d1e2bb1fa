/// How an account stands with this server's moderators.
package struct AccountStanding: Sendable, Equatable {
    /// Who suspended an account.
    package enum Suspension: String, Sendable {
        /// This server's moderators.
        case here
        /// Its own server.
        case there
        /// Nobody knows.
        case unknown

        /// - Parameter origin: `accounts.suspension_origin`.
        package init(origin: Int?) {
            self =
                switch origin {
                case 0: .here
                case 1: .there
                default: .unknown
                }
        }
    }

    /// The user of a local account.
    package struct User: Sendable, Equatable {
        package var id: Int64
        package var email: String
        package var isDisabled: Bool
        package var isApproved: Bool
        /// Of the role; -1 for those without one.
        package var rank: Int
        /// The role's name; nil for those without one.
        package var role: String?

        package init(
            id: Int64, email: String, isDisabled: Bool, isApproved: Bool, rank: Int, role: String? = nil
        ) {
            self.id = id
            self.email = email
            self.isDisabled = isDisabled
            self.isApproved = isApproved
            self.rank = rank
            self.role = role
        }
    }

    package var account: AccountReference
    package var suspension: Suspension?
    package var isSilenced: Bool
    package var isSensitized: Bool
    package var isMemorial: Bool
    package var user: User?
    /// Reports about it that nobody has resolved.
    package var openReports: Int

    package init(
        account: AccountReference, suspension: Suspension?, isSilenced: Bool, isSensitized: Bool,
        isMemorial: Bool = false, user: User?, openReports: Int
    ) {
        self.account = account
        self.suspension = suspension
        self.isSilenced = isSilenced
        self.isSensitized = isSensitized
        self.isMemorial = isMemorial
        self.user = user
        self.openReports = openReports
    }

    /// Whether the account is already what the action makes it.
    ///
    /// - Parameter role: the one that is to be given; nil for none.
    package func isAlready(_ action: AccountAction, role: String? = nil) -> Bool {
        switch action {
        case .suspend: suspension == .here
        case .unsuspend: suspension == nil
        case .silence: isSilenced
        case .unsilence: !isSilenced
        case .sensitize: isSensitized
        case .desensitize: !isSensitized
        case .disable: user?.isDisabled ?? false
        case .enable: !(user?.isDisabled ?? false)
        case .reject: user == nil && account.isLocal
        case .role: user.map { $0.role == role } ?? false
        case .memorialize: isMemorial
        case .revokeSessions, .warn: false
        }
    }

    /// What of it a decision about the action rests on.
    package func seen(for action: AccountAction) -> JSONValue {
        let fact: JSONValue.Member =
            switch action {
            case .suspend, .unsuspend: .init("suspended", .string(suspension?.rawValue ?? "no"))
            case .silence, .unsilence: .init("silenced", .boolean(isSilenced))
            case .sensitize, .desensitize: .init("sensitive", .boolean(isSensitized))
            case .disable, .enable: .init("disabled", .boolean(user?.isDisabled ?? false))
            case .reject: .init("approved", .boolean(user?.isApproved ?? false))
            case .role: .init("role", user?.role.map { .string($0) } ?? .null)
            case .memorialize: .init("memorial", .boolean(isMemorial))
            case .revokeSessions, .warn: .init("user", user.map { .integer($0.id) } ?? .null)
            }
        return .object([.init("handle", .string(account.handle)), fact])
    }

    /// In words, as far as the action is concerned: `suspended`, `not silenced`.
    package func inWords(for action: AccountAction) -> String {
        switch action {
        case .suspend, .unsuspend:
            switch suspension {
            case nil: "not suspended"
            case .there?: "suspended by its own server"
            default: "suspended"
            }
        case .silence, .unsilence: isSilenced ? "silenced" : "not silenced"
        case .sensitize, .desensitize: isSensitized ? "marked as sensitive" : "not marked as sensitive"
        case .disable, .enable: user?.isDisabled ?? false ? "disabled" : "not disabled"
        case .reject: user?.isApproved ?? false ? "approved" : "waiting for approval"
        case .role: user?.role.map { "of the role \($0)" } ?? "without a role"
        case .memorialize: isMemorial ? "a memorial" : "no memorial"
        case .revokeSessions, .warn: user == nil ? "without a user" : "a user"
        }
    }
}
