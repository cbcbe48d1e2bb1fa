/// The full picture of one account. Its JSON is `accounts.show/1`, in the order of the properties.
package struct AccountDossier: Sendable, Encodable {
    /// How a count the server keeps compares with the rows there are.
    package struct Count: Sendable, Encodable, Equatable {
        /// What the server shows.
        package var stored: Int64
        /// Rows on this server. For a remote account the others are elsewhere, and the two need not agree.
        package var counted: Int64

        package init(stored: Int64, counted: Int64) {
            self.stored = stored
            self.counted = counted
        }
    }

    package struct Media: Sendable, Encodable {
        package var attachments: Int64
        package var attachmentBytes: Int64
        package var avatarBytes: Int64
        package var headerBytes: Int64

        package init(attachments: Int64, attachmentBytes: Int64, avatarBytes: Int64, headerBytes: Int64) {
            self.attachments = attachments
            self.attachmentBytes = attachmentBytes
            self.avatarBytes = avatarBytes
            self.headerBytes = headerBytes
        }

        package var bytes: Int64 { attachmentBytes + avatarBytes + headerBytes }
    }

    package struct Relations: Sendable, Encodable {
        package var followRequests: Int64
        package var blocks: Int64
        package var blockedBy: Int64
        package var mutes: Int64
        package var mutedBy: Int64

        package init(followRequests: Int64, blocks: Int64, blockedBy: Int64, mutes: Int64, mutedBy: Int64) {
            self.followRequests = followRequests
            self.blocks = blocks
            self.blockedBy = blockedBy
            self.mutes = mutes
            self.mutedBy = mutedBy
        }
    }

    package struct Reports: Sendable, Encodable {
        /// About this account and not yet dealt with.
        package var open: Int64
        package var resolved: Int64
        /// Made by this account.
        package var made: Int64

        package init(open: Int64, resolved: Int64, made: Int64) {
            self.open = open
            self.resolved = resolved
            self.made = made
        }
    }

    package struct Strike: Sendable, Encodable {
        package var id: Int64
        package var action: String
        package var by: String?
        package var at: UTCTime
        package var overruledAt: UTCTime?
        package var text: String

        package init(id: Int64, action: Int64, by: String?, at: UTCTime, overruledAt: UTCTime?, text: String) {
            self.id = id
            self.action = Self.words[action] ?? "\(action)"
            self.by = by
            self.at = at
            self.overruledAt = overruledAt
            self.text = text
        }

        /// Source: Mastodon 4.6.5 `app/models/account_warning.rb`; the same since 4.2.
        private static let words: [Int64: String] = [
            0: "none", 1_000: "disable", 1_250: "mark_statuses_as_sensitive", 1_500: "delete_statuses",
            2_000: "sensitive", 3_000: "silence", 4_000: "suspend",
        ]
    }

    /// When the data of a suspended account will be deleted.
    package struct Deletion: Sendable, Encodable {
        package var requestedAt: UTCTime
        package var dueAt: UTCTime

        /// Thirty days later. Source: Mastodon 4.6.5 `app/models/account_deletion_request.rb`.
        package init(requestedAt: UTCTime) {
            self.requestedAt = requestedAt
            dueAt = UTCTime(requestedAt.seconds + 30 * 86_400)
        }
    }

    package var schema = "accounts.show/1"
    /// Text, since many readers of JSON lose digits of numbers as long.
    package var id: String
    package var handle: String
    package var username: String
    package var domain: String?
    package var displayName: String
    package var note: String
    package var url: String?
    package var uri: String
    package var actorType: String?
    package var bot: Bool
    package var locked: Bool
    package var discoverable: Bool?
    package var indexable: Bool
    package var createdAt: UTCTime
    package var lastPostAt: UTCTime?
    package var lastWebfingeredAt: UTCTime?
    /// All of `accounts list` that hold.
    package var statuses: [AccountStatus]
    package var silencedAt: UTCTime?
    package var sensitizedAt: UTCTime?
    package var suspendedAt: UTCTime?
    /// `local` or `remote`.
    package var suspensionOrigin: String?
    /// When its owner deleted it. Since 4.7; before, the server suspended such accounts.
    package var requestedDeletionAt: UTCTime?
    /// Whether another account has its handle now, so that the server gave it a name that is none. Since 4.7.
    package var invalidHandle: Bool?
    package var movedTo: String?
    package var alsoKnownAs: [String]
    package var deletion: Deletion?
    package var user: AccountUser?
    package var posts: Count
    package var followers: Count
    package var following: Count
    package var media: Media
    package var relations: Relations
    package var reports: Reports
    package var strikes: [Strike]
    package var moderationNotes: Int64
    package var blocks: AccountBlocks
    /// What waits for, runs or failed with this account; nil when Redis could not be asked.
    package var jobs: [JobTally]?
    /// True when queues were too long to be read to their end.
    package var jobsTruncated: Bool

    package init(
        _ row: AccountRow, note: String, url: String?, uri: String, discoverable: Bool?, indexable: Bool,
        alsoKnownAs: [String], posts: Count, followers: Count, following: Count, media: Media, relations: Relations,
        reports: Reports, moderationNotes: Int64
    ) {
        id = "\(row.id)"
        handle = row.handle
        username = row.username
        domain = row.domain
        displayName = row.displayName
        self.note = note
        self.url = url
        self.uri = uri
        actorType = row.actorType
        bot = row.isBot
        locked = row.isLocked
        self.discoverable = discoverable
        self.indexable = indexable
        createdAt = row.created
        lastPostAt = row.lastPost
        statuses = row.statuses
        invalidHandle = row.hasInvalidHandle ? true : nil
        self.alsoKnownAs = alsoKnownAs
        self.posts = posts
        self.followers = followers
        self.following = following
        self.media = media
        self.relations = relations
        self.reports = reports
        strikes = []
        self.moderationNotes = moderationNotes
        blocks = AccountBlocks()
        jobsTruncated = false
    }
}
