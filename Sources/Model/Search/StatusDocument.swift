/// A post as the search indexes hold it.
///
/// Source: Mastodon 4.2.0 to 4.6.5 `app/chewy/statuses_index.rb`, `app/chewy/public_statuses_index.rb`,
/// `app/models/concerns/status/search_concern.rb`, `app/models/status.rb`.
package struct StatusDocument: Sendable, Equatable {
    /// One attached file.
    package struct Media: Sendable, Equatable {
        package var id: Int64
        /// The column: 0 image, 1 silent video, 2 video, 3 unknown, 4 audio.
        package var type: Int
        package var description: String?

        package init(id: Int64, type: Int, description: String?) {
            self.id = id
            self.type = type
            self.description = description
        }
    }

    package var id: Int64
    package var accountID: Int64
    package var spoilerText: String
    /// As plain text; remote HTML has been read.
    package var plainText: String
    /// Nil without a poll.
    package var pollOptions: [String]?
    /// In the order in which the post shows them.
    package var media: [Media]
    package var tags: [String]
    package var language: String?
    package var hasCard: Bool
    /// Whether the card is a video.
    package var hasEmbed: Bool
    package var isSensitive: Bool
    package var isReply: Bool
    /// Always false before 4.4.
    package var hasQuote: Bool
    package var created: DocumentDate
    /// Local accounts that may find it, each once; only in the index of what people interacted with.
    package var searchableBy: [Int64]

    package init(
        id: Int64, accountID: Int64, spoilerText: String = "", plainText: String, pollOptions: [String]? = nil,
        media: [Media] = [], tags: [String] = [], language: String? = nil, hasCard: Bool = false,
        hasEmbed: Bool = false, isSensitive: Bool = false, isReply: Bool = false, hasQuote: Bool = false,
        created: DocumentDate, searchableBy: [Int64] = []
    ) {
        self.id = id
        self.accountID = accountID
        self.spoilerText = spoilerText
        self.plainText = plainText
        self.pollOptions = pollOptions
        self.media = media
        self.tags = tags
        self.language = language
        self.hasCard = hasCard
        self.hasEmbed = hasEmbed
        self.isSensitive = isSensitive
        self.isReply = isReply
        self.hasQuote = hasQuote
        self.created = created
        self.searchableBy = searchableBy
    }

    /// What is searched: warning, text, the poll's options and the descriptions, to be put together with blank lines
    /// between. A poll without options and no files at all are an empty piece.
    private func forEachPiece(_ take: (String) -> Void) {
        take(spoilerText)
        take(plainText)
        if let pollOptions {
            pollOptions.forEach(take)
            if pollOptions.isEmpty { take("") }
        }
        for file in media { take(file.description ?? "") }
        if media.isEmpty { take("") }
    }

    private func forEachProperty(_ take: (StaticString) -> Void) {
        if media.contains(where: { $0.type == 0 }) { take("image") }
        if media.contains(where: { $0.type == 2 }) { take("video") }
        if media.contains(where: { $0.type == 4 }) { take("audio") }
        if !media.isEmpty { take("media") }
        if pollOptions != nil { take("poll") }
        if hasCard { take("link") }
        if hasEmbed { take("embed") }
        if isSensitive { take("sensitive") }
        if isReply { take("reply") }
        if hasQuote { take("quote") }
    }

    /// The order of a post's files: as its author put them, by id where no order is kept, four at most since 4.3.
    package static func ordered(_ media: [Media], by ids: [Int64]?, release: MastodonRelease) -> [Media] {
        var ordered: [Media]
        if let ids {
            ordered = ids.compactMap { id in media.first { $0.id == id } }
        } else {
            ordered = media.sorted { $0.id < $1.id }
        }
        if release >= .v4_3, ordered.count > 4 { ordered.removeLast(ordered.count - 4) }
        return ordered
    }

    /// - Parameter index: `statuses` or `publicStatuses`.
    package func write(to writer: inout DocumentWriter, for index: SearchIndex) {
        writer.object { writer in
            writer.field("id", id)
            writer.field("account_id", accountID)
            writer.field("text", joining: { forEachPiece($0) })
            writer.field("tags", tags)
            if index == .statuses { writer.field("searchable_by", searchableBy) }
            writer.field("language", language)
            writer.field("properties", words: { forEachProperty($0) })
            writer.field("created_at", created)
        }
    }
}
