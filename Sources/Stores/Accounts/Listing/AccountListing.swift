import Model
import Postgres

/// The accounts a filter means, in pages.
///
/// Ages count from one moment, that of `init`, so that pages read later mean the same accounts. The instance actor is
/// no account in this sense. Source: Mastodon 4.6.5 `app/models/account_filter.rb` (`without_instance_actor`).
package struct FilteredAccounts: Sendable {
    let condition: Statement
    let schema: LiveSchema

    package init(_ filter: AccountFilter, at instance: Instance, now: UTCTime = .now) {
        let terms = AccountTerms(
            own: [instance.localDomain.lowercased(), instance.webDomain.lowercased()], schema: instance.schema, now: now
        )
        schema = instance.schema
        condition = "accounts.id <> -99" + terms.condition(filter)
    }

    /// The next accounts by their ids; fewer than `limit` mean that there are no more. Leans on the primary key, or on
    /// the index of the filter's most selective term.
    package func page(
        after id: Int64 = 0, limit: Int = 1_000, over connection: Transaction<some Access>
    ) async throws -> [AccountReference] {
        try await connection.rows(
            """
            select accounts.id, accounts.username, accounts.domain
            from \(fragment: Self.tables(bound: " > \(id)"))
            where \(fragment: condition)
                and accounts.id > \(id)
            order by accounts.id
            limit \(limit)
            """
        ) { row in
            AccountReference(
                id: try row.value(0, as: Int64.self), username: try row.value(1, as: String.self),
                domain: try row.value(2, as: String?.self))
        }
    }

    /// How many there are.
    package func count(over connection: Transaction<some Access>) async throws -> Int {
        try await connection.first(
            """
            select count(*)
            from \(fragment: Self.tables())
            where \(fragment: condition)
            """
        ) { try $0.value(0, as: Int.self) } ?? 0
    }

    /// What the condition's names belong to.
    ///
    /// - Parameter bound: such as ` > 5` where a page begins; said of each table, since PostgreSQL would otherwise merge
    ///   the others from their beginning for every page.
    static func tables(bound: Statement? = nil) -> Statement {
        let users: Statement = bound.map { " and users.account_id" + $0 } ?? ""
        let stats: Statement = bound.map { " and account_stats.account_id" + $0 } ?? ""
        return """
            accounts
            left join users on users.account_id = accounts.id\(fragment: users)
            left join account_stats on account_stats.account_id = accounts.id\(fragment: stats)
            """
    }
}
