import Model
import Postgres
import Redis
import Support
import Testing

/// Warnings, notes, mails, archives and dossiers.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct NotesAndMailsTests {
    @Test(arguments: [MastodonRelease.v4_2, .newest])
    func `a warning is a strike, a mail and a line in the log, and nothing else`(release: MastodonRelease) async throws
    {
        let stage = try await Stage.make(release)
        let name = try await stage.ordinaryUsers()[0]
        let report = try await stage.report(about: name)
        _ = try await stage.report(about: name)
        try await stage.emptyQueues()
        let before = try await stage.snapshot()
        let run = try await stage.consequences(
            of:
                "accounts", "warn", name, "--text", "be kind", "--report-id", "\(report)", "--yes")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(
            try await stage.texts("select action || ' ' || text from account_warnings order by id desc limit 1")
                == ["0 be kind"])
        #expect(
            try await stage.snapshot().changedTables(from: before)
                == ["account_warnings", "admin_action_logs", "reports"])
        #expect(
            try await stage.number(
                "select count(*) from reports where target_account_id = (select id from accounts where username = \(name) and domain is null) and action_taken_at is null"
            ) == 1)
        #expect(try await stage.jobNames(in: "mailers") == ["UserMailer.warning"])
        #expect(
            try await stage.texts(
                "select action || ' ' || target_type || ' ' || human_identifier from admin_action_logs order by id desc limit 2"
            ) == ["resolve Report \(report)", "create AccountWarning \(name)"])
    }

    @Test func `moderators tell each other something`() async throws {
        let stage = try await Stage.make(.v4_6)
        let name = try await stage.ordinaryUsers()[0]
        let added = try await stage.consequences(
            of:
                "accounts", "notes", "add", name, "wrote to us", "--as", try await stage.holder(of: "Moderator"))
        #expect(added.status == 0, "\(added.conversation)")
        let listed = try await stage.consequences(of: "accounts", "notes", "list", name)
        #expect(listed.answer.contains("wrote to us"))
        let id = try await stage.texts("select max(id)::text from account_moderation_notes")[0]
        let removed = try await stage.consequences(of: "accounts", "notes", "remove", id)
        #expect(removed.status == 0, "\(removed.conversation)")
        #expect(
            try await stage.number(
                "select count(*) from account_moderation_notes where content = 'wrote to us'") == 0)
    }

    @Test func `who has not confirmed is asked again, one after another`() async throws {
        let stage = try await Stage.make(.v4_6)
        try await stage.execute(
            """
            update users
            set confirmed_at = null, confirmation_token = 'old token ' || id, created_at = now(),
                confirmation_sent_at = now() - case when id % 2 = 0 then interval '1 hour' else interval '3 days' end
            where id in (select id from users where role_id is null and confirmed_at is not null order by id limit 4)
            """)
        let waiting = try await stage.number(
            "select count(*) from users where confirmed_at is null and created_at > now() - interval '1 day'")
        try await stage.emptyQueues()
        let run = try await stage.consequences(
            of:
                "accounts", "resend-confirmation", "--since", "1d", "--every", "1m", "--yes", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "\(waiting)")
        let redis = try await RedisConnection.connect(stage.instance.redis)
        let later = try await redis.command(["ZCARD", "schedule"]).integer
        let now = try await redis.command(["LLEN", "queue:mailers"]).integer
        await redis.close()
        #expect(now == 1 && later == Int64(waiting - 1))
        #expect(
            try await stage.number(
                "select count(*) from users where confirmation_token like 'old token%' and id % 2 = 1") == 0)
        #expect(try await stage.number("select count(*) from admin_action_logs where action = 'resend'") == waiting)
    }

    @Test func `archives go with their files`() async throws {
        let stage = try await Stage.make(.v4_6)
        try await stage.execute(
            """
            insert into backups (id, user_id, dump_file_name, dump_content_type, dump_file_size, processed, created_at, updated_at)
            select 77, min(id), 'archive.zip', 'application/zip', 5, true, now() - interval '1 day', now() from users
            """)
        stage.make(directory: "backups/dumps/000/000/077/original")
        stage.write("12345", to: "backups/dumps/000/000/077/original/archive.zip", from: stage.instance.mediaRoot)
        let run = try await stage.consequences(of: "accounts", "delete-archives", "--all", "--yes", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.number("select count(*) from backups") == 0)
        #expect(try await stage.objects().keys.contains { $0.contains("archive.zip") } == false)
    }

    @Test func `all that is held about somebody is written down, without secrets, and that is on record`() async throws
    {
        let stage = try await Stage.make(.newest)
        let name = try await stage.ordinaryUsers()[0]
        try await stage.execute(
            """
            update users set encrypted_password = 'very-secret-hash'
            where account_id = (select id from accounts where username = \(name) and domain is null)
            """)
        let before = try await stage.snapshot()
        let path = "\(stage.instance.folder)/case"
        let run = try await stage.consequences(of: "accounts", "dossier", name, "--legal", "--out", path)
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.snapshot() == before)
        let text = TextFile.read("\(path).json") ?? ""
        #expect(!text.contains("very-secret-hash"))
        let posts = try await stage.number(
            "select jsonb_array_length(\(text)::jsonb -> 'tables' -> 'statuses')")
        #expect(
            try await stage.number(
                """
                select count(*) from statuses
                where account_id = (select id from accounts where username = \(name) and domain is null)
                """) == posts)
        #expect(TextFile.read("\(path).html")?.contains("What sandbox.example holds about \(name)") == true)
        let trail = try await stage.consequences(of: "audit", "--source", "local")
        #expect(trail.answer.contains("accounts dossier"))
        let again = try await stage.consequences(of: "accounts", "dossier", name, "--legal", "--out", path)
        #expect(again.status == 64, "\(again.conversation)")
    }
}
