import Model
import Stores

// Staff, and what waits for them.

extension Check {
    static let people: [Check] = [
        .asking(
            "people.reports-old", .warning, limit: Limit(7, .days), .oldReports, "open reports older than @",
            unit: .days,
            why: "somebody asked for help; hosts promise an answer within a week",
            fix: "mastoctl reports list --unresolved", source: "fedi.monster/about/legal"),
        .asking(
            "people.appeals-old", .warning, limit: Limit(7, .days), .oldAppeals, "open appeals older than @",
            unit: .days,
            why: "somebody may be shut out by mistake", fix: "decide them at /admin/disputes/appeals",
            source: "fedi.monster/about/legal"),
        .asking(
            "people.pending-users", .warning, limit: Limit(7, .days), .waitingSignUps,
            "sign-ups that wait for more than @",
            unit: .days, why: "they go elsewhere", fix: "mastoctl accounts list --where 'status:pending'",
            source: "fedi.monster/about/legal"),
        .asking(
            "people.rules-empty", .notice, .noRules, "rules are missing",
            why: "moderation has nothing to point at, and lists of servers leave it out",
            fix: "write some at /admin/rules", source: "Mastodon 4.6.5 app/lib/admin/system_check/rules_check.rb"),
        .asking(
            "people.contact", .warning, .noContact, "settings without which nobody can be written to",
            why: "law and neighbours want somebody to write to", fix: "set the contact at /admin/settings/about",
            source: "GitLab check; Mastodon 4.6.5 app/models/form/admin_settings.rb"),
        .asking(
            "people.contact-gone", .problem, .contactGone, "the contact is an account that nobody reads",
            why: "who writes to it gets no answer", fix: "set another contact at /admin/settings/about",
            source: "Mastodon 4.6.5 app/presenters/instance_presenter.rb"),
        .asking(
            "people.staff-2fa", .problem, .staffWithoutSecondFactor, "staff without a second factor",
            why: "one guessed password opens every report and every address",
            fix: "ask them to set it up; in 4.6 and newer a role can require it", source: "Mastodon 4.6.0 release notes"
        ),
        .asking(
            "people.owner-count", .warning, limit: Limit(2, .count), .fewOwners, "owners, fewer than @", unit: .count,
            why: "when the one is ill, nobody can act", fix: "mastoctl accounts role NAME --set Owner",
            source: "Mastodon Server Covenant"),
        .asking(
            "people.staff-suspended", .warning, .staffSuspended, "suspended or disabled people with a role of staff",
            why: "the role comes back with the account", fix: "mastoctl accounts role NAME --remove",
            source: "rows of users"),
        .asking(
            "people.registrations-unwatched", .warning, since: .v4_3, limit: Limit(7, .days), .unwatchedRegistrations,
            "everybody can sign up and no moderator was here for @", unit: .days,
            why: "spam takes such servers; the server closes itself soon",
            fix: "mastoctl settings registrations approved",
            source: "Mastodon 4.3 app/workers/scheduler/auto_close_registrations_scheduler.rb"),
        .asking(
            "people.admin-tokens", .warning, limit: Limit(90, .days), .idleAdminTokens,
            "tokens with rights of staff that nobody has used for @", unit: .days,
            why: "they never expire, and lie in forgotten places",
            fix: "revoke them in the account's settings, authorised applications",
            source: "Mastodon 4.6.5 oauth_access_tokens"),
        .asking(
            "people.invites-open", .notice, limit: Limit(50, .count), .openInvites,
            "invites without a bound that brought more than @ people", unit: .count,
            why: "they may be on a list of spammers", fix: "look who came by them; end them at /admin/invites",
            source: "Mastodon 4.6.5 app/models/invite.rb"),
        .asking(
            "people.terms", .notice, needs: [.database, .production], .noTerms, "texts that are not written",
            why: "people cannot read what becomes of their data",
            fix: "write a privacy policy at /admin/settings/about",
            source: "Mastodon 4.6.5 app/models/privacy_policy.rb (a standard text is shown)"),
        .asking(
            "people.webhooks-plain", .warning, .deadWebhooks, "webhooks without HTTPS",
            why: "names and addresses of new people go over the network in clear text",
            fix: "give the webhook an https address", source: "Mastodon 4.6.5 app/models/webhook.rb"),
        .asking(
            "people.asleep", .notice, limit: Limit(90, .percent), .membersWithoutLoginTwoYears,
            "members who have not been here for two years, over @", unit: .percent,
            why: "their addresses and passwords are kept for nothing", fix: "think of a rule for unused accounts",
            source: "data protection, storage limitation"),
    ]

    static let mails: [Check] = [
        .asking(
            "mail.unconfirmed-ratio", .warning, limit: Limit(80, .percent), .unconfirmedSignUps,
            "sign-ups of the last week without a confirmed address, over @", unit: .percent,
            why: "mails do not arrive, or robots sign up", fix: "look at SMTP_* and at the sign-ups",
            source: "rows of users")
    ]

    static let contents: [Check] = [
        .asking(
            "data.counters-negative", .notice, cost: .normal, .negativeCounters, "counters below zero", unit: .count,
            why: "people see them", fix: "mastoctl cache recount accounts, mastoctl cache recount statuses",
            source: "a known defect"),
        .asking(
            "data.user-without-account", .problem, cost: .normal, .usersWithoutAccounts, "users whose account is gone",
            why: "pages that list people end with an error", fix: "look at the rows, and delete the users",
            source: "rows of users"),
        .asking(
            "data.account-without-user", .warning, cost: .normal, .accountsWithoutUsers,
            "local accounts without a user",
            why: "nobody can sign in, and their handle is taken",
            fix: "mastoctl accounts create NAME --reattach, or mastoctl accounts delete NAME",
            source: "Mastodon 4.6.5 lib/mastodon/cli/accounts.rb (reattach)"),
        Check(
            "data.keys-missing", .critical, cost: .normal, needs: [.database], "local accounts have a key",
            why: "nothing they write is taken elsewhere", fix: "mastoctl accounts rotate NAME",
            source: "Mastodon 4.6.5 app/models/account.rb; 4.7 app/models/keypair.rb"
        ) { inspection, _ in
            // Since 4.7 keys have a table of their own.
            let isNew = try await inspection.schema().has(column: "local_fragment", in: "keypairs")
            let question = isNew ? HealthQuestion.accountsWithoutKeyPairs : .accountsWithoutKeys
            guard let found = try await inspection.measures(question, limit: 0, patience: .seconds(5)) else {
                return .skipped("this release's schema has no such thing")
            }
            let rows = found.rows.map { Evidence($0.name) }
            return rows.isEmpty
                ? .fine("all have one")
                : .found("accounts without a key: \(found.total)\(Evidence.examples(rows, of: found.total))", rows)
        },
        .asking(
            "data.half-deleted", .warning, cost: .normal, limit: Limit(2, .days), .halfDeleted,
            "accounts of suspended servers with posts, longer than @ after", unit: .count,
            why: "a purge died half way: what was blocked is still here", fix: "mastoctl domains purge DOMAIN",
            source: "a purge that ends with a deadlock"),
        .asking(
            "data.lost-notifications", .notice, cost: .deep, limit: Limit(1, .percent), .lostNotifications,
            "notifications whose cause is gone, over @", unit: .percent, why: "people see gaps and wrong numbers",
            fix: "they go with the next clean-up", source: "rows of notifications, which no foreign key holds"),
        .asking(
            "data.future-posts", .notice, cost: .normal, limit: Limit(1, .days), .postsFromTheFuture,
            "posts from more than @ in the future", unit: .days, why: "they stay at the top of timelines",
            fix: "look at the server they are from", source: "rows of statuses"),
    ]

    static let software: [Check] = [
        .asking(
            "soft.update-urgent", .critical, .urgentReleases, "urgent releases that are not installed",
            why: "they close open doors", fix: "upgrade today; see the release notes",
            source: "Mastodon 4.6.5 app/models/software_update.rb"),
        .asking(
            "soft.update-pending", .notice, .newReleases, "newer releases", why: "corrections come with them",
            fix: "plan the upgrade", source: "Mastodon 4.6.5 app/models/software_update.rb"),
        Check(
            "soft.end-of-life", .problem, needs: [.database, .production], limit: Limit(90, .days),
            "the release is still cared for", why: "holes found from now on stay open",
            fix: "upgrade to a release that is cared for", source: "Mastodon SECURITY.md, September 2026"
        ) { inspection, check in
            let ends: [MastodonRelease: String] = [.v4_2: "2025-01-08", .v4_3: "2026-05-06", .v4_4: "2026-12-17"]
            guard let release = await inspection.release() else { return .skipped("the release is not known") }
            guard let text = ends[release], let end = UTCTime(parsing: text) else {
                return .fine("no end is known for \(release.rawValue)")
            }
            let left = (end.seconds - inspection.now.seconds) / 86_400
            let seen = [Evidence("days left", left, .days)]
            if left < 0 { return .found("care for Mastodon \(release.rawValue) ended on \(text)", seen) }
            return left < inspection.limit(of: check)
                ? .found("care for Mastodon \(release.rawValue) ends on \(text)", seen, as: .warning)
                : .fine("until \(text)", seen)
        },
        Check(
            "soft.update-check-off", .warning, needs: [.variables], "the server looks for new releases",
            why: "nobody would know of an urgent one", fix: "take UPDATE_CHECK_URL out of the env file",
            source: "docs.joinmastodon.org, UPDATE_CHECK_URL"
        ) { inspection, _ in
            inspection.services.variables?.values["UPDATE_CHECK_URL"] == ""
                ? .found("UPDATE_CHECK_URL is empty") : .fine("it does")
        },
    ]
}
