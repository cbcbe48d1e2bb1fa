/// How the variables of a server's env file are sorted when it goes to another place.
package enum EnvironmentSplit {
    /// Whether a variable is the instance's own and goes along: its name, its secrets, how it behaves. The others say
    /// where its services are, and belong to the place.
    package static func goesAlong(_ name: String) -> Bool {
        !ofThePlace.contains(name) && !prefixesOfThePlace.contains { name.hasPrefix($0) }
    }

    private static let prefixesOfThePlace = [
        "DB_", "DATABASE_", "REDIS_", "SIDEKIQ_REDIS_", "CACHE_REDIS_", "ES_", "S3_", "AWS_", "SWIFT_", "AZURE_",
        "SMTP_", "BULK_SMTP_", "PAPERCLIP_", "CACHE_BUSTER_", "OTEL_", "REPLICA_", "MASTOCTL_", "PG", "http_",
    ]

    private static let ofThePlace: Set<String> = [
        "PREPARED_STATEMENTS", "BIND", "PORT", "SOCKET", "WEB_CONCURRENCY", "MAX_THREADS", "MIN_THREADS",
        "STREAMING_API_BASE_URL", "TRUSTED_PROXY_IP", "RAILS_LOG_LEVEL", "LOG_LEVEL", "MALLOC_ARENA_MAX", "LD_PRELOAD",
        "ALLOW_ACCESS_TO_HIDDEN_SERVICE", "CDN_HOST", "UPDATE_CHECK_URL",
    ]

    /// What keeps a copy from reaching anybody: mails become files (Rails' delivery method of that name), requests go to
    /// a port where nobody listens, and no storage, search or cache is shared with the real server.
    package static let sink: [String: String] = [
        "SMTP_DELIVERY_METHOD": "file", "SMTP_SERVER": "127.0.0.1", "SMTP_PORT": "1",
        "http_proxy": "http://127.0.0.1:9", "UPDATE_CHECK_URL": "", "S3_ENABLED": "false", "SWIFT_ENABLED": "false",
        "AZURE_ENABLED": "false", "ES_ENABLED": "false", "CACHE_BUSTER_ENABLED": "false",
    ]

    /// Variables as lines that dotenv and a shell read alike.
    package static func text(_ values: [String: String]) -> String {
        values.sorted { $0.key < $1.key }.map { name, value in
            guard value.contains("'") else { return "\(name)='\(value)'\n" }
            let escaped = value.flatMap { letter -> [Character] in
                "\\\"$`".contains(letter) ? ["\\", letter] : [letter]
            }
            return "\(name)=\"\(String(escaped))\"\n"
        }.joined()
    }
}
