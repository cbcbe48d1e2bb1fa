extension Setting {
    /// Every setting, in the order `config show` and a new profile list them.
    package static let all: [Setting] =
        general + identity + encryption
        + postgres("postgres", prefix: "") + postgres("postgres.replica", prefix: "REPLICA_")
        + redis("redis", prefix: "") + redis("redis.sidekiq", prefix: "SIDEKIQ_")
        + redis("redis.cache", prefix: "CACHE_")
        + storage + s3 + swift + azure + elasticsearch + cacheBuster + lanes + run + prune + backup

    static let byKey: [String: Setting] = Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })

    /// Every variable read from the environment or the env file, for the manual.
    package static var variables: [(name: String, summary: String)] {
        var seen: Set<String> = []
        let named = all.flatMap { setting in setting.variables.map { ($0, setting.summary) } }
        return (named + ambient).filter { seen.insert($0.0).inserted }.map { (name: $0.0, summary: $0.1) }
    }

    /// Variables that steer the loading itself.
    private static let ambient: [(String, String)] = [
        ("MASTOCTL_PROFILE", "profile to use, as --profile"),
        ("MASTOCTL_READ_ONLY", "anything but false: nothing is changed; takes back no read_only of a profile"),
        ("XDG_CONFIG_HOME", "directory of the user's profiles, in mastoctl/; default ~/.config"),
        ("XDG_STATE_HOME", "directory of the user's journals, in mastoctl/; default ~/.local/state"),
        ("STATE_DIRECTORY", "directory of the journals as systemd's StateDirectory= gives it"),
        ("SUDO_USER", "who called sudo; told in the record of changes"),
        ("KUBERNETES_SERVICE_HOST", "set within a cluster, where the names of its services resolve"),
        ("SSH_AUTH_SOCK", "the agent with the keys for a repository at sftp: and for via"),
        ("XDG_RUNTIME_DIR", "directory of the sockets of `via`; default /tmp"),
        ("HOME", "the user's directory, where XDG_CONFIG_HOME and XDG_STATE_HOME are not set"),
        ("DOTENV_LINEBREAK_MODE", "legacy: \\n in quoted values of the env file is a line break, as in dotenv 2"),
    ]

    private static let general: [Setting] = [
        Setting("root", ["MASTOCTL_ROOT"], .path, nil, "Mastodon's own directory"),
        Setting("env_file", ["MASTOCTL_ENV_FILE"], .path, nil, "the instance's env file; .env.production in the root"),
        Setting(
            "env_dialect", ["MASTOCTL_ENV_DIALECT"], .choice(EnvDialect.allCases.map(\.rawValue)), "auto",
            "whose reading of the env file holds"),
        Setting("mastodon", [], .text, nil, "the release (such as 4.5), when it cannot be told from the schema"),
        Setting(
            "allow_schema", [], .text, nil,
            "the one schema version that may be written although it is unknown, as --allow-schema"),
        Setting(
            "audit", [], .choice(["true", "false", "server"]), "true",
            "keep a record of each change in the state directory; server: in the server's own log too"),
        Setting("moderator", [], .text, nil, "on whose behalf moderation is done; the first owner"),
        Setting("tags", [], .list, nil, "words by which `fleet` chooses this profile"),
        Setting(
            "read_only", [], .boolean, "false", "whether nothing may be changed through this profile, by any command"),
        Setting(
            "via", [], .text, nil,
            "the way to the server: ssh://user@host:port, or ssh-exec://user@host for mastoctl on the far side"),
    ]

    private static let identity: [Setting] = [
        Setting("identity.local_domain", ["LOCAL_DOMAIN"], .text, nil, "the domain in account names"),
        Setting("identity.web_domain", ["WEB_DOMAIN"], .text, nil, "the domain of the web site; the local one"),
        Setting("identity.alternate_domains", ["ALTERNATE_DOMAINS"], .list, nil, "further domains of the site"),
        Setting("identity.https", [], .boolean, "true", "whether the site answers at https"),
        Setting("identity.features", ["EXPERIMENTAL_FEATURES"], .list, nil, "features that the server tries out"),
        Setting(
            "identity.limited_federation", ["LIMITED_FEDERATION_MODE", "WHITELIST_MODE"], .boolean, "false",
            "whether only allowed domains are federated with"),
        Setting(
            "identity.active_days", ["USER_ACTIVE_DAYS"], .integer, "7",
            "days after a visit for which somebody counts as active"),
        Setting(
            "identity.email_allowlist", ["EMAIL_DOMAIN_ALLOWLIST", "EMAIL_DOMAIN_WHITELIST"], .text, nil,
            "the only domains of e-mail addresses that users may have, with | between them"),
        Setting(
            "identity.email_denylist", ["EMAIL_DOMAIN_DENYLIST", "EMAIL_DOMAIN_BLACKLIST"], .text, nil,
            "domains of e-mail addresses that users may not have, with | between them"),
        Setting(
            "identity.email_lists_hold", ["EMAIL_DOMAIN_LISTS_APPLY_AFTER_CONFIRMATION"], .boolean, "false",
            "whether these lists hold for users too who have confirmed their address"),
        Setting(
            "identity.secret_key_base", ["SECRET_KEY_BASE"], .secret, nil,
            "what the server signs with; only `self-destruct` wants it"),
        Setting("identity.self_destruct", ["SELF_DESTRUCT"], .secret, nil, "the order to close the server"),
    ]

    /// Of Active Record's encrypted columns; the deterministic key is for columns that mastoctl leaves alone.
    private static let encryption: [Setting] = [
        Setting(
            "encryption.primary_key", ["ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY"], .secret, nil,
            "key of encrypted columns: since 4.7 the keys accounts sign with"),
        Setting(
            "encryption.key_derivation_salt", ["ACTIVE_RECORD_ENCRYPTION_KEY_DERIVATION_SALT"], .secret, nil,
            "salt of that key"),
    ]

    private static func postgres(_ section: String, prefix: String) -> [Setting] {
        let isReplica = !prefix.isEmpty
        func names(_ name: String) -> [String] { [prefix + name] }
        func fallback(_ text: String) -> String? { isReplica ? nil : text }
        var settings = [
            Setting(
                section + ".url", isReplica ? ["REPLICA_DATABASE_URL"] : ["PRIMARY_DATABASE_URL", "DATABASE_URL"],
                .secret, nil, "connection URL; its parts win over the single settings"),
            Setting(
                section + ".host", names("DB_HOST"), .text, fallback("localhost"), "host, or directory of the socket"),
            Setting(section + ".port", names("DB_PORT"), .integer, fallback("5432"), "port"),
            Setting(section + ".name", names("DB_NAME"), .text, fallback("mastodon_production"), "database"),
            Setting(section + ".user", names("DB_USER"), .text, fallback("mastodon"), "role"),
            Setting(section + ".password", names("DB_PASS"), .secret, nil, "password"),
            Setting(
                section + ".prepared_statements", names("PREPARED_STATEMENTS"), .boolean, fallback("true"),
                "false behind pgbouncer in transaction mode"),
        ]
        if isReplica { return settings }
        settings += [
            Setting(
                "postgres.sslmode", ["DB_SSLMODE"],
                .choice(["disable", "allow", "prefer", "require", "verify-ca", "verify-full"]), "prefer",
                "when to use TLS and what to verify"),
            Setting("postgres.sslrootcert", ["PGSSLROOTCERT"], .path, nil, "certificates to verify the server with"),
            Setting("postgres.connect_timeout", [], .duration, "15s", "how long a connection may take"),
            Setting(
                "postgres.lock_timeout", ["MASTOCTL_LOCK_TIMEOUT"], .duration, "2s",
                "how long a statement waits for a lock that somebody else holds; 0 waits for ever"),
            Setting("postgres.pool", ["DB_POOL"], .integer, "5", "connections at most"),
        ]
        return settings
    }

    private static func redis(_ section: String, prefix: String) -> [Setting] {
        func names(_ name: String) -> [String] { [prefix + "REDIS_" + name] }
        let isBase = prefix.isEmpty
        var settings = [
            Setting(section + ".url", names("URL"), .secret, nil, "connection URL; wins over the single settings"),
            Setting(section + ".host", names("HOST"), .text, isBase ? "localhost" : nil, "host"),
            Setting(section + ".port", names("PORT"), .integer, isBase ? "6379" : nil, "port"),
            Setting(section + ".database", names("DB"), .integer, isBase ? "0" : nil, "number of the database"),
            Setting(section + ".user", names("USER"), .text, nil, "user"),
            Setting(section + ".password", names("PASSWORD"), .secret, nil, "password"),
            Setting(section + ".sentinel_master", names("SENTINEL_MASTER"), .text, nil, "name of the master"),
            Setting(section + ".sentinels", names("SENTINELS"), .list, nil, "host:port of each sentinel"),
            Setting(section + ".sentinel_port", names("SENTINEL_PORT"), .integer, "26379", "port of the sentinels"),
            Setting(section + ".sentinel_user", names("SENTINEL_USERNAME"), .text, nil, "user at the sentinels"),
            Setting(
                section + ".sentinel_password", names("SENTINEL_PASSWORD"), .secret, nil, "password at the sentinels"),
        ]
        if isBase {
            settings += [
                Setting(
                    "redis.namespace", ["REDIS_NAMESPACE"], .text, nil, "prefix of all keys; Mastodon 4.3 and older"),
                Setting("redis.driver", ["REDIS_DRIVER"], .text, nil, "Mastodon's own driver; has no meaning here"),
                Setting(
                    "redis.ca_file", ["SSL_CERT_FILE"], .path, nil, "certificates to verify a rediss:// server with"),
            ]
        }
        return settings
    }

    private static let elasticsearch: [Setting] = [
        Setting("elasticsearch.enabled", ["ES_ENABLED"], .boolean, "false", "whether the server searches with it"),
        Setting("elasticsearch.host", ["ES_HOST"], .text, "localhost", "host; may carry a scheme"),
        Setting("elasticsearch.port", ["ES_PORT"], .integer, "9200", "port"),
        Setting("elasticsearch.user", ["ES_USER"], .text, nil, "user"),
        Setting("elasticsearch.password", ["ES_PASS"], .secret, nil, "password"),
        Setting("elasticsearch.prefix", ["ES_PREFIX"], .text, nil, "prefix of the indices"),
        Setting("elasticsearch.ca_file", ["ES_CA_FILE"], .path, nil, "certificates to verify the server with"),
        Setting(
            "elasticsearch.preset", ["ES_PRESET"],
            .choice(["single_node_cluster", "small_cluster", "large_cluster"]), "single_node_cluster",
            "size of the cluster"),
        Setting(
            "elasticsearch.gzip", [], .choice(["auto", "true", "false"]), "auto",
            "whether documents are sent compressed; auto does unless the host is this machine"),
    ]

    private static let cacheBuster: [Setting] = [
        Setting(
            "cache_buster.enabled", ["CACHE_BUSTER_ENABLED"], .boolean, "false", "whether a cache is told of deletions"),
        Setting("cache_buster.secret_header", ["CACHE_BUSTER_SECRET_HEADER"], .text, nil, "header of the secret"),
        Setting("cache_buster.secret", ["CACHE_BUSTER_SECRET"], .secret, nil, "the secret"),
        Setting("cache_buster.http_method", ["CACHE_BUSTER_HTTP_METHOD"], .text, "GET", "method of the request"),
    ]

    private static let lanes: [Setting] = [
        Setting("lanes.allowed", [], .list, "api, jobs, direct", "the ways a change may go, safest first"),
        Setting(
            "lanes.api_url", ["MASTOCTL_API_URL"], .text, nil, "base URL of the Admin API; https at the web domain"),
        Setting(
            "lanes.api_plain", ["MASTOCTL_API_PLAIN"], .boolean, "false",
            "take http:// for a private address or a container's name too, where nobody can listen"),
        Setting(
            "lanes.api_socket", ["MASTOCTL_API_SOCKET"], .path, nil,
            "socket of the server's own web process (puma), asked in the place of the network"),
        Setting(
            "lanes.api_token", ["MASTOCTL_API_TOKEN"], .secret, nil,
            "access token for the Admin API; the one `mastoctl login` got"),
    ]

    private static let run: [Setting] = [
        Setting("run.concurrency", [], .integer, "5", "workers at once"),
        Setting("run.rate", [], .integer, nil, "items a second at most"),
        Setting("run.state_dir", ["MASTOCTL_STATE_DIR"], .path, nil, "journals and checkpoints"),
        Setting("run.metrics_file", ["MASTOCTL_METRICS_FILE"], .path, nil, "Prometheus text file to write after a run"),
        Setting("run.ping_url", ["MASTOCTL_PING_URL"], .secret, nil, "URL to tell of start, success and failure"),
        Setting(
            "run.connect_to", ["MASTOCTL_CONNECT_TO"], .list, nil,
            "where connections to other servers really go, for tests: host:port:target:port[:plain], as curl's "
                + "--connect-to; an empty host or port means every one"),
        Setting("run.log_file", ["MASTOCTL_LOG_FILE"], .path, nil, "file to append diagnostics to"),
    ]

    private static let prune: [Setting] = PrunePart.allCases.flatMap { part in
        let section = "prune.\(part.rawValue)"
        var settings = [
            Setting(
                "\(section).enabled", [], .boolean, "true",
                "whether `prune` removes these; true as soon as one line of this section is set"),
            Setting("\(section).limit", [], .integer, nil, "items a run at most"),
            Setting("\(section).concurrency", [], .integer, nil, "workers at once; as run.concurrency"),
            Setting("\(section).rate", [], .integer, nil, "items a second at most; as run.rate"),
        ]
        switch part {
        case .orphans:
            settings += [
                Setting("\(section).min_age", [], .duration, "24h", "leave younger files alone"),
                Setting("\(section).quarantine", [], .text, nil, "move there instead of deleting"),
            ]
        case .attachments, .avatars, .headers, .previewCards:
            let days = part == .previewCards ? "180" : "7"
            settings += [
                Setting("\(section).days", [], .integer, days, "keep what is younger"),
                Setting(
                    "\(section).max_size", [], .size, nil,
                    "stop when the cached files of this kind take no more than this"),
                Setting("\(section).until_free", [], .size, nil, "stop when the media file system has this much free"),
            ]
        }
        if part == .attachments {
            settings.append(
                Setting("\(section).keep_interacted", [], .boolean, "false", "keep what local people reacted to"))
        }
        if part == .avatars || part == .headers {
            settings.append(
                Setting("\(section).include_follows", [], .boolean, "false", "those of followed accounts too"))
        }
        return settings
    }
}
