import Faults
import Model
import Postgres

/// The posts a query means, the newest first.
///
/// The shape is `PostShape`, or one of the same columns under another schema word.
package struct Posts<Shape: RecordShape>: RecordSource {
    private var query: PostQuery
    /// The post that is meant, where a word names one.
    private let word: String?
    /// Whether texts are told that not everybody may read.
    let showsPrivate: Bool
    let limit: Int?
    private var condition: Statement = "false"

    package init(_ query: PostQuery, showsPrivate: Bool = false, limit: Int? = nil) {
        self.query = query
        word = nil
        self.showsPrivate = showsPrivate
        self.limit = limit
    }

    /// - Parameter word: an id or an address.
    package init(_ word: String, showsPrivate: Bool = false) {
        query = PostQuery()
        self.word = word
        self.showsPrivate = showsPrivate
        limit = 1
    }

    /// Ages count from this moment, so that pages read later mean the same posts.
    package mutating func resolve(at instance: Instance, over connection: Transaction<ReadOnly>) async throws {
        if let word {
            let id = try await PostStandings.find([word], at: instance, over: connection)[0]
            let bound = Bounds<Int64>.End(id, isIncluded: true)
            query = PostQuery([.init(.number(.id, [Bounds(lower: bound, upper: bound)]))])
        }
        condition = PostTerms(own: instance.ownDomains, now: .now).condition(query)
    }

    package var table: String { "statuses" }
    package var isNewestFirst: Bool { true }
    package var most: Int? { limit }

    /// Leans on the primary key of statuses, read backwards.
    package func rows(after id: Int64, limit: Int, on schema: LiveSchema) -> Statement {
        let cells: Statement = .cells(
            "post.id::text", PostFigures.handle, .moment("post.created_at"), PostFigures.visibility, "post.language",
            PostFigures.media, PostFigures.mentions, "post.sensitive", "post.reblog_of_id::text",
            "post.in_reply_to_id::text", PostFigures.address,
            "case when post.visibility < 2 or \(showsPrivate) then post.spoiler_text end",
            "case when post.visibility < 2 or \(showsPrivate) then post.text end")
        return """
            select post.id, \(fragment: cells)
            from statuses as post
            join accounts as author on author.id = post.account_id
            where \(fragment: condition)
                and post.id < \(id)
            order by post.id desc
            limit \(limit)
            """
    }
}

/// Who wrote the posts a query means, the one with the most of them first.
package struct PostAuthors: RecordSource {
    package typealias Shape = PostAuthorShape
    private let query: PostQuery
    private var condition: Statement = "false"

    package init(_ query: PostQuery) {
        self.query = query
    }

    package mutating func resolve(at instance: Instance, over connection: Transaction<ReadOnly>) async throws {
        condition = PostTerms(own: instance.ownDomains, now: .now).condition(query)
    }

    package var table: String { "statuses" }
    package var isWhole: Bool { true }

    package func rows(after id: Int64, limit: Int, on schema: LiveSchema) -> Statement {
        let cells: Statement = .cells(
            PostFigures.handle, "author.id::text", "found.posts", .moment("found.first"), .moment("found.last"),
            .moment("author.created_at"), "author.suspended_at is not null", "author.silenced_at is not null")
        return """
            select author.id, \(fragment: cells)
            from (
                select post.account_id, count(*) as posts, min(post.created_at) as first, max(post.created_at) as last
                from statuses as post
                join accounts as author on author.id = post.account_id
                where \(fragment: condition)
                group by post.account_id
            ) as found
            join accounts as author on author.id = found.account_id
            order by found.posts desc, author.id
            limit \(limit)
            """
    }
}

extension Instance {
    /// The domains that are this server's own in a handle.
    var ownDomains: Set<String> { [localDomain.lowercased(), webDomain.lowercased()] }
}
