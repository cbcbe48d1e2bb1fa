/// How an account is named between servers.
///
/// Source: Mastodon 4.6.5 `app/lib/activitypub/tag_manager.rb` (`uri_for`, `key_uri_for`); accounts named by their id
/// exist since 4.5.
package struct ActorName: Sendable, Equatable {
    /// The address of the actor's document.
    package let uri: String
    /// The address of its key.
    package var key: String { uri + "#main-key" }

    /// A remote account, by what its server calls it.
    package init(uri: String) {
        self.uri = uri
    }

    /// A local account.
    ///
    /// - Parameters:
    ///   - host: the domain of the web site.
    ///   - isHTTPS: whether it answers there; always in production.
    ///   - isNumeric: whether the account is named by its id (`accounts.id_scheme` 1).
    package init(localID id: Int64, username: String, host: String, isHTTPS: Bool = true, isNumeric: Bool) {
        let root = (isHTTPS ? "https://" : "http://") + host
        if id == Self.instanceActor {
            uri = root + "/actor"
        } else {
            uri = root + (isNumeric ? "/ap/users/\(id)" : "/users/\(username)")
        }
    }

    /// The account that stands for the server itself.
    package static let instanceActor: Int64 = -99
}
