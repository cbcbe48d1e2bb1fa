import Model
import Postgres

/// Finds the accounts a pruning rule selects, a bounded part of the table at a time.
///
/// A page looks at so many rows of `accounts` by the primary key, however few of them fit, and asks about those alone:
/// no statement reads more of any table than the page's accounts have rows there. The one exception is
/// `follow_requests`, which has no index on whom a request is to; it is read once a page, and not once an account.
package struct PrunableAccounts: Sendable {
    package let rule: PruningRule
    private let schema: LiveSchema

    package init(_ rule: PruningRule, schema: LiveSchema) {
        self.rule = rule
        self.schema = schema
    }

    /// What a page held.
    package struct Page: Sendable {
        /// Those to be pruned, by id.
        package var accounts: [AccountReference]
        /// Rows looked at.
        package var visited: Int
        /// The last id looked at, nil at the end of the table.
        package var last: Int64?
    }

    /// The next page after an id.
    ///
    /// - Throws: `TookTooLong` when the database needs longer than `seconds` for it; a smaller page may do.
    package func page(
        after id: Int64, size: Int, seconds: Int, over connection: Transaction<some Access>
    ) async throws -> Page {
        try await TookTooLong.watch(seconds, over: connection) { connection in
            let bounds = try await connection.first(
                """
                select count(*), max(id)
                from (select id from accounts where id > \(id) order by id limit \(size)) as page
                """
            ) { (try $0.value(0, as: Int.self), try $0.value(1, as: Int64?.self)) }
            guard let (count, last) = bounds, let last else { return Page(accounts: [], visited: 0, last: nil) }
            let candidates = try await connection.rows(
                """
                select id
                from accounts
                where id > \(id) and id <= \(last)
                    and \(fragment: isOfInterest)
                order by id
                """
            ) { try $0.value(0, as: Int64.self) }
            let accounts = try await self.still(candidates, over: connection)
            return Page(accounts: accounts, visited: count, last: last)
        }
    }

    /// Those of some accounts that the rule selects. A probe of an index a table and account.
    package func still(
        _ ids: [Int64], over connection: Transaction<some Access>
    ) async throws -> [AccountReference] {
        if ids.isEmpty { return [] }
        try await connection.useIndexes()
        let asked = try await connection.rows(
            "select distinct target_account_id from follow_requests where target_account_id = any(\(ids))"
        ) { try $0.value(0, as: Int64.self) }
        let unasked = asked.isEmpty ? ids : ids.filter { !Set(asked).contains($0) }
        return try await connection.rows(
            """
            select id, username, domain
            from accounts as item
            where id = any(\(unasked))
                and \(fragment: isOfInterest)
                and \(fragment: .joined(ties.map(Self.lacks), separator: "\n    and "))
            order by id
            """
        ) { AccountReference(id: try $0[0], username: try $0[1], domain: try $0[2]) }
    }

    /// Locks those of some accounts that nobody else holds. Nothing can be tied to them until the transaction ends:
    /// a row that names one needs a lock of its own on it.
    package func lock(_ ids: [Int64], over connection: Transaction<ReadWrite>) async throws -> [Int64] {
        try await connection.rows(
            """
            select id
            from accounts
            where id = any(\(ids))
            order by id
            for update skip locked
            """
        ) { try $0.value(0, as: Int64.self) }
    }

    private var isOfInterest: Statement {
        let age: Statement =
            rule.minAge > 0
            ? """

                and created_at < (now() at time zone 'utc') - make_interval(secs => \(rule.minAge * 86_400))
            """ : ""
        return """
            domain is not null
                and actor_type not in ('Application', 'Service', 'Group')
                and suspended_at is null\(fragment: schema.tellsDeleted ? " and requested_deletion_at is null" : "")
                and silenced_at is null\(fragment: age)
            """
    }

    private static func lacks(_ tie: (table: String, column: String, condition: Statement)) -> Statement {
        """
        not exists (
            select
            from \(identifier: tie.table) as tie
            where tie.\(identifier: tie.column) = item.id\(fragment: tie.condition))
        """
    }

    /// Everything that keeps an account, in the order of how often it does.
    private var ties: [(table: String, column: String, condition: Statement)] {
        var all: [(String, String, Statement)] = [
            ("statuses", "account_id", " and tie.deleted_at is null"),
            ("follows", "account_id", ""), ("follows", "target_account_id", ""),
            ("mentions", "account_id", ""), ("favourites", "account_id", ""),
            ("blocks", "account_id", ""), ("blocks", "target_account_id", ""), ("mutes", "target_account_id", ""),
            ("reports", "target_account_id", ""), ("follow_requests", "account_id", ""),
        ]
        if rule.isCareful {
            all += [
                ("account_notes", "target_account_id", ""), ("list_accounts", "account_id", ""),
                ("notifications", "from_account_id", ""), ("bookmarks", "account_id", ""),
                ("poll_votes", "account_id", ""), ("mutes", "account_id", ""), ("reports", "account_id", ""),
                ("collection_items", "account_id", ""),
            ].filter { schema.has(table: $0.0) }
        }
        return all.map { (table: $0.0, column: $0.1, condition: $0.2) }
    }
}
