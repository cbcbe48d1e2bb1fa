/// A row of `ip_blocks`.
package struct IPBlock: Sendable, Equatable, Encodable {
    /// A string, since it may be too large for a reader that takes every number for a float.
    package var id: String
    package var ip: IPNetwork
    package var severity: Severity
    package var comment: String
    /// Nil for a block that stays.
    package var expiresAt: UTCTime?
    package var createdAt: UTCTime
    package var updatedAt: UTCTime

    /// What the block keeps away. Source: Mastodon 4.2 to 4.6 `app/models/ip_block.rb`.
    package enum Severity: String, Sendable, CaseIterable, Encodable {
        case signUpRequiresApproval = "sign_up_requires_approval"
        case signUpBlock = "sign_up_block"
        case noAccess = "no_access"

        /// As the column holds it.
        package var number: Int {
            switch self {
            case .signUpRequiresApproval: 5_000
            case .signUpBlock: 5_500
            case .noAccess: 9_999
            }
        }

        package init?(number: Int) {
            guard let severity = Self.allCases.first(where: { $0.number == number }) else { return nil }
            self = severity
        }

        /// With dashes or underscores.
        package init?(word: String) {
            self.init(rawValue: String(word.map { $0 == "-" ? "_" : $0 }))
        }
    }

    package init(
        id: String, ip: IPNetwork, severity: Severity, comment: String, expiresAt: UTCTime?, createdAt: UTCTime,
        updatedAt: UTCTime
    ) {
        self.id = id
        self.ip = ip
        self.severity = severity
        self.comment = comment
        self.expiresAt = expiresAt
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

/// A block as somebody asks for it.
package struct IPBlockRequest: Sendable, Equatable {
    package var ip: IPNetwork
    package var severity: IPBlock.Severity
    /// Nil leaves the comment of a block that is there; empty for a new one.
    package var comment: String?
    /// Seconds until it ends; nil for one that stays.
    package var duration: Int64?

    package init(ip: IPNetwork, severity: IPBlock.Severity, comment: String? = nil, duration: Int64? = nil) {
        self.ip = ip
        self.severity = severity
        self.comment = comment
        self.duration = duration
    }
}
