/// An account as its search index holds it. Source: Mastodon 4.2.0 to 4.6.5 `app/chewy/accounts_index.rb`,
/// `app/models/concerns/account/search.rb`.
package struct AccountDocument: Sendable, Equatable {
    package var id: Int64
    package var username: String
    /// Nil for local accounts.
    package var domain: String?
    package var displayName: String
    /// The note as plain text; only of those who want to be found.
    package var text: String?
    package var following: Int64
    package var followers: Int64
    package var isBot: Bool
    package var isVerified: Bool
    package var isDiscoverable: Bool
    /// When it last posted, or was created.
    package var lastActive: DocumentDate

    package init(
        id: Int64, username: String, domain: String?, displayName: String, text: String?, following: Int64,
        followers: Int64, isBot: Bool, isVerified: Bool, isDiscoverable: Bool, lastActive: DocumentDate
    ) {
        self.id = id
        self.username = username
        self.domain = domain
        self.displayName = displayName
        self.text = text
        self.following = following
        self.followers = followers
        self.isBot = isBot
        self.isVerified = isVerified
        self.isDiscoverable = isDiscoverable
        self.lastActive = lastActive
    }

    package var properties: [String] {
        (isBot ? ["bot"] : []) + (isVerified ? ["verified"] : []) + (isDiscoverable ? ["discoverable"] : [])
    }

    package func write(to writer: inout DocumentWriter) {
        writer.object { writer in
            writer.field("id", id)
            writer.field("following_count", following)
            writer.field("followers_count", followers)
            writer.field("properties", properties)
            writer.field("last_status_at", lastActive)
            writer.field("display_name", displayName)
            writer.field("username", domain.map { "\(username)@\($0)" } ?? username)
            writer.field("text", text)
        }
    }
}

/// A hashtag. Source: Mastodon 4.2.0 to 4.6.5 `app/chewy/tags_index.rb`.
package struct TagDocument: Sendable, Equatable {
    package var id: Int64
    package var name: String
    package var isReviewed: Bool
    /// Accounts that used it in the last days.
    package var usage: Int64
    /// When it was last used, or created.
    package var lastUsed: DocumentDate

    package init(id: Int64, name: String, isReviewed: Bool, usage: Int64, lastUsed: DocumentDate) {
        self.id = id
        self.name = name
        self.isReviewed = isReviewed
        self.usage = usage
        self.lastUsed = lastUsed
    }

    package func write(to writer: inout DocumentWriter) {
        writer.object { writer in
            writer.field("name", name)
            writer.field("reviewed", isReviewed)
            writer.field("usage", usage)
            writer.field("last_status_at", lastUsed)
        }
    }
}

/// Another server. Source: Mastodon 4.2.0 to 4.6.5 `app/chewy/instances_index.rb`.
package struct InstanceDocument: Sendable, Equatable {
    package var domain: String
    package var accounts: Int64

    package init(domain: String, accounts: Int64) {
        self.domain = domain
        self.accounts = accounts
    }

    package func write(to writer: inout DocumentWriter) {
        writer.object { writer in
            writer.field("domain", domain)
            writer.field("accounts_count", accounts)
        }
    }
}
