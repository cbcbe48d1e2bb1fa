import Model
import Stores

// Tables and indexes over the years.

extension Check {
    static let postgresUpkeep: [Check] = [
        .asking(
            "pg.sequence", .critical, limit: Limit(90, .percent), .fullSequences, "sequences used up over @",
            unit: .percent, why: "when they end, nothing can be inserted", fix: "alter sequence NAME as bigint",
            source: "pghero sequence_danger"),
        .asking(
            "pg.small-key", .critical, limit: Limit(80, .percent), .fullKeys, "keys of 4 bytes used up over @",
            unit: .percent, why: "at 2,147,483,647 nothing can be inserted",
            fix: "alter table NAME alter COLUMN type bigint",
            source: "pghero"),
        .asking(
            "pg.dead-tuples", .warning, limit: Limit(20, .percent), .deadRows, "tables with dead rows over @",
            unit: .percent, why: "queries read through rows nobody sees",
            fix: "vacuum (analyze) NAME; lower autovacuum_vacuum_scale_factor for large tables",
            source: "check_postgres bloat"),
        .asking(
            "pg.analyze-stale", .warning, limit: Limit(30, .days), .oldStatistics,
            "large tables whose statistics are older than @", unit: .days,
            why: "after a restore or an upgrade there are none, and plans are wrong", fix: "analyze",
            source: "check_postgres last_analyze"),
        .asking(
            "pg.index-invalid", .problem, .brokenIndexes, "indexes that are not used",
            why: "a migration died while it built them; they cost writing and help nobody",
            fix: "reindex index concurrently NAME, or drop index concurrently for names with _ccnew",
            source: "pghero invalid_indexes"),
        .asking(
            "pg.constraint-unvalidated", .warning, .uncheckedConstraints, "constraints that were never checked",
            why: "rows from before may break them", fix: "alter table NAME validate constraint NAME",
            source: "PostgreSQL"),
        .asking(
            "pg.function-timestamp-id", .critical, .lackingFunctions, "functions that are missing",
            why: "posts cannot be inserted; a restore that left out functions does this",
            fix: "restore them from the dump, or run `bin/rails db:migrate:functions` as the release says",
            source: "Mastodon 4.6.5 lib/mastodon/snowflake.rb"),
        .asking(
            "pg.matview-unpopulated", .problem, .emptyViews, "views that hold nothing",
            why: "pages that read them end with an error", fix: "refresh materialized view NAME",
            source: "Mastodon 4.6.5 db/views"),
        .asking(
            "pg.primary-key-missing", .critical, .tablesWithoutKeys, "tables without a primary key",
            why: "\"Unknown primary key for accounts\": the server does not start",
            fix: "alter table NAME add primary key (id), after twins are removed", source: "mastodon#16950"),
        .asking(
            "pg.leftover-tables", .notice, .leftoverTables, "tables that look left over", unit: .bytes,
            why: "nobody reads them, and every dump has them", fix: "look what they are, then drop them",
            source: "names with old, tmp, backup"),
        .asking(
            "pg.duplicates", .critical, cost: .deep, .twins, "handles that more than one account has", unit: .count,
            why: "an index lies, and the next migration stops",
            fix: "mastoctl accounts fix-duplicates --dry-run, then reindex", source: "mastodon#40366, #27083"),
    ]
}
