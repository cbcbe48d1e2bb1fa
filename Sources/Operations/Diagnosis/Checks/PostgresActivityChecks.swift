import Model
import Stores

// What PostgreSQL is at now.

extension Check {
    static let postgresActivity: [Check] = [
        .asking(
            "pg.connections-used", .problem, limit: Limit(80, .percent), .connectionsUsed,
            "connections in use over @", unit: .percent, grave: 97,
            why: "the next process is refused: errors under load", fix: "use pgbouncer, or smaller pools",
            source: "check_postgres backends"),
        .asking(
            "pg.idle-in-transaction", .problem, limit: Limit(300, .seconds), .idleInTransaction,
            "transactions that do nothing for more than @", unit: .seconds,
            why: "they keep dead rows from being cleared, and locks from others",
            fix: "end the process (pg_terminate_backend), and set idle_in_transaction_session_timeout",
            source: "check_postgres txn_idle"),
        .asking(
            "pg.long-query", .warning, limit: Limit(60, .seconds), .longStatements,
            "statements that run for more than @",
            unit: .seconds, grave: 3_600, why: "they take the time and the locks of others",
            fix: "look at pg_stat_activity; pg_cancel_backend ends one", source: "pghero long_running_queries"),
        .asking(
            "pg.blocked", .problem, limit: Limit(10, .seconds), .waitingForLocks,
            "sessions that wait for a lock for more than @", unit: .seconds,
            why: "everything behind the lock waits, too", fix: "end the process that holds the lock",
            source: "check_postgres locks"),
        .asking(
            "pg.deadlocks", .warning, limit: Limit(10, .count), .deadlocks, "deadlocks, more than @ a day",
            unit: .count, why: "two programs change the same rows in another order; one of them loses its work",
            fix: "do not run several purges or tootctl commands at the same time", source: "mastodon#22915"),
        .asking(
            "pg.prepared-xacts", .problem, limit: Limit(1, .hours), .preparedTransactions,
            "prepared transactions older than @", unit: .hours,
            why: "nobody will end them, and no dead row can be cleared until then",
            fix: "rollback prepared 'NAME'", source: "check_postgres prepared_txns"),
        .asking(
            "pg.xid-age", .warning, limit: Limit(500_000_000, .count), .transactionAge,
            "databases with transactions older than @", unit: .count, grave: 1_500_000_000,
            why: "at two thousand million PostgreSQL stops taking writes",
            fix: "vacuum (freeze) the oldest tables, and see why autovacuum does not", source: "PostgreSQL 24.1.5"),
        .asking(
            "pg.archive-failing", .critical, .failingArchive, "log segments that cannot be archived", unit: .hours,
            why: "no restore to a point in time, and the disk fills up",
            fix: "look at the server's log and at archive_command (`pgbackrest check`)",
            source: "check_postgres archive_ready"),
        .asking(
            "pg.slot-lag", .problem, limit: Limit(5_000_000_000, .bytes), .idleSlots,
            "replication slots nobody reads, with more than @ kept for them", unit: .bytes,
            why: "the logs kept for them fill the disk", fix: "select pg_drop_replication_slot('NAME')",
            source: "check_postgres replication_slots"),
        .asking(
            "pg.temp-files", .notice, limit: Limit(10_000_000_000, .bytes), .temporaryFiles,
            "temporary files, more than @ a day", unit: .bytes, why: "sorts that do not fit into memory are slow",
            fix: "raise work_mem a little", source: "pgBadger"),
        .asking(
            "pg.wal-size", .problem, limit: Limit(3, .count), .keptLogs, "logs kept, more than @ times max_wal_size",
            unit: .count, why: "an archive that fails or a slot nobody reads fills the disk",
            fix: "see pg.archive-failing and pg.slot-lag", source: "check_postgres wal_files"),
    ]
}
