import Model
import Postgres
import Support
import Testing

/// A moderator's work on posts.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct StatusesTests {
    /// Three posts of spam by one stranger, and one by another.
    private func wave(_ stage: Stage) async throws -> [String] {
        try await stage.execute(
            """
            insert into statuses (id, text, account_id, uri, local, visibility, created_at, updated_at)
            select (extract(epoch from now())::bigint * 1000 << 16) + number,
                'Win FREE money ' || number || ' at https://shop' || number || '.spam.example/x', author.id,
                'https://far.example/wave/' || number, false, 0, now() at time zone 'utc', now() at time zone 'utc'
            from generate_series(1, 4) as number
            join (select id, row_number() over (order by id) as place from accounts
                where domain is not null and suspended_at is null) as author
                on author.place = case when number < 4 then 1 else 2 end
            """)
        return try await stage.texts("select id::text from statuses where uri like '%/wave/%' order by id desc")
    }

    @Test(arguments: [MastodonRelease.v4_2, .v4_5, .newest])
    func `posts are found, deleted by the server's worker, and noted in one strike an author`(
        release: MastodonRelease
    ) async throws {
        let stage = try await Stage.make(release)
        let posts = try await wave(stage)
        try await stage.emptyQueues()
        let query = "link:spam.example created:<2h text:~\"free money\" -local:yes"
        let listed = try await stage.consequences(of: "statuses", "list", "--where", query, "--format", "ids")
        #expect(listed.answer.split(separator: "\n").map(String.init) == posts, "\(listed.conversation)")
        let similar = try await stage.consequences(
            of:
                "statuses", "similar", "https://far.example/wave/1", "--by", "text", "--format", "ids")
        #expect(
            similar.answer.split(separator: "\n").map(String.init) == Array(posts.dropLast()), "\(similar.conversation)"
        )
        let authors = try await stage.consequences(of: "statuses", "authors", "--where", query, "--format", "json")
        #expect(try await stage.figure("0.posts", of: authors) == "3", "\(authors.conversation)")
        let shown = try await stage.consequences(of: "statuses", "show", posts[0], "--format", "json")
        #expect(try await stage.figure("0.visibility", of: shown) == "public", "\(shown.conversation)")

        let run = try await stage.consequences(
            of:
                "statuses", "delete", "--where", query, "--text", "Spam.", "--yes", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "4")
        #expect(
            try await stage.number("select count(*) from statuses where uri like '%/wave/%' and deleted_at is null")
                == 0)
        #expect(
            try await stage.texts(
                "select action || ' ' || text || ' ' || cardinality(status_ids) from account_warnings where action = 1500 order by 1"
            ) == ["1500 Spam. 1", "1500 Spam. 3"])
        #expect(
            try await stage.number("select count(*) from tombstones where by_moderator and uri like '%/wave/%'") == 4)
        #expect(
            try await stage.number(
                "select count(*) from admin_action_logs where action = 'destroy' and target_type = 'Status'")
                == 4)
        #expect(try await stage.jobNames(in: "default").contains("RemovalWorker"))
        let reports = try await stage.texts(
            """
            select category || ' ' || cardinality(status_ids) || ' ' || (action_taken_at is not null)
            from reports where status_ids && \(posts.compactMap { Int64($0) }) order by 1
            """)
        #expect(reports == (release >= .v4_6 ? ["1000 1 true", "1000 3 true"] : []))
    }

    @Test(arguments: [MastodonRelease.v4_2, .newest])
    func `a post marked as sensitive keeps what it was among its edits`(release: MastodonRelease) async throws {
        let stage = try await Stage.make(release)
        let post = try await stage.texts(
            """
            select statuses.id::text from statuses
            join accounts on accounts.id = statuses.account_id
            where domain is null and not sensitive and deleted_at is null
                and exists (select from media_attachments where status_id = statuses.id)
            order by statuses.id limit 1
            """)[0]
        try await stage.execute("delete from status_edits where status_id::text = \(post)")
        try await stage.emptyQueues()
        let run = try await stage.consequences(of: "statuses", "sensitize", post, "--no-notify", "--yes")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(
            try await stage.texts(
                """
                select sensitive || ' ' || (account_id = -99) || ' ' || cardinality(media_descriptions)
                from status_edits where status_id::text = \(post) order by id
                """
            ).map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == ["false false", "true true"])
        #expect(
            try await stage.texts(
                "select (sensitive and edited_at is not null)::text from statuses where id::text = \(post)")
                == ["true"])
        #expect(try await stage.jobNames(in: "default").contains("DistributionWorker"))
        #expect(try await stage.jobNames(in: "push") == ["ActivityPub::StatusUpdateDistributionWorker"])
        let again = try await stage.consequences(of: "statuses", "sensitize", post, "--yes", "--format", "json")
        #expect(try await stage.figure("changed", of: again) == "0")
    }

    @Test func `a user's old posts go at the user's request, with no strike`() async throws {
        let stage = try await Stage.make(.v4_6)
        let name = try await stage.texts(
            """
            select username from accounts
            where domain is null and id > 0 and exists (select from statuses where account_id = accounts.id) limit 1
            """)[0]
        try await stage.emptyQueues()
        let strikes = try await stage.number("select count(*) from account_warnings")
        let run = try await stage.consequences(of: "accounts", "clean-posts", name, "--before", "1s", "--yes")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(
            try await stage.number(
                """
                select count(*) from statuses join accounts on accounts.id = statuses.account_id
                where username = \(name) and domain is null and deleted_at is null and visibility <> 3
                    and not exists (select from status_pins where status_id = statuses.id)
                """) == 0)
        #expect(try await stage.jobNames(in: "default").contains("RemovalWorker"))
        #expect(try await stage.number("select count(*) from account_warnings") == strikes)
    }
}
