/// The server's follow of a relay, which stands for all public posts.
///
/// Source: Mastodon 4.6.5 `app/models/relay.rb` (`follow_activity`, `unfollow_activity`); the same since 4.2.
package struct RelayFollow: Sendable, Equatable {
    /// What the follow is called between servers; nil where it was lost.
    package let id: String?
    private let actor: String

    /// - Parameter root: what the server's addresses begin with: `https://example.org`.
    package init(id: String?, root: String) {
        self.id = id
        actor = root + "/actor"
    }

    package var json: JSONValue { .object([Self.context] + members) }

    package func undoing(as id: String) -> JSONValue {
        .object([
            Self.context, .init("id", .string(id)), .init("type", "Undo"), .init("actor", .string(actor)),
            .init("object", .object(members)),
        ])
    }

    private static let context = JSONValue.Member("@context", "https://www.w3.org/ns/activitystreams")

    private var members: [JSONValue.Member] {
        [
            .init("id", id.map { .string($0) } ?? .null), .init("type", "Follow"), .init("actor", .string(actor)),
            .init("object", "https://www.w3.org/ns/activitystreams#Public"),
        ]
    }
}
