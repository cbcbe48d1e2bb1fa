import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct MaintenanceFixDuplicatesTests {
    @Test(arguments: MastodonRelease.allCases)
    func `rows that are there twice become one, with what hangs on them, and their indexes are made anew`(
        release: MastodonRelease
    ) async throws {
        let stage = try await Stage.make(release)
        for index in [
            "index_statuses_on_uri", "index_tags_on_name_lower_btree", "index_domain_blocks_on_domain",
            "index_follows_on_account_id_and_target_account_id", "index_users_on_email",
        ] {
            try await stage.execute("drop index \(identifier: index)")
        }
        // A post that came in twice: the later one has an answer and the same favourite.
        let pair = try await stage.texts(
            """
            select concat_ws(' ', min(id), max(id)) from statuses
            where not local and uri is not null and reblog_of_id is null and deleted_at is null
            group by account_id having count(*) > 1 order by account_id limit 1
            """)
        let ids = try #require(pair.first).split(separator: " ").compactMap { Int64($0) }
        let (kept, other) = (ids[0], ids[1])
        try await stage.execute(
            "update statuses set uri = (select uri from statuses where id = \(kept)) where id = \(other)")
        try await stage.execute("delete from favourites where status_id in (\(kept), \(other))")
        for id in [kept, other] {
            try await stage.execute(
                """
                insert into favourites (account_id, status_id, created_at, updated_at)
                select id, \(id), now(), now() from accounts where domain is null and id > 0 order by id limit 1
                """)
        }
        try await stage.execute(
            "update statuses set in_reply_to_id = \(other) where id = (select max(id) from statuses where id <> \(other))"
        )
        try await stage.execute(
            """
            insert into tags (id, name, created_at, updated_at)
            values (880001, 'double', now(), now()), (880002, 'DOUBLE', now(), now())
            """)
        try await stage.execute(
            """
            insert into statuses_tags (status_id, tag_id)
            select id, 880001 + mod(row_number() over (order by id), 2) from statuses where id in (\(kept), \(other))
            """)
        try await stage.execute(
            """
            insert into domain_blocks (domain, severity, reject_media, public_comment, created_at, updated_at)
            values ('twice.example', 0, true, 'noisy', now(), now()), ('twice.example', 1, false, null, now(), now())
            """)
        try await stage.execute(
            """
            insert into follows (account_id, target_account_id, created_at, updated_at)
            select account_id, target_account_id, now(), now() from follows order by id limit 1
            """)
        try await stage.execute(
            "update users set email = (select min(email) from users) where id in (select id from users order by email limit 2)"
        )
        let before = try await stage.snapshot()
        let words = ["maintenance", "fix-duplicates", "--format", "json"]
        let dry = try await stage.start(words + ["--dry-run"]).end()
        #expect(dry.status == 0, "\(dry.conversation)")
        #expect(try await stage.figure("changed", of: dry) == "5")
        #expect(try await stage.snapshot() == before)
        #expect(try await stage.start(words).end().status == 64)

        let run = try await stage.start(words + ["--yes"]).end()
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "5")
        #expect(try await stage.number("select count(*) from statuses where id = \(other)") == 0)
        #expect(try await stage.number("select count(*) from statuses where in_reply_to_id = \(kept)") > 0)
        #expect(try await stage.number("select count(*) from favourites where status_id = \(kept)") == 1)
        #expect(try await stage.number("select count(*) from tags where lower(name) = lower('double')") == 1)
        #expect(try await stage.number("select count(*) from statuses_tags where tag_id in (880001, 880002)") == 1)
        #expect(
            try await stage.texts(
                """
                select concat_ws('|', severity, reject_media, public_comment)
                from domain_blocks where domain = 'twice.example'
                """) == ["1|t|noisy"])
        #expect(try await stage.number("select count(*) from users where email like '0 %'") == 1)
        let again = try await stage.start(words + ["--yes"]).end()
        #expect(again.status == 0, "\(again.conversation)")
        #expect(try await stage.figure("changed", of: again) == "0")
        let indexes = try await stage.consequences(of: "maintenance", "indexes", "--dry-run", "--format", "json")
        #expect(try await stage.figure("changed", of: indexes) == "0")
    }
}
