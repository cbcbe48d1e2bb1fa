import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct MaintenanceIndexesTests {
    @Test(arguments: MastodonRelease.allCases)
    func `indexes that are missing are made, and those of another name that do the same are left`(
        release: MastodonRelease
    ) async throws {
        let stage = try await Stage.make(release)
        let none = try await stage.consequences(of: "maintenance", "indexes", "--dry-run", "--format", "json")
        #expect(try await stage.figure("changed", of: none) == "0", "\(none.conversation)")
        let all: Statement = "select indexname::text from pg_indexes where schemaname = 'public' order by 1"
        let before = try await stage.texts(all)
        try await stage.execute("drop index index_statuses_on_uri")
        try await stage.execute("drop index index_favourites_on_status_id")
        try await stage.execute("alter index index_media_attachments_on_status_id rename to mine")
        let run = try await stage.consequences(of: "maintenance", "indexes", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "2")
        #expect(
            try await stage.texts(all)
                == (before.filter { $0 != "index_media_attachments_on_status_id" } + ["mine"]).sorted())
    }

    @Test func `an index that rows stand against is a failure, and leaves nothing behind`() async throws {
        let stage = try await Stage.make()
        try await stage.execute("drop index index_statuses_on_uri")
        try await stage.execute("update statuses set uri = 'https://same.example/1' where uri is not null")
        let run = try await stage.consequences(of: "maintenance", "indexes", "--format", "json")
        #expect(run.status == 1, "\(run.conversation)")
        #expect(
            try await stage.number("select count(*) from pg_indexes where indexname like 'index_statuses_on_uri%'") == 0
        )
    }

    /// Lets an index be read by another order of letters than the one it was built in, as after an upgrade of the system.
    private func reorder(_ index: String, _ stage: Stage) async throws {
        try await stage.execute(
            """
            update pg_index
            set indcollation = (
                select string_agg(
                    case when datcollate like 'C%' or datcollate = 'POSIX' then '"en-x-icu"'::regcollation
                        else '"C"'::regcollation end::oid::text, ' ')::oidvector
                from pg_database, generate_series(1, (
                    select indnkeyatts from pg_index where indexrelid = \(index)::text::regclass))
                where datname = current_database())
            where indexrelid = \(index)::text::regclass
            """)
    }

    @Test func `an index whose order is not that of its letters any more is found and built anew`() async throws {
        let stage = try await Stage.make()
        try await stage.execute("create extension amcheck")
        let sound = try await stage.consequences(of: "maintenance", "indexes", "--check", "--format", "json")
        #expect(sound.status == 0, "\(sound.conversation)")
        #expect(try await stage.figure("changed", of: sound) == "0", "\(sound.answer)")
        for name in ["a", "B", "c", "D"] {
            try await stage.execute(
                """
                insert into custom_emojis (shortcode, created_at, updated_at)
                values (\(name + "_torn"), now(), now())
                """)
        }
        let index = "index_custom_emojis_on_shortcode_and_domain"
        try await reorder(index, stage)
        let found = try await stage.consequences(of: "maintenance", "indexes", "--check", "--dry-run", "--verbose")
        #expect(found.status == 0, "\(found.conversation)")
        #expect((found.answer + found.conversation).contains("\(index) of custom_emojis, damaged"), "\(found)")
        // Nobody sees it who does not look into it.
        let unseen = try await stage.consequences(of: "maintenance", "indexes", "--format", "json")
        #expect(try await stage.figure("changed", of: unseen) == "0", "\(unseen.answer)")
        let mended = try await stage.consequences(of: "maintenance", "indexes", "--check", "--format", "json")
        #expect(mended.status == 0, "\(mended.conversation)")
        #expect(try await stage.figure("changed", of: mended) == "1", "\(mended.answer)")
        let again = try await stage.consequences(of: "maintenance", "indexes", "--check", "--format", "json")
        #expect(try await stage.figure("changed", of: again) == "0", "\(again.answer)")
    }

    @Test func `a comparison with the rows needs what the server can do that with`() async throws {
        let stage = try await Stage.make()
        #expect(try await stage.consequences(of: "maintenance", "indexes", "--check").status == 78)
    }
}
