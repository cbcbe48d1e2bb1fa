import HTML
import Model
import Postgres

/// What hangs on the posts of a slice, by post.
struct StatusParts: Sendable {
    private var tags: [Int64: [String]] = [:]
    private var media: [Int64: [StatusDocument.Media]] = [:]
    /// By poll.
    private var polls: [Int64: [String]] = [:]
    /// Whether the card is a video.
    private var cards: [Int64: Bool] = [:]
    private var quoting: Set<Int64> = []

    /// Leans on `index_statuses_tags_on_status_id`.
    mutating func readTags(_ posts: SearchSlice, over connection: isolated PostgresConnection) async throws {
        let pairs = try await connection.rows(
            """
            select part.status_id, coalesce(tags.display_name, tags.name)
            from statuses_tags as part
            join tags on tags.id = part.tag_id
            where \(fragment: posts.condition("part.status_id"))
            order by part.status_id, part.tag_id
            """
        ) { (try $0.value(0, as: Int64.self), try $0.value(1, as: String.self)) }
        for (post, tag) in pairs { tags[post, default: []].append(tag) }
    }

    /// Leans on `index_media_attachments_on_status_id`.
    mutating func readMedia(_ posts: SearchSlice, over connection: isolated PostgresConnection) async throws {
        let rows = try await connection.rows(
            """
            select part.status_id, part.id, part.type, part.description
            from media_attachments as part
            where \(fragment: posts.condition("part.status_id"))
            """
        ) { row in
            (
                try row.value(0, as: Int64.self),
                StatusDocument.Media(id: try row[1], type: try row[2], description: try row[3])
            )
        }
        for (post, file) in rows { media[post, default: []].append(file) }
    }

    mutating func readPolls(_ ids: [Int64], over connection: isolated PostgresConnection) async throws {
        if ids.isEmpty { return }
        let rows = try await connection.rows(
            """
            select id, options
            from polls
            where id = any(\(ids))
            """
        ) { (try $0.value(0, as: Int64.self), try $0.value(1, as: [String?].self)) }
        for (poll, options) in rows { polls[poll] = options.map { $0 ?? "" } }
    }

    /// Leans on the primary key of `preview_cards_statuses`, which begins with the post.
    mutating func readCards(_ posts: SearchSlice, over connection: isolated PostgresConnection) async throws {
        let rows = try await connection.rows(
            """
            select part.status_id, coalesce(preview_cards.type = 2, false)
            from preview_cards_statuses as part
            left join preview_cards on preview_cards.id = part.preview_card_id
            where \(fragment: posts.condition("part.status_id"))
            """
        ) { (try $0.value(0, as: Int64.self), try $0.value(1, as: Bool.self)) }
        for (post, isVideo) in rows { cards[post] = isVideo || cards[post] == true }
    }

    /// Leans on `index_quotes_on_status_id`.
    mutating func readQuotes(_ posts: SearchSlice, over connection: isolated PostgresConnection) async throws {
        quoting = Set(
            try await connection.rows(
                """
                select part.status_id
                from quotes as part
                where \(fragment: posts.condition("part.status_id"))
                """
            ) { try $0.value(0, as: Int64.self) })
    }

    func document(of post: Post, searchableBy readers: [Int64], _ release: MastodonRelease) -> StatusDocument {
        StatusDocument(
            id: post.id, accountID: post.accountID, spoilerText: post.spoilerText,
            plainText: post.isLocal ? post.text : PlainText.of(html: post.text),
            pollOptions: post.pollID.flatMap { polls[$0] },
            media: media[post.id].map { StatusDocument.ordered($0, by: post.mediaOrder, release: release) } ?? [],
            tags: tags[post.id] ?? [], language: post.language, hasCard: cards[post.id] != nil,
            hasEmbed: cards[post.id] == true, isSensitive: post.isSensitive, isReply: post.isReply,
            hasQuote: quoting.contains(post.id), created: DocumentDate(microseconds: post.created.microseconds),
            searchableBy: readers)
    }
}
