/// The end of a follow between an account here and one elsewhere, as the other server is told.
///
/// Source: Mastodon 4.6.5 `app/serializers/activitypub/{reject_follow,undo_follow,follow}_serializer.rb`; the same since
/// 4.2.
package struct FollowEnding: Sendable, Equatable {
    /// The follow's id here.
    package let id: Int64
    /// What the follow is called between servers, where it was told.
    package let uri: String?
    package let follower: ActorName
    package let followed: ActorName

    package init(id: Int64, uri: String?, follower: ActorName, followed: ActorName) {
        self.id = id
        self.uri = uri
        self.follower = follower
        self.followed = followed
    }

    /// The followed one sends the follower away.
    package var rejection: JSONValue {
        activity("Reject", by: followed, id: "\(followed.uri)#rejects/follows/\(id)")
    }

    /// The follower leaves.
    package var undoing: JSONValue {
        activity("Undo", by: follower, id: "\(follower.uri)#follows/\(id)/undo")
    }

    private func activity(_ type: String, by actor: ActorName, id: String) -> JSONValue {
        .object([
            .init("@context", "https://www.w3.org/ns/activitystreams"), .init("id", .string(id)),
            .init("type", .string(type)), .init("actor", .string(actor.uri)), .init("object", follow),
        ])
    }

    private var follow: JSONValue {
        .object([
            .init("id", .string(uri ?? "\(follower.uri)#follows/\(id)")), .init("type", "Follow"),
            .init("actor", .string(follower.uri)), .init("object", .string(followed.uri)),
        ])
    }
}
