import Model
import Postgres

/// What a PostgreSQL server is at, at one moment.
package struct DatabaseActivity: Sendable {
    /// A session that works, or holds a transaction open.
    package struct Work: Sendable {
        package var processID: Int
        /// Since its statement began, or its transaction where none runs.
        package var seconds: Double
        /// `active`, `idle in transaction`.
        package var state: String
        /// Processes that hold what it waits for.
        package var blockers: [Int]
        /// Without values: what is in quotes and every number is a question mark.
        package var statement: String
    }

    /// Sessions of clients, of all databases.
    package var connections = 0
    package var limit = 0
    package var active = 0
    package var idleInTransaction = 0
    /// Those that wait for a lock.
    package var waiting = 0
    /// Transactions since the statistics were reset; what two moments differ by tells the rate.
    package var transactions: Int64 = 0
    /// Bytes.
    package var size: Int64 = 0
    /// The longest first, of this database.
    package var works: [Work] = []
}

/// Media files that were recorded since a moment.
package struct MediaGrowth: Sendable {
    package var files: Int
    package var bytes: Int64
    /// Of the files of other servers among them.
    package var remoteBytes: Int64
}

extension DatabaseServer {
    /// What the server is at.
    ///
    /// - Throws: `PostgresError`.
    package func activity(most: Int = 50, patience: Duration = .seconds(2)) async throws -> DatabaseActivity {
        try await reading(patience: patience) { connection in
            var activity =
                try await connection.first(
                    """
                    select
                        (select count(*) from pg_catalog.pg_stat_activity where backend_type = 'client backend'),
                        current_setting('max_connections')::int8,
                        count(*) filter (where state = 'active'),
                        count(*) filter (where state like 'idle in transaction%'),
                        count(*) filter (where wait_event_type = 'Lock'),
                        (
                            select coalesce(sum(xact_commit + xact_rollback), 0)::int8
                            from pg_catalog.pg_stat_database
                            where datname = current_database()
                        ),
                        pg_database_size(current_database())
                    from pg_catalog.pg_stat_activity
                    where datname = current_database()
                        and backend_type = 'client backend'
                        and pid <> pg_backend_pid()
                    """
                ) { row in
                    DatabaseActivity(
                        connections: Int(try row.value(0, as: Int64.self)),
                        limit: Int(try row.value(1, as: Int64.self)),
                        active: Int(try row.value(2, as: Int64.self)),
                        idleInTransaction: Int(try row.value(3, as: Int64.self)),
                        waiting: Int(try row.value(4, as: Int64.self)), transactions: try row.value(5, as: Int64.self),
                        size: try row.value(6, as: Int64.self))
                } ?? DatabaseActivity()
            activity.works = try await connection.rows(
                """
                select
                    pid::int8,
                    extract(epoch from clock_timestamp()
                        - case when state = 'active' then query_start else xact_start end)::float8 as age,
                    state,
                    case when wait_event_type = 'Lock' then array_to_string(pg_blocking_pids(pid), ' ') end,
                    left(query, 1000)
                from pg_catalog.pg_stat_activity
                where datname = current_database()
                    and backend_type = 'client backend'
                    and pid <> pg_backend_pid()
                    and state <> 'idle'
                order by age desc nulls last, pid
                limit \(Int64(most))
                """
            ) { row in
                DatabaseActivity.Work(
                    processID: Int(try row.value(0, as: Int64.self)),
                    seconds: max(try row.value(1, as: Double?.self) ?? 0, 0), state: try row.value(2, as: String.self),
                    blockers: (try row.value(3, as: String?.self) ?? "").split(separator: " ").compactMap { Int($0) },
                    statement: StatementWords.withoutValues(try row.value(4, as: String?.self) ?? ""))
            }
            return activity
        }
    }

    /// Media files recorded since a moment, found by their ids, which are made of time: it leans on the primary key.
    ///
    /// - Throws: `PostgresError`.
    package func mediaGrowth(since: UTCTime, patience: Duration = .seconds(2)) async throws -> MediaGrowth {
        let first = Int64(since.seconds * 1_000) << 16
        return try await reading(patience: patience) { connection in
            try await connection.first(
                """
                select
                    count(*),
                    coalesce(sum(coalesce(file_file_size, 0) + coalesce(thumbnail_file_size, 0)), 0)::int8,
                    coalesce(
                        sum(coalesce(file_file_size, 0) + coalesce(thumbnail_file_size, 0))
                            filter (where remote_url <> ''), 0)::int8
                from media_attachments
                where id >= \(first)
                    and file_file_name is not null
                """
            ) { row in
                MediaGrowth(
                    files: Int(try row.value(0, as: Int64.self)), bytes: try row.value(1, as: Int64.self),
                    remoteBytes: try row.value(2, as: Int64.self))
            } ?? MediaGrowth(files: 0, bytes: 0, remoteBytes: 0)
        }
    }
}
