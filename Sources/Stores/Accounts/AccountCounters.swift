import Postgres

/// The server's own counts of follows, which it never works out anew.
enum AccountCounters {
    /// Adds to a count of some accounts, in the order of their ids, so that two runs cannot lock each other out.
    ///
    /// As the server's own statements do, one a follow: where an account has no row, the first makes one that begins with
    /// nothing below zero; a row that is there may fall below zero. Source: Mastodon 4.6.5 `app/models/concerns/account/counters.rb`.
    ///
    /// - Parameter column: `following_count` or `followers_count`.
    static func add(
        _ amounts: [Int64: Int64], to column: String, over connection: isolated PostgresConnection
    ) async throws {
        let sorted = amounts.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        guard !sorted.isEmpty else { return }
        let ids = sorted.map(\.key)
        let values = sorted.map(\.value)
        _ = try await connection.execute(
            """
            select account_id
            from account_stats
            where account_id = any(\(ids))
            order by account_id
            for update
            """)
        _ = try await connection.execute(
            """
            update account_stats
            set
                \(identifier: column) = account_stats.\(identifier: column) + change.amount,
                updated_at = now() at time zone 'utc'
            from unnest(\(ids), \(values)) as change (account_id, amount)
            where account_stats.account_id = change.account_id
            """)
        _ = try await connection.execute(
            """
            insert into account_stats (account_id, \(identifier: column), created_at, updated_at)
            select change.account_id, change.amount + (change.amount < 0)::int, now() at time zone 'utc', now() at time zone 'utc'
            from unnest(\(ids), \(values)) as change (account_id, amount)
            join accounts on accounts.id = change.account_id
            where not exists (select from account_stats where account_stats.account_id = change.account_id)
            order by change.account_id
            on conflict (account_id) do nothing
            """)
    }
}
