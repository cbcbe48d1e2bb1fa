import Faults

/// How to reach one Redis (Mastodon 4.3 and newer, `lib/mastodon/redis_configuration.rb`).
package struct RedisSettings: Sendable, Equatable {
    package enum Target: Sendable, Equatable {
        case server(host: String, port: Int)
        case socket(path: String)
        /// Ask the sentinels, in this order, where the master is.
        case sentinels(master: String, [Endpoint], user: String?, password: Secret?)
    }

    package struct Endpoint: Sendable, Equatable {
        package var host: String
        package var port: Int

        package init(host: String, port: Int) {
            self.host = host
            self.port = port
        }
    }

    package var target: Target
    package var database: Int
    package var user: String?
    package var password: Secret?
    /// `rediss://`.
    package var usesTLS: Bool
    package var caFile: String?
    /// Where the host or the URL was named, for messages.
    package var origin: Origin

    /// `cache.internal:6379`, the socket's path, or the master's name.
    package var address: String {
        switch target {
        case .server(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        case .socket(let path): path
        case .sentinels(let master, _, _, _): "sentinel master \(master)"
        }
    }
}

/// Reads one of the three Redis configurations.
struct RedisReading {
    var resolver: Resolver
    /// `redis`, `redis.sidekiq` or `redis.cache`.
    var section: String

    /// The settings, or nil when this one says neither URL nor host nor sentinels, so that the base holds.
    func settings() throws -> RedisSettings? {
        func key(_ name: String) -> String { "\(section).\(name)" }
        let caFile = resolver.filled("redis.ca_file")
        let hostLevel = resolver.said(key("host"))?.origin.level ?? -1
        if let url = resolver.said(key("url")), !url.value.isEmpty, url.origin.level >= hostLevel {
            return try fromURL(url, caFile: caFile)
        }
        let user = resolver.filled(key("user"))
        let password = resolver.secret(key("password"))
        let database = try resolver.integer(key("database")) ?? 0
        let port = try resolver.port(key("sentinel_port")) ?? 26_379
        let sentinels = try resolver.list(key("sentinels")).map { try endpoint($0, port: port) }
        if let master = resolver.filled(key("sentinel_master")), !sentinels.isEmpty {
            return RedisSettings(
                target: .sentinels(
                    master: master, sentinels, user: resolver.filled(key("sentinel_user")) ?? user,
                    password: resolver.secret(key("sentinel_password")) ?? password),
                database: database, user: user, password: password, usesTLS: false, caFile: caFile,
                origin: resolver.said(key("sentinel_master"))?.origin ?? .standard)
        }
        guard let host = resolver.text(key("host")), !host.value.isEmpty else { return nil }
        return RedisSettings(
            target: .server(host: host.value, port: try resolver.port(key("port")) ?? 6379), database: database,
            user: user, password: password, usesTLS: false, caFile: caFile, origin: host.origin)
    }

    /// As redis-client reads it (0.22, `lib/redis_client/url_config.rb`): a single word before the `@` is the password,
    /// `unix:/path` and a bare path are sockets.
    private func fromURL(_ text: Sourced<String>, caFile: String?) throws -> RedisSettings {
        let url = try ConnectionURL(Self.full(text.value), origin: text.origin)
        guard ["redis", "rediss", "unix"].contains(url.scheme) else {
            throw Fault(
                .configuration, "\(text.origin) is not a Redis URL", help: "start it with redis:// or rediss://")
        }
        let isSocket = url.scheme == "unix"
        let number = isSocket ? url.query["db"] : url.path ?? url.query["db"]
        guard let database = number.map({ Int($0) }) ?? 0, database >= 0 else {
            throw Fault(.configuration, "the database in \(text.origin) is not a number")
        }
        let password = url.password ?? url.user
        return RedisSettings(
            target: isSocket
                ? .socket(path: "/" + (url.path ?? ""))
                : .server(host: url.host ?? "localhost", port: url.port.flatMap { Int($0) } ?? 6379),
            database: database, user: url.password == nil ? nil : url.user,
            password: password.flatMap { $0.isEmpty ? nil : Secret($0) },
            usesTLS: url.scheme == "rediss", caFile: caFile, origin: text.origin)
    }

    /// `unix:/path` and `/path` with the slashes other URLs have.
    private static func full(_ text: String) -> String {
        if text.hasPrefix("/") { return "unix://\(text)" }
        guard text.hasPrefix("unix:/"), !text.hasPrefix("unix://") else { return text }
        return "unix://\(text.dropFirst(5))"
    }

    private func endpoint(_ text: String, port: Int) throws -> RedisSettings.Endpoint {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard let host = parts.first, let number = parts.count > 1 ? Int(parts[1]) : port else {
            throw Fault(.configuration, "\(section).sentinels must list host:port", help: "separate them with commas")
        }
        return RedisSettings.Endpoint(host: String(host), port: number)
    }
}
