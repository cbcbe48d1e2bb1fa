/// All there is to know here of another server. Its JSON is `domains.show/1`, in the order of the properties.
package struct DomainDossier: Sendable, Encodable {
    package struct Follows: Sendable, Encodable {
        /// Follows of its accounts by people here, and how many people that are.
        package var outgoing: Int64
        package var followersHere: Int64
        /// Follows of people here by its accounts.
        package var incoming: Int64
        package var followedHere: Int64

        package init(outgoing: Int64, followersHere: Int64, incoming: Int64, followedHere: Int64) {
            self.outgoing = outgoing
            self.followersHere = followersHere
            self.incoming = incoming
            self.followedHere = followedHere
        }
    }

    /// Deliveries to one host of it.
    package struct Delivery: Sendable, Encodable, Equatable {
        package var host: String
        /// Since when nothing is delivered.
        package var stoppedAt: UTCTime?
        /// Days on which deliveries failed since the last that went well: `2026-11-20`. After seven the server stops.
        package var failureDays: [String]?

        package init(host: String, stoppedAt: UTCTime?, failureDays: [String]?) {
            self.host = host
            self.stoppedAt = stoppedAt
            self.failureDays = failureDays
        }
    }

    /// What it says of itself.
    package struct Software: Sendable, Encodable, Equatable {
        package var name: String?
        package var version: String?
        package var users: Int64?
        package var openRegistrations: Bool?
        /// Why it could not be asked, when it could not.
        package var failure: String?

        package init(
            name: String? = nil, version: String? = nil, users: Int64? = nil, openRegistrations: Bool? = nil,
            failure: String? = nil
        ) {
            self.name = name
            self.version = version
            self.users = users
            self.openRegistrations = openRegistrations
            self.failure = failure
        }
    }

    package var schema = "domains.show/1"
    package var domain: String
    package var accounts: Int64
    package var suspendedAccounts: Int64
    package var silencedAccounts: Int64
    /// Known domains below it.
    package var subdomains: Int64
    package var follows: Follows
    package var posts: Int64
    package var attachments: Int64
    package var mediaBytes: Int64
    package var customEmojis: Int64
    package var firstSeenAt: UTCTime?
    package var lastActivityAt: UTCTime?
    package var openReports: Int64
    /// Notes of moderators, from 4.4 on.
    package var moderationNotes: Int64?
    /// The domain itself first, then the hosts its accounts take deliveries at.
    package var delivery: [Delivery]
    /// The block that applies: its own, or that of the nearest domain above it.
    package var block: DomainRule?
    package var allowed: Bool
    /// Nil unless it was asked.
    package var software: Software?

    package init(
        domain: String, accounts: Int64, suspendedAccounts: Int64, silencedAccounts: Int64, subdomains: Int64,
        follows: Follows, posts: Int64, attachments: Int64, mediaBytes: Int64, customEmojis: Int64,
        firstSeenAt: UTCTime?, lastActivityAt: UTCTime?, openReports: Int64
    ) {
        self.domain = domain
        self.accounts = accounts
        self.suspendedAccounts = suspendedAccounts
        self.silencedAccounts = silencedAccounts
        self.subdomains = subdomains
        self.follows = follows
        self.posts = posts
        self.attachments = attachments
        self.mediaBytes = mediaBytes
        self.customEmojis = customEmojis
        self.firstSeenAt = firstSeenAt
        self.lastActivityAt = lastActivityAt
        self.openReports = openReports
        delivery = []
        allowed = false
    }
}
