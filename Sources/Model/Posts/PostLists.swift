// What may be asked for of posts, and how it is told.

/// The posts a query means, the newest first.
package struct PostList: RecordList {
    package var query: PostQuery
    /// Whether texts are told that not everybody may read.
    package var showsPrivate: Bool
    package var limit: Int?

    package init(_ query: PostQuery, showsPrivate: Bool = false, limit: Int? = nil) {
        self.query = query
        self.showsPrivate = showsPrivate
        self.limit = limit
    }

    package static var schema: StaticString { "statuses.list/1" }
    package static var columns: [RecordColumn] {
        [
            .init("id"), .init("account"), .init("created_at"), .init("visibility"), .init("language"),
            .init("media", .number), .init("mentions", .number), .init("sensitive"), .init("boost_of", .hidden),
            .init("reply_to", .hidden), .init("url", .hidden), .init("warning", .hidden), .init("text", .long),
        ]
    }
}

/// One post alone.
package struct ShownPost: RecordList {
    /// Its id or address.
    package var word: String
    /// Whether a text is told that not everybody may read.
    package var showsPrivate: Bool

    package init(_ word: String, showsPrivate: Bool = false) {
        self.word = word
        self.showsPrivate = showsPrivate
    }

    package static var schema: StaticString { "statuses.show/1" }
    package static var columns: [RecordColumn] { PostList.columns }
}

/// Who wrote the posts a query means, the one with the most of them first.
package struct PostAuthorList: RecordList {
    package var query: PostQuery

    package init(_ query: PostQuery) {
        self.query = query
    }

    package static var schema: StaticString { "statuses.authors/1" }
    package static var columns: [RecordColumn] {
        [
            .init("account"), .init("id", .hidden), .init("posts", .number), .init("first_post_at"),
            .init("last_post_at"), .init("created_at"), .init("suspended"), .init("silenced"),
        ]
    }
}

package enum PostLikeness: String, Sendable, CaseIterable {
    case text, link, picture
}

/// Posts like another one, the newest first: of the same words, with a link to the same host, or with a picture that looks
/// the same.
package struct SimilarPostList: RecordList {
    /// The other one's id or address.
    package var word: String
    /// Older ones are not looked at.
    package var since: UTCTime
    /// In which way they are to be like it; one is enough.
    package var kinds: Set<PostLikeness>

    package init(to word: String, since: UTCTime, by kinds: Set<PostLikeness>) {
        self.word = word
        self.since = since
        self.kinds = kinds
    }

    package static var schema: StaticString { "statuses.similar/1" }
    package static var columns: [RecordColumn] {
        [
            .init("id"), .init("account"), .init("created_at"), .init("account_created_at"), .init("alike"),
            .init("url", .hidden), .init("text", .long),
        ]
    }
}
