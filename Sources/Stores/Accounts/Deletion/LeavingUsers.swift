import Faults
import Model
import Postgres

/// What is asked and changed about local accounts before they are deleted.
package struct LeavingUsers<Mode: Access> {
    let transaction: Transaction<Mode>

    /// The account whose user has this address. Leans on the unique index over `users.email`.
    ///
    /// - Throws: `Fault(.noSuch)`.
    package func account(ofEmail address: String) async throws -> AccountReference {
        let found = try await transaction.first(
            """
            select accounts.id, accounts.username
            from users
            join accounts on accounts.id = users.account_id
            where users.email in (\(address), \(address.lowercased()))
            """
        ) { AccountReference(id: try $0[0], username: try $0[1], domain: nil) }
        guard let found else { throw Fault(.noSuch, "no user here has that e-mail address") }
        return found
    }

    /// How much goes with accounts: posts and followers.
    package func extent(of ids: [Int64]) async throws -> (posts: Int, followers: Int) {
        try await transaction.first(
            """
            select
                (select count(*) from statuses where account_id = any(\(ids)) and deleted_at is null),
                (select count(*) from follows where target_account_id = any(\(ids)))
            """
        ) { (try $0.value(0, as: Int.self), try $0.value(1, as: Int.self)) } ?? (0, 0)
    }

    /// Those of the accounts that are suspended and whose deletion is requested.
    package func due(_ ids: [Int64]) async throws -> Set<Int64> {
        Set(
            try await transaction.rows(
                """
                select accounts.id
                from accounts
                join account_deletion_requests on account_deletion_requests.account_id = accounts.id
                where accounts.id = any(\(ids))
                    and accounts.suspended_at is not null
                """
            ) { try $0.value(0, as: Int64.self) })
    }

    /// Puts accounts out of use the way the server does it for people who leave: with a request for deletion, without a
    /// block of their addresses; suspended up to 4.6, and marked as deleted since.
    ///
    /// Source: Mastodon 4.6.5 and 4.7 `app/models/concerns/account/suspensions.rb` (`suspend!`, `mark_deleted!`).
    package func suspend(_ ids: [Int64], in instance: Instance) async throws -> Aftermath where Mode == ReadWrite {
        try await transaction.execute(
            """
            insert into account_deletion_requests (account_id, created_at, updated_at)
            select id, now() at time zone 'utc', now() at time zone 'utc'
            from accounts
            where id = any(\(ids))
                and not exists (
                    select from account_deletion_requests where account_deletion_requests.account_id = accounts.id)
            order by id
            """)
        let mark: Statement =
            instance.schema.tellsDeleted
            ? "requested_deletion_at = now() at time zone 'utc'"
            : "suspended_at = now() at time zone 'utc', suspension_origin = 0"
        let changed = try await transaction.rows(
            """
            update accounts
            set
                \(fragment: mark),
                updated_at = now() at time zone 'utc'
            where id = any(\(ids))
                and \(fragment: instance.schema.isAvailable())
            returning id
            """
        ) { try $0.value(0, as: Int64.self) }
        var aftermath = Aftermath()
        for id in changed.sorted() {
            aftermath.change(.publish("timeline:system:\(id)", #"{"event":"kill"}"#))
        }
        try await aftermath.saved(changed.sorted(), locals: changed.sorted(), on: instance, over: transaction)
        return aftermath
    }

    /// Those whose deletion is not done: the request for it goes last, or the account does.
    package func unfinished(_ ids: [Int64]) async throws -> Set<Int64> {
        Set(
            try await transaction.rows(
                "select account_id from account_deletion_requests where account_id = any(\(ids))"
            ) { try $0.value(0, as: Int64.self) })
    }
}

extension Transaction {
    package var leavingUsers: LeavingUsers<Mode> { LeavingUsers(transaction: self) }
}
