import Model
import Postgres

/// Takes away the notifications of what is no more.
///
/// The table has no foreign key to activities. When a notification goes, the request it may stand in counts anew what is
/// left, and goes when nothing is. Source: Mastodon 4.6.5 `app/models/{notification,notification_request}.rb`.
struct NotificationRemoval: Sendable {
    let schema: LiveSchema

    /// Leans on the index on `activity_id, activity_type`.
    ///
    /// - Parameter type: the activity's class: `Follow`.
    func remove(_ type: String, _ ids: [Int64], over connection: Transaction<ReadWrite>) async throws {
        guard !ids.isEmpty else { return }
        let pairs = try await connection.rows(
            """
            delete from notifications
            where activity_id = any(\(ids))
                and activity_type = \(type)
            returning account_id, from_account_id
            """
        ) { (try $0.value(0, as: Int64.self), try $0.value(1, as: Int64.self)) }
        guard !pairs.isEmpty, schema.has(table: "notification_requests") else { return }
        try await recount(pairs, over: connection)
    }

    private func recount(_ pairs: [(Int64, Int64)], over connection: Transaction<ReadWrite>) async throws {
        let receivers = pairs.map(\.0)
        let senders = pairs.map(\.1)
        let counted: Statement = """
            select request.id, request.notifications_count as old, (
                select count(*)
                from (
                    select
                    from notifications
                    where notifications.account_id = request.account_id
                        and notifications.from_account_id = request.from_account_id
                        and notifications.type in ('mention', 'quote')
                        and notifications.filtered
                    limit 100) as few) as remaining
            from (select distinct * from unnest(\(receivers), \(senders))) as pair (receiver, sender)
            join notification_requests as request
                on request.account_id = pair.receiver and request.from_account_id = pair.sender
            """
        _ = try await connection.execute(
            """
            with counted as (\(fragment: counted))
            delete from notification_requests
            using counted
            where notification_requests.id = counted.id
                and counted.remaining = 0
            """)
        _ = try await connection.execute(
            """
            with counted as (\(fragment: counted))
            update notification_requests
            set notifications_count = counted.remaining, updated_at = now() at time zone 'utc'
            from counted
            where notification_requests.id = counted.id
                and counted.remaining <> counted.old
            """)
    }
}
