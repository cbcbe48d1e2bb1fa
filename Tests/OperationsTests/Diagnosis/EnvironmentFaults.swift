import Support

extension CheckFault {
    private static let plain = "LOCAL_DOMAIN=town.social\nDB_HOST=127.0.0.1\nDB_PORT=1\n"

    static let environment: [CheckFault] = [
        variables("env.values", ["LOCAL_DOMAIN": ""]),
        CheckFault(id: "env.readable-by-others", mode: 0o644),
        CheckFault(id: "env.dialects", text: plain + "SMTP_PASSWORD='a#b\\nc'\nSMTP_LOGIN=\"x $HOME\"\n"),
        CheckFault(id: "env.invisible", text: plain + "SMTP_PASSWORD=abc\r\n"),
        CheckFault(id: "env.duplicate-key", text: plain + "SMTP_LOGIN=a\nSMTP_LOGIN=b\n"),
        variables("env.misspelt", ["STREAMING_API_BSE_URL": "wss://x"]),
        variables("env.removed-key", ["STREAMING_CLUSTER_NUM": "3"]),
        variables("env.redis-namespace", ["REDIS_NAMESPACE": "m"]),
        variables("env.debug-left-on", ["RAILS_LOG_LEVEL": "debug"]),
        machine(
            "env.started-before-edit",
            [
                "/proc/stat": "btime 1000000\n", "/proc/77/cmdline": "sidekiq 8.1.6 live [0 of 5 busy]\0",
                "/proc/77/stat": "77 (ruby) S 1 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 500 0 0",
            ]),
        machine(
            "env.processes-differ",
            [
                "/proc/77/cmdline": "sidekiq 8.1.6 live [0 of 5 busy]\0", "/proc/77/environ": "DB_NAME=a\0",
                "/proc/78/cmdline": "puma 6.4 (tcp://127.0.0.1:3000) [live]\0", "/proc/78/environ": "DB_NAME=b\0",
            ]),
        variables("env.local-domain-form", ["WEB_DOMAIN": "https://town.social/"]),
        CheckFault(
            id: "env.local-domain-drift", environment: ["LOCAL_DOMAIN": "village.social"]),
        variables("env.https-off", ["LOCAL_HTTPS": "false"]),
        variables("env.secret-key-base", ["SECRET_KEY_BASE": "short"]),
        variables("env.encryption-keys", ["ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY": ""]),
        variables(
            "env.encryption-keys-equal",
            [
                "ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY": "same-same-same-same",
                "ACTIVE_RECORD_ENCRYPTION_DETERMINISTIC_KEY": "same-same-same-same",
            ]),
        variables("env.vapid-half", ["VAPID_PUBLIC_KEY": ""]),
        variables("env.otp-secret-leftover", ["OTP_SECRET": "0123456789"]),
        variables("env.single-user-mode", ["SINGLE_USER_MODE": "true"]),
        CheckFault(
            id: "env.limited-federation-empty", environment: ["LIMITED_FEDERATION_MODE": "true"],
            script: "delete from domain_allows"),
        variables("mail.smtp-login", ["SMTP_PASSWORD": "another"]),
        variables("env.self-destruct", ["SELF_DESTRUCT": "yes"]),
        sql(
            "env.trusted-proxy",
            """
            insert into session_activations (session_id, user_id, ip, created_at, updated_at)
            select 'proxy ' || number, 1, '10.0.0.7', now(), now() from generate_series(1, 60) as number
            """),
        variables("env.user-active-days", ["USER_ACTIVE_DAYS": "90"]),
        variables("env.smtp-auth", ["SMTP_PASSWORD": ""]),
        variables("env.smtp-tls-conflict", ["SMTP_TLS": "true", "SMTP_PORT": "587"]),
        variables("env.smtp-verify", ["SMTP_OPENSSL_VERIFY_MODE": "none"]),
        variables("env.smtp-from", ["SMTP_FROM_ADDRESS": "notifications@localhost"]),
        variables("mail.bulk", ["BULK_SMTP_PORT": "587"]),
        variables(
            "env.s3-endpoint",
            [
                "S3_ENABLED": "true", "S3_BUCKET": "town", "S3_ENDPOINT": "https://town.s3.host",
                "S3_ALIAS_HOST": "https://files.town.social",
            ]),
        variables(
            "env.s3-alias-missing", ["S3_ENABLED": "true", "S3_BUCKET": "town", "S3_ENDPOINT": "https://s3.host"]),
        variables("env.storage-twice", ["S3_ENABLED": "true", "S3_BUCKET": "town", "SWIFT_ENABLED": "true"]),
        variables("env.s3-timeouts", ["S3_ENABLED": "true", "S3_BUCKET": "town"]),
        variables("env.pool-too-small", ["DB_POOL": "2"]),
        variables("env.es-preset", ["ES_ENABLED": "true"]),
        variables("env.es-open", ["ES_ENABLED": "true", "ES_HOST": "search.town.social"]),
        variables("env.sentinel-half", ["CACHE_REDIS_SENTINELS": "10.0.0.1", "CACHE_REDIS_HOST": "127.0.0.1"]),
        variables("env.proxy-plain", ["http_proxy": "http://10.0.0.1:8118"]),
        variables("soft.update-check-off", ["UPDATE_CHECK_URL": " "]),
    ]

    static let machines: [CheckFault] = [
        CheckFault(id: "host.state-folder", limit: nil),
        machine("host.oom", ["/proc/vmstat": "oom_kill 3\n"]),
        machine(
            "host.swap",
            ["/proc/meminfo": "MemTotal: 64000000 kB\nMemAvailable: 3200000 kB\nSwapTotal: 1000 kB\nSwapFree: 100 kB\n"]
        ),
        machine("host.memory", ["/proc/meminfo": "MemTotal: 64000000 kB\nMemAvailable: 640000 kB\n"]),
        machine("host.pressure", ["/proc/pressure/io": "some avg10=0 avg60=0 avg300=88.5 total=1\n"]),
        machine("host.reboot-needed", ["/run/reboot-required": ""]),
        machine("host.overcommit", ["/proc/sys/vm/overcommit_memory": "0\n"]),
        machine("host.huge-pages", ["/sys/kernel/mm/transparent_hugepage/enabled": "[always] madvise never\n"]),
        machine("host.open-files", ["/proc/sys/fs/file-nr": "890000\t0\t900000\n"]),
        machine("pg.memory-overcommit", ["/proc/meminfo": "MemTotal: 1000 kB\n"]),
        // A limit that no disk is within, however large.
        limit("host.disk-temporary", 1_000_000), limit("host.disk-root", 1_000_000), limit("host.inodes", -1),
        limit("media.space", 1_000_000),
    ].filter { $0.id != "host.state-folder" }

    static let sites: [CheckFault] = [
        site("web.instance", "/api/v2/instance", .init(200, #"{"domain":"other.social"}"#)),
        site("web.health", "/health", .init(503)), limit("web.slow", -1),
        site("web.hsts", "/about", .init(200)), site("web.assets", "/packs/", .init(404)),
        site("streaming.health", "/api/v1/streaming", .init(502)),
        site("web.nodeinfo", "/.well-known/nodeinfo", .init(404)),
        site("web.open-reports", "/admin/reports", .init(200)), site("web.sidekiq-open", "/sidekiq", .init(200)),
        site("media.listing-public", "/system/", .init(200, "<title>Index of /system/</title>")),
        site("media.public-read", "/system/accounts", .init(403)),
        site("fed.webfinger", "/.well-known/webfinger", .init(404)),
        site("fed.host-meta", "/.well-known/host-meta", .init(500)),
        site("fed.actor", "/actor", .init(200, "<html>Are you human?</html>")),
        site("fed.inbox", "/inbox", .init(403)),
        CheckFault(
            id: "fed.clock",
            site: { request in
                request.path.hasPrefix("/api/v2")
                    ? .init(200, "{}", headers: [("Date", CheckStage.date(after: 500))]) : nil
            }),
        site("api.reachable", "/api/v1/admin", .init(502)),
        site("api.host-check", "/oauth/token", .init(403, "<h1>Blocked host: town.social</h1>")),
        site("api.token", "/oauth/token", .init(401, #"{"error":"The access token was revoked"}"#)),
        site("api.scopes", "/oauth/token", CheckStage.tokenInfo("read:accounts read write")),
        site("api.permissions", "/api/v1/accounts/verify", CheckStage.owner("Moderator", 1 << 4)),
        CheckFault(
            id: "web.local-domain", environment: ["WEB_DOMAIN": "www.town.social"],
            site: { $0.host.hasPrefix("town") ? .init(404) : nil }),
    ]
}
