import Model

extension Round {
    static let accounts = Round(
        name: "accounts",
        errands: [
            Errand("accounts list", ["--local"]),
            Errand("accounts show", ["{user}"], wrong: [(["nobody_of_that_name"], 66), (["{ambiguous}"], 65)]),
            Errand(
                "accounts sessions", ["{user}"],
                wrong: [(["nobody_of_that_name"], 66), (["{ambiguous}"], 65), (["{remote account}"], 65)]),
            Errand(
                "accounts strikes", ["{remote account}"],
                wrong: [(["nobody_of_that_name"], 66), (["{ambiguous}"], 65)]),
            Errand(
                "accounts delete", ["{user}"], changes: ["accounts", "users", "account_stats"], mayChange: belongings,
                wrong: [(["nobody_of_that_name"], 66), (["{remote account}"], 66)]),
        ])

    /// What an account may leave behind.
    static let belongings: Set<String> = [
        "account_aliases", "account_conversations", "account_notes", "account_pins", "account_summaries", "backups",
        "blocks", "bookmarks",
        "conversations", "custom_filters", "favourites", "featured_tags", "follow_requests", "follows",
        "global_follow_recommendations", "identities", "invites", "keypairs", "list_accounts", "lists",
        "login_activities", "markers", "media_attachments", "mentions", "mutes",
        "notification_policies", "notifications", "oauth_access_tokens", "poll_votes", "polls", "quotes", "reports",
        "scheduled_statuses", "session_activations", "status_edits", "status_pins", "status_stats", "statuses",
        "statuses_tags", "tag_follows", "web_push_subscriptions", "web_settings",
    ]

    private static let nobody: [([String], Int32)] = [(["nobody_of_that_name"], 66), (["{ambiguous}"], 65)]
    /// A remote account where a user of this server is needed.
    private static let stranger: [([String], Int32)] = [(["{remote account}"], 65)]

    static let moderation = Round(
        name: "moderation",
        errands: [
            Errand(
                "accounts silence", ["{remote account}"],
                changes: ["accounts", "admin_action_logs", "account_warnings"], mayChange: ["reports"],
                wrong: nobody),
            Errand(
                "accounts unsilence", ["{silenced account}"], changes: ["accounts", "admin_action_logs"],
                wrong: nobody),
            Errand(
                "accounts sensitize", ["{user}"], changes: ["accounts", "admin_action_logs", "account_warnings"],
                mayChange: ["reports"], wrong: nobody),
            Errand(
                "accounts desensitize", ["{sensitized account}"], changes: ["accounts", "admin_action_logs"],
                wrong: nobody),
            Errand(
                "accounts disable", ["{user}"], changes: ["users", "admin_action_logs", "account_warnings"],
                mayChange: ["reports"], wrong: nobody + stranger),
            Errand(
                "accounts enable", ["{disabled user}"], changes: ["users", "admin_action_logs"],
                wrong: nobody + stranger),
            Errand(
                "accounts suspend", ["{user}"],
                changes: [
                    "accounts", "admin_action_logs", "account_warnings", "account_deletion_requests",
                    "canonical_email_blocks",
                ], mayChange: ["reports"], wrong: nobody),
            Errand(
                "accounts unsuspend", ["{suspended account}"],
                changes: ["accounts", "admin_action_logs", "account_deletion_requests", "canonical_email_blocks"],
                wrong: nobody),
            Errand(
                "accounts role", ["{user}", "Moderator"], changes: ["users", "admin_action_logs"],
                wrong: [
                    (["nobody_of_that_name", "Moderator"], 66), (["{ambiguous}", "Moderator"], 65),
                    (["{remote account}", "Moderator"], 65), (["{user}", "King"], 66), (["Moderator"], 64),
                ]),
            Errand(
                "accounts memorialize", ["{user}"], changes: ["accounts", "admin_action_logs"],
                wrong: nobody + stranger),
            Errand(
                "accounts revoke-sessions", ["{user}"], changes: ["oauth_access_tokens"],
                mayChange: ["oauth_access_grants", "session_activations", "web_push_subscriptions"],
                wrong: nobody + stranger),
            Errand(
                "accounts reject", ["{pending user}"], changes: ["accounts", "users", "admin_action_logs"],
                mayChange: belongings.union(["account_stats", "account_warnings"]),
                wrong: nobody + stranger + [(["{user}"], 77)]),
            Errand("audit"),
        ])

    static let reports = Round(
        name: "reports",
        errands: [
            Errand("reports list"),
            Errand("reports show", ["{open report}"], wrong: [(["999999"], 66)]),
            Errand(
                "reports assign", ["{open report}"], changes: ["reports", "admin_action_logs"],
                wrong: [(["999999"], 66)]),
            Errand(
                "reports unassign", ["{open report}"], changes: ["reports", "admin_action_logs"],
                wrong: [(["999999"], 66)]),
            Errand(
                "reports resolve", ["{open report}"], changes: ["reports", "admin_action_logs"],
                wrong: [(["999999"], 66)]),
            Errand(
                "reports reopen", ["{closed report}"], changes: ["reports", "admin_action_logs"],
                wrong: [(["999999"], 66)]),
        ])
}
