import Faults
import Model
import Postgres

extension PostList: RecordSource {
    package var table: String { "statuses" }

    /// Ages count from this moment, so that pages read later mean the same posts. Leans on the primary key of statuses,
    /// read backwards, and on that of accounts for each of them: a limit of its own keeps a page from going over all.
    package func pages(on instance: Instance, over connection: Transaction<ReadOnly>) async throws -> RecordPages {
        let condition = PostTerms(own: instance.ownDomains, now: .now).condition(query)
        let cells: Statement = .cells(
            "post.id::text", PostFigures.handle, .moment("post.created_at"), PostFigures.visibility, "post.language",
            PostFigures.media, PostFigures.mentions, "post.sensitive", "post.reblog_of_id::text",
            "post.in_reply_to_id::text", PostFigures.address,
            "case when post.visibility < 2 or \(showsPrivate) then post.spoiler_text end",
            "case when post.visibility < 2 or \(showsPrivate) then post.text end")
        return RecordPages(.newestFirst, most: limit) { id, limit in
            """
            select post.id, \(fragment: cells)
            from statuses as post
            cross join lateral (
                select username, domain, created_at
                from accounts
                where accounts.id = post.account_id
                limit 1
            ) as author
            where \(fragment: condition)
                and post.id < \(id)
            order by post.id desc
            limit \(limit)
            """
        }
    }
}

extension ShownPost: RecordSource {
    package var table: String { "statuses" }

    package func pages(on instance: Instance, over connection: Transaction<ReadOnly>) async throws -> RecordPages {
        let id = try await connection.postStandings.find([word], at: instance)[0]
        let bound = Bounds<Int64>.End(id, isIncluded: true)
        let query = PostQuery([.init(.number(.id, [Bounds(lower: bound, upper: bound)]))])
        return try await PostList(query, showsPrivate: showsPrivate, limit: 1).pages(on: instance, over: connection)
    }
}

extension PostAuthorList: RecordSource {
    package var table: String { "statuses" }

    package func pages(on instance: Instance, over connection: Transaction<ReadOnly>) async throws -> RecordPages {
        let condition = PostTerms(own: instance.ownDomains, now: .now).condition(query)
        let cells: Statement = .cells(
            PostFigures.handle, "author.id::text", "found.posts", .moment("found.first"), .moment("found.last"),
            .moment("author.created_at"), "author.suspended_at is not null", "author.silenced_at is not null")
        return RecordPages(.whole) { _, limit in
            """
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
}

extension Instance {
    /// The domains that are this server's own in a handle.
    var ownDomains: Set<String> { [localDomain.lowercased(), webDomain.lowercased()] }
}
