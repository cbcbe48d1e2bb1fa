import Postgres

/// The server's own counts of follows, which it never works out anew.
struct AccountCounters {
    let transaction: Transaction<ReadWrite>

    /// Adds to the counts of some accounts. All rows of both counts are locked first, in the order of their ids, so that
    /// two transactions cannot lock each other out whichever way the follows go.
    ///
    /// As the server's own statements do, one a follow: where an account has no row, the first makes one that begins with
    /// nothing below zero; a row that is there may fall below zero. Source: Mastodon 4.6.5 `app/models/concerns/account/counters.rb`.
    func add(following: [Int64: Int64], followers: [Int64: Int64]) async throws {
        let ids = Set(following.filter { $0.value != 0 }.keys).union(followers.filter { $0.value != 0 }.keys).sorted()
        guard !ids.isEmpty else { return }
        let made = try await makeRows(ids, following, followers)
        _ = try await transaction.execute(
            """
            select account_id
            from account_stats
            where account_id = any(\(ids))
            order by account_id
            for update
            """)
        let rest = ids.filter { !made.contains($0) || following[$0, default: 0] != 0 && followers[$0, default: 0] != 0 }
        if rest.isEmpty { return }
        _ = try await transaction.execute(
            """
            update account_stats
            set
                following_count = account_stats.following_count + change.following,
                followers_count = account_stats.followers_count + change.followers,
                updated_at = now() at time zone 'utc'
            from unnest(
                \(rest), \(rest.map { made.contains($0) ? 0 : following[$0, default: 0] }),
                \(rest.map { followers[$0, default: 0] })) as change (account_id, following, followers)
            where account_stats.account_id = change.account_id
            """)
    }

    /// Makes the rows that are missing, with the first of the counts that change.
    ///
    /// - Returns: the accounts whose row is new.
    private func makeRows(
        _ ids: [Int64], _ following: [Int64: Int64], _ followers: [Int64: Int64]
    ) async throws -> Set<Int64> {
        func first(_ amount: Int64) -> Int64 { amount < 0 ? amount + 1 : amount }
        let made = try await transaction.rows(
            """
            insert into account_stats (account_id, following_count, followers_count, created_at, updated_at)
            select
                change.account_id, change.following, change.followers, now() at time zone 'utc', now() at time zone 'utc'
            from unnest(
                \(ids), \(ids.map { first(following[$0, default: 0]) }),
                \(ids.map { following[$0, default: 0] == 0 ? first(followers[$0, default: 0]) : 0 }))
                as change (account_id, following, followers)
            join accounts on accounts.id = change.account_id
            where not exists (select from account_stats where account_stats.account_id = change.account_id)
            order by change.account_id
            on conflict (account_id) do nothing
            returning account_id
            """
        ) { try $0.value(0, as: Int64.self) }
        return Set(made)
    }
}

extension Transaction where Mode == ReadWrite {
    var accountCounters: AccountCounters { AccountCounters(transaction: self) }
}
