import Model
import Postgres
import Redis
import Support
import Testing

/// What the server's pages for its small tables do, done from a shell: rows, jobs, its own log.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct PagesTests {
    private func log(_ stage: Stage) async throws -> [String] {
        try await stage.texts(
            "select action || ' ' || target_type || ' ' || coalesce(human_identifier, '') from admin_action_logs order by id"
        )
    }

    private func run(_ stage: Stage, _ words: String, _ more: String...) async throws -> Run {
        let line = words.split(separator: " ").map(String.init) + more
        let run = try await stage.start(line).end()
        #expect(run.status == 0, "\(words): \(run.conversation)")
        return run
    }

    @Test(arguments: [MastodonRelease.v4_2, .newest])
    func `an announcement is told, taken back, told again and removed`(release: MastodonRelease) async throws {
        let stage = try await Stage.make(release)
        try await stage.execute("delete from admin_action_logs")
        try await stage.emptyQueues()
        let added = try await run(stage, "announcements add", "Soon", "--format", "json")
        let id = try #require(try await stage.figure("facts.id", of: added))
        #expect(try await stage.texts("select published::text from announcements where text = 'Soon'") == ["true"])
        #expect(try await stage.jobNames(in: "default") == ["PublishScheduledAnnouncementWorker"])
        try await stage.emptyQueues()
        _ = try await run(stage, "announcements unpublish", id)
        #expect(try await stage.jobNames(in: "default") == ["UnpublishAnnouncementWorker"])
        _ = try await run(stage, "announcements publish", id)
        _ = try await run(stage, "announcements remove", id, "--yes")
        #expect(
            try await log(stage)
                == ["create", "update", "update", "destroy"].map { "\($0) Announcement Soon" })
        _ = try await run(stage, "announcements add", "Later", "--at", "2099-01-01T00:00:00Z")
        #expect(try await run(stage, "announcements list").answer.contains("scheduled"))
    }

    @Test func `rules, roles, invites, webhooks and terms change as on the pages`() async throws {
        let stage = try await Stage.make(.newest)
        _ = try await run(stage, "rules add", "be brief", "--priority", "0", "--hint", "really")
        #expect(try await run(stage, "rules list", "--format", "ids").answer.split(separator: "\n").first == "3")
        _ = try await run(stage, "rules change", "3", "--text", "be short")
        _ = try await run(stage, "rules remove", "1")
        #expect(
            try await stage.texts("select text || ' ' || (deleted_at is null) from rules order by id")
                == ["be kind false", "describe your pictures true", "be short true"])
        #expect(try await run(stage, "roles list").answer.contains("manage_users"))
        #expect(try await run(stage, "invites list", "--open", "--format", "ids").answer == "sandbox1\n")
        _ = try await run(stage, "invites expire", "--all", "--yes")
        #expect(try await run(stage, "invites list", "--open", "--format", "json").answer == "[]\n")
        let hook = try await run(
            stage, "webhooks add https://hook.example/y --event report.created --show-secret --format json")
        let secret = try #require(try await stage.figure("facts.secret", of: hook))
        #expect(try await stage.texts("select secret from webhooks where url like '%/y'") == [secret])
        _ = try await run(stage, "webhooks rotate-secret", "2")
        #expect(try await stage.texts("select secret from webhooks where url like '%/y'") != [secret])
        let listed = try await run(stage, "webhooks list", "--format", "json")
        #expect(!listed.answer.contains("secret"))
        for verb in ["webhooks disable", "webhooks enable"] { _ = try await run(stage, verb, "2") }
        _ = try await run(stage, "webhooks remove", "2", "--yes")
        stage.write("Be kind.\n", to: "terms.md", from: stage.instance.folder)
        _ = try await run(
            stage, "terms publish", "\(stage.instance.folder)/terms.md", "--changelog", "all", "--effective",
            "2099-01-01", "--notify", "--yes")
        #expect(try await run(stage, "terms list").answer.contains("upcoming"))
        #expect(
            try await stage.jobNames(in: "default").contains("Admin::DistributeTermsOfServiceNotificationWorker"))
        #expect(try await run(stage, "stats").answer.contains("all"))
    }

    @Test func `a relay is asked by the server's own worker, and failures before do not count`() async throws {
        let stage = try await Stage.make(.v4_6)
        try await stage.execute(
            """
            insert into unavailable_domains (domain, created_at, updated_at) values ('new-relay.example', now(), now())
            """)
        try await stage.emptyQueues()
        _ = try await run(stage, "relays add", "https://new-relay.example/inbox")
        let follow = try await stage.texts("select follow_activity_id from relays where inbox_url like '%new-relay%'")[
            0]
        #expect(follow.hasPrefix("https://sandbox.example/"))
        #expect(try await stage.number("select state from relays where inbox_url like '%new-relay%'") == 1)
        #expect(
            try await stage.number("select count(*) from unavailable_domains where domain = 'new-relay.example'") == 0)
        let redis = try await RedisConnection.connect(stage.instance.redis)
        let job = try await redis.command(["LINDEX", "queue:push", 0]).text.flatMap { JSONValue(parsing: $0) }
        await redis.close()
        #expect(job?["class"] == "ActivityPub::DeliveryWorker")
        #expect(
            job?["args"]?.array?.first?.string
                == """
                {"@context":"https://www.w3.org/ns/activitystreams","id":"\(follow)","type":"Follow",\
                "actor":"https://sandbox.example/actor","object":"https://www.w3.org/ns/activitystreams#Public"}
                """)
        #expect(job?["args"]?.array?.dropFirst() == [-99, "https://new-relay.example/inbox"])
        _ = try await run(stage, "relays disable", "1")
        _ = try await run(stage, "relays enable", "1")
        _ = try await run(stage, "relays remove", "2", "--yes")
        #expect(try await run(stage, "relays list", "--format", "ids").answer == "1\n3\n")
        #expect(
            try await log(stage).suffix(4) == [
                "create Relay https://new-relay.example/inbox", "disable Relay https://relay.example/inbox",
                "enable Relay https://relay.example/inbox", "destroy Relay https://idle-relay.example/inbox",
            ])
    }

    @Test func `hashtags and what trends are decided about`() async throws {
        let stage = try await Stage.make(.v4_6)
        let name = try await stage.texts("select name from tags order by id limit 1")[0]
        try await stage.execute(
            """
            insert into tag_trends (tag_id, score, rank, allowed, language)
            select id, 5, 1, false, '' from tags where name = \(name)
            """)
        _ = try await run(stage, "tags usable", "#\(name.uppercased())", "--off")
        _ = try await run(stage, "tags listable", name, "--off")
        _ = try await run(stage, "tags trendable", name, "--off")
        let state: Statement =
            "select concat_ws(' ', usable, trendable, listable, reviewed_at is not null) from tags where name = \(name)"
        #expect(try await stage.texts(state) == ["f f f t"])
        let limited = try await run(stage, "tags list", "--limited", "--format", "ids")
        #expect(limited.answer.split(separator: "\n").contains(Substring(name)))
        _ = try await run(stage, "trends tags approve", name)
        #expect(try await stage.texts(state) == ["f t f t"])
        #expect(try await run(stage, "trends tags list").answer.contains("approved"))
        _ = try await run(stage, "trends tags reject", name)
        let link = try await stage.texts("select id::text from preview_cards order by id limit 1")[0]
        let post = try await stage.texts("select id::text from statuses order by id limit 1")[0]
        for verb in ["trends links approve", "trends links reject"] { _ = try await run(stage, verb, link) }
        for verb in ["trends statuses approve", "trends statuses reject"] { _ = try await run(stage, verb, post) }
        #expect(
            try await stage.texts("select trendable::text from preview_cards where id::text = \(link)") == ["false"])
        #expect(try await run(stage, "trends links list", "--format", "json").answer == "[]\n")
        #expect(try await run(stage, "trends statuses list", "--format", "json").answer == "[]\n")
    }

    @Test func `subscriptions by mail end, and providers are told without their keys`() async throws {
        let stage = try await Stage.make(.v4_6)
        let older = try await Stage.make(.v4_3)
        let name = try await stage.ordinaryUsers()[0]
        try await stage.execute(
            """
            insert into email_subscriptions (account_id, email, locale, created_at, updated_at)
            select id, 'reader@mail.example', 'en', now(), now()
            from accounts where username = \(name) and domain is null
            """)
        #expect(try await run(stage, "email-subscriptions list", "--account", name).answer.contains("reader@"))
        _ = try await run(stage, "email-subscriptions unsubscribe", "Reader@mail.example")
        #expect(try await stage.number("select count(*) from email_subscriptions") == 0)
        #expect(try await run(stage, "fasp list", "--format", "json").answer == "[]\n")
        let missing = try await older.run("email-subscriptions", "list")
        #expect(missing.status == 78 && missing.conversation.contains("4.6"), "\(missing.conversation)")
    }
}
