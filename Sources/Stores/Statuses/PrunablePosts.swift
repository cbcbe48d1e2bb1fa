import Model
import Postgres

/// Posts of other servers that nobody here has to do with.
///
/// Source: Mastodon 4.6.5 `lib/mastodon/cli/statuses.rb` (`remove_statuses`), where all of them are written into a table
/// first. Here the ids are walked upwards: an answer has a larger id than what it answers, so that whatever had an answer
/// when the run began is looked at before that answer goes, and stays as it does there.
package struct PrunablePosts: Sendable {
    package let rule: PostPruneRule
    let schema: LiveSchema
    /// Posts from this id on are too young.
    let end: Int64

    package init(_ rule: PostPruneRule, schema: LiveSchema, now: UTCTime) {
        self.rule = rule
        self.schema = schema
        end = rule.oldest(at: now)
    }

    /// Rows a page looks at.
    private static let page = 10_000

    package struct Page: Sendable {
        package var posts: [PrunablePost] = []
        package var visited = 0
        /// The last id looked at; nil at the end.
        package var last: Int64?
    }

    /// Looks at the next posts after an id. Walks the primary key, and of each table that may keep a post the part of
    /// its index that belongs to the page.
    package func page(after id: Int64, over connection: Transaction<some Access>) async throws -> Page {
        let window = try await connection.first(
            """
            select min(id), max(id), count(*)
            from (
                select id
                from statuses
                where id > \(id)
                    and id < \(end)
                order by id
                limit \(Self.page)) as page
            """
        ) { row in
            (try row.value(0, as: Int64?.self), try row.value(1, as: Int64?.self), try row.value(2, as: Int.self))
        }
        guard let window, let first = window.0, let last = window.1 else { return Page() }
        try await connection.set("enable_seqscan", to: "off")
        let posts = try await connection.rows(
            """
            select post.id, post.account_id, post.reblog_of_id, post.visibility
            from statuses as post
            where post.id between \(first) and \(last)
                and \(fragment: conditions(first, last))
            order by post.id
            """, PrunablePost.decode)
        return Page(posts: posts, visited: window.2, last: window.2 < Self.page ? nil : last)
    }

    /// Deletes those of some posts that still may go; the database's own cascades take what hangs on them.
    func delete(_ ids: [Int64], over connection: Transaction<ReadWrite>) async throws -> [PrunablePost] {
        guard let first = ids.min(), let last = ids.max() else { return [] }
        return try await connection.rows(
            """
            delete from statuses
            where id in (
                select post.id
                from statuses as post
                where post.id = any(\(ids))
                    and \(fragment: conditions(first, last))
                order by post.id
                for update of post skip locked)
            returning id, account_id, reblog_of_id, visibility
            """, PrunablePost.decode)
    }

    // MARK: - conditions

    private func conditions(_ first: Int64, _ last: Int64) -> Statement {
        var all: [Statement] = [
            "post.deleted_at is null and not post.local and post.uri is not null and post.id < \(end)",
            """
            not exists (
                select from (
                    \(fragment: .joined(keepers(first, last), separator: "\n    union all\n    "))) as kept
                where kept.id = post.id)
            """,
            """
            not exists (
                select from statuses as original
                where original.id = post.reblog_of_id
                    and (original.uri is null or original.local))
            """,
        ]
        if !rule.cleansFollowed {
            all.append("not exists (select from follows where follows.target_account_id = post.account_id)")
        }
        if rule.keepsDirect { all.append("post.visibility in (0, 1)") }
        if rule.keepsThreads {
            all.append(
                """
                not exists (
                    select from statuses as other
                    where other.conversation_id = post.conversation_id
                        and (other.uri is null or other.local))
                """)
        }
        if let shard = rule.shard {
            all.append("mod(post.id, \(Int64(shard.count))) = \(Int64(shard.number - 1))")
        }
        return .joined(all, separator: "\n    and ")
    }

    /// What keeps posts of a range of ids: one pass over that part of each index.
    private func keepers(_ first: Int64, _ last: Int64) -> [Statement] {
        let isLocal: Statement = "(other.uri is null or other.local)"
        func local(_ table: String) -> Statement {
            """
            select tie.status_id
            from \(identifier: table) as tie
            join accounts on accounts.id = tie.account_id
            where tie.status_id between \(first) and \(last)
                and accounts.domain is null
            """
        }
        var all: [Statement] = [
            "select in_reply_to_id as id from statuses where in_reply_to_id between \(first) and \(last)",
            """
            select other.reblog_of_id
            from statuses as other
            where other.reblog_of_id between \(first) and \(last)
                and (\(fragment: isLocal) or other.id >= \(end))
            """,
            "select status_id from status_pins where status_id between \(first) and \(last)",
            local("mentions"), local("favourites"), local("bookmarks"),
        ]
        if schema.has(table: "quotes") {
            all += [
                """
                select quotes.quoted_status_id
                from quotes
                join statuses as other on other.id = quotes.status_id
                where quotes.quoted_status_id between \(first) and \(last)
                    and \(fragment: isLocal)
                """,
                """
                select quotes.status_id
                from quotes
                join statuses as other on other.id = quotes.quoted_status_id
                where quotes.status_id between \(first) and \(last)
                    and \(fragment: isLocal)
                """,
            ]
        }
        if rule.keepsInteracted {
            all += [
                """
                select polls.status_id
                from polls
                join poll_votes on poll_votes.poll_id = polls.id
                join accounts on accounts.id = poll_votes.account_id
                where polls.status_id between \(first) and \(last)
                    and accounts.domain is null
                """,
                "select unnest(status_ids) from reports",
                "select status_id from custom_filter_statuses where status_id between \(first) and \(last)",
            ]
        }
        return all
    }
}

/// A post that is to go.
package struct PrunablePost: Sendable, Equatable {
    package var id: Int64
    package var account: Int64
    package var boosted: Int64?
    /// Whether it is for more people than those it names or those who follow.
    package var isPublic: Bool

    static let decode: @Sendable (borrowing Row) throws -> PrunablePost = { row in
        PrunablePost(
            id: try row[0], account: try row[1], boosted: try row[2], isPublic: try row.value(3, as: Int.self) <= 1)
    }
}
