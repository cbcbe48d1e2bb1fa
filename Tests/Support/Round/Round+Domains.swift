import Model
import Postgres
import Redis

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
                "domain-blocks import", ["{list of domains}"], changes: ["domain_blocks", "admin_action_logs"],
                lock: "domain-blocks", wrong: [(["/nowhere"], 66), (["{list of nonsense}"], 65)]),
            Errand("domain-blocks plan", ["{declared list}"], wrong: [(["/nowhere.toml"], 78)]),
            Errand(
                "domain-blocks sync", ["{declared list}"], changes: ["domain_blocks", "admin_action_logs"],
                lock: "domain-blocks", wrong: [(["/nowhere.toml"], 78), (["{declared list}", "--as", "nobody"], 66)]),
            Errand("domain-blocks drift", ["{declared list}"], wrong: [(["/nowhere.toml"], 78)]),
            Errand(
                "domain-blocks repair", ["--min-age", "1h"], changes: ["accounts"], lock: "domain-blocks",
                wrong: [(["--min-age", "soon"], 64)]
            ).after { stage in
                try await stage.execute(
                    """
                    update accounts set silenced_at = '2026-01-02 03:04:05'
                    where id = (
                        select min(id) from accounts
                        where domain is not null and silenced_at is null and suspended_at is null
                            and not exists (
                                select from domain_blocks as block
                                where '.' || accounts.domain like '%.' || block.domain
                            )
                            and id not in (select target_account_id from account_warnings)
                            and id not in (select target_id from admin_action_logs where target_type = 'Account')
                    )
                    """)
            }.rehearsing(with: 1),
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
            Errand("domains clear-errors", ["slow.example"], wrong: [(["b_d"], 65)]).after { stage in
                let redis = try await RedisConnection.connect(stage.instance.redis)
                try await redis.command(["SADD", "exhausted_deliveries:slow.example", "20261101"])
                await redis.close()
            }.changingKeys,
            // Nobody is there to answer: that is no failure of the crawl.
            Errand("domains crawl", ["dead.invalid", "--limit", "1"], wrong: [(["b_d"], 65)]),
            Errand(
                "domains purge", ["{domain}"], changes: ["accounts", "statuses"],
                mayChange: [
                    "account_stats", "account_summaries", "blocks", "bookmarks", "custom_emojis", "favourites",
                    "follow_requests", "follows", "global_follow_recommendations", "keypairs", "list_accounts",
                    "media_attachments", "mentions", "mutes", "notifications", "poll_votes", "polls",
                    "quotes", "status_stats", "statuses_tags",
                ]),
        ])
}
