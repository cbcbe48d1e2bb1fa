/// A row of `canonical_email_blocks`: the hash of an address nobody may sign up with again.
package struct CanonicalEmailBlock: Sendable, Equatable, Encodable {
    /// A string, since it may be too large for a reader that takes every number for a float.
    package var id: String
    package var hash: String
    /// The account whose suspension brought it about, if any.
    package var account: String?
    package var createdAt: UTCTime

    package init(id: String, hash: String, account: String?, createdAt: UTCTime) {
        self.id = id
        self.hash = hash
        self.account = account
        self.createdAt = createdAt
    }
}

/// Whether an address is blocked.
package struct CanonicalEmailFinding: Sendable, Encodable {
    /// As it was asked for.
    package var email: String
    package var hash: String
    package var isBlocked: Bool
    package var block: CanonicalEmailBlock?

    enum CodingKeys: String, CodingKey {
        case email, hash
        case isBlocked = "blocked"
        case block
    }

    package init(email: String, hash: String, block: CanonicalEmailBlock?) {
        self.email = email
        self.hash = hash
        isBlocked = block != nil
        self.block = block
    }
}
