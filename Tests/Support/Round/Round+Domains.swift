import Model

extension Round {
    static let domainBlocks = Round(
        name: "domain-blocks",
        errands: [
            Errand(
                "domain-blocks add", ["{domain}", "--severity", "silence", "--no-wait"],
                changes: ["domain_blocks", "admin_action_logs"], lock: "domain-blocks",
                wrong: [(["b_d"], 65), ([], 64)]),
            Errand(
                "domain-blocks update", ["{blocked domain}", "--public-comment", "why", "--no-wait"],
                changes: ["domain_blocks", "admin_action_logs"], lock: "domain-blocks",
                wrong: [(["never.example", "--obfuscate"], 66)]),
            Errand("domain-blocks list"),
            Errand("domain-blocks show", ["{blocked domain}"], wrong: [(["b_d"], 65)]),
            Errand("domain-blocks export"),
            Errand(
                "domain-blocks remove", ["{blocked domain}"], changes: ["domain_blocks", "admin_action_logs"],
                mayChange: ["accounts"], lock: "domain-blocks", wrong: [(["never.example"], 66)]),
        ])

    static let domainAllows = Round(
        name: "domain-allows",
        errands: [
            Errand(
                "domain-allows add", ["friend.example"], changes: ["domain_allows", "admin_action_logs"],
                wrong: [(["b_d"], 65)]),
            Errand("domain-allows list"),
            Errand(
                "domain-allows remove", ["friend.example"], changes: ["domain_allows", "admin_action_logs"],
                wrong: [(["never.example"], 66)]),
        ])

    static let domains = Round(
        name: "domains",
        errands: [
            Errand("domains list"),
            Errand("domains show", ["{domain}"], wrong: [(["never.example"], 66)]),
            Errand(
                "domains stop-delivery", ["{domain}"], changes: ["unavailable_domains", "admin_action_logs"],
                wrong: [(["b_d"], 65)]),
            Errand(
                "domains resume-delivery", ["{domain}"], changes: ["unavailable_domains", "admin_action_logs"],
                wrong: [(["b_d"], 65)]),
            Errand(
                "domains purge", ["{domain}"], changes: ["accounts", "statuses"],
                mayChange: [
                    "account_stats", "blocks", "bookmarks", "custom_emojis", "favourites", "follow_requests", "follows",
                    "list_accounts", "media_attachments", "mentions", "mutes", "notifications", "poll_votes", "polls",
                    "quotes", "status_stats", "statuses_tags",
                ]),
        ])
}
