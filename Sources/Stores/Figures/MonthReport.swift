import Model
import Postgres

/// What a month brought a server, counted from its rows.
package struct MonthReport: Sendable {
    /// The month's first day, and that of the next.
    private let begin: UTCTime
    private let end: UTCTime

    package init(from begin: UTCTime, to end: UTCTime) {
        self.begin = begin
        self.end = end
    }

    /// Figures by name, in the order in which they are told.
    ///
    /// Posts are counted by their ids, which hold the moment they were made (Mastodon 4.6.5 `lib/mastodon/snowflake.rb`).
    /// Leans on the primary keys and on the index of local posts.
    ///
    /// - Throws: `PostgresError`.
    package func figures(at site: Site<ReadOnly>) async throws -> [(name: String, value: Int64)] {
        let schema = site.instance.schema
        return try await site.database.read { transaction in
            var all: [(name: String, value: Int64)] = []
            for (name, needed, statement) in questions where needed.allSatisfy({ schema.has(table: $0) }) {
                if let value = try await transaction.first(statement, { try $0.value(0, as: Int64.self) }) {
                    all.append((name, value))
                }
            }
            return all
        }
    }

    /// Bytes of the database, and of its indexes.
    package func sizes(at site: Site<ReadOnly>) async throws -> (database: Int64, indexes: Int64)? {
        try await site.database.read { transaction in
            try await transaction.first(
                """
                select pg_database_size(current_database()),
                    (select coalesce(sum(pg_catalog.pg_indexes_size(relid)), 0)::bigint from pg_catalog.pg_stat_user_tables)
                """
            ) { (database: try $0.value(0, as: Int64.self), indexes: try $0.value(1, as: Int64.self)) }
        }
    }

    private static func snowflake(_ time: UTCTime) -> Int64 { Int64(time.seconds * 1_000) << 16 }

    private var questions: [(name: String, tables: [String], statement: Statement)] {
        let (from, to) = (begin.seconds, end.seconds)
        let (first, last) = (Self.snowflake(begin), Self.snowflake(end))
        func within(_ column: Statement) -> Statement {
            """
            \(fragment: column) >= to_timestamp(\(from)) at time zone 'utc'
                and \(fragment: column) < to_timestamp(\(to)) at time zone 'utc'
            """
        }
        return [
            (
                "users", ["users"],
                """
                select count(*)
                from users
                join accounts on accounts.id = users.account_id
                where users.confirmed_at is not null and users.approved and accounts.suspended_at is null
                    and users.created_at < to_timestamp(\(to)) at time zone 'utc'
                """
            ),
            (
                "active_users", ["users"],
                "select count(*) from users where current_sign_in_at >= to_timestamp(\(from)) at time zone 'utc'"
            ),
            ("sign_ups", ["users"], "select count(*) from users where \(fragment: within("created_at"))"),
            (
                "waiting_sign_ups", ["users"],
                "select count(*) from users where not approved and confirmed_at is not null"
            ),
            (
                "posts", ["statuses"],
                """
                select count(*)
                from statuses
                where (local or uri is null) and deleted_at is null and reblog_of_id is null
                    and id >= \(first) and id < \(last)
                """
            ),
            (
                "posters", ["statuses"],
                """
                select count(distinct account_id)
                from statuses
                where (local or uri is null) and deleted_at is null and reblog_of_id is null
                    and id >= \(first) and id < \(last)
                """
            ),
            ("known_servers", ["accounts"], "select count(distinct domain) from accounts where domain is not null"),
            ("remote_accounts", ["accounts"], "select count(*) from accounts where domain is not null"),
            (
                "followers_elsewhere", ["follows"],
                """
                select count(*)
                from follows
                join accounts on accounts.id = follows.account_id
                where accounts.domain is not null
                """
            ),
            ("reports_opened", ["reports"], "select count(*) from reports where \(fragment: within("created_at"))"),
            (
                "reports_closed", ["reports"],
                "select count(*) from reports where \(fragment: within("action_taken_at"))"
            ),
            ("reports_open", ["reports"], "select count(*) from reports where action_taken_at is null"),
            (
                "strikes", ["account_warnings"],
                "select count(*) from account_warnings where \(fragment: within("created_at"))"
            ),
            ("appeals", ["appeals"], "select count(*) from appeals where \(fragment: within("created_at"))"),
            (
                "domain_blocks_added", ["domain_blocks"],
                "select count(*) from domain_blocks where \(fragment: within("created_at"))"
            ),
        ]
    }
}
