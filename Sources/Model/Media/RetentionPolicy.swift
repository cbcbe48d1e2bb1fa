/// Which cached copies of remote files may go.
package struct RetentionPolicy: Sendable, Equatable {
    /// Whose files: those of posts, of profiles, of link previews.
    package enum Target: Sendable, Equatable {
        case attachments
        /// Avatars, headers or both; by default only of accounts that nobody follows and that follow nobody.
        case profiles([AttachmentKind], includeFollowed: Bool)
        case previewCards(linksOnly: Bool)
    }

    package var target: Target
    /// Files older than this many days. For attachments the row's age, for profiles that of the last update and the
    /// last webfinger, for preview cards that of the last update.
    package var days: Double
    /// Spares attachments of posts that local people favourited, bookmarked, boosted, answered or quoted.
    package var keepInteracted: Bool
    /// Only accounts of these domains and their subdomains; empty for all.
    package var domains: [String]
    /// Never accounts of these domains and their subdomains.
    package var exceptDomains: [String]
    /// Only attachments of these types; empty for all.
    package var types: Set<MediaType>
    /// Only rows whose files are together larger than this.
    package var largerThan: ByteCount?
    /// Stop when the cached files of this kind take no more than this, oldest first.
    package var maxSize: ByteCount?
    /// Stop when the media file system has this much free, oldest first.
    package var untilFree: ByteCount?
    /// This run's share of the rows when several hosts work at once.
    package var shard: Shard?

    package init(
        _ target: Target, days: Double, keepInteracted: Bool = false, domains: [String] = [],
        exceptDomains: [String] = [], types: Set<MediaType> = [], largerThan: ByteCount? = nil,
        maxSize: ByteCount? = nil, untilFree: ByteCount? = nil, shard: Shard? = nil
    ) {
        self.target = target
        self.days = days
        self.keepInteracted = keepInteracted
        self.domains = domains
        self.exceptDomains = exceptDomains
        self.types = types
        self.largerThan = largerThan
        self.maxSize = maxSize
        self.untilFree = untilFree
        self.shard = shard
    }

    /// The attachments this policy clears, all of one table.
    package var kinds: [AttachmentKind] {
        switch target {
        case .attachments: [.mediaFile, .mediaThumbnail]
        case .profiles(let kinds, _): kinds
        case .previewCards: [.previewCard]
        }
    }

    /// What the rows are called.
    package var noun: String {
        switch target {
        case .attachments: "media attachments"
        case .profiles: "profiles"
        case .previewCards: "preview cards"
        }
    }
}

/// The type of a media attachment; raw values as `media_attachments.type` holds them.
///
/// Source: Mastodon 4.6.5 `app/models/media_attachment.rb`.
package enum MediaType: Int, CaseIterable, Sendable, Codable {
    case image = 0
    case gifv = 1
    case video = 2
    case unknown = 3
    case audio = 4

    /// The word used on the command line and in answers.
    package var word: String { "\(self)" }

    package init?(word: String) {
        guard let type = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = type
    }
}

/// One of several equal shares of the rows, by id.
package struct Shard: Sendable, Equatable {
    /// From 1 to `count`.
    package var number: Int
    package var count: Int

    package init?(number: Int, of count: Int) {
        guard count >= 1, (1...count).contains(number) else { return nil }
        self.number = number
        self.count = count
    }

    /// Reads `2/4`.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]), count <= 1_000 else {
            return nil
        }
        self.init(number: number, of: count)
    }
}
