/// What a moderator can do to posts.
///
/// Source: Mastodon 4.6.5 `app/models/admin/moderation_action.rb`; up to 4.5 `app/models/admin/status_batch_action.rb`.
package enum PostAction: String, Sendable, CaseIterable {
    case delete, sensitize

    /// The number of the strike it leaves (`account_warnings.action`).
    package var strike: Int { self == .delete ? 1_500 : 1_250 }
    /// The word in the server's own audit log.
    package var logged: String { self == .delete ? "destroy" : "update" }
    /// What is done to the posts, for people.
    package var deed: String { self == .delete ? "deleted" : "marked as sensitive" }
}

/// How a post stands.
package struct PostStanding: Sendable, Equatable {
    package var id: Int64
    package var account: AccountReference
    /// The local user who wrote it.
    package var user: Int64?
    package var uri: String
    package var visibility: PostVisibility
    package var isSensitive: Bool
    /// Whether it has pictures or the like, or shows a link's.
    package var hasMedia: Bool

    package init(
        id: Int64, account: AccountReference, user: Int64?, uri: String, visibility: PostVisibility, isSensitive: Bool,
        hasMedia: Bool
    ) {
        self.id = id
        self.account = account
        self.user = user
        self.uri = uri
        self.visibility = visibility
        self.isSensitive = isSensitive
        self.hasMedia = hasMedia
    }

    /// Why nothing is done to it; nil when something is.
    package func refusal(_ action: PostAction) -> String? {
        guard action == .sensitize else { return nil }
        if isSensitive { return "is marked as sensitive already" }
        return hasMedia ? nil : "has nothing that could be hidden"
    }

    /// What of it a decision about the action rests on.
    package func seen(for action: PostAction) -> JSONValue {
        .object(
            [.init("account", .string(account.handle))]
                + (action == .sensitize ? [.init("sensitive", .boolean(isSensitive))] : []))
    }
}
