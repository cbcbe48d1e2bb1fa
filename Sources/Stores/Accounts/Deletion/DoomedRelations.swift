import Model
import Postgres

/// A relation between two accounts that has ended.
private struct EndedRelation: Sendable {
    var id: Int64
    var account: Int64
    var target: Int64
    /// What the addresses of the account's server begin with: `https://example.org`. Nil for an account here.
    var server: String?
    var isBetweenLocals: Bool
}

/// Ends what others have with the accounts: follows, blocks.
///
/// Source: Mastodon 4.6.5 `app/models/{follow,block}.rb`, `app/models/concerns/relationship_cacheable.rb`,
/// `app/models/concerns/account/counters.rb`; the same since 4.2.
extension DoomedAccounts {
    /// Remembers the follows that end as those of an event. Since 4.3.
    package func recordSeverance(over connection: Transaction<ReadWrite>) async throws {
        guard let event = options.severanceEvent, schema.has(table: "severed_relationships") else { return }
        for isActive in [true, false] {
            let (here, there): (Statement, Statement) =
                isActive ? ("account_id", "target_account_id") : ("target_account_id", "account_id")
            try await connection.execute(
                """
                insert into severed_relationships (
                    relationship_severance_event_id, local_account_id, remote_account_id, direction, show_reblogs,
                    notify, languages, created_at, updated_at)
                select
                    \(event), \(fragment: here), \(fragment: there), \(isActive ? 1 : 0)::int, show_reblogs,
                    notify, languages, now() at time zone 'utc', now() at time zone 'utc'
                from follows
                where \(fragment: there) = any(\(ids))
                on conflict do nothing
                """)
        }
    }

    /// Ends follows in both directions, a batch of them. Leans on the indexes over either side.
    ///
    /// - Returns: what follows, and whether there may be more.
    func endFollows(over connection: Transaction<ReadWrite>) async throws -> (Aftermath, hasMore: Bool) {
        let follows = try await end("follows", over: connection)
        var aftermath = Aftermath()
        guard !follows.isEmpty else { return (aftermath, false) }
        try await connection.execute(
            """
            delete from account_pins
            using unnest(\(follows.map(\.account)), \(follows.map(\.target))) as follow (account_id, target_id)
            where account_pins.account_id = follow.account_id
                and account_pins.target_account_id = follow.target_id
            """)
        try await forgetNotifications(of: "Follow", follows.map(\.id), over: connection)
        try await countDown(follows, over: connection)
        for follow in follows {
            aftermath.forget("relationships/\(follow.account)/\(follow.target)")
            aftermath.forget("relationships/\(follow.target)/\(follow.account)")
            aftermath.forget("follow_recommendations/\(follow.account)")
            if !follow.isBetweenLocals {
                let prefix = follow.server.map { $0 + "/" } ?? "local"
                aftermath.forget("followers_hash:\(follow.target):\(prefix)")
            }
        }
        return (aftermath, follows.count == Self.batch)
    }

    /// Ends blocks in both directions, a batch of them.
    func endBlocks(over connection: Transaction<ReadWrite>) async throws -> (Aftermath, hasMore: Bool) {
        let blocks = try await end("blocks", over: connection)
        var aftermath = Aftermath()
        for block in blocks {
            aftermath.forget("relationships/\(block.account)/\(block.target)")
            aftermath.forget("relationships/\(block.target)/\(block.account)")
            aftermath.forget("exclude_account_ids_for:\(block.account)")
            aftermath.forget("exclude_account_ids_for:\(block.target)")
            aftermath.forget("follow_recommendations/\(block.account)")
        }
        return (aftermath, blocks.count == Self.batch)
    }

    private func end(_ table: String, over connection: Transaction<ReadWrite>) async throws -> [EndedRelation] {
        try await connection.rows(
            """
            with gone as (
                delete from \(identifier: table)
                where id in (
                    select id
                    from \(identifier: table)
                    where account_id = any(\(ids))
                        or target_account_id = any(\(ids))
                    order by id
                    limit \(Self.batch)
                    for update)
                returning id, account_id, target_account_id
            )
            select
                gone.id, gone.account_id, gone.target_account_id,
                case when account.domain is not null
                    then substring(account.uri from '^https?://[^/]+') end,
                account.domain is null and target.domain is null
            from gone
            join accounts as account on account.id = gone.account_id
            join accounts as target on target.id = gone.target_account_id
            order by gone.id
            """
        ) {
            EndedRelation(
                id: try $0[0], account: try $0[1], target: try $0[2], server: try $0[3], isBetweenLocals: try $0[4])
        }
    }

    /// Takes the follows off the counters of both sides.
    ///
    /// An account that stays is counted down from zero, as the server does it; it reads a negative number as zero. One
    /// that goes needs no counter any more. Rows are taken in order of account, so that two batches cannot wait for
    /// each other.
    private func countDown(_ follows: [EndedRelation], over connection: Transaction<ReadWrite>) async throws {
        var following: [Int64: Int64] = [:]
        var followers: [Int64: Int64] = [:]
        for follow in follows {
            following[follow.account, default: 0] += 1
            followers[follow.target, default: 0] += 1
        }
        var accounts = Set(following.keys).union(followers.keys)
        if !options.keepsAccount { accounts.subtract(ids) }
        let order = accounts.sorted()
        guard !order.isEmpty else { return }
        let new = try await connection.rows(
            """
            insert into account_stats (account_id, created_at, updated_at)
            select id, now() at time zone 'utc', now() at time zone 'utc'
            from accounts
            where id = any(\(order))
                and not exists (select from account_stats where account_stats.account_id = accounts.id)
            order by id
            on conflict do nothing
            returning account_id
            """
        ) { try $0.value(0, as: Int64.self) }
        // The server's first count of a follow makes the row, at zero.
        for account in new {
            if let count = followers[account], count > 0 {
                followers[account] = count - 1
            } else if let count = following[account] {
                following[account] = count - 1
            }
        }
        let ended = (order.map { following[$0] ?? 0 }, order.map { followers[$0] ?? 0 })
        try await connection.execute(
            """
            with locked as (
                select account_stats.id, ended.following, ended.followers
                from account_stats
                join unnest(\(order), \(ended.0), \(ended.1))
                    as ended (account_id, following, followers) on ended.account_id = account_stats.account_id
                order by account_stats.account_id
                for update of account_stats
            )
            update account_stats
            set
                following_count = account_stats.following_count - locked.following,
                followers_count = account_stats.followers_count - locked.followers,
                updated_at = now() at time zone 'utc'
            from locked
            where account_stats.id = locked.id
            """)
    }

    /// Deletes what people were told of things that are gone. Leans on the index over activity.
    func forgetNotifications(
        of kind: String, _ things: [Int64], over connection: Transaction<ReadWrite>
    ) async throws {
        guard !things.isEmpty else { return }
        try await connection.execute(
            """
            delete from notifications
            where activity_type = \(kind)
                and activity_id = any(\(things))
            """)
    }
}
