import Model
import Postgres

/// A local account's own posts that go by a rule, boosts among them.
package struct CleanablePosts: Sendable {
    let account: Int64
    let rule: PostCleaningRule

    package init(of account: Int64, by rule: PostCleaningRule) {
        self.account = account
        self.rule = rule
    }

    private var condition: Statement {
        var parts: [Statement] = [
            "post.account_id = \(account)", "post.deleted_at is null",
            "post.created_at < \(Timestamp(seconds: rule.before.seconds))",
        ]
        if rule.mediaOnly { parts.append("exists (select 1 from media_attachments where status_id = post.id)") }
        if rule.keepsDirect { parts.append("post.visibility <> 3") }
        if rule.keepsPolls { parts.append("post.poll_id is null") }
        if rule.keepsPinned { parts.append(unreferenced("status_pins")) }
        if rule.keepsFavourites { parts.append(unreferenced("favourites")) }
        if rule.keepsBookmarks { parts.append(unreferenced("bookmarks")) }
        if let least = rule.leastFavourites { parts.append(rare("favourites_count", least)) }
        if let least = rule.leastBoosts { parts.append(rare("reblogs_count", least)) }
        return .joined(parts, separator: "\n    and ")
    }

    private func unreferenced(_ table: String) -> Statement {
        """
        not exists (select 1 from \(identifier: table) as mark
            where mark.account_id = post.account_id and mark.status_id = post.id)
        """
    }

    private func rare(_ column: String, _ least: Int) -> Statement {
        """
        coalesce((select \(identifier: column) from status_stats where status_id = post.id), 0) < \(least)
        """
    }

    package func count(over connection: Transaction<some Access>) async throws -> Int {
        try await connection.first("select count(*) from statuses as post where \(fragment: condition)") {
            try $0.value(0, as: Int.self)
        } ?? 0
    }

    /// The next ones by their ids. Leans on the index of statuses over the account and the id.
    package func page(
        after id: Int64, limit: Int, over connection: Transaction<some Access>
    ) async throws -> [Int64] {
        try await connection.rows(
            """
            select post.id
            from statuses as post
            where \(fragment: condition)
                and post.id > \(id)
            order by post.id
            limit \(limit)
            """
        ) { try $0.value(0, as: Int64.self) }
    }

    /// Hides those of the posts that still go by the rule, and lets the server's worker remove them everywhere.
    ///
    /// Source: Mastodon 4.6.5 `app/services/account_statuses_cleanup_service.rb`.
    ///
    /// - Returns: how many they were.
    package func discard(
        _ ids: [Int64], on instance: Instance, over connection: Transaction<ReadWrite>
    ) async throws -> (count: Int, aftermath: Aftermath) {
        let held = try await connection.rows(
            """
            select post.id
            from statuses as post
            where post.id = any(\(ids)) and \(fragment: condition)
            order by post.id
            for no key update
            """
        ) { try $0.value(0, as: Int64.self) }
        try await DiscardedPosts.discard(held, over: connection)
        var aftermath = Aftermath()
        aftermath.reindex(posts: held, on: instance)
        for id in held {
            aftermath.push(.webhook, "status.updated", "Status", .integer(id))
            aftermath.push(.removal, .integer(id), .object([.init("redraft", false)]))
        }
        return (held.count, aftermath)
    }
}
