import Model
import Postgres

/// The posts that belong into one feed.
///
/// Source: Mastodon 4.6.5 `app/lib/feed_manager.rb` (`populate_home`, `populate_list`, `filter_from_home`,
/// `build_crutches`).
struct FeedSource: Sendable {
    let kind: FeedKind
    /// Of the account for a home, of the list.
    let id: Int64
    /// Whose feed it is.
    let owner: Int64
    /// Whose replies a list shows: 0 to members of the list, 1 to anybody followed, 2 none.
    let replies: Int
    /// Whom the owner blocks or mutes, and who blocks the owner.
    let hidden: [Int64]
    let blockers: [Int64]

    /// Somebody whose posts are in the feed.
    struct Author: Sendable {
        var id: Int64
        /// An id no post of theirs is above, by the time of their last post; 0 when nobody knows.
        var last: Int64
    }

    /// A post that may belong into the feed.
    struct Candidate: Sendable {
        var author: Int64
        var id: Int64
        var boosted: Int64?
        /// Whether the owner is to see it.
        var passes: Bool
    }

    /// Those followed, or the members of the list, by id.
    func authors(over connection: Transaction<some Access>) async throws -> [Author] {
        let people: Statement =
            switch kind {
            case .home: "select target_account_id as id from follows where account_id = \(owner)"
            case .list:
                "select account_id as id from list_accounts where list_id = \(id) and follow_id is not null"
            }
        return try await connection.rows(
            """
            select people.id, coalesce(floor(extract(epoch from stat.last_status_at))::bigint * 1000 << 16, 0)
            from (\(fragment: people)) as people
            left join account_stats as stat on stat.account_id = people.id
            order by people.id
            """
        ) { Author(id: try $0[0], last: try $0[1]) }
    }

    /// The owner's own newest posts, which a home begins with.
    func own(over connection: Transaction<some Access>) async throws -> [Candidate] {
        guard kind == .home else { return [] }
        return try await connection.rows(
            """
            select account_id, id, reblog_of_id
            from statuses
            where account_id = \(owner)
                and deleted_at is null
            order by id desc
            limit \(FeedContent.half)
            """
        ) { Candidate(author: try $0[0], id: try $0[1], boosted: try $0[2], passes: true) }
    }

    /// The newest posts of some authors from an id on, the newest first. One probe an author of the index over account
    /// and id of the posts that are not discarded.
    func posts(
        of authors: [Int64], from oldest: Int64, over connection: Transaction<some Access>
    ) async throws -> [Candidate] {
        try await connection.rows(
            """
            select post.account_id, post.id, post.reblog_of_id, post.account_id = \(owner) or coalesce(not (\(fragment: isHidden)), true)
            from unnest(\(authors)) with ordinality as author (id, number)
            cross join lateral (
                select
                    id, account_id, reblog_of_id, language, in_reply_to_id, in_reply_to_account_id,
                    reply or in_reply_to_id is not null as is_reply
                from statuses
                where statuses.account_id = author.id
                    and statuses.deleted_at is null
                    and statuses.visibility in (0, 1, 2)
                    and statuses.id >= \(oldest)
                order by statuses.id desc
                limit \(FeedContent.half)) as post
            left join statuses as original on original.id = post.reblog_of_id and original.deleted_at is null
            left join accounts as origin on origin.id = original.account_id
            left join follows as tie on tie.account_id = \(owner) and tie.target_account_id = post.account_id
            order by author.number, post.id desc
            """
        ) { Candidate(author: try $0[0], id: try $0[1], boosted: try $0[2], passes: try $0[3]) }
    }

    // MARK: - what is not shown

    private var isHidden: Statement {
        var reasons: [Statement] = [
            "post.is_reply and (post.in_reply_to_id is null or post.in_reply_to_account_id is null)",
            """
            coalesce(cardinality(tie.languages) > 0 and post.language <> '' and post.language <> all(tie.languages), false)
            """,
            "post.reblog_of_id is not null and original.id is null",
            """
            case
                when post.is_reply then
                    not \(fragment: isAmongFriends)
                    and post.in_reply_to_account_id <> \(owner)
                    and post.in_reply_to_account_id <> post.account_id
                when post.reblog_of_id is not null then
                    coalesce(not tie.show_reblogs, false)
                    or coalesce(original.account_id = any(\(blockers)), false)
                    or exists (
                        select from account_domain_blocks as block
                        where block.account_id = \(owner) and block.domain = origin.domain)
                else false
            end
            """,
        ]
        if kind == .home {
            reasons.append(
                """
                exists (
                    select from lists
                    join list_accounts on list_accounts.list_id = lists.id
                    where lists.account_id = \(owner)
                        and lists.exclusive
                        and list_accounts.account_id = post.account_id)
                """)
        }
        if !blockers.isEmpty { reasons.append("post.account_id = any(\(blockers))") }
        if !hidden.isEmpty {
            reasons.append(
                """
                post.account_id = any(\(hidden))
                or coalesce(original.account_id = any(\(hidden)), false)
                or exists (
                    select from mentions
                    where mentions.status_id in (post.id, original.id)
                        and not mentions.silent
                        and mentions.account_id = any(\(hidden)))
                """)
        }
        return .joined(reasons.map { "(\(fragment: $0))" }, separator: "\n    or ")
    }

    /// Whether a reply is to somebody whose posts are in the feed anyway.
    private var isAmongFriends: Statement {
        switch (kind, replies) {
        case (.home, _), (.list, 1):
            """
            exists (
                select from follows
                where follows.account_id = \(owner) and follows.target_account_id = post.in_reply_to_account_id)
            """
        case (.list, 0):
            """
            exists (
                select from list_accounts
                where list_accounts.list_id = \(id) and list_accounts.account_id = post.in_reply_to_account_id)
            """
        case (.list, _): "false"
        }
    }
}

extension FeedOwner {
    /// The feeds of somebody: the home, and each list.
    func sources(over connection: Transaction<some Access>) async throws -> [FeedSource] {
        let hidden = try await connection.rows(
            """
            select target_account_id from blocks where account_id = \(account.id)
            union
            select target_account_id from mutes where account_id = \(account.id)
            """
        ) { try $0.value(0, as: Int64.self) }
        let blockers = try await connection.rows(
            "select account_id from blocks where target_account_id = \(account.id)"
        ) { try $0.value(0, as: Int64.self) }
        func source(_ kind: FeedKind, _ id: Int64, replies: Int = 1) -> FeedSource {
            FeedSource(
                kind: kind, id: id, owner: account.id, replies: replies, hidden: hidden, blockers: blockers)
        }
        let lists = try await connection.rows(
            "select id, replies_policy from lists where account_id = \(account.id) order by id"
        ) { (try $0.value(0, as: Int64.self), try $0.value(1, as: Int.self)) }
        return [source(.home, account.id)] + lists.map { source(.list, $0.0, replies: $0.1) }
    }
}
