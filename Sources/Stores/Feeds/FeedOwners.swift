import Model
import Postgres

/// Somebody here who has feeds.
package struct FeedOwner: Sendable, Equatable {
    package var account: AccountReference
    /// Whether several boosts of a post are shown as one.
    var joinsBoosts: Bool
}

/// The people here whose feeds the server keeps.
///
/// Source: Mastodon 4.6.5 `lib/mastodon/cli/feeds.rb`, `app/models/user.rb` (`active`),
/// `app/models/concerns/user/activity.rb`.
package struct FeedOwners: Sendable {
    private let instance: Instance

    package init(_ instance: Instance) {
        self.instance = instance
    }

    /// Confirmed and here lately; not suspended.
    package func page(
        after id: Int64, size: Int, over connection: Transaction<some Access>
    ) async throws -> [FeedOwner] {
        try await connection.rows(
            """
            select accounts.id, accounts.username, \(fragment: Self.joinsBoosts)
            from users
            join accounts on accounts.id = users.account_id
            where users.account_id > \(id)
                and \(fragment: isActive)
                and \(fragment: instance.schema.isAvailable())
                and \(fragment: isNotLeaving)
            order by users.account_id
            limit \(size)
            """, Self.decode)
    }

    package func count(over connection: Transaction<some Access>) async throws -> Int {
        try await connection.first(
            """
            select count(*)
            from users
            join accounts on accounts.id = users.account_id
            where \(fragment: isActive)
                and \(fragment: instance.schema.isAvailable())
                and \(fragment: isNotLeaving)
            """
        ) { try $0.value(0, as: Int.self) } ?? 0
    }

    /// A local account, whether it has a user or not.
    ///
    /// - Throws: `Fault(.noSuch)`.
    package func owner(_ name: String, over connection: Transaction<some Access>) async throws -> FeedOwner {
        let account = try await UserStore(instance).existingAccount(name, over: connection)
        let joins = try await connection.first(
            "select \(fragment: Self.joinsBoosts) from users where account_id = \(account.id)"
        ) { try $0.value(0, as: Bool.self) }
        return FeedOwner(account: account, joinsBoosts: joins ?? true)
    }

    /// Those of some feeds that belong to nobody who is here lately.
    ///
    /// - Parameter kind: of homes the ids are those of accounts, of lists their own.
    func abandoned(
        _ kind: FeedKind, _ ids: [Int64], over connection: Transaction<some Access>
    ) async throws -> Set<Int64> {
        let kept =
            switch kind {
            case .home:
                try await connection.rows(
                    "select account_id from users where account_id = any(\(ids)) and \(fragment: isActive)"
                ) { try $0.value(0, as: Int64.self) }
            case .list:
                try await connection.rows(
                    """
                    select lists.id
                    from lists
                    join users on users.account_id = lists.account_id
                    where lists.id = any(\(ids))
                        and \(fragment: isActive)
                    """
                ) { try $0.value(0, as: Int64.self) }
            }
        return Set(ids).subtracting(kept)
    }

    private var isActive: Statement {
        """
        users.confirmed_at is not null
            and users.current_sign_in_at >= (now() at time zone 'utc') - make_interval(days => \(instance.activeDays)::int)
        """
    }

    /// Who has deleted himself, since 4.7.
    private var isNotLeaving: Statement {
        instance.schema.has(column: "requested_deletion_at", in: "accounts")
            ? "accounts.requested_deletion_at is null" : "true"
    }

    private static let joinsBoosts: Statement =
        #"coalesce(users.settings not like '%"aggregate_reblogs":false%', true)"#

    private static let decode: @Sendable (borrowing Row) throws -> FeedOwner = { row in
        let account = AccountReference(id: try row[0], username: try row[1], domain: nil)
        return FeedOwner(account: account, joinsBoosts: try row[2])
    }
}

/// Whose posts a feed has: those somebody follows, or those of a list.
package enum FeedKind: String, Sendable, CaseIterable {
    case home, list
}
