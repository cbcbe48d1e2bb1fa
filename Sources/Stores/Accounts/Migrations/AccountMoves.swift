import Faults
import Model
import Postgres

/// The moves of accounts of this server to other accounts.
package struct AccountMoves: Sendable {
    let instance: Instance

    package init(_ instance: Instance) {
        self.instance = instance
    }

    /// An account of this server, as far as a move is concerned.
    package struct Source: Sendable, Equatable {
        package var account: AccountReference
        /// Its address between servers.
        package var uri: String
        /// Where it redirects to.
        package var movedTo: Int64?
        /// Whether it has moved within the last thirty days, after which the server lets it again.
        package var isCoolingDown: Bool
        /// Its newest move.
        package var last: Move?
    }

    /// A move that was made.
    package struct Move: Sendable, Equatable {
        package var id: Int64
        /// Nil when the target is known here no more.
        package var target: AccountReference?
    }

    package func source(_ account: AccountReference, over connection: Transaction<some Access>) async throws -> Source {
        let instance = instance
        let found = try await connection.first(
            """
            select
                \(fragment: instance.isNumeric),
                moved_to_account_id,
                exists (
                    select from account_migrations
                    where account_migrations.account_id = accounts.id
                        and account_migrations.created_at >= (now() at time zone 'utc') - interval '30 days')
            from accounts
            where id = \(account.id)
            """
        ) { row in
            Source(
                account: account,
                uri: instance.actor(account.id, username: account.username, isNumeric: try row[0]).uri,
                movedTo: try row[1], isCoolingDown: try row[2])
        }
        guard var found else { throw Fault(.noSuch, "\(account.handle) is gone") }
        found.last = try await connection.first(
            """
            select migration.id, target.id, target.username, target.domain
            from account_migrations as migration
            left join accounts as target on target.id = migration.target_account_id
            where migration.account_id = \(account.id)
            order by migration.id desc
            limit 1
            """
        ) { row in
            let target = try row.value(1, as: Int64?.self)
            return Move(
                id: try row[0],
                target: try target.map {
                    AccountReference(id: $0, username: try row[2], domain: try row.value(3, as: String?.self))
                })
        }
        return found
    }

    /// The addresses that an account says are its own too.
    package func aliases(of account: AccountReference, over connection: Transaction<some Access>) async throws
        -> [String]
    {
        try await connection.first(
            "select coalesce(also_known_as, '{}')::text[] from accounts where id = \(account.id)"
        ) { try $0.value(0, as: [String].self) } ?? []
    }

    /// Writes down a move. In a transaction of the caller's.
    ///
    /// - Returns: the row's id.
    package func record(
        _ account: AccountReference, to target: AccountReference, over connection: Transaction<ReadWrite>
    ) async throws -> Int64 {
        let id = try await connection.first(
            """
            insert into account_migrations (account_id, acct, target_account_id, followers_count, created_at, updated_at)
            values (
                \(account.id), \(target.handle), \(target.id),
                coalesce(
                    (select greatest(followers_count, 0) from account_stats where account_id = \(account.id)), 0),
                now() at time zone 'utc', now() at time zone 'utc')
            returning id
            """
        ) { try $0.value(0, as: Int64.self) }
        guard let id else { throw Fault(.ourBug, "a move was written and has no id") }
        return id
    }

    /// Makes an account redirect, and has the server tell everybody. In a transaction of the caller's.
    ///
    /// The row is left alone where it redirects there already; the jobs are the same. Source: Mastodon 4.6.5
    /// `app/services/move_service.rb`.
    package func carryOut(
        _ move: Int64, of account: AccountReference, to target: AccountReference,
        over connection: Transaction<ReadWrite>
    ) async throws -> Aftermath {
        _ = try await connection.execute(
            """
            update accounts
            set moved_to_account_id = \(target.id), updated_at = now() at time zone 'utc'
            where id = \(account.id)
                and moved_to_account_id is distinct from \(target.id)
            """)
        var aftermath = Aftermath()
        try await aftermath.saved(
            [account.id], locals: [account.id], reindexes: false, on: instance, over: connection)
        aftermath.push(.move, .integer(account.id), .integer(target.id))
        aftermath.push(.updateDistribution(on: instance.schema.release), .integer(account.id))
        aftermath.push(.moveDistribution, .integer(move))
        return aftermath
    }
}
