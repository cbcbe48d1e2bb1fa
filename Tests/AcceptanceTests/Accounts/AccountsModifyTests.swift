import Crypto
import Model
import Postgres
import Redis
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct AccountsModifyTests {
    private func user(_ columns: Statement, of stage: Stage) async throws -> String {
        try await stage.texts(
            """
            select concat_ws(',', \(fragment: columns))
            from users join accounts on accounts.id = account_id
            where username = 'alice'
            """
        ).first ?? ""
    }

    @Test(arguments: MastodonRelease.allCases)
    func `each change is made on every release, and a dry run makes none`(release: MastodonRelease) async throws {
        let stage = try await Stage.withRoles(release)
        try await stage.people("alice")
        try await stage.execute("update users set otp_required_for_login = true, otp_backup_codes = '{a,b}'")
        try await stage.execute(
            """
            insert into webauthn_credentials (external_id, public_key, nickname, user_id, created_at, updated_at)
            select 'e', 'k', 'n', id, now(), now() from users
            """)
        let before = try await stage.snapshot()
        let words = ["accounts", "modify", "Alice", "--role", "Moderator", "--disable", "--disable-2fa"]
        #expect(try await stage.start(words + ["--dry-run"]).end().status == 0)
        #expect(try await stage.snapshot() == before)
        let run = try await stage.start(words).end()
        #expect(run.status == 0, "\(run.conversation)")
        #expect(
            try await user("role_id, disabled, otp_required_for_login, otp_backup_codes", of: stage) == "1,t,f,{}")
        #expect(try await stage.number("select count(*) from webauthn_credentials") == 0)
        #expect(try await stage.snapshot().changedTables(from: before) == ["users", "webauthn_credentials"])
        _ = try await stage.consequences(of: "accounts", "modify", "alice", "--remove-role", "--enable")
        #expect(try await user("role_id is null, disabled", of: stage) == "t,f")
        #expect(try await stage.mails() == [])
    }

    @Test(arguments: MastodonRelease.allCases)
    func `a new address waits for its confirmation`(release: MastodonRelease) async throws {
        let stage = try await Stage.withRoles(release)
        try await stage.people("alice")
        try await stage.execute("update users set reset_password_token = 'x', reset_password_sent_at = now()")
        let run = try await stage.consequences(of: "accounts", "modify", "alice", "--email", "New@mail.example")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(
            try await user("email, unconfirmed_email, reset_password_token is null", of: stage)
                == "alice@mail.example,new@mail.example,t")
        let token = try await user("confirmation_token", of: stage)
        #expect(
            try await stage.mails() == [
                #"confirmation_instructions {"args":[{"_aj_globalid":"gid://mastodon/User/1"},"\#(token)","#
                    + #"{"to":"new@mail.example","_aj_ruby2_keywords":["to"]}],"_aj_ruby2_keywords":["args"]}"#,
                #"email_changed {"args":[{"_aj_globalid":"gid://mastodon/User/1"},"#
                    + #"{"to":"alice@mail.example","_aj_ruby2_keywords":["to"]}],"_aj_ruby2_keywords":["args"]}"#,
            ])
        _ = try await stage.consequences(of: "accounts", "modify", "alice", "--confirm")
        #expect(
            try await user("email, unconfirmed_email is null", of: stage) == "new@mail.example,t")
    }

    @Test func `an address is confirmed also when its mail is old`() async throws {
        let stage = try await Stage.withRoles()
        let made = try await stage.consequences(of: "accounts", "create", "alice", "--email", "alice@mail.example")
        #expect(made.status == 0)
        try await stage.execute("update users set confirmation_sent_at = now() - interval '30 days'")
        try await stage.forgetJobs()
        let run = try await stage.consequences(of: "accounts", "modify", "alice", "--confirm")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await user("confirmed_at is not null", of: stage) == "t")
        #expect(try await stage.mails(in: "schedule").map { $0.prefix(8) } == ["welcome "])
        try await stage.forgetJobs()
        _ = try await stage.consequences(of: "accounts", "modify", "alice", "--confirm")
        #expect(try await stage.mails(in: "schedule") == [])
    }

    @Test(arguments: MastodonRelease.allCases)
    func `a new password ends every access`(release: MastodonRelease) async throws {
        let stage = try await Stage.withRoles(release)
        try await stage.people("alice")
        try await stage.execute(
            """
            insert into oauth_access_tokens (id, token, resource_owner_id, created_at)
            select number, 't' || number, users.id, now() from users, generate_series(1, 3) as number
            """)
        try await stage.execute(
            """
            insert into web_push_subscriptions (id, endpoint, key_p256dh, key_auth, access_token_id, user_id,
                created_at, updated_at)
            select number, 'e', 'k', 'a', number, users.id, now(), now() from users, generate_series(1, 2) as number
            """)
        try await stage.execute(
            """
            insert into session_activations (session_id, access_token_id, web_push_subscription_id, user_id,
                created_at, updated_at)
            select 's', 1, 1, id, now(), now() from users
            """)
        let listener = try await RedisConnection.connect(stage.instance.redis)
        let run = try await stage.consequences(
            of:
                "accounts", "modify", "alice", "--reset-password", "--show-password", "--format", "json")
        await listener.close()
        #expect(run.status == 0, "\(run.conversation)")
        let password = try #require(try await stage.figure("facts.password", of: run))
        #expect(PasswordHash.matches(password, try await user("encrypted_password", of: stage)))
        #expect(try await stage.number("select count(*) from session_activations") == 0)
        #expect(try await stage.number("select count(*) from web_push_subscriptions") == 0)
        #expect(
            try await stage.texts("select concat(id, revoked_at is not null) from oauth_access_tokens order by id")
                == ["2t", "3t"])
        #expect(try await stage.mails().map { $0.prefix { $0 != " " } } == ["password_change"])
    }

    @Test func `what cannot be is refused and changes nothing`() async throws {
        let stage = try await Stage.withRoles()
        try await stage.people("alice", "bob")
        let before = try await stage.snapshot()
        let cases: [([String], Int32, String)] = [
            (["nobody", "--confirm"], 66, "no account here is called nobody"),
            (["alice", "--email", "nope"], 65, "email: invalid"),
            (["alice", "--email", "BOB@mail.example", "--role", "Owner"], 65, "email: taken"),
            (["alice", "--role", "King"], 66, "no role is called King"),
            (["alice", "--show-password"], 64, "--reset-password"),
        ]
        for (words, status, message) in cases {
            let run = try await stage.start(["accounts", "modify"] + words).end()
            #expect(run.status == status && run.conversation.contains(message), "\(run.conversation)")
        }
        #expect(try await stage.consequences(of: "accounts", "modify", "alice").status == 0)
        #expect(try await stage.snapshot() == before)
        #expect(try await stage.mails() == [])
    }
}
