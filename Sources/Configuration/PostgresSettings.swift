import Faults

/// How to reach one PostgreSQL server (Mastodon's `config/database.yml`, and Rails' rules for a URL).
package struct PostgresSettings: Sendable, Equatable {
    /// A host, the directory of a socket, or empty for libpq's own default.
    package var host: String
    package var port: Int
    /// Empty for libpq's default, the user's name.
    package var name: String
    /// Empty for libpq's default, the account the process runs as.
    package var user: String
    package var password: Secret?
    package var sslmode: String
    package var sslRootCert: String?
    /// Whether a connection without TLS is none.
    package var requiresTLS: Bool { ["require", "verify-ca", "verify-full"].contains(sslmode) }
    package var connectTimeout: Duration
    /// How long a statement waits for somebody else's lock.
    package var lockTimeout: Duration
    package var pool: Int
    package var preparedStatements: Bool
    /// Where the host was named, for messages.
    package var origin: Origin

    /// `db.internal:5432`, or the socket's path.
    package var address: String {
        if host.hasPrefix("/") { return joined(host, ".s.PGSQL.\(port)") }
        return host.isEmpty ? "the local socket" : host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}

/// The primary's parts, and how a replica falls back to them.
struct PostgresReading {
    var resolver: Resolver
    var section: String
    var primary: PostgresSettings?

    func settings() throws -> PostgresSettings {
        let said = resolver.said(section + ".url").flatMap { $0.value.isEmpty ? nil : $0 }
        let url = try said.map { sourced in try sourced.map { try ConnectionURL($0, origin: sourced.origin) } }
        if let url, !["postgres", "postgresql", "postgis"].contains(url.value.scheme) {
            throw Fault(.configuration, "\(url.origin) is not a PostgreSQL URL", help: "start it with postgresql://")
        }
        let level = url?.origin.level ?? -1

        /// The URL's part, unless a single setting comes from a higher level; then the setting; then the fallback.
        func part(_ key: String, _ inURL: String?) -> Sourced<String>? {
            let single = Setting.byKey["\(section).\(key)"].flatMap { resolver.text($0.key) }
            if let inURL, let url, (single?.origin.level ?? -1) <= level { return Sourced(inURL, url.origin) }
            return single
        }
        func number(_ key: String, _ inURL: String?, fallback: Int) throws -> Int {
            guard let text = part(key, inURL), !text.value.isEmpty else { return fallback }
            guard let number = Int(text.value), number > 0 else {
                throw Fault(.configuration, "\(text.origin) must hold a whole number for \(key)")
            }
            return number
        }
        // Rails lets the query win over the authority (`ConnectionUrlResolver`), and leaves out what is blank; what Rails
        // does not know, such as dbname, goes on to libpq.
        let query = (url?.value.query ?? [:]).filter { !$0.value.isEmpty }
        let host = part("host", query["host"] ?? url?.value.host)
        let sslmode = part("sslmode", query["sslmode"])
        if case .choice(let modes)? = Setting.byKey["postgres.sslmode"]?.kind, let mode = sslmode, !mode.value.isEmpty,
            !modes.contains(mode.value)
        {
            throw Fault(
                .configuration, "\(mode.origin) must give an sslmode that is one of \(modes.joined(separator: ", "))")
        }
        let timeout = query["connect_timeout"].flatMap { Int64($0) }.map { Duration.seconds($0) }
        let prepared = part("prepared_statements", query["prepared_statements"])?.value
        return PostgresSettings(
            host: host?.value ?? primary?.host ?? "localhost",
            port: try number("port", query["port"] ?? url?.value.port, fallback: primary?.port ?? 5432),
            name: part("name", query["database"] ?? query["dbname"] ?? url?.value.path)?.value ?? primary?.name ?? "",
            user: part("user", query["username"] ?? query["user"] ?? url?.value.user)?.value ?? primary?.user ?? "",
            password: part("password", query["password"] ?? url?.value.password).map { Secret($0.value) }.flatMap {
                $0.isEmpty ? nil : $0
            }
                ?? primary?.password,
            sslmode: sslmode.flatMap { $0.value.isEmpty ? nil : $0.value } ?? primary?.sslmode ?? "prefer",
            sslRootCert: part("sslrootcert", query["sslrootcert"])?.value ?? primary?.sslRootCert,
            connectTimeout: try timeout ?? primary?.connectTimeout
                ?? resolver.duration("postgres.connect_timeout") ?? .seconds(15),
            lockTimeout: try primary?.lockTimeout ?? resolver.duration("postgres.lock_timeout") ?? .seconds(2),
            pool: try number("pool", query["pool"], fallback: primary?.pool ?? 5),
            preparedStatements: prepared.map { !["false", "no", "off"].contains($0.lowercased()) }
                ?? primary?.preparedStatements ?? true,
            origin: host?.origin ?? .standard)
    }

    /// A replica is active when its name, host or URL is set (`ApplicationRecord` of Mastodon 4.2 and newer).
    static func replica(_ resolver: Resolver, primary: PostgresSettings) throws -> PostgresSettings? {
        let isNamed = ["url", "host", "name"].contains { key in
            resolver.said("postgres.replica.\(key)").map { !$0.value.isEmpty } ?? false
        }
        guard isNamed else { return nil }
        return try PostgresReading(resolver: resolver, section: "postgres.replica", primary: primary).settings()
    }
}
