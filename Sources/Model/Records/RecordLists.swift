// What may be asked for of the server's small tables, and how it is told.

/// What the server tells everybody who is here: rows of `announcements`.
package struct AnnouncementList: RecordList {
    package init() {}

    package static var schema: StaticString { "announcements.list/1" }
    package static var columns: [RecordColumn] {
        [
            .init("id"), .init("state"), .init("scheduled_at"), .init("starts_at"), .init("ends_at"),
            .init("all_day", .hidden), .init("published_at"), .init("reactions", .number), .init("text", .long),
        ]
    }
}

/// The rules of the server, in the order in which people read them.
package struct RuleList: RecordList {
    /// Whether those that were removed are told too.
    package var hasRemoved: Bool

    package init(hasRemoved: Bool = false) {
        self.hasRemoved = hasRemoved
    }

    package static var schema: StaticString { "rules.list/1" }
    package static var columns: [RecordColumn] {
        [
            .init("id"), .init("priority", .number), .init("text", .long), .init("hint", .long),
            .init("translations", .long), .init("updated_at"), .init("removed_at", .hidden),
        ]
    }
}

/// What people may do here: rows of `user_roles`, the highest first.
package struct RoleList: RecordList {
    package init() {}

    package static var schema: StaticString { "roles.list/1" }
    package static var columns: [RecordColumn] {
        [
            .init("name"), .init("id"), .init("position", .number), .init("users", .number), .init("highlighted"),
            .init("require_2fa"), .init("color", .hidden), .init("permissions", .long),
        ]
    }
}

/// Who may invite whom, and who came by it: rows of `invites`.
package struct InviteList: RecordList {
    /// Only those that can be used.
    package var areUsable: Bool
    /// Only those of this account.
    package var inviter: AccountName?

    package init(areUsable: Bool = false, by inviter: AccountName? = nil) {
        self.areUsable = areUsable
        self.inviter = inviter
    }

    package static var schema: StaticString { "invites.list/1" }
    package static var columns: [RecordColumn] {
        [
            .init("code"), .init("id", .hidden), .init("by"), .init("state"), .init("uses", .number),
            .init("max_uses", .number), .init("expires_at"), .init("created_at"), .init("autofollow", .hidden),
            .init("comment", .long), .init("users", .long),
        ]
    }
}

/// Servers that pass public posts on: rows of `relays`.
package struct RelayList: RecordList {
    package init() {}

    package static var schema: StaticString { "relays.list/1" }
    package static var columns: [RecordColumn] {
        [.init("id"), .init("inbox_url", .long), .init("state"), .init("created_at"), .init("updated_at")]
    }
}

/// Who is told of what happens here: rows of `webhooks`. The secret is never read.
package struct WebhookList: RecordList {
    package init() {}

    package static var schema: StaticString { "webhooks.list/1" }
    package static var columns: [RecordColumn] {
        [
            .init("id"), .init("url", .long), .init("enabled"), .init("events", .long), .init("template", .hidden),
            .init("created_at"), .init("updated_at"),
        ]
    }
}

/// Services that help people to find others (FASP): rows of `fasp_providers`, since 4.4. Keys are never read.
package struct FASPList: RecordList {
    package init() {}

    package static var schema: StaticString { "fasp.list/1" }
    package static var columns: [RecordColumn] {
        [
            .init("id"), .init("name"), .init("base_url", .long), .init("confirmed"), .init("capabilities", .long),
            .init("enabled", .long), .init("contact_email"), .init("fediverse_account", .hidden),
            .init("subscriptions", .number), .init("delivery_last_failed_at"), .init("created_at"),
        ]
    }
}

/// Who gets posts by mail: rows of `email_subscriptions`, since 4.6.
package struct EmailSubscriptionList: RecordList {
    /// Only those of this account.
    package var name: AccountName?

    package init(of name: AccountName? = nil) {
        self.name = name
    }

    package static var schema: StaticString { "email-subscriptions.list/1" }
    package static var columns: [RecordColumn] {
        [
            .init("id"), .init("account"), .init("email"), .init("confirmed_at"), .init("locale"),
            .init("created_at"),
        ]
    }
}

/// What moderators tell each other about accounts: rows of `account_moderation_notes`.
package struct NoteList: RecordList {
    package var name: AccountName

    package init(about name: AccountName) {
        self.name = name
    }

    package static var schema: StaticString { "accounts.notes.list/1" }
    package static var columns: [RecordColumn] {
        [.init("id"), .init("account"), .init("by"), .init("created_at"), .init("content", .long)]
    }
}

/// Terms of service: rows of `terms_of_services`, since 4.4.
package struct TermsList: RecordList {
    package init() {}

    package static var schema: StaticString { "terms.list/1" }
    package static var columns: [RecordColumn] {
        [
            .init("id"), .init("state"), .init("effective_date"), .init("published_at"),
            .init("notification_sent_at"), .init("changelog", .long), .init("text", .hidden),
        ]
    }
}

/// Users and their posts month by month, the newest first, and all of it together at the end.
package struct MonthlyFigures: RecordList {
    /// Months that are told one by one.
    package var months: Int

    package init(months: Int) {
        self.months = months
    }

    package static var schema: StaticString { "stats/1" }
    package static var columns: [RecordColumn] {
        [
            .init("month"), .init("sign_ups", .number), .init("here", .number), .init("active", .number),
            .init("retention", .number), .init("posters", .number), .init("posts", .number),
        ]
    }
}
