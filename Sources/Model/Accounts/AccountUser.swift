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

/// The blocks of this server that apply to an account.
package struct AccountBlocks: Sendable, Encodable {
    /// A block of the domain or of one above it: the longest that applies.
    package var domain: DomainRule?
    package var emailDomains: [String] = []
    package var ips: [Network] = []
    /// Whether the user's address is one that may not sign up.
    package var canonicalEmail = false

    package struct Network: Sendable, Encodable, Equatable {
        /// The blocked range.
        package var range: String
        package var severity: String

        package init(range: String, severity: Int64) {
            self.range = range
            self.severity = Self.words[severity] ?? "\(severity)"
        }

        /// Source: Mastodon 4.6.5 `app/models/ip_block.rb`; the same since 4.2.
        private static let words: [Int64: String] = [
            5_000: "sign_up_requires_approval", 5_500: "sign_up_block", 9_999: "no_access",
        ]
    }

    package init() {}
}

/// A row of `domain_blocks`, as far as it says what happens.
package struct DomainRule: Sendable, Encodable, Equatable {
    package var domain: String
    package var severity: String
    package var rejectMedia: Bool
    package var rejectReports: Bool
    package var publicComment: String?
    package var privateComment: String?

    package init(
        domain: String, severity: Int64, rejectMedia: Bool, rejectReports: Bool, publicComment: String?,
        privateComment: String?
    ) {
        self.domain = domain
        self.severity = Self.words[severity] ?? "\(severity)"
        self.rejectMedia = rejectMedia
        self.rejectReports = rejectReports
        self.publicComment = publicComment
        self.privateComment = privateComment
    }

    /// Source: Mastodon 4.6.5 `app/models/domain_block.rb`; the same since 4.2.
    private static let words: [Int64: String] = [0: "silence", 1: "suspend", 2: "noop"]
}
