import HTML
import Model
import Postgres

/// What hangs on the posts of a slice. Posts are asked for in the order of their ids.
struct StatusParts: Sendable {
    private var tags = ByPost<String>()
    private var media = ByPost<StatusDocument.Media>()
    /// Whether the card is a video.
    private var cards = ByPost<Bool>()
    private var quotes = ByPost<Void>()

    init(of posts: SearchSlice, _ schema: LiveSchema, over connection: Transaction<some Access>) async throws {
        try await readTags(posts, over: connection)
        try await readMedia(posts, over: connection)
        try await readCards(posts, over: connection)
        if schema.has(table: "quotes") { try await readQuotes(posts, over: connection) }
    }

    /// Leans on `index_statuses_tags_on_status_id`.
    private mutating func readTags(_ posts: SearchSlice, over connection: Transaction<some Access>) async throws {
        tags = try await connection.reduce(
            """
            select part.status_id, (select coalesce(display_name, name) from tags where tags.id = part.tag_id)
            from statuses_tags as part
            where \(fragment: posts.condition("part.status_id"))
            order by part.status_id, part.tag_id
            """, into: tags
        ) { tags, row in
            let name: String? = try row[1]
            if let name { tags.add(try row[0], name) }
        }
    }

    /// Leans on `index_media_attachments_on_status_id`.
    private mutating func readMedia(_ posts: SearchSlice, over connection: Transaction<some Access>) async throws {
        media = try await connection.reduce(
            """
            select part.status_id, part.id, part.type, part.description
            from media_attachments as part
            where \(fragment: posts.condition("part.status_id"))
            order by part.status_id
            """, into: media
        ) { media, row in
            media.add(try row[0], StatusDocument.Media(id: try row[1], type: try row[2], description: try row[3]))
        }
    }

    /// Leans on the primary key of `preview_cards_statuses`, which begins with the post.
    private mutating func readCards(_ posts: SearchSlice, over connection: Transaction<some Access>) async throws {
        cards = try await connection.reduce(
            """
            select part.status_id,
                coalesce((select type = 2 from preview_cards where preview_cards.id = part.preview_card_id), false)
            from preview_cards_statuses as part
            where \(fragment: posts.condition("part.status_id"))
            order by part.status_id
            """, into: cards
        ) { $0.add(try $1[0], try $1[1]) }
    }

    /// Leans on `index_quotes_on_status_id`.
    private mutating func readQuotes(_ posts: SearchSlice, over connection: Transaction<some Access>) async throws {
        quotes = try await connection.reduce(
            """
            select part.status_id
            from quotes as part
            where \(fragment: posts.condition("part.status_id"))
            order by part.status_id
            """, into: quotes
        ) { quotes, row in quotes.add(try row[0], ()) }
    }

    mutating func document(of post: Post, searchableBy readers: [Int64], _ release: MastodonRelease) -> StatusDocument {
        let files = media.take(post.id)
        let cards = cards.take(post.id)
        return StatusDocument(
            id: post.id, accountID: post.accountID, spoilerText: post.spoilerText,
            plainText: post.isLocal ? post.text : PlainText.of(html: post.text), pollOptions: post.pollOptions,
            media: files.isEmpty ? [] : StatusDocument.ordered(Array(files), by: post.mediaOrder, release: release),
            tags: Array(tags.take(post.id)), language: post.language, hasCard: !cards.isEmpty,
            hasEmbed: cards.contains(true), isSensitive: post.isSensitive, isReply: post.isReply,
            hasQuote: !quotes.take(post.id).isEmpty, created: DocumentDate(microseconds: post.created.microseconds),
            searchableBy: readers)
    }
}
