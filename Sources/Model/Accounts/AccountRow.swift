/// An account as lists have it.
package struct AccountRow: Sendable, Equatable {
    package var id: Int64
    package var username: String
    /// Nil for an account of this server.
    package var domain: String?
    package var displayName: String
    /// `Person`, `Service`, `Application`, `Group`, `Organization`, or nothing.
    package var actorType: String?
    package var isLocked: Bool
    /// All that hold, in the order of `AccountStatus`.
    package var statuses: [AccountStatus]
    /// The name of the role, for local users who have one.
    package var role: String?
    package var email: String?
    package var created: UTCTime
    /// The last sign-in or post known of.
    package var lastActive: UTCTime?
    package var lastPost: UTCTime?
    package var posts: Int64
    package var followers: Int64
    package var following: Int64
    /// Attachments, avatar and header; nil when it was not asked for.
    package var mediaBytes: Int64?

    package init(
        id: Int64, username: String, domain: String?, displayName: String, actorType: String?, isLocked: Bool,
        statuses: [AccountStatus], role: String?, email: String?, created: UTCTime, lastActive: UTCTime?,
        lastPost: UTCTime?, posts: Int64, followers: Int64, following: Int64, mediaBytes: Int64?
    ) {
        self.id = id
        self.username = username
        self.domain = domain
        self.displayName = displayName
        self.actorType = actorType
        self.isLocked = isLocked
        self.statuses = statuses
        self.role = role
        self.email = email
        self.created = created
        self.lastActive = lastActive
        self.lastPost = lastPost
        self.posts = posts
        self.followers = followers
        self.following = following
        self.mediaBytes = mediaBytes
    }

    /// `alice` or `alice@example.org`.
    package var handle: String { domain.map { "\(username)@\($0)" } ?? username }

    /// Whether another account has its handle now: the server then names the loser `! ` and its id, which nobody can look
    /// up. Source: Mastodon 4.7 `app/models/account.rb` (`invalidate_username!`).
    package var hasInvalidHandle: Bool { username.hasPrefix("! ") }

    /// Source: Mastodon 4.6.5 `app/models/account.rb` (`bot?`).
    package var isBot: Bool { actorType == "Application" || actorType == "Service" }
}

/// What a list of accounts is in the order of.
package enum AccountOrder: String, Sendable, CaseIterable {
    /// The oldest id first.
    case id
    /// The newest first.
    case created
    /// The most recently active first, who never was last.
    case active
    /// The most first.
    case followers, posts, storage

    package var isDescending: Bool { self != .id }
}
