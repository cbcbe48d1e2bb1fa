// The rows of the server's small tables, as they are told.

package enum AnnouncementShape: RecordShape {
    package static var schema: StaticString { "announcements.list/1" }
    package static var columns: [RecordColumn] {
        [
            .init("id"), .init("state"), .init("scheduled_at"), .init("starts_at"), .init("ends_at"),
            .init("all_day", .hidden), .init("published_at"), .init("reactions", .number), .init("text", .long),
        ]
    }
}

package enum RuleShape: RecordShape {
    package static var schema: StaticString { "rules.list/1" }
    package static var columns: [RecordColumn] {
        [
            .init("id"), .init("priority", .number), .init("text", .long), .init("hint", .long),
            .init("translations", .long), .init("updated_at"), .init("removed_at", .hidden),
        ]
    }
}

package enum RoleShape: RecordShape {
    package static var schema: StaticString { "roles.list/1" }
    package static var columns: [RecordColumn] {
        [
            .init("name"), .init("id"), .init("position", .number), .init("users", .number), .init("highlighted"),
            .init("require_2fa"), .init("color", .hidden), .init("permissions", .long),
        ]
    }
}

package enum InviteShape: RecordShape {
    package static var schema: StaticString { "invites.list/1" }
    package static var columns: [RecordColumn] {
        [
            .init("code"), .init("id", .hidden), .init("by"), .init("state"), .init("uses", .number),
            .init("max_uses", .number), .init("expires_at"), .init("created_at"), .init("autofollow", .hidden),
            .init("comment", .long), .init("users", .long),
        ]
    }
}

package enum RelayShape: RecordShape {
    package static var schema: StaticString { "relays.list/1" }
    package static var columns: [RecordColumn] {
        [.init("id"), .init("inbox_url", .long), .init("state"), .init("created_at"), .init("updated_at")]
    }
}

package enum WebhookShape: RecordShape {
    package static var schema: StaticString { "webhooks.list/1" }
    package static var columns: [RecordColumn] {
        [
            .init("id"), .init("url", .long), .init("enabled"), .init("events", .long), .init("template", .hidden),
            .init("created_at"), .init("updated_at"),
        ]
    }
}

package enum TagShape: RecordShape {
    package static var schema: StaticString { "tags.list/1" }
    package static var columns: [RecordColumn] {
        [
            .init("name"), .init("id", .hidden), .init("display_name"), .init("usable"), .init("trendable"),
            .init("listable"), .init("reviewed_at"), .init("requested_review_at"), .init("last_status_at"),
        ]
    }
}

enum TrendColumns {
    static var all: [RecordColumn] {
        [
            .init("id"), .init("rank", .number), .init("score", .number), .init("language"), .init("allowed"),
            .init("decision"), .init("of"), .init("name", .long),
        ]
    }
}

package enum TrendingLinkShape: RecordShape {
    package static var schema: StaticString { "trends.links.list/1" }
    package static var columns: [RecordColumn] { TrendColumns.all }
}

package enum TrendingPostShape: RecordShape {
    package static var schema: StaticString { "trends.statuses.list/1" }
    package static var columns: [RecordColumn] { TrendColumns.all }
}

package enum TrendingTagShape: RecordShape {
    package static var schema: StaticString { "trends.tags.list/1" }
    package static var columns: [RecordColumn] { TrendColumns.all }
}

package enum FASPShape: RecordShape {
    package static var schema: StaticString { "fasp.list/1" }
    package static var columns: [RecordColumn] {
        [
            .init("id"), .init("name"), .init("base_url", .long), .init("confirmed"), .init("capabilities", .long),
            .init("enabled", .long), .init("contact_email"), .init("fediverse_account", .hidden),
            .init("subscriptions", .number), .init("delivery_last_failed_at"), .init("created_at"),
        ]
    }
}

package enum EmailSubscriptionShape: RecordShape {
    package static var schema: StaticString { "email-subscriptions.list/1" }
    package static var columns: [RecordColumn] {
        [
            .init("id"), .init("account"), .init("email"), .init("confirmed_at"), .init("locale"),
            .init("created_at"),
        ]
    }
}

package enum NoteShape: RecordShape {
    package static var schema: StaticString { "accounts.notes.list/1" }
    package static var columns: [RecordColumn] {
        [.init("id"), .init("account"), .init("by"), .init("created_at"), .init("content", .long)]
    }
}

package enum PostShape: RecordShape {
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
package enum ShownPostShape: RecordShape {
    package static var schema: StaticString { "statuses.show/1" }
    package static var columns: [RecordColumn] { PostShape.columns }
}

package enum PostAuthorShape: RecordShape {
    package static var schema: StaticString { "statuses.authors/1" }
    package static var columns: [RecordColumn] {
        [
            .init("account"), .init("id", .hidden), .init("posts", .number), .init("first_post_at"),
            .init("last_post_at"), .init("created_at"), .init("suspended"), .init("silenced"),
        ]
    }
}

package enum SimilarPostShape: RecordShape {
    package static var schema: StaticString { "statuses.similar/1" }
    package static var columns: [RecordColumn] {
        [
            .init("id"), .init("account"), .init("created_at"), .init("account_created_at"), .init("alike"),
            .init("url", .hidden), .init("text", .long),
        ]
    }
}

package enum TermsShape: RecordShape {
    package static var schema: StaticString { "terms.list/1" }
    package static var columns: [RecordColumn] {
        [
            .init("id"), .init("state"), .init("effective_date"), .init("published_at"),
            .init("notification_sent_at"), .init("changelog", .long), .init("text", .hidden),
        ]
    }
}

package enum StatsShape: RecordShape {
    package static var schema: StaticString { "stats/1" }
    package static var columns: [RecordColumn] {
        [
            .init("month"), .init("sign_ups", .number), .init("here", .number), .init("active", .number),
            .init("retention", .number), .init("posters", .number), .init("posts", .number),
        ]
    }
}
