/// What may leave a server with its value. Whatever is not named here is told without it: a list of what is harmless
/// cannot forget a secret.
package enum ToldNames {
    /// What stands instead of a value.
    package static let replaced = "[replaced]"

    /// Settings of this program, by their keys.
    package static let settings: Set<String> = words(
        """
        root env_file env_dialect mastodon allow_schema audit tags read_only identity.local_domain identity.web_domain
        identity.alternate_domains identity.https identity.features identity.limited_federation identity.active_days
        identity.email_lists_hold postgres.port postgres.sslmode postgres.connect_timeout postgres.lock_timeout
        postgres.pool postgres.replica.port postgres.replica.sslmode redis.port redis.db redis.driver redis.namespace
        redis.sidekiq.port redis.sidekiq.db redis.cache.port redis.cache.db storage.kind storage.root storage.root_url
        s3.enabled s3.region s3.protocol s3.hostname s3.alias_host s3.override_path_style s3.permission
        s3.signature_version s3.open_timeout s3.read_timeout s3.retry_limit s3.multipart_threshold s3.storage_class
        s3.batch_delete_limit s3.batch_delete_retry swift.enabled azure.enabled elasticsearch.enabled elasticsearch.port
        elasticsearch.prefix elasticsearch.preset elasticsearch.gzip cache_buster.enabled cache_buster.http_method
        lanes.allowed lanes.api_plain run.concurrency run.rate run.state_dir run.metrics_file run.log_file backup.jobs
        backup.keep_last backup.keep_hourly backup.keep_daily backup.keep_weekly backup.keep_monthly backup.keep_yearly
        """)

    /// Variables of the server's own env file, and of units and containers.
    package static let variables: Set<String> = words(
        """
        RAILS_ENV NODE_ENV RAILS_LOG_LEVEL LOG_LEVEL RAILS_SERVE_STATIC_FILES LOCAL_DOMAIN WEB_DOMAIN ALTERNATE_DOMAINS
        LOCAL_HTTPS STREAMING_API_BASE_URL CDN_HOST S3_ALIAS_HOST S3_HOSTNAME S3_REGION S3_PROTOCOL S3_ENABLED
        S3_PERMISSION S3_SIGNATURE_VERSION S3_OPEN_TIMEOUT S3_READ_TIMEOUT S3_RETRY_LIMIT S3_OVERRIDE_PATH_STYLE
        S3_FORCE_SINGLE_REQUEST S3_MULTIPART_THRESHOLD S3_STORAGE_CLASS S3_BATCH_DELETE_LIMIT S3_BATCH_DELETE_RETRY
        SWIFT_ENABLED AZURE_ENABLED PAPERCLIP_ROOT_URL EXTRA_MEDIA_HOSTS WEB_CONCURRENCY MAX_THREADS MIN_THREADS
        PERSISTENT_TIMEOUT DB_POOL DB_PORT DB_SSLMODE PREPARED_STATEMENTS REPLICA_PREPARED_STATEMENTS REDIS_PORT REDIS_DRIVER
        REDIS_DB ES_ENABLED ES_PORT ES_PREFIX ES_PRESET SMTP_PORT SMTP_AUTH_METHOD SMTP_DELIVERY_METHOD SMTP_DOMAIN
        SMTP_ENABLE_STARTTLS SMTP_ENABLE_STARTTLS_AUTO SMTP_OPENSSL_VERIFY_MODE SMTP_SSL SMTP_TLS SINGLE_USER_MODE
        LIMITED_FEDERATION_MODE AUTHORIZED_FETCH DISALLOW_UNAUTHENTICATED_API_ACCESS SELF_DESTRUCT_ENABLED
        EMAIL_DOMAIN_LISTS_APPLY_AFTER_CONFIRMATION IP_RETENTION_PERIOD SESSION_RETENTION_PERIOD USER_ACTIVE_DAYS
        MAX_SESSION_ACTIVATIONS DEFAULT_LOCALE FORCE_DEFAULT_LOCALE GITHUB_REPOSITORY SOURCE_BASE_URL RAILS_MAX_THREADS
        SIDEKIQ_CONCURRENCY MALLOC_ARENA_MAX LD_PRELOAD RUBY_YJIT_ENABLE PORT BIND SOCKET NODE_OPTIONS CACHE_BUSTER_ENABLED
        STREAMING_CLUSTER_NUM FETCH_REPLIES_ENABLED ALLOW_ACCESS_TO_HIDDEN_SERVICE OIDC_ENABLED SAML_ENABLED CAS_ENABLED
        LDAP_ENABLED PAM_ENABLED OMNIAUTH_ONLY MASTODON_USE_LIBVIPS UPDATE_CHECK_URL EXPERIMENTAL_FEATURES
        """)

    /// Settings of PostgreSQL.
    package static let postgres: Set<String> = words(
        """
        server_version server_encoding lc_collate lc_ctype max_connections superuser_reserved_connections shared_buffers
        effective_cache_size work_mem maintenance_work_mem autovacuum_work_mem wal_buffers max_wal_size min_wal_size
        checkpoint_timeout checkpoint_completion_target random_page_cost seq_page_cost effective_io_concurrency
        default_statistics_target max_worker_processes max_parallel_workers max_parallel_workers_per_gather
        max_parallel_maintenance_workers wal_level max_wal_senders max_replication_slots max_slot_wal_keep_size
        synchronous_commit fsync full_page_writes data_checksums hot_standby hot_standby_feedback jit huge_pages
        statement_timeout lock_timeout idle_in_transaction_session_timeout idle_session_timeout deadlock_timeout
        autovacuum autovacuum_max_workers autovacuum_naptime autovacuum_vacuum_scale_factor
        autovacuum_vacuum_insert_scale_factor autovacuum_analyze_scale_factor autovacuum_vacuum_cost_limit
        autovacuum_vacuum_cost_delay autovacuum_freeze_max_age vacuum_cost_limit temp_file_limit
        log_min_duration_statement log_lock_waits track_io_timing track_activities track_counts password_encryption ssl
        archive_mode block_size wal_segment_size timezone max_locks_per_transaction default_transaction_read_only
        """)

    /// Lines of Redis' INFO.
    package static let redis: Set<String> = words(
        """
        redis_version redis_mode os arch_bits uptime_in_seconds hz connected_clients maxclients blocked_clients used_memory
        used_memory_rss used_memory_peak used_memory_dataset total_system_memory maxmemory maxmemory_policy
        mem_fragmentation_ratio mem_allocator loading rdb_changes_since_last_save rdb_last_save_time
        rdb_last_bgsave_status rdb_last_bgsave_time_sec aof_enabled aof_last_write_status aof_last_bgrewrite_status
        total_connections_received total_commands_processed instantaneous_ops_per_sec rejected_connections expired_keys
        evicted_keys keyspace_hits keyspace_misses latest_fork_usec total_error_replies role connected_slaves
        master_link_status cluster_enabled
        """)

    /// Directives of systemd's units whose values are no secrets.
    package static let directives: Set<String> = words(
        """
        Description After Before Requires Wants PartOf WantedBy Type User Group WorkingDirectory Restart RestartSec
        TimeoutSec TimeoutStopSec TimeoutStartSec KillMode KillSignal LimitNOFILE LimitNPROC MemoryMax MemoryHigh CPUQuota
        TasksMax Nice OOMScoreAdjust ProtectSystem ProtectHome ProtectProc PrivateTmp PrivateDevices PrivateUsers
        NoNewPrivileges ReadWritePaths ProtectKernelTunables ProtectControlGroups RestrictAddressFamilies
        SystemCallArchitectures StateDirectory RuntimeDirectory OnCalendar Persistent RandomizedDelaySec
        StartLimitIntervalSec StartLimitBurst WatchdogSec
        """)

    /// Words of a unit's command line.
    package static let commandWords: Set<String> = words(
        """
        bundle exec puma sidekiq node ruby rails -C -c -q -t -r -e config/puma.rb ./streaming streaming config/sidekiq.yml
        default push ingress mailers pull scheduler fasp production
        """)

    private static func words(_ text: String) -> Set<String> {
        Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
}
