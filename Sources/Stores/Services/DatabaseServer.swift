import Glibc
import Model
import Postgres

/// One PostgreSQL of an instance, asked about itself. Every question runs in a read-only transaction.
package struct DatabaseServer: Sendable {
    package let address: String
    private let pool: PostgresPool

    package init(_ settings: ConnectionSettings, address: String) {
        self.address = address
        pool = PostgresPool(settings, limit: 4)
    }

    /// What the server says of itself.
    ///
    /// - Throws: `PostgresError`.
    package func state() async throws -> DatabaseState {
        try await pool.transaction(readOnly: true) { connection in
            let clock = ContinuousClock()
            // The first statement of a session waits for more than the network.
            try await connection.execute("select 1")
            let before = Self.now
            let start = clock.now
            let time = try await connection.first("select extract(epoch from clock_timestamp())::float8") {
                try $0.value(0, as: Double.self)
            }
            let trip = (clock.now - start).inSeconds
            var state = DatabaseState(
                version: connection.serverVersion, latency: trip,
                skew: (time ?? before) - (before + trip / 2), isEncrypted: connection.isEncrypted,
                isPooled: try await connection.isPooled())
            try await state.read(over: connection)
            return state
        }
    }

    /// The tables and columns, and the release they belong to.
    ///
    /// - Throws: `PostgresError`, `Fault(.configuration)` when it is not a Mastodon server's database.
    package func schema() async throws -> LiveSchema {
        try await pool.transaction(readOnly: true) { try await LiveSchema.read(over: Transaction<ReadOnly>($0)) }
    }

    /// Every visible table with its size and what the role may do, biggest first.
    package func tables() async throws -> [TableState] {
        try await pool.transaction(readOnly: true) { connection in
            try await connection.rows(
                """
                select
                    relation.relname::text,
                    relation.reltuples::float8,
                    pg_catalog.pg_total_relation_size(relation.oid) as bytes,
                    has_table_privilege(relation.oid, 'select'),
                    has_table_privilege(relation.oid, 'update')
                from pg_catalog.pg_class as relation
                where relation.relkind in ('r', 'p')
                    and pg_catalog.pg_table_is_visible(relation.oid)
                    and relation.relnamespace
                        not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
                order by bytes desc, relation.relname
                """
            ) { row in
                let rows: Double = try row[1]
                return TableState(
                    name: try row[0], rows: rows < 0 ? nil : Int64(rows), bytes: try row[2], canRead: try row[3],
                    canChange: try row[4])
            }
        }
    }

    /// Lends a transaction that reads and whose statements end by themselves.
    func reading<Value: Sendable>(
        patience: Duration, _ body: @Sendable (isolated PostgresConnection) async throws -> Value
    ) async throws -> Value {
        try await pool.transaction(readOnly: true) { connection in
            let milliseconds = "\(Int(patience.inSeconds * 1_000))"
            _ = try await connection.first("select set_config('statement_timeout', \(milliseconds), true)") { _ in true
            }
            return try await body(connection)
        }
    }

    package func close() async { await pool.close() }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// What a PostgreSQL server says of itself.
package struct DatabaseState: Sendable {
    /// As in `150020`.
    package var version: Int
    /// Seconds of one round trip.
    package var latency: Double
    /// Seconds the server's clock is ahead of this machine's.
    package var skew: Double
    package var isEncrypted: Bool
    package var isPooled: Bool
    package var role = ""
    package var isStandby = false
    /// A standby that has replayed all it received.
    package var isCurrent = false
    /// Seconds since the last commit a standby replayed.
    package var behind = 0.0
    /// True when the role's transactions are read-only unless it says otherwise.
    package var isReadOnlyByDefault = false
    /// Bytes of the whole database.
    package var size: Int64 = 0
    /// Versions of the operating system's collation, when the indexes were built and now (PostgreSQL 15 and newer).
    package var collation: (built: String, now: String)?

    package init(version: Int, latency: Double, skew: Double, isEncrypted: Bool, isPooled: Bool) {
        self.version = version
        self.latency = latency
        self.skew = skew
        self.isEncrypted = isEncrypted
        self.isPooled = isPooled
    }

    /// `15.14`.
    package var versionText: String { "\(version / 10_000).\(version % 10_000)" }

    fileprivate mutating func read(over connection: isolated PostgresConnection) async throws {
        let found = try await connection.first(
            """
            select
                current_user::text,
                pg_is_in_recovery(),
                coalesce(pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn(), false),
                coalesce(extract(epoch from now() - pg_last_xact_replay_timestamp()), 0)::float8,
                current_setting('default_transaction_read_only')::bool,
                pg_database_size(current_database())
            """
        ) { row in
            (
                role: try row.value(0, as: String.self), standby: try row.value(1, as: Bool.self),
                current: try row.value(2, as: Bool.self), behind: try row.value(3, as: Double.self),
                readOnly: try row.value(4, as: Bool.self), size: try row.value(5, as: Int64.self)
            )
        }
        if let found {
            (role, isStandby, isCurrent) = (found.role, found.standby, found.current)
            (behind, isReadOnlyByDefault, size) = (found.behind, found.readOnly, found.size)
        }
        guard version >= 150_000 else { return }
        collation =
            try await connection.first(
                """
                select datcollversion, pg_database_collation_actual_version(oid)
                from pg_catalog.pg_database
                where datname = current_database()
                    and datcollversion is not null
                    and pg_database_collation_actual_version(oid) is not null
                """
            ) { (built: try $0.value(0, as: String.self), now: try $0.value(1, as: String.self)) }
    }
}

/// One table.
package struct TableState: Sendable {
    package var name: String
    /// The planner's estimate; nil when the table was never analysed.
    package var rows: Int64?
    /// With indexes and TOAST.
    package var bytes: Int64
    package var canRead: Bool
    package var canChange: Bool
}
