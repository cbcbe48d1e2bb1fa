import HTML
import Model
import Postgres

/// Makes the documents of posts.
///
/// A slice is read by one statement for each table, never one for each post: with ranges of ids every statement walks a
/// part of an index on the post's id, and nothing is joined that need not be. Where few posts of a range belong to the
/// index their ids are asked for instead.
/// Source: Mastodon 4.2.0 to 4.6.5 `app/chewy/statuses_index.rb`, `app/chewy/public_statuses_index.rb`,
/// `app/lib/importer/statuses_index_importer.rb`, `app/models/status.rb`.
struct StatusDocuments: Sendable {
    let index: SearchIndex
    let schema: LiveSchema
    let release: MastodonRelease

    func documents(of slice: SearchSlice, over connection: isolated PostgresConnection) async throws -> [SearchDocument]
    {
        let posts = try await posts(of: slice, over: connection)
        guard !posts.rows.isEmpty else { return [] }
        let parts = try await parts(of: posts, slice, over: connection)
        var documents: [SearchDocument] = []
        documents.reserveCapacity(posts.rows.count)
        var writer = DocumentWriter()
        for post in posts.rows {
            let document = parts.document(of: post, searchableBy: posts.readers[post.id] ?? [], release)
            document.write(to: &writer, for: index)
            documents.append(SearchDocument(id: .number(post.id), body: writer.take()))
        }
        return documents
    }

    /// Those of a slice's posts that belong into the index.
    func idsInScope(_ slice: SearchSlice, over connection: isolated PostgresConnection) async throws -> [Int64] {
        try await posts(of: slice, over: connection).rows.map(\.id)
    }

    // MARK: - posts

    struct Posts: Sendable {
        var rows: [Post]
        /// Local accounts that may find a post.
        var readers: [Int64: [Int64]]
    }

    private func posts(of slice: SearchSlice, over connection: isolated PostgresConnection) async throws -> Posts {
        if index == .publicStatuses {
            let rows = try await connection.rows(
                """
                \(fragment: Post.columns)
                join accounts on accounts.id = post.account_id
                where \(fragment: slice.condition("post.id"))
                    and post.deleted_at is null
                    and post.reblog_of_id is null
                    and post.visibility = 0
                    and accounts.indexable
                order by post.id
                """, Post.init)
            return Posts(rows: rows, readers: [:])
        }
        let readers = try await readers(of: slice, over: connection)
        let candidates = readers.keys.sorted()
        guard !candidates.isEmpty else { return Posts(rows: [], readers: [:]) }
        let rows = try await connection.rows(
            """
            \(fragment: Post.columns)
            where post.id = any(\(candidates))
                and post.deleted_at is null
                and post.reblog_of_id is null
            order by post.id
            """, Post.init)
        return Posts(rows: rows, readers: readers)
    }

    /// Who may find which post: local authors, and local people who were mentioned, favourited, boosted, bookmarked or
    /// voted. Found from their side, since most posts are of no concern to anybody here.
    private func readers(
        of slice: SearchSlice, over connection: isolated PostgresConnection
    ) async throws -> [Int64: [Int64]] {
        let pairs = try await connection.rows(
            """
            \(fragment: Self.readership { slice.condition($0) })
            order by 1, 3, 2
            """
        ) { (try $0.value(0, as: Int64.self), try $0.value(1, as: Int64.self)) }
        var readers: [Int64: [Int64]] = [:]
        for (post, account) in pairs where readers[post]?.contains(account) != true {
            readers[post, default: []].append(account)
        }
        return readers
    }

    /// Posts, the local accounts that may find them, and which of the ways it is.
    ///
    /// - Parameter condition: tells which posts, given the column that names the post.
    private static func readership(_ condition: (StaticString) -> Statement) -> Statement {
        """
        select post.id, post.account_id, 0 as rank
        from statuses as post
        where \(fragment: condition("post.id"))
            and (post.local or post.uri is null)
            and post.deleted_at is null
            and post.reblog_of_id is null
        union
        select mention.status_id, mention.account_id, 1
        from mentions as mention
        join accounts on accounts.id = mention.account_id and accounts.domain is null
        where \(fragment: condition("mention.status_id"))
            and not mention.silent
        union
        select favourite.status_id, favourite.account_id, 2
        from favourites as favourite
        join accounts on accounts.id = favourite.account_id and accounts.domain is null
        where \(fragment: condition("favourite.status_id"))
        union
        select boost.reblog_of_id, boost.account_id, 3
        from statuses as boost
        join accounts on accounts.id = boost.account_id and accounts.domain is null
        where \(fragment: condition("boost.reblog_of_id"))
            and boost.deleted_at is null
        union
        select bookmark.status_id, bookmark.account_id, 4
        from bookmarks as bookmark
        join accounts on accounts.id = bookmark.account_id and accounts.domain is null
        where \(fragment: condition("bookmark.status_id"))
        union
        select poll.status_id, vote.account_id, 5
        from polls as poll
        join poll_votes as vote on vote.poll_id = poll.id
        join accounts on accounts.id = vote.account_id and accounts.domain is null
        where \(fragment: condition("poll.status_id"))
        """
    }

    /// The ids of all posts that some local account may find.
    static var candidates: Statement {
        """
        select reader.post_id
        from (\(fragment: readership { "\(fragment: Statement(stringLiteral: $0)) is not null" })) as reader (post_id, account_id, rank)
        """
    }

    // MARK: - parts

    private func parts(
        of posts: Posts, _ slice: SearchSlice, over connection: isolated PostgresConnection
    ) async throws -> StatusParts {
        let ids = posts.rows.map(\.id)
        // A range is walked when it is mostly these posts'; else each is looked up.
        let rows: SearchSlice =
            switch slice {
            case .range(_, let through) where index == .publicStatuses && ids.count >= StatusDocuments.dense:
                .range(after: (ids.first ?? 1) - 1, through: min(through, ids.last ?? through))
            default: .ids(ids)
            }
        var parts = StatusParts()
        try await parts.readTags(rows, over: connection)
        try await parts.readMedia(rows, over: connection)
        try await parts.readPolls(posts.rows.compactMap(\.pollID), over: connection)
        try await parts.readCards(rows, over: connection)
        if schema.has(table: "quotes") { try await parts.readQuotes(rows, over: connection) }
        return parts
    }

    /// From so many posts of a range on, walking it costs less than looking them up.
    private static let dense = 500
}

/// The columns of a post that its document is made of.
struct Post: Sendable {
    var id: Int64
    var accountID: Int64
    var spoilerText: String
    var text: String
    var isLocal: Bool
    var language: String?
    var isSensitive: Bool
    var isReply: Bool
    var created: Timestamp
    var mediaOrder: [Int64]?
    var pollID: Int64?

    static var columns: Statement {
        """
        select post.id, post.account_id, post.spoiler_text, post.text, coalesce(post.local, false) or post.uri is null,
            post.language, post.sensitive, post.reply or post.in_reply_to_id is not null, post.created_at,
            post.ordered_media_attachment_ids, post.poll_id
        from statuses as post
        """
    }

    init(_ row: borrowing Row) throws {
        id = try row[0]
        accountID = try row[1]
        spoilerText = try row[2]
        text = try row[3]
        isLocal = try row[4]
        language = try row[5]
        isSensitive = try row[6]
        isReply = try row[7]
        created = try row[8]
        mediaOrder = try row[9]
        pollID = try row[10]
    }
}

extension SearchSlice {
    /// Whether a column holds one of these ids.
    func condition(_ column: StaticString) -> Statement {
        let name = Statement(stringLiteral: column)
        switch self {
        case .range(let after, let through):
            return "\(fragment: name) > \(after) and \(fragment: name) <= \(through)"
        case .ids(let ids): return "\(fragment: name) = any(\(ids))"
        case .domains(let after, let through):
            return "\(fragment: name) > \(after) and \(fragment: name) <= \(through)"
        case .domainNames(let domains): return "\(fragment: name) = any(\(domains))"
        }
    }
}
