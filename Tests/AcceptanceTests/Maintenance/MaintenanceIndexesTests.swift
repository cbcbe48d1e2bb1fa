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
        let none = try await stage.run("maintenance", "indexes", "--dry-run", "--format", "json")
        #expect(try await stage.figure("changed", of: none) == "0", "\(none.conversation)")
        let all: Statement = "select indexname::text from pg_indexes where schemaname = 'public' order by 1"
        let before = try await stage.texts(all)
        try await stage.execute("drop index index_statuses_on_uri")
        try await stage.execute("drop index index_favourites_on_status_id")
        try await stage.execute("alter index index_media_attachments_on_status_id rename to mine")
        let run = try await stage.run("maintenance", "indexes", "--format", "json")
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
        let run = try await stage.run("maintenance", "indexes", "--format", "json")
        #expect(run.status == 1, "\(run.conversation)")
        #expect(
            try await stage.number("select count(*) from pg_indexes where indexname like 'index_statuses_on_uri%'") == 0
        )
    }

    @Test func `a comparison with the rows needs what the server can do that with`() async throws {
        let stage = try await Stage.make()
        #expect(try await stage.run("maintenance", "indexes", "--check").status == 78)
    }
}
