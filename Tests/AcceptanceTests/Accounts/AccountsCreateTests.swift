import Crypto
import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct AccountsCreateTests {
    private static let plainKeys: Statement = """
        private_key like '-----BEGIN RSA PRIVATE KEY-----%', public_key like '-----BEGIN PUBLIC KEY-----%'
        """

    /// Since 4.7: a row of its own, sealed, and nothing in the account.
    private static let sealedKeys: Statement = """
        private_key is null and public_key = '' and accounts.uri is null, exists (
            select from keypairs
            where keypairs.account_id = accounts.id and local_fragment ~ '^#rsa-[0-9a-f]{16}$' and uri is null
                and private_key::jsonb -> 'h' ? 'iv' and keypairs.public_key like '-----BEGIN PUBLIC KEY-----%')
        """

    @Test(arguments: MastodonRelease.allCases)
    func `a user is made on every release, and a dry run makes none`(release: MastodonRelease) async throws {
        let stage = try await Stage.withRoles(release)
        let before = try await stage.snapshot()
        let words = ["accounts", "create", "Newbie", "--email", " Newbie@Mail.Example", "--format", "json"]
        let rehearsal = try await stage.start(words + ["--dry-run"]).end()
        #expect(rehearsal.status == 0, "\(rehearsal.conversation)")
        #expect(try await stage.snapshot() == before)
        #expect(try await stage.mails() == [])
        let run = try await stage.start(words + ["--show-password"]).end()
        #expect(run.status == 0, "\(run.conversation)")
        let isModern = release >= .v4_5
        let hasKeys = release >= .v4_7
        let changed = try await stage.snapshot().changedTables(from: before)
        #expect(changed == (hasKeys ? ["accounts", "keypairs", "users"] : ["accounts", "users"]))
        let hash = try #require(try await stage.texts("select encrypted_password from users").first)
        let password = try #require(try await stage.figure("facts.password", of: run))
        #expect(password.count == 32 && PasswordHash.matches(password, hash))
        let row = try await stage.texts(
            """
            select concat_ws(',', accounts.username, email, approved, confirmed_at is null, settings,
                length(confirmation_token), confirmation_sent_at > now() at time zone 'utc' - interval '1 minute',
                \(fragment: hasKeys ? Self.sealedKeys : Self.plainKeys),
                domain is null, role_id is null, accounts.created_at = users.created_at)
            from users join accounts on accounts.id = account_id
            """)
        #expect(row == ["Newbie,newbie@mail.example,t,t,{},20,t,t,t,t,t,t"])
        let token = try #require(try await stage.texts("select confirmation_token from users").first)
        #expect(
            try await stage.mails() == [
                #"confirmation_instructions {"args":[{"_aj_globalid":"gid://mastodon/User/1"},"\#(token)"],"#
                    + #""_aj_ruby2_keywords":["args"]}"#
            ])
        let wrapper = try await stage.jobs(in: "mailers").first?["class"]?.string
        #expect(
            wrapper
                == (isModern
                    ? "Sidekiq::ActiveJob::Wrapper" : "ActiveJob::QueueAdapters::SidekiqAdapter::JobWrapper"))
        let account = try await stage.texts("select id::text from accounts")[0]
        #expect(
            try await stage.calls(in: "default")
                == [#"TriggerWebhookWorker ["account.created","Account",\#(account)]"#])
    }

    @Test(arguments: MastodonRelease.allCases)
    func `a confirmed user is greeted, now or in an hour`(release: MastodonRelease) async throws {
        let stage = try await Stage.withRoles(release)
        let run = try await stage.consequences(
            of:
                "accounts", "create", "boss", "--email", "boss@mail.example", "--confirmed", "--role", "Owner")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.texts("select role_id::text || approved from users") == ["3true"])
        #expect(
            try await stage.calls(in: "default").map { $0.prefix { $0 != " " } }.sorted() == [
                "BootstrapTimelineWorker", "TriggerWebhookWorker", "TriggerWebhookWorker",
            ])
        let queue = release >= .v4_3 ? "schedule" : "mailers"
        #expect(try await stage.mails(in: queue).map { $0.prefix(8) } == ["welcome "])
    }

    @Test func `where sign-ups need an approval the staff is told, unless it is given`() async throws {
        let stage = try await Stage.withRoles()
        try await stage.people("owner", role: "Owner")
        try await stage.people("helper", role: "Moderator")
        try await stage.execute(
            """
            update users set settings = '{"notification_emails.pending_account":false}'
            where email = 'owner@mail.example'
            """)
        try await stage.execute("update user_roles set permissions = 1024 where name = 'Moderator'")
        try await stage.execute("update settings set value = '--- approved' || chr(10)")
        let run = try await stage.consequences(
            of: "accounts", "create", "one", "--email", "one@mail.example", "--confirmed")
        #expect(run.status == 0, "\(run.conversation)")
        let helper = try await stage.texts("select id::text from accounts where username = 'helper'")[0]
        #expect(
            try await stage.mails() == [
                #"new_pending_account {"params":{"recipient":{"_aj_globalid":"gid://mastodon/Account/\#(helper)"},"#
                    + #""_aj_symbol_keys":["recipient"]},"args":[{"_aj_globalid":"gid://mastodon/User/3"}],"#
                    + #""_aj_ruby2_keywords":["params","args"]}"#
            ])
        #expect(try await stage.texts("select approved::text from users where id = 3") == ["false"])
        _ = try await stage.consequences(of: "accounts", "create", "two", "--email", "two@mail.example", "--approve")
        #expect(try await stage.texts("select approved::text from users where id = 4") == ["true"])
    }

    @Test func `what the server would refuse is refused, with the field named`() async throws {
        let stage = try await Stage.withRoles()
        try await stage.people("alice")
        try await stage.execute(
            """
            insert into email_domain_blocks (domain, created_at, updated_at)
            values ('spam.example', now(), now())
            """)
        let hash = Digest.sha256Digits(CanonicalEmail(of: "bad@mail.example").text)
        try await stage.execute(
            """
            insert into canonical_email_blocks (canonical_email_hash, created_at, updated_at)
            values (\(hash), now(), now())
            """)
        let before = try await stage.snapshot()
        let cases: [([String], Int32, String)] = [
            (["ALICE", "--email", "a@mail.example"], 65, "account.username: taken"),
            (["bad name!", "--email", "a@mail.example"], 65, "account.username: invalid"),
            ([String(repeating: "x", count: 31), "--email", "a@mail.example"], 65, "account.username: too_long"),
            (["new", "--email", "Alice@MAIL.example"], 65, "email: taken"),
            (["new", "--email", "me@sub.spam.example"], 65, "email: blocked"),
            (["new", "--email", "b.a.d+1@mail.example"], 65, "email: taken"),
            (["new", "--email", "nope"], 65, "email: invalid"),
            (["new", "--email", "a@mail.example", "--role", "moderator"], 66, "no role is called moderator"),
        ]
        for (words, status, message) in cases {
            let run = try await stage.start(["accounts", "create"] + words).end()
            #expect(run.status == status && run.conversation.contains(message), "\(run.conversation)")
        }
        let listed = stage.with(["EMAIL_DOMAIN_ALLOWLIST": "good.example|fine.example"])
        let refused = try await listed.run("accounts", "create", "new", "--email", "a@mail.example")
        #expect(refused.status == 65 && refused.conversation.contains("email: blocked"))
        #expect(try await stage.snapshot() == before)
        #expect(try await listed.run("accounts", "create", "new", "--email", "a@x.fine.example").status == 0)
    }

    @Test func `before 4_4 a reserved name stays reserved`() async throws {
        for (release, status) in [(MastodonRelease.v4_3, Int32(65)), (.v4_4, 0)] {
            let stage = try await Stage.withRoles(release)
            let run = try await stage.consequences(of: "accounts", "create", "Admin", "--email", "adm@mail.example")
            #expect(run.status == status, "\(run.conversation)")
        }
    }

    @Test func `an account without a user gets a new one, and one in use goes only by force`() async throws {
        let stage = try await Stage.withRoles()
        try await stage.people("ghost", "taken")
        try await stage.execute("delete from users where email = 'ghost@mail.example'")
        try await stage.execute("update accounts set suspended_at = now() where username = 'ghost'")
        try await stage.execute(
            """
            insert into account_warnings (account_id, target_account_id, action, created_at, updated_at)
            select taken.id, ghost.id, 3000, now(), now()
            from accounts as taken
            join accounts as ghost on ghost.username = 'ghost'
            where taken.username = 'taken'
            """)
        let ids = try await stage.texts("select id::text from accounts order by username")
        let again = try await stage.consequences(
            of: "accounts", "create", "GHOST", "--email", "g@mail.example", "--reattach")
        #expect(again.status == 0, "\(again.conversation)")
        let kept = try await stage.number(
            """
            select count(*) from accounts join users on account_id = accounts.id
            where username = 'ghost' and suspended_at is null and email = 'g@mail.example'
            """)
        #expect(kept == 1)
        let before = try await stage.snapshot()
        let refused = try await stage.consequences(
            of: "accounts", "create", "taken", "--email", "t@mail.example", "--reattach")
        #expect(refused.status == 0 && refused.conversation.contains("--force"))
        #expect(try await stage.snapshot() == before)
        let forced = try await stage.consequences(
            of:
                "accounts", "create", "taken", "--email", "taken@mail.example", "--reattach", "--force")
        #expect(forced.status == 0, "\(forced.conversation)")
        #expect(try await stage.number("select count(*) from account_warnings") == 0, "strikes go with who gave them")
        let now = try await stage.texts("select id::text from accounts order by username")
        #expect(now.count == 2 && now[0] == ids[0] && now[1] != ids[1])
    }
}
