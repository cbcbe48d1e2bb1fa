import Model
import Postgres

/// Deletes what belongs to the accounts beside posts, files and relations.
///
/// Source: Mastodon 4.6.5 `app/services/delete_account_service.rb`; the same tables since 4.2, as far as there are.
extension DoomedAccounts {
    /// Rows without consequences: the table and the column with the account.
    private static let plain: [(table: String, column: String)] = [
        ("notifications", "from_account_id"), ("notification_requests", "from_account_id"),
        ("account_notes", "account_id"), ("account_pins", "account_id"), ("account_aliases", "account_id"),
        ("conversation_mutes", "account_id"), ("account_conversations", "account_id"),
        ("custom_filters", "account_id"), ("account_domain_blocks", "account_id"), ("featured_tags", "account_id"),
        ("follow_requests", "account_id"), ("list_accounts", "account_id"), ("account_migrations", "account_id"),
        ("mutes", "account_id"), ("mutes", "target_account_id"), ("notifications", "account_id"),
        ("report_notes", "account_id"), ("scheduled_statuses", "account_id"), ("status_pins", "account_id"),
        ("tag_follows", "account_id"), ("lists", "account_id"), ("account_deletion_requests", "account_id"),
        ("devices", "account_id"),
    ]

    /// Rows that keep the row of an account from going, in some release or other, and strikes given by it, which the
    /// server destroys and the database would only part from it.
    private static let obstacles: [(table: String, column: String)] = [
        ("account_moderation_notes", "account_id"), ("account_moderation_notes", "target_account_id"),
        ("account_warnings", "account_id"), ("generated_annual_reports", "account_id"),
        ("fasp_follow_recommendations", "requesting_account_id"),
        ("fasp_follow_recommendations", "recommended_account_id"), ("accounts_tags", "account_id"),
    ]

    /// A batch of everything that needs nothing else done.
    ///
    /// Where the rows of the accounts go, the database's cascades would take most of it; batches keep the last
    /// transaction small.
    ///
    /// - Returns: whether there may be more.
    func deletePlain(over connection: Transaction<ReadWrite>) async throws -> Bool {
        var statements = [
            delete("mentions", "account_id", and: unreported), delete("polls", "account_id", and: unreported),
        ]
        for (table, column) in Self.plain where schema.has(column: column, in: table) {
            statements.append(delete(table, column, and: "true"))
        }
        var hasMore = false
        for statement in statements {
            let count = try await connection.execute(statement)
            hasMore = hasMore || count == Self.batch
        }
        return hasMore
    }

    private var unreported: Statement { "status_id <> all(\(reported))" }

    private func delete(_ table: String, _ column: String, and condition: Statement) -> Statement {
        """
        delete from \(identifier: table)
        where ctid = any(array(
            select ctid
            from \(identifier: table)
            where \(identifier: column) = any(\(ids))
                and \(fragment: condition)
            limit \(Self.batch)
            for update))
        """
    }

    /// A batch of favourites, off the posts' counters.
    func deleteFavourites(over connection: Transaction<ReadWrite>) async throws -> (Aftermath, hasMore: Bool) {
        let posts = try await connection.rows(
            """
            delete from favourites
            where id in (
                select id
                from favourites
                where account_id = any(\(ids))
                order by id
                limit \(Self.batch)
                for update)
            returning status_id
            """
        ) { try $0.value(0, as: Int64.self) }
        let counts = posts.reduce(into: [Int64: Int64]()) { $0[$1, default: 0] += 1 }.sorted { $0.key < $1.key }
        var aftermath = Aftermath()
        guard !counts.isEmpty else { return (aftermath, false) }
        try await connection.execute(
            """
            with locked as (
                select status_stats.id, gone.count
                from status_stats
                join unnest(\(counts.map(\.key)), \(counts.map(\.value))) as gone (status_id, count)
                    on gone.status_id = status_stats.status_id
                order by status_stats.status_id
                for update of status_stats
            )
            update status_stats
            set favourites_count = greatest(0, status_stats.favourites_count - locked.count)
            from locked
            where status_stats.id = locked.id
            """)
        for (post, _) in counts { aftermath.forget(schema.tellsDeleted ? "v3:statuses/\(post)" : "statuses/\(post)") }
        aftermath.reindex(interactionsWith: counts.map(\.key), on: instance)
        return (aftermath, posts.count == Self.batch)
    }

    /// A batch of bookmarks.
    func deleteBookmarks(over connection: Transaction<ReadWrite>) async throws -> (Aftermath, hasMore: Bool) {
        let posts = try await connection.rows(
            """
            delete from bookmarks
            where id in (
                select id
                from bookmarks
                where account_id = any(\(ids))
                order by id
                limit \(Self.batch)
                for update)
            returning status_id
            """
        ) { try $0.value(0, as: Int64.self) }
        var aftermath = Aftermath()
        aftermath.reindex(interactionsWith: posts, on: instance)
        return (aftermath, posts.count == Self.batch)
    }

    /// Collections of the accounts. Since 4.6.
    func deleteCollections(over connection: Transaction<ReadWrite>) async throws {
        guard schema.has(table: "collections") else { return }
        let collections = try await connection.rows(
            "select id from collections where account_id = any(\(ids)) order by id for update"
        ) { try $0.value(0, as: Int64.self) }
        guard !collections.isEmpty else { return }
        try await connection.execute("delete from collection_items where collection_id = any(\(collections))")
        try await connection.execute("delete from collection_reports where collection_id = any(\(collections))")
        try await forgetNotifications(of: "Collection", collections, over: connection)
        try await connection.execute("delete from collections where id = any(\(collections))")
    }

    /// What only goes with the rows of the accounts themselves.
    package func deleteObstacles(over connection: Transaction<ReadWrite>) async throws {
        for (table, column) in Self.obstacles where schema.has(column: column, in: table) {
            try await connection.execute(
                "delete from \(identifier: table) where \(identifier: column) = any(\(ids))")
        }
        let reports = try await connection.rows(
            """
            select id
            from reports
            where account_id = any(\(ids))
                or target_account_id = any(\(ids))
            order by id
            """
        ) { try $0.value(0, as: Int64.self) }
        try await forgetNotifications(of: "Report", reports, over: connection)
        try await connection.execute("delete from reports where id = any(\(reports))")
        guard schema.has(table: "collection_items") else { return }
        try await connection.execute(
            """
            with gone as (
                delete from collection_items
                where account_id = any(\(ids))
                returning collection_id
            ), counted as (
                select collection_id, count(*) as count
                from gone
                group by collection_id
            )
            update collections
            set item_count = item_count - counted.count
            from counted
            where collections.id = counted.collection_id
            """)
    }
}
