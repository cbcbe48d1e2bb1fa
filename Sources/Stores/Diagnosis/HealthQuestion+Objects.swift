import Postgres

// Tables and what belongs to them.

extension HealthQuestion {
    package static let fullSequences = HealthQuestion { limit in
        """
        select sequencename as name, 100.0 * last_value / max_value as value
        from pg_catalog.pg_sequences
        where last_value is not null
            and increment_by > 0
            and 100.0 * last_value / max_value > \(limit)
        """
    }

    /// Keys of 4 bytes whose sequence may count further than they can.
    package static let fullKeys = HealthQuestion { limit in
        """
        select counted.relname || '.' || counted.attname as name, 100.0 * sequence.last_value / counted.room as value
        from (
            select
                relation.relname,
                attribute.attname,
                case attribute.atttypid when 'int2'::regtype then 32767.0 else 2147483647.0 end as room,
                pg_get_serial_sequence(quote_ident(namespace.nspname) || '.' || quote_ident(relation.relname), attribute.attname)
                    ::regclass as counter
            from pg_catalog.pg_attribute as attribute
            join pg_catalog.pg_class as relation on relation.oid = attribute.attrelid
            join pg_catalog.pg_namespace as namespace on namespace.oid = relation.relnamespace
            where attribute.atttypid in ('int4'::regtype, 'int2'::regtype)
                and attribute.attnum > 0
                and not attribute.attisdropped
                and relation.relkind in ('r', 'p')
                and pg_catalog.pg_table_is_visible(relation.oid)
                and namespace.nspname not in ('pg_catalog', 'information_schema')
        ) as counted
        join pg_catalog.pg_class as class on class.oid = counted.counter
        join pg_catalog.pg_namespace as place on place.oid = class.relnamespace
        join pg_catalog.pg_sequences as sequence
            on sequence.schemaname = place.nspname and sequence.sequencename = class.relname
        where 100.0 * sequence.last_value / counted.room > \(limit)
        """
    }

    package static let tablesWithoutUpkeep = HealthQuestion { _ in
        """
        select relation.relname as name, null::float8 as value
        from pg_catalog.pg_class as relation
        cross join lateral unnest(relation.reloptions) as option
        where relation.relkind in ('r', 'p')
            and option in ('autovacuum_enabled=false', 'autovacuum_enabled=off', 'autovacuum_enabled=0')
        """
    }

    package static let deadRows = HealthQuestion { limit in
        """
        select relname as name, 100.0 * n_dead_tup / (n_live_tup + n_dead_tup) as value
        from pg_catalog.pg_stat_user_tables
        where n_dead_tup > 100000
            and 100.0 * n_dead_tup / (n_live_tup + n_dead_tup) > \(limit)
            and coalesce(greatest(last_vacuum, last_autovacuum), '-infinity') < now() - interval '7 days'
        """
    }

    package static let oldStatistics = HealthQuestion { limit in
        """
        select
            relname as name,
            extract(epoch from now() - greatest(last_analyze, last_autoanalyze)) / 86400 as value
        from pg_catalog.pg_stat_user_tables
        where n_live_tup > 100000
            and coalesce(greatest(last_analyze, last_autoanalyze), '-infinity')
                < now() - make_interval(secs => \(limit) * 86400)
        """
    }

    package static let brokenIndexes = HealthQuestion { _ in
        """
        select relation.relname as name, null::float8 as value
        from pg_catalog.pg_index as index
        join pg_catalog.pg_class as relation on relation.oid = index.indexrelid
        where (not index.indisvalid or not index.indisready)
            and not exists (
                select
                from pg_catalog.pg_stat_progress_create_index as building
                where building.index_relid = index.indexrelid
            )
        """
    }

    package static let uncheckedConstraints = HealthQuestion { _ in
        """
        select relation.relname || ' ' || restriction.conname as name, null::float8 as value
        from pg_catalog.pg_constraint as restriction
        join pg_catalog.pg_class as relation on relation.oid = restriction.conrelid
        where not restriction.convalidated
            and pg_catalog.pg_table_is_visible(relation.oid)
        """
    }

    package static let lackingFunctions = HealthQuestion { _ in
        """
        select 'timestamp_id(text)' as name, null::float8 as value
        where to_regprocedure('timestamp_id(text)') is null
        """
    }

    package static let emptyViews = HealthQuestion { _ in
        """
        select matviewname as name, null::float8 as value
        from pg_catalog.pg_matviews
        where not ispopulated
            and schemaname not in ('pg_catalog', 'information_schema')
        """
    }

    package static let tablesWithoutKeys = HealthQuestion { _ in
        """
        select relation.relname as name, null::float8 as value
        from pg_catalog.pg_class as relation
        where relation.relkind = 'r'
            and relation.relname in ('accounts', 'users', 'statuses', 'media_attachments', 'follows', 'notifications')
            and pg_catalog.pg_table_is_visible(relation.oid)
            and not exists (
                select
                from pg_catalog.pg_index as index
                where index.indrelid = relation.oid
                    and index.indisprimary
            )
        """
    }

    package static let leftoverTables = HealthQuestion { _ in
        """
        select relation.relname as name, pg_catalog.pg_total_relation_size(relation.oid) as value
        from pg_catalog.pg_class as relation
        where relation.relkind in ('r', 'p')
            and pg_catalog.pg_table_is_visible(relation.oid)
            and relation.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
            and relation.relname ~ '^(old|tmp|temp|backup|bak|copy)_|_(old|tmp|temp|backup|bak|copy)$'
        """
    }

    /// Handles that two accounts have: an index that lies lets them in. Sorted without the help of any index.
    package static let twins = HealthQuestion("accounts.username", "accounts.domain") { _ in
        """
        select
            lower(username) || coalesce('@' || lower(domain), '') as name,
            count(*) as value
        from accounts
        group by lower(username), lower(domain), lower(username) || coalesce('@' || lower(domain), '')
        having count(*) > 1
        """
    }
}
