/// The person behind a local account, as far as a moderator sees one.
package struct AccountUser: Sendable, Encodable {
    package struct Session: Sendable, Encodable {
        package var id: Int64
        package var ip: String?
        package var userAgent: String
        package var lastUsedAt: UTCTime

        package init(id: Int64, ip: String?, userAgent: String, lastUsedAt: UTCTime) {
            self.id = id
            self.ip = ip
            self.userAgent = userAgent
            self.lastUsedAt = lastUsedAt
        }
    }

    package struct Address: Sendable, Encodable {
        package var ip: String
        package var lastUsedAt: UTCTime

        package init(ip: String, lastUsedAt: UTCTime) {
            self.ip = ip
            self.lastUsedAt = lastUsedAt
        }
    }

    package var id: String
    package var email: String
    /// An address that waits to be confirmed.
    package var unconfirmedEmail: String?
    package var confirmedAt: UTCTime?
    package var approved: Bool
    package var disabled: Bool
    package var role: String?
    package var locale: String?
    package var createdAt: UTCTime
    package var signUpIp: String?
    package var invitedBy: String?
    package var signInCount: Int64
    package var currentSignInAt: UTCTime?
    package var lastSignInAt: UTCTime?
    /// One-time passwords from an app.
    package var otp: Bool
    package var securityKeys: Int64
    /// Applications that may act for this user.
    package var accessTokens: Int64
    package var sessionCount: Int64
    /// The latest ten.
    package var sessions: [Session]
    /// The latest ten.
    package var ips: [Address]

    package init(
        id: Int64, email: String, unconfirmedEmail: String?, confirmedAt: UTCTime?, approved: Bool, disabled: Bool,
        role: String?, locale: String?, createdAt: UTCTime, signUpIp: String?, invitedBy: String?, signInCount: Int64,
        currentSignInAt: UTCTime?, lastSignInAt: UTCTime?, otp: Bool, securityKeys: Int64, accessTokens: Int64,
        sessionCount: Int64
    ) {
        self.id = "\(id)"
        self.email = email
        self.unconfirmedEmail = unconfirmedEmail
        self.confirmedAt = confirmedAt
        self.approved = approved
        self.disabled = disabled
        self.role = role
        self.locale = locale
        self.createdAt = createdAt
        self.signUpIp = signUpIp
        self.invitedBy = invitedBy
        self.signInCount = signInCount
        self.currentSignInAt = currentSignInAt
        self.lastSignInAt = lastSignInAt
        self.otp = otp
        self.securityKeys = securityKeys
        self.accessTokens = accessTokens
        self.sessionCount = sessionCount
        sessions = []
        ips = []
    }
}
