import Model
import Postgres

// What others have of an account that goes: their counts, their notifications, what is cached for them.
extension AccountDestruction {
    /// Follows and requests either way. Leans on the indexes on both columns of `follows`.
    func endFollows(
        of ids: [Int64], _ aftermath: inout Aftermath, over connection: Transaction<ReadWrite>
    ) async throws {
        let doomed = Set(ids)
        let follows = try await connection.rows(
            """
            select follows.id, follows.account_id, follows.target_account_id, nullif(follower.uri, '')
            from follows
            join accounts as follower on follower.id = follows.account_id
            where follows.account_id = any(\(ids)) or follows.target_account_id = any(\(ids))
            order by follows.id
            """
        ) { Tie(id: try $0[0], by: try $0[1], to: try $0[2], uri: try $0[3]) }
        let requests = try await connection.rows(
            "select id, account_id, target_account_id from follow_requests where account_id = any(\(ids)) order by id"
        ) { Tie(id: try $0[0], by: try $0[1], to: try $0[2]) }
        let notifications = NotificationRemoval(schema: instance.schema)
        try await notifications.remove("Follow", follows.map(\.id), over: connection)
        try await notifications.remove("FollowRequest", requests.map(\.id), over: connection)
        var (following, followers): ([Int64: Int64], [Int64: Int64]) = ([:], [:])
        for follow in follows {
            if !doomed.contains(follow.by) { following[follow.by, default: 0] -= 1 }
            if !doomed.contains(follow.to) { followers[follow.to, default: 0] -= 1 }
            if let digest = RelationshipKeys.followers(of: follow.to, on: follow.uri) { aftermath.forget(digest) }
        }
        try await connection.accountCounters.add(following: following, followers: followers)
        forget(follows + requests, in: &aftermath)
    }

    /// Favourites of posts that stay: one less each. A post without a row of counts gets one, as on the server.
    func takeBackFavourites(
        of ids: [Int64], _ aftermath: inout Aftermath, over connection: Transaction<ReadWrite>
    ) async throws {
        let favourites = try await connection.rows(
            "select id, account_id, status_id from favourites where account_id = any(\(ids)) order by id"
        ) { Tie(id: try $0[0], by: try $0[1], to: try $0[2]) }
        guard !favourites.isEmpty else { return }
        try await NotificationRemoval(schema: instance.schema)
            .remove("Favourite", favourites.map(\.id), over: connection)
        let counts = favourites.reduce(into: [Int64: Int64]()) { $0[$1.to, default: 0] += 1 }.sorted { $0.key < $1.key }
        aftermath.reindex(interactionsWith: counts.map(\.key), on: instance)
        let (posts, amounts) = (counts.map(\.key), counts.map(\.value))
        let untrusted: Statement =
            instance.schema.has(column: "untrusted_favourites_count", in: "status_stats")
            ? """
            ,
                untrusted_favourites_count = case
                    when statuses.local or statuses.uri is null or status_stats.untrusted_favourites_count is null
                    then status_stats.untrusted_favourites_count
                    else greatest(status_stats.untrusted_favourites_count - lost.amount, 0)
                end
            """ : ""
        _ = try await connection.execute(
            """
            update status_stats
            set
                favourites_count = greatest(status_stats.favourites_count - lost.amount, 0),
                updated_at = now() at time zone 'utc'\(fragment: untrusted)
            from unnest(\(posts), \(amounts)) as lost (status_id, amount)
            join statuses on statuses.id = lost.status_id and statuses.deleted_at is null
            where status_stats.status_id = lost.status_id
                and status_stats.favourites_count > 0
            """)
        _ = try await connection.execute(
            """
            insert into status_stats (status_id, created_at, updated_at)
            select statuses.id, now() at time zone 'utc', now() at time zone 'utc'
            from statuses
            where statuses.id = any(\(posts))
                and statuses.deleted_at is null
            on conflict (status_id) do nothing
            """)
    }

    /// Tells the search indexes which posts are gone, and which ones they boosted.
    ///
    /// Leans on the index over account and id of `statuses`.
    func dropPosts(
        of ids: [Int64], _ aftermath: inout Aftermath, over connection: Transaction<some Access>
    ) async throws {
        guard instance.hasSearch else { return }
        let posts = try await connection.rows(
            """
            select coalesce(reblog_of_id, id)
            from statuses
            where account_id = any(\(ids)) and deleted_at is null
            """
        ) { try $0.value(0, as: Int64.self) }
        aftermath.reindex(posts: posts, on: instance)
    }

    /// Since 4.6: places in other people's collections, which count them, and the account's own collections.
    func leaveCollections(_ ids: [Int64], over connection: Transaction<ReadWrite>) async throws {
        guard instance.schema.has(table: "collection_items") else { return }
        _ = try await connection.execute(
            """
            with removed as (
                delete from collection_items
                where account_id = any(\(ids))
                returning collection_id),
            lost as (
                select collection_id, count(*) as amount
                from removed
                group by collection_id)
            update collections
            set item_count = collections.item_count - lost.amount
            from lost
            where collections.id = lost.collection_id
            """)
        let own = try await connection.rows("select id from collections where account_id = any(\(ids)) order by id") {
            try $0.value(0, as: Int64.self)
        }
        guard !own.isEmpty else { return }
        try await NotificationRemoval(schema: instance.schema).remove("Collection", own, over: connection)
        _ = try await connection.execute("delete from collections where id = any(\(own))")
    }

    /// Reports about them and by them; notes and strikes of a report go with it.
    func dropReports(of ids: [Int64], over connection: Transaction<ReadWrite>) async throws {
        let reports = try await connection.rows(
            """
            delete from reports
            where account_id = any(\(ids)) or target_account_id = any(\(ids))
            returning id
            """
        ) { try $0.value(0, as: Int64.self) }
        try await NotificationRemoval(schema: instance.schema).remove("Report", reports, over: connection)
    }

    /// Who does not see whom, as the server remembers it.
    func forgetBlocks(
        of ids: [Int64], _ aftermath: inout Aftermath, over connection: Transaction<some Access>
    ) async throws {
        let doomed = Set(ids)
        for table in ["blocks", "mutes"] {
            let ties = try await connection.rows(
                """
                select id, account_id, target_account_id
                from \(identifier: table)
                where account_id = any(\(ids)) or target_account_id = any(\(ids))
                """
            ) { Tie(id: try $0[0], by: try $0[1], to: try $0[2]) }
            forget(ties, in: &aftermath)
            for person in Set(ties.flatMap { [$0.by, $0.to] }).subtracting(doomed).sorted() {
                aftermath.forget(RelationshipKeys.hidden(from: person))
            }
        }
    }

    private func forget(_ ties: [Tie], in aftermath: inout Aftermath) {
        let keys = RelationshipKeys(instance.schema.release)
        for tie in ties { keys.pair(tie.by, tie.to).forEach { aftermath.forget($0) } }
        for person in Set(ties.map(\.by)).sorted() {
            aftermath.forget(RelationshipKeys.recommendations(for: person))
        }
    }
}

/// A row between two things.
private struct Tie: Sendable {
    var id: Int64
    var by: Int64
    var to: Int64
    /// The address of the one it is by, for one of another server.
    var uri: String?

    init(id: Int64, by: Int64, to: Int64, uri: String? = nil) {
        self.id = id
        self.by = by
        self.to = to
        self.uri = uri
    }
}
