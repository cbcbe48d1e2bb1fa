import Model
import Stores

// How the server reaches mail, storage, database and search.

extension Check {
    static let environmentServices: [Check] = [
        file(
            "env.smtp-auth", .problem, "name and password of the mail server go together",
            why: "it refuses to take mails: no confirmation, no new password",
            fix: "set both SMTP_LOGIN and SMTP_PASSWORD, or none",
            source: "docs.joinmastodon.org"
        ) { variables, _ in
            let (login, password) = (variables["SMTP_LOGIN"] != nil, variables["SMTP_PASSWORD"] != nil)
            if login != password { return .found(login ? "SMTP_PASSWORD is missing" : "SMTP_LOGIN is missing") }
            return .fine(login ? "both" : "none")
        },
        file(
            "env.smtp-tls-conflict", .problem, "port and encryption of mails fit",
            why: "the connection hangs, or mails go in clear text",
            fix: "port 465 with SMTP_TLS=true, or 587 with SMTP_ENABLE_STARTTLS=always", source: "docs.joinmastodon.org"
        ) { variables, _ in
            let isTLS = variables["SMTP_TLS"] == "true" || variables["SMTP_SSL"] == "true"
            let port = variables["SMTP_PORT"] ?? ""
            if isTLS, port == "587" || port == "25" { return .found("SMTP_TLS with port \(port)") }
            if !isTLS, port == "465" { return .found("port 465 without SMTP_TLS") }
            let isLocal = variables["SMTP_SERVER"].map { $0 == "localhost" || $0.hasPrefix("127.") } ?? true
            if !isLocal, variables["SMTP_ENABLE_STARTTLS"] == "never", !isTLS {
                return .found("mails go in clear text")
            }
            return .fine(isTLS ? "TLS" : "as the server offers it")
        },
        file(
            "env.smtp-verify", .warning, "the mail server's certificate is looked at",
            why: "whoever is in between reads new passwords", fix: "SMTP_OPENSSL_VERIFY_MODE=peer",
            source: "docs.joinmastodon.org"
        ) { variables, _ in
            let isLocal = variables["SMTP_SERVER"].map { $0 == "localhost" || $0.hasPrefix("127.") } ?? true
            return variables["SMTP_OPENSSL_VERIFY_MODE"] == "none" && !isLocal
                ? .found("SMTP_OPENSSL_VERIFY_MODE=none") : .fine("it is, or there is no network")
        },
        file(
            "env.smtp-from", .problem, needs: [.variables, .secrets, .production], "mails have a sender of this domain",
            why: "they are taken for junk", fix: "SMTP_FROM_ADDRESS=notifications@YOUR.DOMAIN",
            source: "docs.joinmastodon.org"
        ) { variables, _ in
            let sender = variables["SMTP_FROM_ADDRESS"] ?? "notifications@localhost"
            return sender.contains("@localhost") || sender.contains("example.com") || !sender.contains("@")
                ? .found("the sender is \(sender.contains("@") ? sender : "no address")") : .fine("it is set")
        },
        file(
            "mail.bulk", .warning, "settings for mass mails are whole", why: "announcements and terms are not sent",
            fix: "set BULK_SMTP_SERVER, _PORT, _LOGIN and _PASSWORD, or none of them",
            source: "Mastodon 4.4 release notes"
        ) { variables, _ in
            let names = variables.values.keys.filter { $0.hasPrefix("BULK_SMTP_") }
            return !names.isEmpty && variables["BULK_SMTP_SERVER"] == nil
                ? .found("BULK_SMTP_SERVER is missing") : .fine(names.isEmpty ? "none" : "whole")
        },
        file(
            "env.s3-endpoint", .problem, "addresses of the storage have the right form",
            why: "addresses of pictures are wrong",
            fix: "S3_ENDPOINT with https:// and without the bucket; S3_HOSTNAME and S3_ALIAS_HOST without",
            source: "docs.joinmastodon.org, object storage"
        ) { variables, _ in
            guard variables["S3_ENABLED"] == "true" else { return .skipped("media lie in no bucket") }
            var odd: [Evidence] = []
            if let endpoint = variables["S3_ENDPOINT"] {
                if !endpoint.hasPrefix("https://"), !endpoint.hasPrefix("http://") {
                    odd.append(Evidence("S3_ENDPOINT has no scheme"))
                }
                if let bucket = variables["S3_BUCKET"],
                    endpoint.contains("//\(bucket).") || endpoint.hasSuffix("/\(bucket)")
                {
                    odd.append(Evidence("S3_ENDPOINT holds the bucket"))
                }
            }
            for name in ["S3_HOSTNAME", "S3_ALIAS_HOST", "S3_CLOUDFRONT_HOST"]
            where variables[name]?.contains("://") == true {
                odd.append(Evidence("\(name) has a scheme"))
            }
            return odd.isEmpty ? .fine("they have") : .found(odd.map(\.name).joined(separator: ", "), odd)
        },
        file(
            "env.s3-alias-missing", .problem, "pictures have an address of this storage",
            why: "addresses of pictures point at amazonaws.com", fix: "set S3_ALIAS_HOST or S3_HOSTNAME",
            source: "docs.joinmastodon.org, object storage"
        ) { variables, _ in
            guard variables["S3_ENABLED"] == "true" else { return .skipped("media lie in no bucket") }
            let isNamed = ["S3_HOSTNAME", "S3_ALIAS_HOST", "S3_CLOUDFRONT_HOST"].contains { variables[$0] != nil }
            return variables["S3_ENDPOINT"] != nil && !isNamed
                ? .found("S3_ENDPOINT without S3_ALIAS_HOST") : .fine("they have")
        },
        file(
            "env.storage-twice", .problem, "one storage is named", why: "which one holds is decided by their order",
            fix: "leave one of S3_ENABLED, SWIFT_ENABLED and AZURE_ENABLED",
            source: "Mastodon 4.6.5 config/initializers/paperclip.rb"
        ) { variables, _ in
            let named = ["S3_ENABLED", "SWIFT_ENABLED", "AZURE_ENABLED"].filter { variables[$0] == "true" }
            return named.count > 1
                ? .found(named.joined(separator: " and "), named.map { Evidence($0) }) : .fine("\(named.count)")
        },
        file(
            "env.s3-timeouts", .notice, needs: [.variables, .production], "the storage has time to delete",
            why: "with 5 seconds and no second try, retention fails without a word",
            fix: "S3_READ_TIMEOUT=30 and S3_RETRY_LIMIT=2", source: "mastodon#28930"
        ) { variables, _ in
            guard variables["S3_ENABLED"] == "true" else { return .skipped("media lie in no bucket") }
            let time = variables["S3_READ_TIMEOUT"].flatMap { Double($0) } ?? 5
            return time < 10 && variables["S3_RETRY_LIMIT"].flatMap({ Int($0) }) ?? 0 == 0
                ? .found("S3_READ_TIMEOUT \(Int(time)), S3_RETRY_LIMIT 0") : .fine("it has")
        },
        Check(
            "env.pgbouncer-prepared", .problem, needs: [.variables, .database],
            "behind a pooler no statements are kept",
            why: "\"prepared statement does not exist\": errors now and then", fix: "PREPARED_STATEMENTS=false",
            source: "docs.joinmastodon.org, pgbouncer"
        ) { inspection, _ in
            guard try await inspection.database().isPooled else { return .fine("there is no pooler") }
            return inspection.services.variables?["PREPARED_STATEMENTS"] == "false"
                ? .fine("PREPARED_STATEMENTS=false") : .found("a pooler, and PREPARED_STATEMENTS is not false")
        },
        file(
            "env.pool-too-small", .problem, "each thread has a connection",
            why: "ActiveRecord::ConnectionTimeoutError under load", fix: "leave DB_POOL out, or as many as threads",
            source: "docs.joinmastodon.org, scaling"
        ) { variables, _ in
            guard let pool = variables["DB_POOL"].flatMap({ Int($0) }) else {
                return .fine("DB_POOL follows the threads")
            }
            let threads = max(
                Int(variables["MAX_THREADS"] ?? "") ?? 5, Int(variables["SIDEKIQ_CONCURRENCY"] ?? "") ?? 5)
            let seen = [Evidence("pool", Double(pool), .count), Evidence("threads", Double(threads), .count)]
            return pool < threads ? .found("DB_POOL \(pool) for \(threads) threads", seen) : .fine("\(pool)", seen)
        },
        file(
            "env.es-preset", .warning, "the search cluster's size is said",
            why: "without it one node waits for copies for ever",
            fix: "ES_PRESET=single_node_cluster, small_cluster or large_cluster",
            source: "Mastodon 4.6.5 app/lib/admin/system_check/elasticsearch_check.rb"
        ) { variables, _ in
            guard variables["ES_ENABLED"] == "true" else {
                return .skipped("the server searches without Elasticsearch")
            }
            let known = ["single_node_cluster", "small_cluster", "large_cluster"]
            return variables["ES_PRESET"].map { known.contains($0) } ?? false
                ? .fine("it is") : .found("ES_PRESET is not set")
        },
        file(
            "env.es-open", .warning, "the search cluster wants a password over a network",
            why: "whoever reaches it reads all posts, also private ones",
            fix: "set ES_USER and ES_PASS, or bind it to this machine",
            source: "docs.joinmastodon.org, Elasticsearch"
        ) { variables, _ in
            guard variables["ES_ENABLED"] == "true" else {
                return .skipped("the server searches without Elasticsearch")
            }
            let host = (variables["ES_HOST"] ?? "localhost").replacing("http://", with: "").replacing(
                "https://", with: "")
            let isHere =
                host.hasPrefix("localhost") || host.hasPrefix("127.") || host.hasPrefix("[::1]") || !host.contains(".")
            return !isHere && variables["ES_USER"] == nil
                ? .found("ES_HOST is elsewhere, and ES_USER is not set") : .fine("it does")
        },
        file(
            "env.sentinel-half", .problem, "sentinels have the name of their master",
            why: "the server does not find its Redis",
            fix: "set REDIS_SENTINEL_MASTER and REDIS_SENTINELS",
            source: "Mastodon 4.6.5 lib/mastodon/redis_configuration.rb"
        ) { variables, _ in
            let odd = ["", "SIDEKIQ_", "CACHE_"].filter { prefix in
                (variables["\(prefix)REDIS_SENTINELS"] == nil) != (variables["\(prefix)REDIS_SENTINEL_MASTER"] == nil)
            }
            return odd.isEmpty
                ? .fine("they have, or there are none")
                : .found("half set: \(odd.map { "\($0)REDIS_SENTINELS" }.joined(separator: ", "))")
        },
        file(
            "env.proxy-plain", .notice, "a proxy for the outside is meant", why: "all fetching goes through it",
            fix: "nothing, when it is meant", source: "docs.joinmastodon.org, hidden services"
        ) { variables, _ in
            variables["http_proxy"] != nil && variables["ALLOW_ACCESS_TO_HIDDEN_SERVICE"] == nil
                && variables["http_hidden_proxy"] == nil
                ? .found("http_proxy is set") : .fine("none, or for hidden services")
        },
    ]
}
