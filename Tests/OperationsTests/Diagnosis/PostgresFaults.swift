import Glibc
import Postgres
import Support

extension CheckFault {
    private static func setting(_ name: String, _ value: String, _ id: String) -> CheckFault {
        CheckFault(
            id: id,
            make: { stage, _, _ in
                try await stage.run("alter system set \(name) = \(value)", in: "postgres")
                try await stage.run("select pg_reload_conf()", in: "postgres")
                try await stage.settle(name, isChanged: true)
            },
            undo: { stage, _, _ in
                try await stage.run("alter system reset \(name)", in: "postgres")
                try await stage.run("select pg_reload_conf()", in: "postgres")
                try await stage.settle(name, isChanged: false)
            })
    }

    /// A line at the end of one of PostgreSQL's files.
    private static func line(_ line: String, in file: String, _ id: String) -> CheckFault {
        CheckFault(
            id: id, make: { stage, _, _ in stage.append(line, to: file) },
            undo: { stage, _, _ in stage.takeBack(line, from: file) })
    }

    static let postgres: [CheckFault] = [
        variables("pg.reachable", ["DB_PORT": "1"]), limit("pg.version-supported", 99),
        limit("pg.minor-behind", -1_000),
        variables("pg.ssl-off", ["DB_HOST": "0.0.0.0"]), limit("pg.clock", -1),
        CheckFault(
            id: "pg.role-rights", environment: ["DB_USER": "reader"],
            script: "create role reader login; grant select on accounts, schema_migrations to reader"),
        limit("pg.role-superuser", 0),
        line("host all all 10.0.0.0/8 trust", in: "pg_hba.conf", "pg.hba-trust"),
        line("work_mem = many", in: "postgresql.conf", "pg.config-errors"),
        CheckFault(
            id: "pg.encoding", environment: ["DB_NAME": "latin"],
            make: { stage, _, _ in
                try await stage.run("create database latin encoding 'SQL_ASCII' template template0", in: "postgres")
                try await stage.run(
                    "create table schema_migrations (version text); create table accounts (id int); create table statuses (id int)",
                    in: "latin")
            }),
        CheckFault(
            id: "pg.replica-lag", environment: ["REPLICA_DB_HOST": "127.0.0.1", "REPLICA_DB_NAME": "sound"]),
        limit("pg.connections-used", 1), limit("pg.deadlocks", -1), limit("pg.temp-files", -1), limit("pg.xid-age", 0),
        limit("pg.wal-size", 0), limit("pg.max-connections", 1), limit("pg.shared-buffers", 0),
        limit("pg.checksums", -1),
        sql("pg.slot-lag", limit: -1, "select pg_create_physical_replication_slot('nobody', true)"),
        CheckFault(
            id: "pg.prepared-xacts", limit: 0,
            make: { stage, database, _ in
                try await stage.run("begin; create table later (id int); prepare transaction 'later'", in: database)
            }, undo: { stage, database, _ in try await stage.run("rollback prepared 'later'", in: database) }),
        CheckFault(
            id: "pg.archive-failing",
            make: { stage, _, _ in
                try await stage.run("alter system set archive_command = '/bin/false'", in: "postgres")
                try await stage.run("select pg_reload_conf()", in: "postgres")
                try await stage.run("create table filler (id int); select pg_switch_wal()", in: "postgres")
                try await stage.until("select failed_count > 0 from pg_stat_archiver")
            },
            undo: { stage, _, _ in
                try await stage.run("alter system set archive_command = '/bin/true'", in: "postgres")
                try await stage.run("select pg_reload_conf(); select pg_stat_reset_shared('archiver')", in: "postgres")
            }),
        setting("fsync", "off", "pg.fsync"), setting("autovacuum", "off", "pg.autovacuum-off"),
        CheckFault(
            id: "pg.pending-restart",
            make: { stage, _, _ in
                try await stage.run("alter system set max_worker_processes = 9", in: "postgres")
                try await stage.run("select pg_reload_conf()", in: "postgres")
                try await stage.until("select bool_or(pending_restart) from pg_settings")
            },
            undo: { stage, _, _ in
                // A mere reset leaves the mark until the server starts anew.
                try await stage.run("alter system set max_worker_processes = 8", in: "postgres")
                try await stage.run("select pg_reload_conf()", in: "postgres")
                try await stage.until("select not bool_or(pending_restart) from pg_settings")
            }),
        sql("pg.synchronous-commit", "alter database faulty_postgres set synchronous_commit = off"),
        sql("pg.statement-timeout", "alter database faulty_postgres set statement_timeout = '9s'"),
        sql("pg.stat-statements", "drop extension pg_stat_statements"),
        sql("pg.extension-outdated", "create extension pg_stat_statements version '1.4'"),
        sql("pg.table-autovacuum-off", "alter table mutes set (autovacuum_enabled = false)"),
        variables("pg.connections-sum", ["WEB_CONCURRENCY": "90"]),
        variables("pg.collation-unversioned", ["DB_NAME": "odd"]).making { stage in
            try await stage.makeICU("odd", "null")
        },
        variables("pg.collation-drift", ["DB_NAME": "drifted"]).making { stage in
            try await stage.makeICU("drifted", "'1'")
        },
        sql("pg.sequence", "create sequence short maxvalue 10; select setval('short', 10)"),
        sql("pg.small-key", "create table tiny (id serial); select setval('tiny_id_seq', 2147000000)"),
        sql(
            "pg.dead-tuples",
            """
            create table junk as select generate_series(1, 330000) as id;
            alter table junk set (autovacuum_enabled = false);
            delete from junk where id <= 200000;
            """
        ).making { stage in
            try await stage.until(
                "select n_dead_tup > 100000 from pg_stat_user_tables where relname = 'junk'", in: "faulty_postgres")
        },
        limit("pg.analyze-stale", 30),
        sql(
            "pg.index-invalid",
            "update pg_index set indisvalid = false where indexrelid = 'index_mutes_on_target_account_id'::regclass"),
        sql("pg.constraint-unvalidated", "alter table mutes add constraint sane check (id > 0) not valid"),
        sql("pg.leftover-tables", "create table old_mutes (id int)"),
        sql("pg.matview-unpopulated", "refresh materialized view instances with no data"),
        sql(
            "pg.duplicates",
            """
            drop index index_accounts_on_username_and_domain_lower;
            update accounts set username = 'twin', domain = null
            where id in (select id from accounts where domain is not null order by id limit 2)
            """),
        sql("pg.primary-key-missing", "alter table notifications drop constraint notifications_pkey cascade"),
        sql("pg.function-timestamp-id", "drop function timestamp_id(text) cascade"),
    ]

    /// After its script.
    private func making(_ act: @escaping @Sendable (CheckStage) async throws -> Void) -> CheckFault {
        var fault = self
        fault.make = { stage, _, _ in try await act(stage) }
        return fault
    }
}

extension CheckStage {
    /// A database that sorts by ICU, as of a version.
    func makeICU(_ name: String, _ version: String) async throws {
        try await run(
            "create database \(name) template template0 locale_provider icu icu_locale 'en' locale 'C.UTF-8'",
            in: "postgres")
        try await run("update pg_database set datcollversion = \(version) where datname = '\(name)'", in: "postgres")
        try await run(
            "create table schema_migrations (version text); create table accounts (id int); create table statuses (id int)",
            in: name)
    }

    func until(_ question: String, in database: String = "postgres") async throws {
        for _ in 0..<600 {
            let connection = try await connect(database)
            try await connection.script(Script(trusted: "create temporary table answer as \(question)"))
            let isSo = try await connection.first("select * from answer") { try $0.value(0, as: Bool?.self) }
            await connection.close()
            if isSo == true { return }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    func settle(_ name: String, isChanged: Bool) async throws {
        try await until("select (setting = boot_val) = \(!isChanged) from pg_settings where name = '\(name)'")
    }

    func append(_ line: String, to file: String) {
        guard let stream = fopen("\(folder)/postgres/data/\(file)", "a") else { return }
        fputs("\n\(line)\n", stream)
        fclose(stream)
    }

    func takeBack(_ line: String, from file: String) {
        let path = "\(folder)/postgres/data/\(file)"
        guard let text = TextFile.read(path), let stream = fopen(path, "w") else { return }
        fputs(text.replacing("\n\(line)\n", with: ""), stream)
        fclose(stream)
    }
}
