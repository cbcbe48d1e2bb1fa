import Postgres

// What PostgreSQL tells of itself; most of it needs no right but to connect. What belongs to sessions of other roles is
// seen in part by a role without `pg_monitor`.

extension HealthQuestion {
    package static let connectionsUsed = HealthQuestion { limit in
        """
        select 'of ' || room.places || ' connections' as name, 100.0 * used.number / room.places as value
        from (
            select count(*) as number
            from pg_catalog.pg_stat_activity
            where backend_type = 'client backend'
        ) as used
        cross join (
            select
                current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as places
        ) as room
        where 100.0 * used.number / room.places > \(limit)
        """
    }

    package static let idleInTransaction = HealthQuestion { limit in
        """
        select
            'process ' || pid || coalesce(' ' || nullif(application_name, ''), '') as name,
            extract(epoch from now() - state_change) as value
        from pg_catalog.pg_stat_activity
        where state like 'idle in transaction%'
            and datname = current_database()
            and extract(epoch from now() - state_change) > \(limit)
        """
    }

    package static let longStatements = HealthQuestion { limit in
        """
        select
            'process ' || pid || coalesce(' ' || nullif(application_name, ''), '') as name,
            extract(epoch from now() - query_start) as value
        from pg_catalog.pg_stat_activity
        where state = 'active'
            and backend_type = 'client backend'
            and datname = current_database()
            and pid <> pg_backend_pid()
            and extract(epoch from now() - query_start) > \(limit)
        """
    }

    package static let waitingForLocks = HealthQuestion { limit in
        """
        select
            'process ' || pid || ' waits for ' || array_to_string(pg_blocking_pids(pid), ' ') as name,
            extract(epoch from now() - state_change) as value
        from pg_catalog.pg_stat_activity
        where wait_event_type = 'Lock'
            and datname = current_database()
            and extract(epoch from now() - state_change) > \(limit)
            and cardinality(pg_blocking_pids(pid)) > 0
        """
    }

    package static let deadlocks = HealthQuestion { limit in aDay("deadlocks", above: limit) }

    package static let temporaryFiles = HealthQuestion { limit in aDay("temp_bytes", above: limit) }

    package static let preparedTransactions = HealthQuestion { limit in
        """
        select gid as name, extract(epoch from now() - prepared) / 3600 as value
        from pg_catalog.pg_prepared_xacts
        where extract(epoch from now() - prepared) / 3600 > \(limit)
        """
    }

    package static let transactionAge = HealthQuestion { limit in
        """
        select datname as name, greatest(age(datfrozenxid), mxid_age(datminmxid)) as value
        from pg_catalog.pg_database
        where datallowconn
            and greatest(age(datfrozenxid), mxid_age(datminmxid)) > \(limit)
        """
    }

    package static let checksumFailures = HealthQuestion { limit in
        """
        select coalesce(datname, 'shared objects') as name, checksum_failures as value
        from pg_catalog.pg_stat_database
        where coalesce(checksum_failures, 0) > \(limit)
        """
    }

    package static let failingArchive = HealthQuestion { _ in
        """
        select last_failed_wal as name, extract(epoch from now() - last_failed_time) / 3600 as value
        from pg_catalog.pg_stat_archiver
        where last_failed_time > coalesce(last_archived_time, '-infinity')
        """
    }

    package static let keptLogs = HealthQuestion { limit in
        """
        select 'times max_wal_size' as name, logs.size / bound.size as value
        from (select sum(size) as size from pg_catalog.pg_ls_waldir()) as logs
        cross join (select pg_size_bytes(current_setting('max_wal_size')) as size) as bound
        where logs.size / bound.size > \(limit)
        """
    }

    package static let idleSlots = HealthQuestion { limit in
        """
        select slot.slot_name as name, slot.kept as value
        from (
            select
                slot_name,
                pg_wal_lsn_diff(
                    case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end,
                    restart_lsn) as kept
            from pg_catalog.pg_replication_slots
            where not active
        ) as slot
        where slot.kept > \(limit)
        """
    }

    package static let brokenSettingsFiles = HealthQuestion { _ in
        """
        select sourcefile || ':' || sourceline || ': ' || error as name, null::float8 as value
        from pg_catalog.pg_file_settings
        where error is not null
        union all
        select 'pg_hba.conf:' || line_number || ': ' || error, null
        from pg_catalog.pg_hba_file_rules
        where error is not null
        """
    }

    package static let openDoors = HealthQuestion { _ in
        """
        select
            'pg_hba.conf:' || line_number || ' ' || auth_method || ' for '
                || coalesce(address, 'everybody') as name,
            null::float8 as value
        from pg_catalog.pg_hba_file_rules
        where type like 'host%'
            and auth_method in ('trust', 'password')
            and coalesce(address, 'all') not in ('127.0.0.1', '::1', 'localhost', 'samehost')
        """
    }

    package static let unfinishedSettings = HealthQuestion { _ in
        "select name, null::float8 as value from pg_catalog.pg_settings where pending_restart"
    }

    package static let unsafeWrites = HealthQuestion { _ in
        """
        select name, null::float8 as value
        from pg_catalog.pg_settings
        where name in ('fsync', 'full_page_writes')
            and setting = 'off'
        """
    }

    package static let lazyCommits = HealthQuestion { _ in
        """
        select name, null::float8 as value
        from pg_catalog.pg_settings
        where name = 'synchronous_commit'
            and reset_val = 'off'
        """
    }

    package static let noUpkeep = HealthQuestion { _ in
        """
        select name, null::float8 as value
        from pg_catalog.pg_settings
        where name in ('autovacuum', 'track_counts')
            and setting = 'off'
        """
    }

    package static let shortTimeouts = HealthQuestion { limit in
        """
        select name, reset_val::float8 / 1000 as value
        from pg_catalog.pg_settings
        where name in ('statement_timeout', 'transaction_timeout')
            and reset_val::float8 > 0
            and reset_val::float8 / 1000 < \(limit)
        """
    }

    package static let powerfulRole = HealthQuestion { _ in
        "select rolname as name, null::float8 as value from pg_catalog.pg_roles where rolname = current_user and rolsuper"
    }

    package static let otherEncoding = HealthQuestion { _ in
        """
        select pg_encoding_to_char(encoding) as name, null::float8 as value
        from pg_catalog.pg_database
        where datname = current_database()
            and pg_encoding_to_char(encoding) <> 'UTF8'
        """
    }

    package static let unversionedCollation = HealthQuestion { _ in
        """
        select datcollate as name, null::float8 as value
        from pg_catalog.pg_database
        where datname = current_database()
            and (
                upper(replace(datcollate, '-', '')) not in ('C', 'POSIX', 'C.UTF8')
                or to_jsonb(pg_database) ->> 'datlocprovider' = 'i'
            )
            and (to_jsonb(pg_database) ->> 'datlocprovider') is distinct from 'b'
            and (to_jsonb(pg_database) ->> 'datcollversion') is null
        """
    }

    package static let noStatementStatistics = HealthQuestion { _ in
        """
        select 'pg_stat_statements' as name, null::float8 as value
        where not exists (select from pg_catalog.pg_extension where extname = 'pg_stat_statements')
        """
    }

    package static let oldExtensions = HealthQuestion { _ in
        """
        select name || ' ' || installed_version || ', ' || default_version || ' is there' as name, null::float8 as value
        from pg_catalog.pg_available_extensions
        where installed_version is not null
            and installed_version <> default_version
        """
    }

    package static let connectionCeiling = HealthQuestion { limit in
        """
        select 'max_connections' as name, setting::float8 as value
        from pg_catalog.pg_settings
        where name = 'max_connections'
            and setting::float8 > \(limit)
        """
    }

    /// How much of what PostgreSQL counts comes in a day, since it counts or since it was started.
    private static func aDay(_ counter: String, above limit: Double) -> Statement {
        """
        select 'a day' as name, rate.number as value
        from (
            select
                \(identifier: counter)
                    / greatest(extract(epoch from now() - coalesce(stats_reset, pg_postmaster_start_time())) / 86400, 1)
                    as number
            from pg_catalog.pg_stat_database
            where datname = current_database()
        ) as rate
        where rate.number > \(limit)
        """
    }
}
