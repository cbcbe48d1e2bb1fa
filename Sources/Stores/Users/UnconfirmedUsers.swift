import Crypto
import Model
import Postgres

/// A user who has not confirmed the e-mail address.
package struct UnconfirmedUser: Sendable, Equatable {
    package var id: Int64
    package var account: AccountReference
}

/// Those who have not confirmed their addresses, and the mail that asks them to.
package struct UnconfirmedUsers<Mode: Access> {
    let transaction: Transaction<Mode>

    /// Those who signed up since a moment and are not suspended, by their ids. Leans on the primary key of users.
    package func page(
        since: UTCTime, after id: Int64, limit: Int, on schema: LiveSchema
    ) async throws -> [UnconfirmedUser] {
        try await transaction.rows(
            """
            select users.id, accounts.id, accounts.username
            from users
            join accounts on accounts.id = users.account_id
            where users.id > \(id)
                and users.confirmed_at is null
                and users.created_at >= \(Timestamp(seconds: since.seconds))
                and \(fragment: schema.isAvailable())
            order by users.id
            limit \(limit)
            """
        ) { try Self.user($0) }
    }

    /// How many they are.
    package func count(since: UTCTime, on schema: LiveSchema) async throws -> Int {
        try await transaction.first(
            """
            select count(*)
            from users
            join accounts on accounts.id = users.account_id
            where users.confirmed_at is null
                and users.created_at >= \(Timestamp(seconds: since.seconds))
                and \(fragment: schema.isAvailable())
            """
        ) { try $0.value(0, as: Int.self) } ?? 0
    }

    /// Those of these accounts, by the account's id.
    package func of(_ accounts: [Int64]) async throws -> [Int64: UnconfirmedUser] {
        let users = try await transaction.rows(
            """
            select users.id, accounts.id, accounts.username
            from users
            join accounts on accounts.id = users.account_id
            where accounts.id = any(\(accounts)) and users.confirmed_at is null
            """
        ) { try Self.user($0) }
        return Dictionary(users.map { ($0.account.id, $0) }) { first, _ in first }
    }

    private static func user(_ row: borrowing Row) throws -> UnconfirmedUser {
        UnconfirmedUser(
            id: try row[0], account: AccountReference(id: try row[1], username: try row[2], domain: nil))
    }
}

extension UnconfirmedUsers where Mode == ReadWrite {
    /// Asks users once more to confirm, and notes who asked.
    ///
    /// The link of the last mail goes on to work for two days, and then there is a new one; so there is in the mail.
    /// Source: Mastodon 4.6.5 `app/controllers/admin/confirmations_controller.rb` (`resend`), Devise 5.0.4
    /// `confirmable.rb` (`generate_confirmation_token`), `config/initializers/devise.rb` (`confirm_within`).
    ///
    /// - Parameter delays: how many seconds from now the mail of each user goes.
    /// - Returns: who is asked, without those who have confirmed meanwhile.
    package func remind(
        _ delays: [Int64: Double], by moderator: AccountReference
    ) async throws -> (asked: Set<Int64>, aftermath: Aftermath) {
        let ids = delays.keys.sorted()
        let held = try await transaction.rows(
            """
            select users.id, users.confirmation_token, nullif(users.unconfirmed_email, ''), accounts.id,
                accounts.username,
                coalesce(users.confirmation_sent_at < now() at time zone 'utc' - interval '2 days', false)
            from users
            join accounts on accounts.id = users.account_id
            where users.id = any(\(ids)) and users.confirmed_at is null
            order by users.id
            for update of users
            """
        ) { row in
            let isOld: Bool = try row[5]
            let token: String? = try row[1]
            return Held(
                id: try row[0], token: isOld ? nil : token, waiting: try row[2],
                account: AccountReference(id: try row[3], username: try row[4], domain: nil))
        }
        var aftermath = Aftermath()
        var new: [(id: Int64, token: String)] = []
        for user in held {
            let token = user.token ?? RandomText.token()
            if user.token == nil { new.append((user.id, token)) }
            aftermath.push(
                .confirmation(of: user.id, token: token, to: user.waiting), in: delays[user.id] ?? 0)
        }
        try await transaction.execute(
            """
            update users
            set confirmation_token = fresh.token, confirmation_sent_at = now() at time zone 'utc',
                updated_at = now() at time zone 'utc'
            from unnest(\(new.map(\.id)), \(new.map(\.token))) as fresh (id, token)
            where users.id = fresh.id
            """)
        try await transaction.auditLog.record(
            "resend", held.map { AuditTarget.user($0.id, of: $0.account) }, by: moderator.id)
        return (Set(held.map(\.id)), aftermath)
    }
}

extension Transaction {
    package var unconfirmedUsers: UnconfirmedUsers<Mode> { UnconfirmedUsers(transaction: self) }
}

private struct Held: Sendable {
    var id: Int64
    /// Nil where there is to be a new one.
    var token: String?
    /// The address that waits to be confirmed, where it is not the first.
    var waiting: String?
    var account: AccountReference
}
