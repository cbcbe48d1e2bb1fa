import Model
import Postgres

/// Makes the documents of posts.
///
/// A slice is read by one statement for each table, never one for each post: with ranges of ids every statement walks a
/// part of an index on the post's id, and nothing is joined that need not be. What a row names is looked up by a
/// subquery for each: a join may read the whole of the other table, for every slice anew. All come in the order of the
/// posts' ids, so that what belongs together meets without a look-up. Where few posts of a range belong to the index
/// their ids are asked for instead.
/// Source: Mastodon 4.2.0 to 4.6.5 `app/chewy/statuses_index.rb`, `app/chewy/public_statuses_index.rb`,
/// `app/lib/importer/statuses_index_importer.rb`, `app/models/status.rb`.
struct StatusDocuments: Sendable {
    let index: SearchIndex
    let schema: LiveSchema
    let release: MastodonRelease

    /// The documents of a slice, read in portions: whatever posts hold, no more than one portion is kept.
    ///
    /// - Parameters:
    ///   - portion: bytes of documents.
    ///   - overflow: gets every full portion but the last, while the slice is being read.
    /// - Returns: the last portion.
    func documents(
        of slice: SearchSlice, portion: Int, over transaction: Transaction<some Access>,
        overflow: @Sendable ([SearchDocument]) async throws -> Void
    ) async throws -> [SearchDocument] {
        // Slices are many, and several are read at once: workers for each cost more than they do.
        try await transaction.set("max_parallel_workers_per_gather", to: "0")
        var readers = ByPost<Int64>()
        var posts = slice
        if index == .statuses {
            readers = try await self.readers(of: slice, over: transaction)
            posts = .ids(readers.distinctPosts)
            if readers.posts.isEmpty { return [] }
        }
        let parts = try await StatusParts(of: posts, schema, over: transaction)
        return try await transaction.onItsThread { [readers, posts] connection in
            var (parts, readers) = (parts, readers)
            var portionOfNow = Portion()
            let rows = try await connection.open(statement(posts))
            while try await connection.read(
                rows,
                { row in
                    let post = try Post(row)
                    let document = parts.document(of: post, searchableBy: readers.take(post.id).uniqued, release)
                    portionOfNow.add(document, for: index)
                    return portionOfNow.bytes < portion
                })
            {
                try await overflow(portionOfNow.documents)
                portionOfNow = Portion()
            }
            return portionOfNow.documents
        }
    }

    /// Documents that are kept at once.
    private struct Portion {
        var documents: [SearchDocument] = []
        var bytes = 0
        private var writer = DocumentWriter()

        mutating func add(_ document: StatusDocument, for index: SearchIndex) {
            document.write(to: &writer, for: index)
            bytes += writer.bytes.count
            documents.append(SearchDocument(id: .number(document.id), body: writer.take()))
        }
    }

    /// Those of a slice's posts that belong into the index.
    func idsInScope(_ slice: SearchSlice, over connection: Transaction<some Access>) async throws -> [Int64] {
        let posts: SearchSlice =
            index == .statuses ? .ids(try await readers(of: slice, over: connection).distinctPosts) : slice
        return try await connection.rows("select post.id \(fragment: scope(posts))") { try $0[0] }
    }

    // MARK: - posts

    private func statement(_ posts: SearchSlice) -> Statement {
        "select \(fragment: Post.columns) \(fragment: scope(posts)) order by post.id"
    }

    /// From where on: tables and conditions. Leans on the primary keys of `statuses` and `accounts`.
    private func scope(_ posts: SearchSlice) -> Statement {
        index == .statuses
            ? """
            from statuses as post
            where \(fragment: posts.condition("post.id"))
                and post.deleted_at is null
                and post.reblog_of_id is null
            """
            : """
            from statuses as post
            where \(fragment: posts.condition("post.id"))
                and post.deleted_at is null
                and post.reblog_of_id is null
                and post.visibility = 0
                and (select accounts.indexable from accounts where accounts.id = post.account_id)
            """
    }

    /// Who may find which post: local authors, and local people who were mentioned, favourited, boosted, bookmarked or
    /// voted. Found from their side, since most posts are of no concern to anybody here.
    private func readers(
        of slice: SearchSlice, over connection: Transaction<some Access>
    ) async throws -> ByPost<Int64> {
        try await connection.reduce(
            """
            \(fragment: Self.readership(of: slice))
            order by 1, 3, 2
            """, into: ByPost<Int64>()
        ) { $0.add(try $1[0], try $1[1]) }
    }

    /// Posts, the local accounts that may find them, and which of the ways it is; an account may stand there for several.
    private static func readership(of slice: SearchSlice) -> Statement {
        readership(of: { slice.condition($0) }) { account in
            "(select accounts.domain is null from accounts where accounts.id = \(fragment: account))"
        }
    }

    /// - Parameters:
    ///   - condition: tells which posts, given the column that names the post.
    ///   - isLocal: tells whether an account is of here, given the column that names it.
    private static func readership(
        of condition: (StaticString) -> Statement, _ isLocal: (Statement) -> Statement
    ) -> Statement {
        """
        select post.id, post.account_id, 0 as rank
        from statuses as post
        where \(fragment: condition("post.id"))
            and (post.local or post.uri is null)
            and post.deleted_at is null
            and post.reblog_of_id is null
        union all
        select mention.status_id, mention.account_id, 1
        from mentions as mention
        where \(fragment: condition("mention.status_id"))
            and not mention.silent
            and \(fragment: isLocal("mention.account_id"))
        union all
        select favourite.status_id, favourite.account_id, 2
        from favourites as favourite
        where \(fragment: condition("favourite.status_id"))
            and \(fragment: isLocal("favourite.account_id"))
        union all
        select boost.reblog_of_id, boost.account_id, 3
        from statuses as boost
        where \(fragment: condition("boost.reblog_of_id"))
            and boost.deleted_at is null
            and \(fragment: isLocal("boost.account_id"))
        union all
        select bookmark.status_id, bookmark.account_id, 4
        from bookmarks as bookmark
        where \(fragment: condition("bookmark.status_id"))
            and \(fragment: isLocal("bookmark.account_id"))
        union all
        select poll.status_id, vote.account_id, 5
        from polls as poll,
            lateral (select account_id from poll_votes where poll_votes.poll_id = poll.id offset 0) as vote
        where \(fragment: condition("poll.status_id"))
            and \(fragment: isLocal("vote.account_id"))
        """
    }

    /// The ids of all posts that some local account may find.
    static var candidates: Statement {
        let readership = readership(
            of: { "\(fragment: Statement(stringLiteral: $0)) is not null" },
            { "\(fragment: $0) in (select id from accounts where domain is null)" })
        return """
            select reader.post_id
            from (\(fragment: readership)) as reader (post_id, account_id, rank)
            """
    }
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
    /// Nil without a poll.
    var pollOptions: [String]?

    static var columns: Statement {
        """
        post.id, post.account_id, post.spoiler_text, post.text, coalesce(post.local, false) or post.uri is null,
            post.language, post.sensitive, post.reply or post.in_reply_to_id is not null, post.created_at,
            post.ordered_media_attachment_ids,
            case when post.poll_id is not null then (select options from polls where polls.id = post.poll_id) end
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
        let options: [String?]? = try row[10]
        pollOptions = options?.map { $0 ?? "" }
    }
}

extension SearchSlice {
    /// Whether a column holds one of these ids.
    func condition(_ column: StaticString) -> Statement {
        let name = Statement(stringLiteral: column)
        switch self {
        case .range(let after, let through):
            return "\(fragment: name) > \(after) and \(fragment: name) <= \(through)"
        case .share(let after, let through, let shard):
            return """
                \(fragment: name) > \(after)
                and \(fragment: name) <= \(through)
                and mod(\(fragment: name), \(Int64(shard.count))) = \(Int64(shard.number - 1))
                """
        case .ids(let ids): return "\(fragment: name) = any(\(ids))"
        case .domains(let after, let through):
            return "\(fragment: name) > \(after) and \(fragment: name) <= \(through)"
        case .domainNames(let domains): return "\(fragment: name) = any(\(domains))"
        }
    }
}
