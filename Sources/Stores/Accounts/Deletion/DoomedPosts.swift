import Model
import Postgres

/// A post on its way out.
package struct DoomedPost: Sendable, Equatable {
    package let id: Int64
    package let account: Int64
    /// The post it boosts.
    package let boosted: Int64?
}

/// Where a walk over the posts of some accounts has come to.
package struct PostCursor: Sendable {
    var accounts: ArraySlice<Int64>
    var after: Int64 = 0

    package init(_ accounts: [Int64]) {
        self.accounts = accounts[...]
    }
}

/// Deletes posts as the server's own batches do: boosts of them go too, search and clients learn of it, the counters of
/// those who stay are left alone.
///
/// Source: Mastodon 4.6.5 `app/services/batched_remove_status_service.rb`.
extension DoomedAccounts {
    /// The next posts, those of one account in order of id. Moves the cursor behind them.
    ///
    /// Leans on the index over account and id of the posts that are not discarded: one probe an account.
    package func posts(
        after cursor: inout PostCursor, except kept: [Int64], over connection: Transaction<some Access>
    ) async throws -> [DoomedPost] {
        guard let first = cursor.accounts.first else { return [] }
        let posts = try await connection.rows(
            """
            select post.id, post.account_id, post.reblog_of_id
            from unnest(\(Array(cursor.accounts))) with ordinality as account (id, number)
            cross join lateral (
                select id, account_id, reblog_of_id
                from statuses
                where statuses.account_id = account.id
                    and statuses.deleted_at is null
                    and statuses.id > case when account.id = \(first) then \(cursor.after) else \(Int64.min) end
                    and statuses.id <> all(\(kept))
                order by statuses.id
                limit \(Self.batch)) as post
            order by account.number, post.id
            limit \(Self.batch)
            """
        ) { DoomedPost(id: try $0[0], account: try $0[1], boosted: try $0[2]) }
        if let last = posts.last, posts.count == Self.batch {
            cursor.accounts = cursor.accounts.drop { $0 != last.account }
            cursor.after = last.id
        } else {
            cursor.accounts = []
        }
        return posts
    }

    /// The boosts of these posts, by whomever. Leans on the index over `reblog_of_id`.
    package func boosts(
        of posts: [DoomedPost], over connection: Transaction<some Access>
    ) async throws -> [DoomedPost] {
        try await connection.rows(
            """
            select id, account_id, reblog_of_id
            from statuses
            where reblog_of_id = any(\(posts.map(\.id)))
                and deleted_at is null
            order by id
            """
        ) { DoomedPost(id: try $0[0], account: try $0[1], boosted: try $0[2]) }
    }

    /// Deletes posts; the database's own cascades take what hangs on them.
    ///
    /// - Parameter boosts: those of others that go with them, where search or clients are to be told.
    /// - Returns: what is to follow, and the conversations that have lost a message but not all of them.
    package func delete(
        _ posts: [DoomedPost], boosts: [DoomedPost], tellsClients: Bool, over connection: Transaction<ReadWrite>
    ) async throws -> (Aftermath, changed: [ChangedConversation]) {
        let ids = posts.map(\.id)
        var aftermath = tellsClients ? try await farewells(to: ids, over: connection) : Aftermath()
        let conversations = try await leaveConversations(ids, over: connection)
        try await connection.execute("delete from statuses where id = any(\(ids))")
        aftermath.reindex(posts: (posts + boosts).map(\.id), on: instance)
        return (aftermath, conversations)
    }

    /// Deletes which links the posts that moderators were to look at show. The server destroys those one by one with
    /// their account, and takes this along; what goes in batches leaves it behind.
    ///
    /// Source: Mastodon 4.6.5 `app/models/status.rb` (`preview_cards_status`), 4.2.0 (`preview_cards`).
    package func forgetLinks(over connection: Transaction<ReadWrite>) async throws {
        try await connection.execute(
            """
            delete from preview_cards_statuses
            using statuses
            where statuses.id = any(\(reported))
                and statuses.account_id = any(\(ids))
                and statuses.deleted_at is null
                and preview_cards_statuses.status_id = statuses.id
            """)
    }

    /// What those who look at public timelines right now are told of posts of the last two weeks.
    private func farewells(to ids: [Int64], over connection: Transaction<some Access>) async throws -> Aftermath {
        let posts = try await connection.rows(
            """
            select
                id,
                local or uri is null,
                exists (select from media_attachments where media_attachments.status_id = statuses.id),
                array(
                    select lower(tags.name)
                    from statuses_tags
                    join tags on tags.id = statuses_tags.tag_id
                    where statuses_tags.status_id = statuses.id
                    order by 1)::text[]
            from statuses
            where id = any(\(ids))
                and visibility = 0
                and id > (extract(epoch from now() - interval '14 days') * 1000)::bigint << 16
            order by id
            """
        ) { row in
            (
                try row.value(0, as: Int64.self), try row.value(1, as: Bool.self), try row.value(2, as: Bool.self),
                try row.value(3, as: [String].self)
            )
        }
        var aftermath = Aftermath()
        for (id, isLocal, hasMedia, tags) in posts {
            let origin = isLocal ? "local" : "remote"
            var channels = ["timeline:public", "timeline:public:\(origin)"]
            if hasMedia { channels += ["timeline:public:media", "timeline:public:\(origin):media"] }
            for tag in tags {
                channels.append("timeline:hashtag:\(tag)")
                if isLocal { channels.append("timeline:hashtag:\(tag):local") }
            }
            for channel in channels { aftermath.change(.publish(channel, Self.deletion(of: id))) }
        }
        return aftermath
    }

    /// What a client is told of a post that is gone.
    static func deletion(of id: Int64) -> String { #"{"event":"delete","payload":"\#(id)"}"# }
}
