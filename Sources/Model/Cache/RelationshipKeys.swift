/// How the server names what it remembers in its cache about two accounts and what is between them.
///
/// Source: Mastodon 4.3.23 to 4.6.5 `app/models/concerns/relationship_cacheable.rb`, `app/models/{follow,block,mute}.rb`
/// and `app/models/concerns/account/interactions.rb`. Without the cache's prefix.
package struct RelationshipKeys: Sendable, Equatable {
    private let word: String

    /// - Parameter release: 4.6 has renamed the key.
    package init(_ release: MastodonRelease?) {
        word = release.map { $0 < .v4_6 } ?? false ? "relationship" : "relationships"
    }

    /// What either of them is to the other.
    package func pair(_ one: Int64, _ other: Int64) -> [String] {
        ["\(word)/\(one)/\(other)", "\(word)/\(other)/\(one)"]
    }

    /// Patterns for everything about one account.
    package func all(of account: Int64) -> [String] {
        ["\(word)/\(account)/*", "\(word)/*/\(account)", "followers_hash:\(account):*"]
    }

    /// Whose posts somebody does not see.
    package static func hidden(from account: Int64) -> String { "exclude_account_ids_for:\(account)" }

    /// Whom somebody may like to follow.
    package static func recommendations(for account: Int64) -> String { "follow_recommendations/\(account)" }

    /// A digest of the followers an account has on one server.
    ///
    /// - Parameter follower: the address of one of them; nil for one of this server.
    package static func followers(of account: Int64, on follower: String?) -> String? {
        guard let follower else { return "followers_hash:\(account):local" }
        guard let scheme = follower.firstRange(of: "://") else { return nil }
        let host = follower[scheme.upperBound...].prefix { $0 != "/" }
        return host.isEmpty ? nil : "followers_hash:\(account):\(follower[..<scheme.upperBound])\(host)/"
    }
}
