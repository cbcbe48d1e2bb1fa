/// How the server names what it keeps in its cache.
///
/// Source: Mastodon 4.3.23, 4.4.22, 4.5.15 and 4.6.5 `lib/mastodon/redis_configuration.rb` (the namespace) and
/// `app/models/media_attachment.rb` (the key, the same in all of them).
package struct CacheKeys: Sendable, Equatable {
    /// `cache:`, or `<namespace>_cache:` for servers up to 4.3 that have one.
    package var prefix: String

    package init(_ namespace: RedisNamespace) {
        prefix = namespace.name.map { "\($0)_cache:" } ?? "cache:"
    }

    /// The rendered copy of a post.
    package func status(_ id: Int64) -> String { "\(prefix)v3:statuses/\(id)" }
}

/// The name before every key of a server up to 4.3 that shares its Redis with others (`REDIS_NAMESPACE`).
package struct RedisNamespace: Sendable, Equatable {
    /// Nil for none.
    package let name: String?
    /// What stands before the keys of Sidekiq and of the feeds: `name:` or nothing.
    package var prefix: String { name.map { "\($0):" } ?? "" }

    /// - Parameters:
    ///   - setting: as configured, with or without a colon behind it.
    ///   - release: 4.4 and newer refuse to start with a namespace, so one that is set there is left over from before.
    package init(_ setting: String?, release: MastodonRelease?) {
        var name = setting ?? ""
        if name.hasSuffix(":") { name.removeLast() }
        if let release, release >= .v4_4 { name = "" }
        self.name = name.isEmpty ? nil : name
    }
}
