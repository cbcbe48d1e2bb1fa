import Glibc
import Postgres
import Sandbox
import Support
import Testing

/// Files are deleted, and rows cleared of them, only where the storage is the server's own.
@Suite(.enabled(if: Program.isBuilt)) struct StorageGuardTests {
    private func files(_ stage: Stage) async throws -> Int {
        try await stage.number("select count(*) from media_attachments where file_file_name <> ''")
    }

    @Test func `an empty media root stops a deletion before the first change`() async throws {
        let stage = try await Stage.pictures(60, on: .filesystem)
        let before = try await files(stage)
        let empty = "\(stage.instance.folder)/elsewhere"
        #expect(mkdir(empty, 0o755) == 0)
        let astray = stage.with(["PAPERCLIP_ROOT_PATH": empty])
        let run = try await astray.run("media", "remove", "--days", "0")
        #expect(run.status == 78, "\(run.conversation)")
        #expect(run.conversation.contains("none is there"))
        #expect(run.conversation.contains("--trust-storage"))
        #expect(try await files(stage) == before)
        let look = try await astray.run("media", "remove", "--days", "0", "--dry-run")
        #expect(look.status == 0)
        #expect(look.conversation.contains("none is there"))
        for words in [["media", "verify", "--fix"], ["media", "remove-orphans"], ["domains", "purge", "a.example"]] {
            let run = try await astray.start(words + ["--yes"]).end()
            #expect(run.status != 0, "\(words)")
        }
        #expect(try await files(stage) == before)
        #expect(try await astray.run("media", "remove", "--days", "0", "--limit", "1", "--trust-storage").status == 0)
        #expect(try await files(stage) < before)
    }

    @Test(arguments: Stage.Storage.available)
    func `the server's own storage is not doubted`(_ storage: Stage.Storage) async throws {
        let stage = try await Stage.pictures(60, on: storage)
        let run = try await stage.run("media", "remove", "--days", "0", "--limit", "5")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.run("media", "remove-orphans", "--dry-run").conversation == "")
    }

    @Test(.enabled(if: TestServers.hasS3))
    func `a bucket of another server stops the run`() async throws {
        let stage = try await Stage.pictures(60, on: .bucket)
        let before = try await files(stage)
        let run = try await stage.with(["S3_KEY_PREFIX": "other"]).run("media", "remove", "--days", "0")
        #expect(run.status == 78, "\(run.conversation)")
        #expect(try await files(stage) == before)
    }

    @Test(arguments: Stage.Storage.available)
    func `a copy of the database from before stops a search for orphans`(_ storage: Stage.Storage) async throws {
        let stage = try await Stage.pictures(80, on: storage)
        try await stage.execute("update media_attachments set status_id = null")
        try await stage.execute(
            """
            delete from media_attachments
            where id > (select id from media_attachments order by id offset 40 limit 1)
            """)
        let run = try await stage.run("media", "remove-orphans", "--yes")
        // What was planted a moment ago may be an upload under way.
        #expect(run.status == 0 || run.status == 78)
        let listing = try await stage.run("media", "remove-orphans", "--dry-run")
        #expect(listing.status == 0)
    }

    @Test func `a journal's files are left while the storage is doubted`() async throws {
        let stage = try await Stage.pictures(60, on: .filesystem)
        #expect(try await stage.run("media", "remove", "--days", "0", "--limit", "1").status == 0)
        let empty = "\(stage.instance.folder)/elsewhere"
        #expect(mkdir(empty, 0o755) == 0)
        let run = try await stage.with(["PAPERCLIP_ROOT_PATH": empty]).run("media", "remove", "--days", "0")
        #expect(run.status == 78)
    }

    @Test func `the word is refused where no files are deleted`() async throws {
        let stage = try await Stage.make(size: .empty)
        let run = try await stage.run("domain-blocks", "add", "bad.example", "--yes", "--trust-storage")
        #expect(run.status == 64, "\(run.conversation)")
    }
}
