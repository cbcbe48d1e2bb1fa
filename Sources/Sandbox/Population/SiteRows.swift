import Model

/// Settings, roles and moderation: the fixed rows of the instance.
extension Population {
    /// Rows told one by one. A value is an SQL literal's text, or nil for null; `created_at` and `updated_at` are added
    /// unless `hasTimes` is false, and `id` counts from one.
    private func fixed(
        _ table: String, _ columns: [String], age: Double = 200.5, _ values: [[String?]]
    ) -> TableRows? {
        let moment = now.before(days: age)
        return rows(table, ["id"] + columns + ["created_at", "updated_at"], count: values.count) { index, row in
            row.put(index + 1)
            for value in values[index] { row.put(value) }
            row.put(moment)
            row.put(moment)
            row.end()
        }
    }

    /// What posts and accounts refer to, so it comes first.
    func siteTables() -> [TableRows?] {
        let everyone = rows(
            "user_roles", ["id", "name", "position", "permissions", "highlighted", "created_at", "updated_at"], count: 4
        ) { index, row in
            row.put([-99, 1, 2, 3][index])
            row.put(["", "Moderator", "Admin", "Owner"][index])
            row.put([-1, 10, 100, 1000][index])
            row.put([65_536, 1_308, 983_036, 1][index])
            row.put(index > 0)
            row.put(now.before(days: 900))
            row.put(now.before(days: 900))
            row.end()
        }
        return [
            everyone,
            fixed(
                "oauth_applications", ["name", "uid", "secret", "redirect_uri", "scopes", "superapp", "confidential"],
                [
                    ["Web", "sandbox-web", "sandbox-web-secret", "urn:ietf:wg:oauth:2.0:oob", "read write", "t", "t"],
                    ["Tusky", "sandbox-app", "sandbox-app-secret", "app://sandbox", "read write", "f", "t"],
                ]),
            fixed(
                "settings", ["var", "value"],
                [
                    ["site_title", "--- Sandbox\n"], ["registrations_mode", "--- approved\n"],
                    ["site_contact_username", "--- owner\n"], ["media_cache_retention_period", "--- 14\n"],
                    ["content_cache_retention_period", "---\n...\n"], ["backups_retention_period", "--- 7\n"],
                ]),
            fixed("rules", ["text", "priority"], [["be kind", "1"], ["describe your pictures", "2"]]),
        ]
    }

    /// What refers to posts and accounts, so it comes last.
    func moderationTables() -> [TableRows?] {
        let owner = String(accountID(0))
        let remote = (0..<4).map { String(accountID(counts.localAccounts + $0 * max(counts.remoteAccounts / 5, 1))) }
        let local = { (index: Int) in String(accountID(min(index, counts.localAccounts - 1))) }
        let post = { (index: Int) in "{\(statusID(min(index, counts.statuses - 1)))}" }
        return [
            domainBlockRows(),
            fixed("domain_allows", ["domain"], [["big.example"]]),
            fixed(
                "email_domain_blocks", ["domain", "parent_id"],
                [
                    ["spam.example", nil], ["mx1.spam.example", "1"], ["mx2.spam.example", "1"],
                    ["xn--bses-5qa.example", nil],
                ]),
            fixed(
                "ip_blocks", ["ip", "severity", "comment", "expires_at"],
                [
                    ["192.0.2.0/24", "9999", "spam wave", nil], ["2001:db8::/32", "5000", "sign-ups", nil],
                    ["198.51.100.7/32", "5500", "crawler", now.before(days: -10).text],
                    ["198.51.100.99/32", "9999", "expired", now.before(days: 2.5).text],
                ]),
            fixed(
                "canonical_email_blocks", ["canonical_email_hash", "reference_account_id"],
                [[String(repeating: "5a", count: 32), nil]]),
            fixed("unavailable_domains", ["domain"], [["social6.example"]]),
            fixed(
                "relays", ["inbox_url", "state", "follow_activity_id"],
                [
                    ["https://relay.example/inbox", "2", "https://\(localDomain)/relay"],
                    ["https://idle-relay.example/inbox", "0", nil],
                ]),
            fixed(
                "reports", ["account_id", "target_account_id", "status_ids", "comment", "category", "action_taken_at"],
                age: 9.5,
                [
                    [local(3), remote[0], post(10), "advertising", "1000", nil],
                    [local(4), remote[1], post(20), "rude \u{1b}[1mvery\u{1b}[0m", "0", nil],
                    [local(5), remote[2], "{}", "sorted out", "2000", now.before(days: 3).text],
                ]),
            fixed(
                "account_warnings", ["account_id", "target_account_id", "action", "text", "report_id"], age: 8.5,
                [[owner, remote[2], "0", "please describe your pictures", "3"]]),
            fixed(
                "webhooks", ["url", "events", "secret", "enabled"],
                [["https://hook.example/x", "{account.created,report.created}", "sandbox-hook-secret", "f"]]),
            fixed(
                "announcements", ["text", "published", "published_at"], age: 20.5,
                [["maintenance on Sunday", "t", now.before(days: 20.5).text]]),
            fixed(
                "invites", ["user_id", "code", "max_uses", "uses", "autofollow"], [["1", "sandbox1", "5", "1", "t"]]),
            fixed(
                "featured_tags", ["account_id", "tag_id", "statuses_count", "name"],
                [[local(3), "1", "4", Words.tags[0]], [local(4), "2", "0", Words.tags[1]]]),
            fixed("tag_follows", ["account_id", "tag_id"], [[local(3), "3"], [local(5), "1"]]),
        ]
    }

    /// Severity: 0 silence, 1 suspend, 2 none. The accounts of the first two carry the same moment.
    private func domainBlockRows() -> TableRows? {
        let columns = [
            "id", "domain", "severity", "reject_media", "reject_reports", "public_comment", "obfuscate", "created_at",
            "updated_at",
        ]
        let blocks = [
            ("social4.example", 0), ("social5.example", 1), ("social6.example", 2), ("never-seen.example", 1),
        ]
        return rows("domain_blocks", columns, count: blocks.count) { index, row in
            row.put(index + 1)
            row.put(blocks[index].0)
            row.put(blocks[index].1)
            row.put(index == 2)
            row.put(index > 0)
            row.put(index == 1 ? "spam" : nil)
            row.put(index == 3)
            row.put(blockMoment)
            row.put(blockMoment)
            row.end()
        }
    }
}
