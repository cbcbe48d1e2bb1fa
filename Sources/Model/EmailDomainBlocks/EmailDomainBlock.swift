/// A row of `email_domain_blocks`: nobody may sign up with an address there, or a moderator looks at it first.
package struct EmailDomainBlock: Sendable, Equatable, Encodable {
    /// A string, since it may be too large for a reader that takes every number for a float.
    package var id: String
    package var domain: String
    /// Sign-ups are let through to a moderator. Always false on Mastodon 4.2.
    package var allowWithApproval: Bool
    package var createdAt: UTCTime
    /// Mail servers blocked because of this domain.
    package var mailServers: [String]

    package init(id: String, domain: String, allowWithApproval: Bool, createdAt: UTCTime, mailServers: [String]) {
        self.id = id
        self.domain = domain
        self.allowWithApproval = allowWithApproval
        self.createdAt = createdAt
        self.mailServers = mailServers
    }
}

/// A block as somebody asks for it. Names are normalised.
package struct EmailDomainBlockRequest: Sendable, Equatable {
    package var domain: String
    package var allowWithApproval: Bool
    /// Blocked together with the domain, and let go together with it.
    package var mailServers: [String]

    package init(domain: String, allowWithApproval: Bool, mailServers: [String] = []) {
        self.domain = domain
        self.allowWithApproval = allowWithApproval
        self.mailServers = mailServers
    }
}
