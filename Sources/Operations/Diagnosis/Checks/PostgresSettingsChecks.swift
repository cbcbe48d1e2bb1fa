import Model
import Stores

// How PostgreSQL is set up.

extension Check {
    static let postgresSettings: [Check] = [
        .asking(
            "pg.pending-restart", .warning, .unfinishedSettings, "settings that wait for a restart",
            why: "they were changed and do not hold", fix: "restart PostgreSQL", source: "pghero"),
        .asking(
            "pg.config-errors", .problem, .brokenSettingsFiles, "lines of PostgreSQL's files it cannot read",
            why: "the next restart fails, or the line is without effect", fix: "mend the line, and reload",
            source: "PostgreSQL pg_file_settings"),
        .asking(
            "pg.fsync", .critical, needs: [.database, .production], .unsafeWrites, "safety settings that are off",
            why: "a power cut leaves a database that cannot be read", fix: "set them on, and reload",
            source: "PostgreSQL 30.1"),
        .asking(
            "pg.synchronous-commit", .warning, needs: [.database, .production], .lazyCommits,
            "commits that do not wait for the disk", why: "a power cut takes back what was answered with a yes",
            fix: "alter system set synchronous_commit = on", source: "PostgreSQL 30.1"),
        .asking(
            "pg.checksums", .critical, limit: Limit(0, .count), .checksumFailures,
            "databases with pages that do not fit their checksums, more than @",
            unit: .count, why: "the disk or the memory changes data on its own",
            fix: "stop writing, look at the disk, restore what is broken", source: "check_postgres"),
        .asking(
            "pg.autovacuum-off", .problem, needs: [.database, .production], .noUpkeep, "upkeep that is off",
            why: "dead rows stay for ever, and the planner knows nothing of the tables",
            fix: "alter system set autovacuum = on; set track_counts = on", source: "pghero"),
        .asking(
            "pg.table-autovacuum-off", .warning, .tablesWithoutUpkeep, "tables whose upkeep is off",
            why: "their dead rows stay for ever", fix: "alter table NAME reset (autovacuum_enabled)",
            source: "PostgreSQL"),
        .asking(
            "pg.statement-timeout", .warning, limit: Limit(30, .seconds), .shortTimeouts,
            "time limits of the role under @", unit: .seconds, why: "migrations and deletions die half way",
            fix: "alter role mastodon reset statement_timeout", source: "PostgreSQL"),
        .asking(
            "pg.stat-statements", .notice, needs: [.database, .production], .noStatementStatistics,
            "statistics of statements that are not kept", why: "nobody can tell which statements are slow",
            fix: "add pg_stat_statements to shared_preload_libraries, restart, create extension pg_stat_statements",
            source: "docs.joinmastodon.org, PgHero"),
        .asking(
            "pg.extension-outdated", .notice, .oldExtensions, "extensions that wait for their update",
            why: "an upgrade of PostgreSQL brought a newer one", fix: "alter extension NAME update",
            source: "PostgreSQL"),
        .asking(
            "pg.max-connections", .notice, limit: Limit(500, .count), .connectionCeiling,
            "room for more than @ sessions",
            unit: .count, why: "each session takes memory, and many at once are slower than few in turn",
            fix: "use pgbouncer in front, and fewer connections", source: "pghero (500)"),
        Check(
            "pg.connections-sum", .problem, needs: [.variables, .secrets, .database],
            "the pools of all processes together fit the server",
            why: "the last processes to start are refused when load comes",
            fix: "lower WEB_CONCURRENCY, MAX_THREADS or the threads of Sidekiq, or use pgbouncer",
            source: "docs.joinmastodon.org, scaling"
        ) { inspection, _ in
            let variables = inspection.services.variables
            func number(_ name: String, _ fallback: Double) -> Double {
                variables?[name].flatMap { Double($0) } ?? fallback
            }
            let threads = number("MAX_THREADS", 5)
            let web = max(number("WEB_CONCURRENCY", 2), 1) * number("DB_POOL", threads)
            let workers = (try? await inspection.workload().workers) ?? []
            let jobs =
                workers.isEmpty
                ? number("SIDEKIQ_CONCURRENCY", 5) : workers.reduce(0) { $0 + Double($1.threads) }
            let wanted = web + jobs + 20
            let settings = try await inspection.settings()
            let room =
                (settings["max_connections"].flatMap { Double($0) } ?? 100)
                - (settings["superuser_reserved_connections"].flatMap { Double($0) } ?? 3)
            let seen = [Evidence("wanted", wanted, .count), Evidence("room", room, .count)]
            if try await inspection.database().isPooled { return .skipped("a pooler stands between") }
            let words = "web \(Int(web)), jobs \(Int(jobs)), streaming and tools 20, of \(Int(room))"
            return wanted > room ? .found(words, seen) : .fine(words, seen)
        },
        Check(
            "pg.shared-buffers", .warning, needs: [.database, .production], limit: Limit(4_000_000_000, .bytes),
            "a large database has more than the smallest share of memory",
            why: "128 MB is what PostgreSQL takes when nobody says anything",
            fix: "shared_buffers: a quarter of the memory",
            source: "PostgreSQL 19.4, pgtune"
        ) { inspection, check in
            let size = Double(try await inspection.database().size)
            let shared = (try await inspection.settings()["shared_buffers"]).flatMap(blocks) ?? 0
            let seen = [Evidence("database", size, .bytes), Evidence("shared_buffers", shared, .bytes)]
            let words = "shared_buffers \(Evidence.text(shared, .bytes)) for \(Evidence.text(size, .bytes))"
            return size > inspection.limit(of: check) && shared <= 134_217_728
                ? .found(words, seen) : .fine(words, seen)
        },
        Check(
            "pg.memory-overcommit", .warning, needs: [.database, .production],
            "what PostgreSQL may take fits into the machine's memory",
            why: "the kernel ends the largest process when memory is gone, and that is PostgreSQL",
            fix: "lower max_connections, work_mem or shared_buffers", source: "PostgreSQL 19.4"
        ) { inspection, _ in
            guard isLocal(inspection.services.primary.address), let memory = try await inspection.machine().memory
            else {
                return .skipped("PostgreSQL is on another machine")
            }
            let settings = try await inspection.settings()
            func size(_ name: String) -> Double { settings[name].flatMap(blocks) ?? 0 }
            let connections = settings["max_connections"].flatMap { Double($0) } ?? 100
            let most = size("shared_buffers") + connections * size("work_mem") + 3 * size("maintenance_work_mem")
            let seen = [Evidence("at most", most, .bytes), Evidence("memory", Double(memory), .bytes)]
            let words = "up to \(Evidence.text(most, .bytes)) of \(Evidence.text(Double(memory), .bytes))"
            return most > Double(memory) ? .found(words, seen) : .fine(words, seen)
        },
        Check(
            "pg.collation-drift", .critical, needs: [.database], "the system sorts text as when the indexes were built",
            why: "after an upgrade of the C library, indexes on text find the wrong rows and let twins in",
            fix:
                "reindex the text indexes (reindex database concurrently), then alter database … refresh collation version",
            source: "mastodon#14860, #22451; docs.joinmastodon.org"
        ) { inspection, _ in
            guard let collation = try await inspection.database().collation else {
                return .skipped("the server does not tell versions of its collation")
            }
            if collation.built == collation.now { return .fine("version \(collation.now)") }
            return .found(
                "indexes were built with version \(collation.built), the system now has \(collation.now)",
                [Evidence("built \(collation.built)"), Evidence("now \(collation.now)")])
        },
        .asking(
            "pg.collation-unversioned", .notice, needs: [.database, .production], .unversionedCollation,
            "collations whose version is not known",
            why: "a change of the C library cannot be seen; moving between Alpine and Debian images breaks indexes",
            fix: "use PostgreSQL 15 or newer on a C library that tells its version, or the collation C",
            source: "docker-library/postgres#1356"),
    ]

    /// `16384 8kB` and `64 MB`, in bytes.
    static func blocks(_ text: String) -> Double? {
        let words = text.split(separator: " ")
        guard let number = words.first.flatMap({ Double($0) }) else { return nil }
        let units = ["B": 1.0, "kB": 1_024, "8kB": 8_192, "MB": 1_048_576, "16MB": 16_777_216]
        return words.count > 1 ? units[String(words[1])].map { number * $0 } : number
    }
}
