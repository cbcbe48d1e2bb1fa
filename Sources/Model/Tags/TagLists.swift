// What may be asked for of hashtags and of what trends, and how it is told.

/// What of hashtags is wanted.
package enum TagReview: String, Sendable, CaseIterable {
    /// Somebody decided.
    case reviewed
    /// Nobody decided yet.
    case unreviewed
    /// Nobody decided, and the server asked for it.
    case pending
}

/// Hashtags, with what moderators decided about them: rows of `tags`.
package struct TagList: RecordList {
    package var review: TagReview?
    /// Only names that begin so.
    package var prefix: String
    /// Only those about which a moderator said no to something.
    package var areLimited: Bool

    package init(_ review: TagReview? = nil, prefix: String = "", areLimited: Bool = false) {
        self.review = review
        self.prefix = prefix
        self.areLimited = areLimited
    }

    package static var schema: StaticString { "tags.list/1" }
    package static var columns: [RecordColumn] {
        [
            .init("name"), .init("id", .hidden), .init("display_name"), .init("usable"), .init("trendable"),
            .init("listable"), .init("reviewed_at"), .init("requested_review_at"), .init("last_status_at"),
        ]
    }
}

package enum TrendKind: String, Sendable {
    case links, statuses, tags
}

/// What trends: links, posts or hashtags, the highest first.
package protocol TrendList: RecordList {
    static var kind: TrendKind { get }
    /// Only what nobody has decided about.
    var isUndecided: Bool { get }
}

extension TrendList {
    package static var columns: [RecordColumn] {
        [
            .init("id"), .init("rank", .number), .init("score", .number), .init("language"), .init("allowed"),
            .init("decision"), .init("of"), .init("name", .long),
        ]
    }
}

package struct TrendingLinks: TrendList {
    package var isUndecided: Bool

    package init(isUndecided: Bool = false) {
        self.isUndecided = isUndecided
    }

    package static var kind: TrendKind { .links }
    package static var schema: StaticString { "trends.links.list/1" }
}

package struct TrendingPosts: TrendList {
    package var isUndecided: Bool

    package init(isUndecided: Bool = false) {
        self.isUndecided = isUndecided
    }

    package static var kind: TrendKind { .statuses }
    package static var schema: StaticString { "trends.statuses.list/1" }
}

package struct TrendingTags: TrendList {
    package var isUndecided: Bool

    package init(isUndecided: Bool = false) {
        self.isUndecided = isUndecided
    }

    package static var kind: TrendKind { .tags }
    package static var schema: StaticString { "trends.tags.list/1" }
}
