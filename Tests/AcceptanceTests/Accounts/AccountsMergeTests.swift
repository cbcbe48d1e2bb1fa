import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled)) struct AccountsMergeTests {
    /// `old@a.example` (31) and `new@b.example` (32) with one key, `other@c.example` (33) with another; `ann` (12), `bob`
    /// (13) and a post of hers (500).
    private static func make(_ release: MastodonRelease = .usual) async throws -> Stage {
        let stage = try await Stage.make(release, size: .empty)
        let none: Statement = release >= .v4_7 ? "null" : "''"
        try await stage.execute(
            """
            insert into accounts (id, username, domain, uri, public_key, protocol, avatar_file_name,
                avatar_content_type, avatar_storage_schema_version, created_at, updated_at)
            values
                (12, 'ann', null, \(fragment: none), 'mine', 0, null, null, null, now(), now()),
                (13, 'bob', null, \(fragment: none), 'his', 0, null, null, null, now(), now()),
                (31, 'old', 'a.example', 'https://a.example/old', 'key', 1, 'face.png', 'image/png', 1, now(), now()),
                (32, 'new', 'b.example', 'https://b.example/new', 'key', 1, null, null, null, now(), now()),
                (33, 'other', 'c.example', 'https://c.example/other', 'another', 1, null, null, null, now(), now())
            """)
        stage.write("face", toNew: "cache/accounts/avatars/000/000/031/original/face.png")
        try await stage.execute(
            """
            insert into statuses (id, account_id, text, uri, local, deleted_at, created_at, updated_at)
            values (500, 12, 'hers', 'https://sandbox.example/500', true, null, now(), now()),
                (501, 31, 'his', 'https://a.example/501', false, null, now(), now()),
                (502, 31, 'gone', 'https://a.example/502', false, now(), now(), now())
            """)
        for (one, other) in [(31, 12), (32, 12), (31, 13), (12, 31), (13, 31), (13, 32)] {
            try await stage.follow(one, other, nil)
        }
        try await stage.execute(
            "insert into favourites (account_id, status_id, created_at, updated_at) values (31, 500, now(), now()), (32, 500, now(), now())"
        )
        try await stage.execute(
            "insert into status_stats (status_id, favourites_count, created_at, updated_at) values (500, 2, now(), now())"
        )
        try await stage.execute(
            """
            insert into account_stats (account_id, following_count, followers_count, created_at, updated_at)
            values (12, 1, 2, now(), now()), (13, 2, 1, now(), now()), (31, 2, 2, now(), now()), (32, 5, 5, now(), now())
            """)
        try await stage.execute(
            """
            insert into reports (account_id, target_account_id, created_at, updated_at)
            values (12, 31, now(), now()), (31, 12, now(), now())
            """)
        return stage
    }

    @Test(arguments: MastodonRelease.allCases)
    func `what is the first one's becomes the second's, and what both have is there once`(
        release: MastodonRelease
    ) async throws {
        let stage = try await Self.make(release)
        let before = try await stage.snapshot()
        let dry = try await stage.consequences(of: "accounts", "merge", "old@a.example", "new@b.example", "--dry-run")
        #expect(dry.status == 0, "\(dry.conversation)")
        #expect(try await stage.snapshot() == before)

        let run = try await stage.consequences(of: "accounts", "merge", "old@a.example", "new@b.example")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.number("select count(*) from accounts where id = 31") == 0)
        #expect(
            try await stage.texts("select id || ' ' || account_id from statuses order by id") == ["500 12", "501 32"])
        #expect(
            try await stage.texts("select account_id || '>' || target_account_id from follows order by 1") == [
                "12>32", "13>32", "32>12", "32>13",
            ])
        #expect(try await stage.texts("select account_id::text from favourites") == ["32"])
        #expect(try await stage.number("select favourites_count from status_stats where status_id = 500") == 1)
        #expect(
            try await stage.texts(
                "select account_id || ' ' || following_count || ' ' || followers_count from account_stats order by 1")
                == ["12 1 1", "13 1 1", "32 5 5"])
        #expect(try await stage.texts("select account_id || '>' || target_account_id from reports") == ["32>12"])
        #expect(try await stage.arguments(of: "TriggerWebhookWorker", in: "default").count == 1)
        #expect(!stage.has("cache/accounts/avatars/000/000/031"))
    }

    @Test func `different keys need force, and both must be accounts of other servers`() async throws {
        let stage = try await Self.make()
        let before = try await stage.snapshot()
        let refused = try await stage.consequences(of: "accounts", "merge", "old@a.example", "other@c.example")
        #expect(refused.status == 65)
        #expect(refused.conversation.contains("different keys"))
        #expect(try await stage.consequences(of: "accounts", "merge", "ann", "new@b.example", "--force").status == 65)
        #expect(try await stage.consequences(of: "accounts", "merge", "old@a.example", "ann", "--force").status == 65)
        #expect(try await stage.consequences(of: "accounts", "merge", "old@a.example", "old@a.example").status == 65)
        #expect(try await stage.consequences(of: "accounts", "merge", "old@a.example", "nobody@a.example").status == 66)
        #expect(try await stage.snapshot() == before)
        let forced = try await stage.consequences(
            of: "accounts", "merge", "old@a.example", "other@c.example", "--force")
        #expect(forced.status == 0, "\(forced.conversation)")
        #expect(try await stage.number("select count(*) from statuses where account_id = 33") == 1)
    }

    @Test func `more rows than one transaction takes are merged all the same`() async throws {
        let stage = try await Self.make()
        try await stage.execute(
            """
            insert into statuses (id, account_id, text, uri, local, created_at, updated_at)
            select 1000 + number, 31, 'post', 'https://a.example/many/' || number, false, now(), now()
            from generate_series(1, 4500) as number
            """)
        let run = try await stage.consequences(of: "accounts", "merge", "old@a.example", "new@b.example")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.number("select count(*) from statuses where account_id = 32") == 4_501)
    }
}
