import Model
import Postgres

/// What PostgreSQL counts of a database, without a word of what is in it.
package struct DatabaseStatistics: Sendable, Encodable {
    package struct Table: Sendable, Encodable {
        package var name: String
        package var bytes: Int64
        package var indexBytes: Int64
        package var liveRows: Int64
        package var deadRows: Int64
        package var sequentialScans: Int64
        package var indexScans: Int64
        package var vacuumedAt: String?
        package var analysedAt: String?
    }

    package struct Activity: Sendable, Encodable {
        package var state: String
        package var waitsFor: String?
        package var sessions: Int64
        /// Of the oldest transaction among them.
        package var oldestSeconds: Double?
    }

    package var commits: Int64 = 0
    package var rollbacks: Int64 = 0
    package var deadlocks: Int64 = 0
    package var conflicts: Int64 = 0
    package var temporaryBytes: Int64 = 0
    package var sessions: Int64 = 0
    /// Percent of the blocks that were found in memory.
    package var cacheHits: Double?
    /// The forty biggest.
    package var tables: [Table] = []
    package var activity: [Activity] = []
}

extension DatabaseServer {
    /// Leans on PostgreSQL's own views, which every role may read.
    ///
    /// - Throws: `PostgresError`.
    package func statistics() async throws -> DatabaseStatistics {
        try await reading(patience: .seconds(5)) { connection in
            let counts = try await connection.first(
                """
                select xact_commit, xact_rollback, deadlocks, conflicts, temp_bytes, numbackends::bigint,
                    (100.0 * blks_hit / nullif(blks_hit + blks_read, 0))::float8
                from pg_catalog.pg_stat_database
                where datname = current_database()
                """
            ) { row in
                DatabaseStatistics(
                    commits: try row[0], rollbacks: try row[1], deadlocks: try row[2], conflicts: try row[3],
                    temporaryBytes: try row[4], sessions: try row[5], cacheHits: try row.value(6, as: Double?.self))
            }
            var found = counts ?? DatabaseStatistics()
            found.tables = try await connection.rows(
                """
                select relname::text, pg_catalog.pg_total_relation_size(relid), pg_catalog.pg_indexes_size(relid),
                    n_live_tup, n_dead_tup, seq_scan, coalesce(idx_scan, 0),
                    greatest(last_vacuum, last_autovacuum)::text, greatest(last_analyze, last_autoanalyze)::text
                from pg_catalog.pg_stat_user_tables
                order by 2 desc, 1
                limit 40
                """
            ) { row in
                DatabaseStatistics.Table(
                    name: try row[0], bytes: try row[1], indexBytes: try row[2], liveRows: try row[3],
                    deadRows: try row[4], sequentialScans: try row[5], indexScans: try row[6],
                    vacuumedAt: try row.value(7, as: String?.self), analysedAt: try row.value(8, as: String?.self))
            }
            found.activity = try await connection.rows(
                """
                select coalesce(state, 'background'), wait_event_type::text, count(*),
                    extract(epoch from max(clock_timestamp() - xact_start))::float8
                from pg_catalog.pg_stat_activity
                where pid <> pg_backend_pid()
                group by 1, 2
                order by 3 desc, 1, 2
                limit 30
                """
            ) { row in
                DatabaseStatistics.Activity(
                    state: try row[0], waitsFor: try row.value(1, as: String?.self), sessions: try row[2],
                    oldestSeconds: try row.value(3, as: Double?.self))
            }
            return found
        }
    }

    /// Bytes of attachments, by whose they are and how old; a month is thirty days.
    ///
    /// Reads the whole table of attachments within its time. Leans on the primary key of accounts.
    ///
    /// - Throws: `PostgresError`.
    package func storageAges() async throws -> [StorageAge] {
        try await reading(patience: .seconds(10)) { connection in
            try await connection.rows(
                """
                select case when item.remote_url = '' then 'local' else 'cached' end, item.age, count(*),
                    coalesce(sum(item.bytes), 0)::bigint
                from (
                    select coalesce(remote_url, '') as remote_url,
                        coalesce(file_file_size, 0)::bigint + coalesce(thumbnail_file_size, 0)::bigint as bytes,
                        case
                            when created_at > now() at time zone 'utc' - interval '7 days' then 'week'
                            when created_at > now() at time zone 'utc' - interval '30 days' then 'month'
                            when created_at > now() at time zone 'utc' - interval '90 days' then 'quarter'
                            when created_at > now() at time zone 'utc' - interval '365 days' then 'year'
                            else 'older'
                        end as age
                    from media_attachments
                    where file_file_name is not null
                ) as item
                group by 1, 2
                order by 1, 4 desc
                """
            ) { row in
                StorageAge(kind: try row[0], age: try row[1], files: try row[2], bytes: try row[3])
            }
        }
    }
}

/// Attachments of one kind that came within one span of time and not within a shorter one.
package struct StorageAge: Sendable, Encodable {
    /// `local` or `cached`.
    package var kind: String
    /// `week`, `month`, `quarter`, `year` or `older`.
    package var age: String
    package var files: Int64
    package var bytes: Int64
}
