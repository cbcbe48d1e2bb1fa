import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct UpgradeStorageSchemaTests {
    @Test(arguments: Stage.Storage.available)
    func `files of others move to where they belong today, and every row has its files`(
        storage: Stage.Storage
    ) async throws {
        let stage = try await Stage.pictures(12, on: storage)
        let before = try await stage.snapshot()
        // As an old release left them.
        let cached = before.objects.keys.filter { $0.hasPrefix("cache/media_attachments/") }.sorted()
        #expect(!cached.isEmpty)
        try await stage.execute("update media_attachments set file_storage_schema_version = null")
        try await stage.execute("update accounts set avatar_storage_schema_version = 0 where domain is null")
        for key in cached { try await stage.move(key, to: String(key.dropFirst("cache/".utf8.count))) }
        let old = try await stage.snapshot()
        let dry = try await stage.consequences(of: "upgrade", "storage-schema", "--dry-run", "--format", "json")
        #expect(dry.status == 0, "\(dry.conversation)")
        #expect(try await stage.snapshot() == old)
        let run = try await stage.consequences(of: "upgrade", "storage-schema", "--trust-storage", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == stage.figure("changed", of: dry))
        let objects = try await stage.objects()
        #expect(objects.count == before.objects.count)
        #expect(Set(cached).isSubset(of: Set(objects.keys)))
        #expect(
            try await stage.number(
                """
                select count(*) from media_attachments
                where file_file_name <> '' and file_storage_schema_version is distinct from 1
                """) == 0)
        let again = try await stage.consequences(of: "upgrade", "storage-schema", "--trust-storage", "--format", "json")
        #expect(try await stage.figure("changed", of: again) == "0")
    }
}
