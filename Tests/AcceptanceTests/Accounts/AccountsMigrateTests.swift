import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled)) struct AccountsMigrateTests {
    /// `ann` (12), and `ann@new.example` (41), which names her as its alias.
    private static func make(_ release: MastodonRelease = .usual) async throws -> Stage {
        let stage = try await Stage.make(release, size: .empty)
        let none: Statement = release >= .v4_7 ? "null" : "''"
        try await stage.execute(
            """
            insert into accounts (id, username, domain, uri, also_known_as, protocol, created_at, updated_at)
            values
                (12, 'ann', null, \(fragment: none), null, 0, now(), now()),
                (13, 'bob', null, \(fragment: none), null, 0, now(), now()),
                (41, 'ann', 'new.example', 'https://new.example/ann', '{https://sandbox.example/users/ann}', 1, now(),
                    now())
            """)
        if release >= .v4_5 { try await stage.execute("update accounts set id_scheme = 0 where id = 12") }
        try await stage.execute(
            "insert into account_stats (account_id, followers_count, created_at, updated_at) values (12, 9, now(), now())"
        )
        return stage
    }

    @Test(arguments: MastodonRelease.allCases)
    func `the account redirects, and the server's own jobs do the rest; replayed, they do it again`(
        release: MastodonRelease
    ) async throws {
        let stage = try await Self.make(release)
        let before = try await stage.snapshot()
        #expect(
            try await stage.consequences(of: "accounts", "migrate", "ann", "--target", "ann@new.example", "--dry-run")
                .status == 0)
        #expect(try await stage.snapshot() == before)
        let run = try await stage.consequences(of: "accounts", "migrate", "ann", "--target", "ann@new.example")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.number("select moved_to_account_id from accounts where id = 12") == 41)
        #expect(
            try await stage.texts(
                "select account_id || ' ' || acct || ' ' || target_account_id || ' ' || followers_count from account_migrations"
            )
                == ["12 ann@new.example 41 9"])
        let id = try await stage.number("select id from account_migrations")
        #expect(try await stage.arguments(of: "MoveWorker", in: "default") == ["[12,41]"])
        #expect(
            try await stage.arguments(of: "TriggerWebhookWorker", in: "default") == [
                #"["account.updated","Account",12]"#
            ])
        #expect(try await stage.arguments(of: "ActivityPub::MoveDistributionWorker", in: "push") == ["[\(id)]"])
        #expect(try await stage.arguments(of: "ActivityPub::UpdateDistributionWorker", in: "push") == ["[12]"])

        #expect(try await stage.consequences(of: "accounts", "migrate", "ann", "--replay").status == 0)
        #expect(try await stage.number("select count(*) from account_migrations") == 1)
        #expect(try await stage.arguments(of: "ActivityPub::MoveDistributionWorker", in: "push").count == 2)
    }

    @Test func `what stands against a move is said, and nothing is changed`() async throws {
        let stage = try await Self.make()
        let before = try await stage.snapshot()
        #expect(try await stage.consequences(of: "accounts", "migrate", "ann").status == 64)
        #expect(
            try await stage.consequences(of: "accounts", "migrate", "ann", "--replay", "--target", "bob").status == 64)
        #expect(try await stage.consequences(of: "accounts", "migrate", "nobody", "--replay").status == 66)
        #expect(try await stage.consequences(of: "accounts", "migrate", "ann", "--replay").status == 66)
        #expect(
            try await stage.consequences(of: "accounts", "migrate", "ann", "--target", "who@unknown.example").status
                == 66)
        #expect(
            try await stage.consequences(of: "accounts", "migrate", "ann@new.example", "--target", "bob").status == 65)
        let alias = try await stage.consequences(of: "accounts", "migrate", "bob", "--target", "ann@new.example")
        #expect(alias.status == 65)
        #expect(alias.conversation.contains("does not name bob as its alias"))
        #expect(try await stage.consequences(of: "accounts", "migrate", "ann", "--target", "ann").status == 65)
        #expect(try await stage.snapshot() == before)

        try await stage.execute("update accounts set moved_to_account_id = 13 where id = 12")
        #expect(
            try await stage.consequences(of: "accounts", "migrate", "ann", "--target", "ann@new.example").status == 65)
        #expect(
            try await stage.consequences(of: "accounts", "migrate", "ann", "--target", "ann@new.example", "--force")
                .status == 0)
        try await stage.execute("update accounts set moved_to_account_id = null where id = 12")
        let soon = try await stage.consequences(of: "accounts", "migrate", "ann", "--target", "ann@new.example")
        #expect(soon.status == 65)
        #expect(soon.conversation.contains("30 days"))
    }
}
