import Model
import Postgres
import Redis
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct SessionTests {
    @Test(arguments: MastodonRelease.allCases)
    func `sessions are told without secrets, and end with everything that lets in`(release: MastodonRelease)
        async throws
    {
        let stage = try await Stage.make(release)
        let name = try await stage.ordinaryUsers()[0]
        try await Self.signIn(name, on: stage)
        let told = try await stage.consequences(of: "accounts", "sessions", name, "--format", "json")
        #expect(told.status == 0, "\(told.conversation)")
        #expect(try await stage.figure("sessions.0.ip", of: told) == "192.0.2.77")
        #expect(try await stage.figure("tokens.0.scopes", of: told) != nil)
        #expect(!told.answer.contains("secret"), "\(told.answer)")
        let before = try await stage.snapshot()
        #expect(try await stage.consequences(of: "accounts", "revoke-sessions", name, "--dry-run").status == 0)
        #expect(try await stage.snapshot() == before)
        let run = try await stage.consequences(of: "accounts", "revoke-sessions", name, "--yes", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("details.sessions_ended", of: run) == "1")
        #expect(
            try await stage.number(
                """
                select (select count(*) from session_activations where session_id = 'secret session')
                    + (select count(*) from oauth_access_tokens where token = 'secret of the browser')
                    + (select count(*) from web_push_subscriptions where key_auth = 'secret key')
                    + (select count(*) from oauth_access_tokens where token = 'secret of the app' and revoked_at is null)
                """) == 0)
        #expect(
            try await stage.number("select count(*) from oauth_access_tokens where token = 'secret of the app'") == 1)
    }

    @Test func `sessions and strikes of several are told together, each with its account`() async throws {
        let stage = try await Stage.make()
        let names = try await stage.ordinaryUsers(2)
        try await stage.execute(
            """
            insert into oauth_access_tokens (token, resource_owner_id, scopes, created_at)
            select 'token of ' || id, id, 'read', now() from users
            """)
        for name in names {
            #expect(
                try await stage.consequences(of: "accounts", "silence", name, "--text", "loud", "--yes").status == 0)
        }
        let path = "\(stage.instance.folder)/names"
        TextFile.write(names.joined(separator: "\n"), to: path)
        for words in [names, ["--from", path], ["--where", "origin:local username:\(names.joined(separator: ","))"]] {
            for (verb, list) in [("strikes", "strikes"), ("sessions", "tokens")] {
                let run = try await stage.start(["accounts", verb] + words + ["--format", "json"]).end()
                #expect(run.status == 0, "\(words): \(run.conversation)")
                #expect(try await stage.figure("account", of: run) == nil)
                let told = try await stage.texts(
                    "select distinct item ->> 'account' from jsonb_array_elements((\(run.answer)::jsonb) -> \(list)) as item"
                )
                #expect(Set(names).isSubset(of: told), "\(words): \(run.answer)")
            }
        }
        let one = try await stage.consequences(of: "accounts", "strikes", names[0], "--format", "json")
        #expect(try await stage.figure("account", of: one) == names[0])
        TextFile.write("nobody.here\n", to: path)
        #expect(try await stage.consequences(of: "accounts", "strikes", "--from", path).status == 66)
    }

    @Test func `strangers sign in elsewhere, and nobody signs the owner out`() async throws {
        let stage = try await Stage.make()
        let (stranger, owner) = (try await stage.strangers()[0], try await stage.holder(of: "Owner"))
        #expect(try await stage.consequences(of: "accounts", "sessions", stranger).status == 65)
        #expect(try await stage.consequences(of: "accounts", "revoke-sessions", stranger, "--yes").status == 65)
        #expect(try await stage.consequences(of: "accounts", "revoke-sessions", owner, "--yes").status == 77)
        #expect(try await stage.consequences(of: "accounts", "revoke-sessions", "nobody.here", "--yes").status == 66)
    }

    /// A browser with push, and an app.
    private static func signIn(_ name: String, on stage: Stage) async throws {
        let user: Statement =
            """
            (select users.id from users join accounts on accounts.id = account_id
            where username = \(name) and domain is null)
            """
        try await stage.execute("delete from session_activations where user_id = \(fragment: user)")
        for token in ["secret of the browser", "secret of the app"] {
            try await stage.execute(
                """
                insert into oauth_access_tokens (token, resource_owner_id, application_id, scopes, created_at)
                values (\(token), \(fragment: user), (select min(id) from oauth_applications), 'read write', now())
                """)
        }
        try await stage.execute(
            """
            insert into web_push_subscriptions (endpoint, key_p256dh, key_auth, access_token_id, user_id, created_at,
                updated_at)
            select 'https://push.example/1', 'secret', 'secret key', id, resource_owner_id, now(), now()
            from oauth_access_tokens where token = 'secret of the browser'
            """)
        try await stage.execute(
            """
            insert into session_activations (session_id, user_id, ip, user_agent, access_token_id,
                web_push_subscription_id, created_at, updated_at)
            select 'secret session', user_id, '192.0.2.77', 'Browser', access_token_id, id, now(), now()
            from web_push_subscriptions where key_auth = 'secret key'
            """)
    }
}
