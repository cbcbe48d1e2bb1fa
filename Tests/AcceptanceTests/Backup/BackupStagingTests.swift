import Model
import Postgres
import Redis
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt && BackupStage.areInstalled)) struct BackupStagingTests
{
    /// Hides addresses where nobody looks for them first, and adds what a copy must not do.
    private func plant(_ stage: Stage) async throws {
        try await stage.execute(
            "update users set email = 'o''brien,x@odd.example' where id = (select max(id) from users)")
        try await stage.execute(
            """
            update statuses set visibility = 0, text = 'write to ' || (select upper(email) from users order by id limit 1)
                || '. Or mailto%3A' || (select email from users order by id desc limit 1)
            where id = (select min(id) from statuses)
            """)
        try await stage.execute(
            "update statuses set visibility = 3, text = 'for two alone' where id = (select max(id) from statuses)")
        try await stage.execute(
            """
            update media_attachments
            set file_meta = json_build_object('by', (select email from users order by id limit 1))
            where id = (select min(id) from media_attachments)
            """)
        try await stage.execute("update users set sign_up_ip = '203.0.113.7'")
        try await stage.execute("update accounts set private_key = 'a private key' where domain is null")
        try await stage.execute(
            """
            insert into scheduled_statuses (account_id, scheduled_at, params)
            select account_id, now(), '{"text": "later"}' from users order by id limit 1
            """)
        try await stage.execute(
            """
            insert into webhooks (url, events, secret, created_at, updated_at)
            values ('https://hook.example', '{report.created}', 'hook secret', now(), now())
            """)
        try await stage.execute(
            "insert into relays (inbox_url, state, created_at, updated_at) values ('https://relay.example', 2, now(), now())"
        )
    }

    private func clearQueues(_ stage: Stage) async throws {
        try await stage.withRedis { redis in
            for key in ["queues", "schedule", "retry", "dead"] { try await redis.command(["DEL", RedisArgument(key)]) }
            for try await keys in redis.keys(matching: "queue:*") {
                for key in keys {
                    try await redis.command(["DEL", RedisArgument(String(decoding: key, as: UTF8.self))])
                }
            }
        }
    }

    /// Tables whose rows, as they are written out, hold one of the words.
    private func tables(_ stage: Stage, holding words: [String]) async throws -> [String] {
        let names = try await stage.texts(
            "select relname::text from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")
        var found: [String] = []
        for name in names {
            let rows = try await stage.number(
                """
                select count(*) from (select lower(item::text) as line from \(identifier: name) as item) as lines
                where exists (select from unnest(\(words)) as word where strpos(line, word) > 0)
                """)
            if rows > 0 { found.append(name) }
        }
        return found
    }

    @Test(arguments: [MastodonRelease.v4_3, .v4_4, .v4_5, .v4_6, .v4_7])
    func `an anonymized copy tells of nobody`(release: MastodonRelease) async throws {
        let place = try await BackupStage.ready(release)
        let stage = place.stage
        try await plant(stage)
        let addresses = try await stage.texts("select lower(email) from users")
        let names = try await stage.texts("select username::text from accounts order by id")
        let posts = try await stage.number("select count(*) from statuses")
        #expect(try await tables(stage, holding: addresses).contains("statuses"))
        _ = try await place.create()
        try await clearQueues(stage)

        let run = try await stage.run(
            "backup", "restore", "latest", "--staging", "--anonymize", "--replace", "sandbox.example", "--yes",
            "--format", "json")
        #expect(run.status == 0, "\(run.conversation)\(run.answer)")
        #expect(try await stage.figure("changed", of: run) == "2", "the database and the env file")
        #expect(try await tables(stage, holding: addresses) == [])
        #expect(
            try await tables(
                stage, holding: ["for two alone", "a private key", "203.0.113.7", "hook secret", "relay.example"]) == []
        )
        #expect(try await stage.number("select count(*) from users where encrypted_password <> ''") == 0)
        #expect(try await stage.number("select count(*) from users where otp_secret is not null") == 0)
        #expect(try await stage.number("select count(distinct email) from users") == addresses.count)
        // The same everywhere: who wrote to whom can still be seen.
        let first = try await stage.texts("select email from users order by id limit 1")
        #expect(
            try await stage.number(
                "select count(*) from statuses where text like '%' || \(first[0]) || '%' and visibility = 0") == 1)
        #expect(try await stage.texts("select username::text from accounts order by id") == names)
        #expect(try await stage.number("select count(*) from statuses") == posts)
        let files = stage.files(below: stage.instance.folder).filter { $0.hasSuffix(".staging") }
        let text = TextFile.read("\(stage.instance.folder)/\(files.first ?? "")") ?? ""
        #expect(text.contains("SMTP_DELIVERY_METHOD='file'\n") && text.contains("http_proxy='http://127.0.0.1:9'\n"))
        #expect(text.contains("LOCAL_DOMAIN='sandbox.example'") && !text.contains(BackupStage.canary))
        try await place.dropAside()
    }

    @Test func `a staging copy keeps its people and reaches nobody`() async throws {
        let place = try await BackupStage.ready()
        let stage = place.stage
        try await plant(stage)
        let emails = try await stage.texts("select email from users order by id")
        _ = try await place.create("--parts", "database,secrets,redis")
        try await stage.withRedis { redis in
            try await redis.command(["SADD", "queues", "push"])
            try await redis.command(["LPUSH", "queue:push", "{}"])
        }
        let words = ["backup", "restore", "latest", "--staging", "--replace", "sandbox.example", "--yes"]
        let refused = try await stage.start(words).end()
        #expect(refused.status == 1 && refused.conversation.contains("Redis holds jobs"), "\(refused.conversation)")
        try await clearQueues(stage)
        let run = try await stage.start(words).end()
        #expect(run.status == 0, "\(run.conversation)\(run.answer)")
        #expect(try await stage.texts("select email from users order by id") == emails)
        for table in ["webhooks", "relays", "scheduled_statuses", "oauth_access_tokens", "session_activations"] {
            #expect(try await stage.number("select count(*) from \(identifier: table)") == 0, "\(table)")
        }
        #expect(
            try await stage.number(
                """
                select count(*) from accounts where domain is not null and not exists (
                    select from unavailable_domains where unavailable_domains.domain = lower(accounts.domain))
                """) == 0)
        try await stage.withRedis { redis in
            for try await keys in redis.keys(matching: "queue:*") { #expect(keys.isEmpty) }
        }
        try await place.dropAside()
    }
}
